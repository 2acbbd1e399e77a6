// The basemap's own SVG: one path for each class, written anew for what is in view whenever the view comes to rest.
// Between two rests Leaflet moves and scales the whole SVG, as it does with its own renderers.

import { LINES_AND_FILLS, groundPaths } from './ground_paths.js';


export const Ground = L.SVG.extend({
  initialize(files, options) {
    L.setOptions(this, options);
    L.SVG.prototype.initialize.call(this, options);
    this._files = files;
    this._own = {};
    this._graticule = false;
  },

  _initContainer() {
    L.SVG.prototype._initContainer.call(this);
    L.DomUtil.addClass(this._container, 'basemap');
    for (const name of LINES_AND_FILLS) {
      this._own[name] = this._rootGroup.appendChild(L.SVG.create('path'));
      this._own[name].setAttribute('class', name);
    }
    this.on('update', this._drawUnlessDrawn, this);
  },

  _destroyContainer() {
    this.off('update', this._drawUnlessDrawn, this);
    L.SVG.prototype._destroyContainer.call(this);
  },

  /** Draw again although the view is the same: a file came in. */
  redraw() { if (this._map && !this._map._animatingZoom) this._draw(); },

  setGraticule(on) {
    if (on === this._graticule) return;
    this._graticule = on;
    this.redraw();
  },

  _drawUnlessDrawn() {
    const { min, max } = this._bounds, key = [this._zoom, min, max, this._map.getPixelOrigin()].join();
    if (key !== this._drawn) this._draw();
    this._drawn = key;
  },

  _draw() {
    const origin = this._map.getPixelOrigin(), { min, max } = this._bounds;
    const view = [min.x + origin.x, min.y + origin.y, max.x + origin.x, max.y + origin.y];
    const text = groundPaths(this._files, { zoom: this._zoom, view, origin, graticule: this._graticule });
    for (const name of LINES_AND_FILLS) this._own[name].setAttribute('d', text[name] || 'M0 0');
  },
});
