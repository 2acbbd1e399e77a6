// The words of a scene: which labels there are, in which order they are placed, and how they are drawn.

import { inView } from './arrows.js';
import { CostField } from './cost_field.js';
import { baselines, paddingX, setRow, spotsAbout, spotsBeside, spotsOn, variantsOf } from './label_spots.js';
import { placeLabels } from './labels.js';
import { element, pathOf } from './svg.js';

const EDGE = 6;                 // px between a label and the edge of the map
const MOST = 400, MOST_NAME = 30;   // what a label of ours, and a name of the basemap, may cover
const FONT = '"Noto Sans", sans-serif';
const TONES = { export: 'export_text', import: 'import_text', promise: 'export_text', relation: 'relation_text' };

const holds = ([width, height], [x, y]) => x >= 0 && y >= 0 && x <= width && y <= height;
export const halfWidth = (flow, scale) => Math.max(flow.width_px / 2, 3) * scale;

function middleOf(rings) {
  const largest = rings.reduce((a, b) => (b.length > a.length ? b : a));
  const xs = largest.map(p => p[0]), ys = largest.map(p => p[1]);
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
}

const itemOf = (thing, kind, rest) => ({ key: thing.key, kind, id: thing.id, opacity: thing.opacity, most: MOST, ...rest });

/** Marks and letters that sit on a line. */
function marksOf(flow, seen, view) {
  const { mark, letter } = flow.thing, tone = TONES[flow.style];
  const on = (kind, texts, share) => itemOf(flow, kind, {
    key: `${flow.key}#${kind}`, tone, onLine: true, spots: spotsOn(seen, share), variants: texts.map((text, i) => setRow(text, view, 50 * i)),
  });
  return [...(mark ? [on('mark', [mark, '?'], 0.62)] : []), ...(letter ? [on('letter', [letter], 0.4)] : [])];
}

function ownItems({ places, flows, areas }, view) {
  const { scale, size } = view;
  const seen = flows.map(flow => ({ flow, line: inView(flow.points, [0, 0, ...size]) })).filter(({ line }) => line);
  const ofFlows = seen.filter(({ flow }) => flow.thing.title).map(({ flow, line }) => itemOf(flow, 'flow', {
    tone: TONES[flow.style], variants: variantsOf(flow.thing, view, [330, 240, 180]),
    spots: spotsBeside(line.points, halfWidth(flow, scale), scale),
  }));
  const ofPlaces = places.filter(place => holds(size, place.spot)).map(place => itemOf(place, 'place', {
    variants: variantsOf(place.thing, view, [210, 130]), spots: spotsAbout(place.spot, place.r, scale),
  }));
  const ofAreas = areas.map(area => ({ area, middle: middleOf(area.rings) })).filter(({ middle }) => holds(size, middle))
    .map(({ area, middle }) => itemOf(area, 'area', {
      variants: variantsOf(area.thing, view, [210, 130]), spots: spotsAbout(middle, 3 * scale, scale, [24, 44, 64, 90, 120]),
    }));
  return [...seen.flatMap(({ flow, line }) => marksOf(flow, line.points, view)), ...ofFlows, ...ofPlaces, ...ofAreas];
}

/** What labels had better leave free, and what they must. */
function groundFor({ places, flows, areas }, view) {
  const { scale, size: [width, height] } = view, field = new CostField(view.size), edge = EDGE * scale;
  areas.forEach(area => field.addArea(area.rings, 0.25));
  flows.forEach(flow => field.addLine(flow.points, 2 * halfWidth(flow, scale), 2));
  places.forEach(place => { if (place.moved) field.addLine([place.at, place.spot], 2, 2); });
  return { room: [edge, edge, width - edge, height - edge], discs: places, obstacles: view.obstacles, field };
}

/** Choose the labels of a scene that is laid out: {key, id, kind, tone, opacity, rows, box, tie, align}. */
export function chooseLabels(laid, view) {
  const items = [...ownItems(laid, view), ...view.names];
  return placeLabels(items, groundFor(laid, view)).map(({ item, variant, box, tie, align }) => ({
    key: item.key, id: item.id, kind: item.kind, tone: item.tone, opacity: item.opacity, rows: variant.rows, box, tie, align,
  }));
}

function drawBox(group, [left, top, right, bottom], attributes) {
  element('rect', { x: left.toFixed(1), y: top.toFixed(1), width: (right - left).toFixed(1), height: (bottom - top).toFixed(1), ...attributes }, group);
}

function drawWords(group, label, colourOf, scale) {
  const [left, , right] = label.box, pad = paddingX * scale;
  const x = { start: left + pad, middle: (left + right) / 2, end: right - pad }[label.align];
  baselines(label, scale).forEach((y, i) => {
    const row = label.rows[i];
    element('text', {
      x: x.toFixed(1), y: y.toFixed(1), 'text-anchor': label.align, 'font-family': FONT, 'font-size': row.px, 'font-weight': row.weight,
      fill: colourOf(row), ...(row.spacing ? { 'letter-spacing': row.spacing } : {}),
    }, group).textContent = row.text;
  });
}

const BOXES = {
  mark: (colour, colours, scale) => ({ fill: colours.india, stroke: colour, 'stroke-width': 1.2 * scale, rx: 8 * scale }),
  letter: (colour, colours, scale) => ({ fill: colours.india, stroke: colour, 'stroke-width': 1.2 * scale, 'stroke-dasharray': `${3 * scale} ${2 * scale}`, rx: 3 * scale }),
  name: () => null,
};
const plainBox = (_, colours, scale) => ({ fill: colours.india, 'fill-opacity': 0.62, rx: 3 * scale });

/** Draw one label into an empty group. */
export function drawLabel(group, label, colours, scale) {
  const tone = label.tone && colours[label.tone], box = (BOXES[label.kind] || plainBox)(tone, colours, scale);
  if (label.tie) element('path', { d: pathOf(label.tie), fill: 'none', stroke: colours.soft_ink, 'stroke-width': 0.9 * scale }, group);
  if (box) drawBox(group, label.box, box);
  drawWords(group, label, row => tone || (row.weight === 600 ? colours.ink : colours.soft_ink), scale);
}
