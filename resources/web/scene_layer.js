// The scene on the Leaflet map: one SVG in a pane of its own, drawn anew when the view comes to rest or the scene changes.
// While the map is dragged or zooms, Leaflet moves and scales the whole SVG as it does with its own renderers.

import { drawScene } from './drawing.js';
import { thingAt } from './hit.js';
import { element } from './svg.js';
import { metresPerPixel, worldX, worldY } from './topology.js';

/** A scene in which there is nothing. */
export const EMPTY = { places: [], areas: [], flows: [] };
const NOTHING = { places: [], areas: [], flows: [], labels: [] };

const pen = document.createElement('canvas').getContext('2d'), widths = new Map();

/** Width of text in pixels, remembered. */
export function measure(text, px, weight, spacing = 0) {
  const key = `${weight} ${px} ${text}`;
  if (!widths.has(key)) {
    pen.font = `${weight} ${px}px "Noto Sans"`;
    widths.set(key, pen.measureText(text).width);
  }
  return widths.get(key) + spacing * text.length;
}

/** Measure all words anew: another font has come. */
export const forgetWidths = () => {
  widths.clear();
  placed.clear();
};

const placed = new Map(), MOST_PLACED = 64;

/** Labels as they were placed before, where all that decides about them is the same: a year that comes again is drawn at once. */
function remembered(key, place) {
  const labels = placed.get(key) || place();
  placed.delete(key);
  placed.set(key, labels);
  if (placed.size > MOST_PLACED) placed.delete(placed.keys().next().value);
  return labels;
}

/** While the map flies, things stay hidden (map.css): they are drawn where it lands. */
const isInFlight = map => map.getContainer().classList.contains('flying');

export const SceneLayer = L.Renderer.extend({
  options: { pane: 'scene', padding: 0.5 },

  /** look: {colours, opacity}; around: {regionOf, outlines(), obstacles(symbols), names(view)}; options: Leaflet's, such as the pane. */
  initialize(look, around, options) {
    L.setOptions(this, options);
    L.Renderer.prototype.initialize.call(this);
    Object.assign(this, { _look: look, _around: around, _scene: EMPTY, _selected: null, _laid: NOTHING });
  },

  _initContainer() {
    this._container = element('svg', { role: 'presentation' });
    this._root = element('g', {}, this._container);
  },

  _updatePaths() {},

  // The whole SVG grows or shrinks with the zoom; words and symbols keep their size by the opposite (map.css).
  _onAnimZoom(event) {
    this._container.style.setProperty('--unscale', 1 / this._map.getZoomScale(event.zoom));
    L.Renderer.prototype._onAnimZoom.call(this, event);
  },

  _destroyContainer() { this._container.remove(); },

  // Leaflet calls this when the view has come to rest.
  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    const { min } = this._bounds, size = this._bounds.getSize();
    this._container.setAttribute('width', size.x);
    this._container.setAttribute('height', size.y);
    this._container.setAttribute('viewBox', [min.x, min.y, size.x, size.y].join(' '));
    L.DomUtil.setPosition(this._container, min);
    this.draw();
  },

  setScene(scene) { this._scene = scene; this.draw(); },
  select(id) { this._selected = id; this.draw(); },

  /** Draw what is there at the present extent. */
  draw() {
    if (!this._map || this._map._animatingZoom || isInFlight(this._map)) return;
    const map = this._map, corner = map.containerPointToLayerPoint([0, 0]).round(), { x, y } = map.getSize();
    const origin = map.getPixelOrigin().add(corner);      // whole pixels: the same extent gives the same picture
    const scale = Math.pow(2, map.getZoom());
    this._root.setAttribute('transform', `translate(${corner.x} ${corner.y})`);
    const project = (lon, lat) => [worldX(lon) * scale - origin.x, worldY(lat) * scale - origin.y];
    const view = {
      project,
      size: [x, y], scale: 1, measure, colours: this._look.colours, selected: this._selected,
      metresPerPixel: lat => metresPerPixel(lat, scale),
      opacityOf: row => (row in this._look.opacity ? this._look.opacity[row] : 1),
      regionOf: this._around.regionOf, outlines: this._around.outlines(),
      obstacles: this._around.obstacles(this._scene.places.map(place => project(...place.at))),
    };
    const names = this._around.names(view);
    const decides = JSON.stringify([map.getZoom(), origin.x, origin.y, x, y, this._look.opacity, view.obstacles, names.map(name => name.key), this._scene]);
    this._laid = drawScene(this._root, this._scene, { ...view, names, place: choose => remembered(decides, choose) });
    this._laid.things = [...this._laid.places, ...this._laid.areas, ...this._laid.flows];
    this._makeReachable();
  },

  // Tab walks the things: every group that draws one can have the keyboard.
  _makeReachable() {
    const things = new Map(this._laid.things.map(({ key, thing }) => [key, thing]));
    for (const group of this._root.querySelectorAll('.places > g, .areas > g, .flows > g')) {
      const { id, tip } = things.get(group.dataset.key);
      group.dataset.id = id;
      group.setAttribute('tabindex', 0);
      group.setAttribute('role', 'button');
      group.setAttribute('aria-label', tip.join(', '));
    }
  },

  thingOf(key) { return this._laid.things.find(one => one.key === key).thing; },

  thingAt(point) { return thingAt([point.x, point.y], this._laid); },

  /** What lies where, in pixels of the map: {places, flows, areas, labels}. */
  laidOut() { return this._laid; },

  /** The group that holds all that is drawn here. */
  root() { return this._root; },

  /** Whether an element belongs to what is drawn here. */
  holds(element) { return this._container.contains(element); },
});
