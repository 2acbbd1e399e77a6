// The words of a scene: which labels there are, in which order they are placed, and how they are drawn.

import { inView } from './arrows.js';
import { ARROW, CostField, HOME_LINE, LINE, OUTLINE, stretches } from './cost_field.js';
import { baselines, paddingX, setRow, spotsAbout, spotsBeside, spotsOn, variantsOf } from './label_spots.js';
import { placeLabels } from './labels.js';
import { distance } from './plane.js';
import { element, pathOf } from './svg.js';

const EDGE = 6;                 // px between a label and the edge of the map
const MOST = 400;               // what a label may cover of what had better be left free
const FONT = '"Noto Sans", sans-serif';
const TONES = { export: 'export_text', import: 'import_text', promise: 'export_text', relation: 'relation_text' };
const toneOf = flow => TONES[flow.drawn_as === 'known' ? 'relation' : flow.style];      // words are as grey as their line

const holds = ([width, height], [x, y]) => x >= 0 && y >= 0 && x <= width && y <= height;
const halfWidth = (flow, scale) => Math.max(flow.width_px / 2, 3) * scale;

// Names of places are left out before the words of a flow, and a flow whose volume nobody found before one that says how much it carries.
const worthOf = flow => (toneOf(flow) === 'relation_text' ? 1.6 : 2);

const FINE = 160;                // points of a ring that labels need know

const coarse = ring => ring.filter((_, i) => i % Math.ceil(ring.length / FINE) === 0);

/** The middle of the longest level stretch of an area that is in view, and how large the area is there, in square px. */
function heartOf(rings, [width, height]) {
  let heart = null, longest = 0, size = 0;
  const ys = [].concat(...rings).map(point => point[1]);
  const top = Math.max(0, Math.min(...ys)), step = (Math.min(height, Math.max(...ys)) - top) / 24;
  for (let y = top + step / 2; step > 0 && y < top + 24 * step; y += step) {
    for (const [left, right] of stretches(rings, y)) {
      const from = Math.max(0, left), length = Math.min(width, right) - from;
      size += Math.max(0, length) * step;
      if (length > longest) [longest, heart] = [length, [from + length / 2, y]];
    }
  }
  return { heart, size };
}

const NEAR_M_PER_PX = 1300;   // from zoom 7 on

const itemOf = (thing, kind, rest) => ({ key: thing.key, kind, id: thing.id, opacity: thing.opacity, most: MOST, ...rest });

/** Marks and letters that sit on a line. */
function marksOf(flow, seen, view) {
  const { mark, letter } = flow.thing, tone = toneOf(flow);
  const on = (kind, texts, share) => itemOf(flow, kind, {
    key: `${flow.key}#${kind}`, tone, onLine: true, spots: spotsOn(seen, share, view.scale), variants: texts.map((text, i) => setRow(text, view, 50 * i)),
  });
  return [...(mark ? [on('mark', [mark, '?'], 0.62)] : []), ...(letter ? [on('letter', [letter], 0.4)] : [])];
}

function ownItems({ places, flows, areas }, view) {
  const { scale, size } = view;
  const seen = flows.map(flow => ({ flow, line: inView(flow.points, [0, 0, ...size]) })).filter(({ line }) => line);
  const ofFlows = seen.filter(({ flow }) => flow.thing.title).map(({ flow, line }) => itemOf(flow, 'flow', {
    tone: toneOf(flow), shunsHome: true, worth: worthOf(flow), variants: variantsOf(flow.thing, view, [390, 260, 180]),
    spots: spotsBeside(line.points, halfWidth(flow, scale), scale),
  }));
  const ofPlaces = places.filter(place => holds(size, place.spot)).map(place => itemOf(place, 'place', {
    variants: variantsOf(place.thing, view, [210, 120, 84]), spots: spotsAbout(place.spot, place.r, scale),
  }));
  const ofAreas = areas.filter(area => area.heart).map(area => itemOf(area, 'area', {
    variants: variantsOf(area.thing, view, [210, 120, 84]), spots: spotsAbout(area.heart, 3 * scale, scale, [24, 44, 64, 90, 120]),
  }));
  return [...seen.flatMap(({ flow, line }) => marksOf(flow, line.points, view)), ...ofFlows, ...ofPlaces, ...ofAreas];
}

/** What labels had better leave free, and what they must. */
function groundFor({ places, flows, areas }, view) {
  const { scale, size: [width, height] } = view, field = new CostField(view.size), home = new CostField(view.size), arrows = new CostField(view.size), edge = EDGE * scale;
  view.outlines.map(line => line.map(at => view.project(...at))).forEach(line => {
    field.addLine(line, 1, OUTLINE);
    home.addLine(line, 1, HOME_LINE);
  });
  areas.forEach(area => field.addArea(area.rings, Math.max(0.02, Math.min(3, 12000 / area.size))));
  flows.forEach(flow => {
    const width = 2 * halfWidth(flow, scale);
    field.addLine(flow.points, width, LINE);
    arrows.addLine(flow.points, width, ARROW);
  });
  places.forEach(place => { if (place.moved) field.addLine([place.at, place.spot], 2, LINE); });
  return { room: [edge, edge, width - edge, height - edge], discs: places, obstacles: view.obstacles, field, home, arrows };
}

/** Whether something of ours lies on a town's dot: its name alone would name the wrong thing. */
function isCovered(dot, { discs, field }) {
  if (!dot) return false;
  const [x, y] = dot.at;
  return field.under([x - 4, y - 4, x + 4, y + 4]) >= LINE || discs.some(({ spot, r }) => distance(spot, dot.at) < r);
}

/** Choose the labels of a scene that is laid out: {key, id, kind, tone, opacity, rows, box, tie, align}. */
export function chooseLabels(laid, view) {
  const areas = laid.areas.map(area => ({ ...area, rings: area.rings.map(coarse) })).map(area => ({ ...area, ...heartOf(area.rings, view.size) }));
  const all = { ...laid, areas }, own = ownItems(all, view), ground = groundFor(all, view);
  const textOf = item => item.variants[0].rows[0].text, said = new Set(own.map(textOf));
  const isSaid = name => said.has(textOf(name)) || areas.some(({ thing }) => thing.title.startsWith(textOf(name)));
  const isNear = view.metresPerPixel(0) < NEAR_M_PER_PX;   // there the coasts have lagoons, whose lines nobody priced
  const names = view.names.filter(name => !isSaid(name) && !isCovered(name.dot, ground));
  return placeLabels([...own, ...names], ground).map(({ item, variant, box, tie, align, covered }) => ({
    key: item.key, id: item.id, kind: item.kind, tone: item.tone, opacity: item.opacity, rows: variant.rows, box, tie, align,
    boxed: item.onLine || covered > 0 || (isNear && item.kind === 'place'), dot: item.dot || null,
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
const ANCHOR = 'M0 -2.4V4.4M-1.3 -3.7a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0 -2.6 0M-2 -0.9H2M-3.6 1.4C-3.4 3.4 -1.8 4.4 0 4.4C1.8 4.4 3.4 3.4 3.6 1.4';
const plainBox = (_, colours, scale) => ({ fill: colours.india, 'fill-opacity': 0.8, rx: 3 * scale });

/** A town's dot, or the anchor of a place with a port. */
function drawDot(group, { at: [x, y], harbour }, { soft_ink: ink, india }, scale) {
  if (!harbour) {
    element('circle', { cx: x.toFixed(1), cy: y.toFixed(1), r: 2 * scale, fill: ink, stroke: india, 'stroke-width': 0.8 * scale }, group);
    return;
  }
  element('path', {
    transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale})`, d: ANCHOR, fill: 'none', stroke: ink, 'stroke-width': 1.1, 'stroke-linecap': 'round',
  }, group);
}

/** Draw one label into an empty group. */
export function drawLabel(group, label, colours, scale) {
  const tone = label.tone && colours[label.tone], box = (BOXES[label.kind] || plainBox)(tone, colours, scale);
  if (label.tie) element('path', { d: pathOf(label.tie), fill: 'none', stroke: colours.soft_ink, 'stroke-width': 0.9 * scale }, group);
  if (label.boxed && box) drawBox(group, label.box, box);
  if (label.dot) drawDot(group, label.dot, colours, scale);
  drawWords(group, label, row => tone || (row.weight === 600 ? colours.ink : colours.soft_ink), scale);
}
