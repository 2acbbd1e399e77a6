// Symbols of places, true to look and size, and the hatching of states. All lengths are pixels at scale 1.

import { element, pathOf } from './svg.js';

const RADIUS = { plant: 8.5, mine: 10.5, site: 6.5 };
/** How the legend shows a mine's state: half way up; and a mine of which none is known. */
export const SAMPLE = { climbed: 0.5, off: false, supposed: false }, STATELESS = { climbed: 0, off: false, supposed: false };
export const RANK = ['plant', 'mine', 'site'];

export const radiusOf = style => RADIUS[style] || RADIUS.site;
const colourOf = (style, colours) => ({ plant: colours.plant, mine: colours.mine })[style] || colours.soft_ink;

const DRAW = {
  plant(group, r, colours, scale) {
    element('circle', { r, fill: colours.casing, stroke: colours.plant, 'stroke-width': 1.2 * scale }, group);
    element('circle', { r: r * 0.68, fill: colours.plant }, group);
  },
  mine(group, r, colours, scale, state) {
    const dash = { 'stroke-dasharray': `${2.6 * scale} ${2 * scale}`, 'stroke-width': 1.3 * scale };
    const side = r * 0.56;
    element('circle', { r, fill: colours.casing, 'fill-opacity': 0.92, stroke: colours.mine, ...dash }, group);
    const d = pathOf([[0, -side], [side, 0], [0, side], [-side, 0]], true);
    element('path', { d, fill: state.climbed === 1 && !state.supposed ? colours.mine : 'none', stroke: colours.mine, 'stroke-width': 1.9 * scale, 'stroke-linejoin': 'miter' }, group);
    drawState(group, r, colours, scale, state);
  },
  site(group, r, colours, scale) {
    element('circle', { r, fill: colours.casing }, group);
    element('circle', { r: r * 0.66, fill: 'none', stroke: colours.soft_ink, 'stroke-width': 2.1 * scale }, group);
  },
};

/** Draw how far a mine has come as an arc from the top of its ring; struck out where that was undone, dotted where supposed. */
function drawState(group, r, colours, scale, { climbed, off, supposed }) {
  if (!climbed) return;
  const turn = 2 * Math.PI * Math.min(climbed, 0.9999), end = [r * Math.sin(turn), -r * Math.cos(turn)];
  const d = `M0 ${-r}A${r} ${r} 0 ${climbed > 0.5 ? 1 : 0} 1 ${end[0].toFixed(2)} ${end[1].toFixed(2)}`;
  const look = { fill: 'none', stroke: colours.mine, 'stroke-width': 2.6 * scale };
  element('path', supposed ? { ...look, d, 'stroke-dasharray': `${1.6 * scale} ${1.4 * scale}` } : { ...look, d }, group);
  if (off) element('path', { ...look, 'stroke-width': 1.6 * scale, d: pathOf([[-r, -r], [r, r]].map(at => at.map(side => side * 0.8))) }, group);
}

/** Draw the symbol of a style about the origin of an empty group; a mine in its state: {climbed: 0 to 1, off, supposed}. */
export function drawSymbol(group, style, colours, scale, state = SAMPLE) {
  (DRAW[style] || DRAW.site)(group, radiusOf(style) * scale, colours, scale, state);
}

/** Draw a place: {at, spot, moved, style, state, uncertain_px, selected, opacity}, its leader and its ring of uncertainty. */
export function drawPlace(group, place, colours, scale) {
  const [x, y] = place.spot, colour = colourOf(place.style, colours);
  if (place.uncertain_px) {
    element('circle', {
      cx: place.at[0], cy: place.at[1], r: place.uncertain_px, fill: colour, 'fill-opacity': 0.07, stroke: colour,
      'stroke-width': 1.2 * scale, 'stroke-dasharray': `${4 * scale} ${3 * scale}`, 'stroke-opacity': 0.8,
    }, group);
  }
  if (place.moved) {
    const line = { d: pathOf([place.at, place.spot]), fill: 'none' };
    element('path', { ...line, stroke: colours.casing, 'stroke-width': 3 * scale, 'stroke-opacity': 0.8 }, group);
    element('path', { ...line, stroke: colour, 'stroke-width': 1.1 * scale }, group);
    element('circle', { cx: place.at[0], cy: place.at[1], r: 2.2 * scale, fill: colour, stroke: colours.casing, 'stroke-width': 0.8 * scale }, group);
  }
  const symbol = element('g', { class: 'symbol', transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` }, group);
  if (place.selected) {
    const halo = { r: (radiusOf(place.style) + 4.5) * scale, fill: colours.selection, 'fill-opacity': 0.16 };
    element('circle', { ...halo, stroke: colours.selection, 'stroke-width': 2.4 * scale }, symbol);
  }
  drawSymbol(symbol, place.style, colours, scale, place.state);
}

/** Define the hatching of areas once; give the paint that refers to it. */
export function hatching(defs, colours, scale) {
  const step = 7 * scale, id = `hatch-${colours.mine.slice(1)}`;
  if (!defs.querySelector(`#${id}`)) {
    defs.textContent = '';
    const pattern = element('pattern', { id, width: step, height: step, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, defs);
    element('path', { d: `M0 0V${step}`, stroke: colours.mine, 'stroke-width': 2.2 * scale, 'stroke-opacity': 0.62 }, pattern);
  }
  return `url(#${id})`;
}

/** Draw an area: {rings: [[x, y] px …], selected} hatched. */
export function drawArea(group, area, colours, scale, paint) {
  const d = area.rings.map(ring => pathOf(ring, true)).join('');
  if (area.selected) element('path', { d, fill: 'none', stroke: colours.selection, 'stroke-width': 5 * scale, 'stroke-opacity': 0.45, 'stroke-linejoin': 'round' }, group);
  element('path', { d, fill: paint, stroke: colours.mine, 'stroke-width': 1.2 * scale, 'stroke-linejoin': 'round', 'stroke-dasharray': `${4 * scale} ${2.5 * scale}` }, group);
}
