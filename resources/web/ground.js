// The basemap's own SVG: one path for each class, written anew for what is in view whenever the view comes to rest.
// Between two rests Leaflet moves and scales the whole SVG, as it does with its own renderers.

import { worldBox, worldX, worldY } from './topology.js';
import { arcsText, ringsText, without } from './path_text.js';

export const HOME = 'India';
const SEAM = 7e-5;         // zoom-0 px, 11 m: lines this near to a file's edge are the edge itself, cut by whoever made the file
const WHOLE = [0, 0, 256, 256];
const CLASSES = ['land', 'india', 'lake', 'lagoon', 'river', 'graticule', 'state', 'coast', 'border', 'outline', 'port', 'town'];

const meet = (a, b) => [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
const holdsAny = box => box[0] < box[2] && box[1] < box[3];

export const Ground = L.SVG.extend({
  initialize(files, options) {
    L.setOptions(this, options);
    L.SVG.prototype.initialize.call(this, options);
    this._files = files;
    this._own = {};
    this._dots = { town: [], port: [] };
    this._graticule = false;
  },

  _initContainer() {
    L.SVG.prototype._initContainer.call(this);
    L.DomUtil.addClass(this._container, 'basemap');
    for (const name of CLASSES) {
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
    this._graticule = on;
    this.redraw();
  },

  /** Draw the dots of these places and no others: lists of [lat, lng] by class. */
  setDots(dots) {
    this._dots = dots;
    if (this._map) this._drawDots();
  },

  _drawUnlessDrawn() {
    const { min, max } = this._bounds, key = [this._zoom, min, max, this._map.getPixelOrigin()].join();
    if (key !== this._drawn) this._draw();
    this._drawn = key;
  },

  _draw() {
    const text = {}, scale = Math.pow(2, this._zoom), origin = this._map.getPixelOrigin();
    const write = (name, d) => { text[name] = (text[name] || '') + d; };
    const view = [this._bounds.min.x, this._bounds.min.y, this._bounds.max.x, this._bounds.max.y]
      .map((v, i) => v + (i % 2 ? origin.y : origin.x));
    for (let turn = Math.floor(view[0] / (256 * scale)); turn * 256 * scale < view[2]; turn++) {
      const away = turn * 256 * scale;
      const box = meet([view[0] - away, view[1], view[2] - away, view[3]], WHOLE.map(v => v * scale));
      if (holdsAny(box)) this._drawTurn(box, scale, origin.subtract([away, 0]), write);
    }
    for (const name of CLASSES.slice(0, -2)) this._own[name].setAttribute('d', text[name] || 'M0 0');
    this._drawDots();
  },

  // One turn round the world. Finer files take their boxes out of the coarser ones under them, at whole pixels: no seam.
  _drawTurn(box, scale, origin, write) {
    const pixels = edges => worldBox(edges).map((v, i) => Math.round(v * scale - (i % 2 ? origin.y : origin.x)) + (i % 2 ? origin.y : origin.x));
    const land = this._files.land(this._zoom);
    land.forEach(({ topology, row }, i) => {
      const holes = land.slice(i + 1).map(finer => pixels(finer.row.box));
      const room = row.box ? meet(box, pixels(row.box)) : box;
      if (!holdsAny(room)) return;
      for (const piece of without(room, holes)) this._drawLand(topology, row, piece, scale, origin, write);
    });
    for (const { topology, row } of this._files.over(this._zoom)) {
      if (row.draw === 'fill') write(row.class, ringsText(topology, () => true, box, scale, origin));
      else write(row.class, arcsText(topology, row.draw === 'inner' ? topology.kinds.border : topology.arcs.map((_, arc) => arc), box, scale, origin));
    }
    if (this._graticule) write('graticule', this._graticuleText(scale, origin));
  },

  _drawLand(topology, row, piece, scale, origin, write) {
    const edges = (row.box ? worldBox(row.box) : WHOLE).map((v, i) => (v + (i < 2 ? SEAM : -SEAM)) * scale);
    const lines = meet(piece, edges);
    write('land', ringsText(topology, name => name !== HOME, piece, scale, origin));
    write('india', ringsText(topology, name => name === HOME, piece, scale, origin));
    for (const kind of ['border', 'coast', 'outline']) write(kind, arcsText(topology, topology.kinds[kind], lines, scale, origin));
  },

  _graticuleText(scale, origin) {
    const step = [30, 20, 10, 5, 2, 1, 0.5][Math.max(0, Math.min(6, Math.floor(this._zoom) - 1))];
    let d = '';
    for (let lng = -180; lng <= 180; lng += step) {
      const x = Math.round(worldX(lng) * scale - origin.x) + 0.5;
      d += `M${x} ${-origin.y}V${256 * scale - origin.y}`;
    }
    for (let lat = -80; lat <= 80; lat += step) d += `M${-origin.x} ${Math.round(worldY(lat) * scale - origin.y) + 0.5}h${256 * scale}`;
    return d;
  },

  _drawDots() {
    const shapes = { town: p => `M${p.x - 1.8} ${p.y}a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0 -3.6 0Z`, port: p => `M${p.x - 2} ${p.y - 2}h4v4h-4Z` };
    for (const name of ['town', 'port']) {
      const d = (this._dots[name] || []).map(at => shapes[name](this._map.latLngToLayerPoint(at))).join('');
      this._own[name].setAttribute('d', d || 'M0 0');
    }
  },
});
