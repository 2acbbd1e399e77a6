// Arrows: body and head are one shape, made from a centre line and a width. All lengths are pixels.

import { distance } from './plane.js';
import { element, pathOf } from './svg.js';

const HEAD_LENGTH = 2.1, HEAD_HALF = 1.15;   // of the body's width
const SMALLEST_HEAD = [10, 5.5];             // length, half width
const CORE = 0.26, LEAST_CORE = 0.9;          // of the body's width; px
const DOTTED = { in_force: { dot: 3.2, step: 7, head: [10, 5] }, known: { dot: 2, step: 5.5, head: [7.5, 3.8] } };

const between = (a, b, t) => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];

const SMOOTH = 14;         // px: longer pieces of a curve would show as straight

/** Round the corners of a coarse curve: Catmull-Rom through its points. */
export function smooth(points) {
  return points.flatMap((p1, i) => {
    if (i === points.length - 1) return [p1];
    const p0 = points[Math.max(0, i - 1)], p2 = points[i + 1], p3 = points[Math.min(points.length - 1, i + 2)];
    const parts = Math.min(8, Math.ceil(distance(p1, p2) / SMOOTH));
    return Array.from({ length: parts }, (_, part) => {
      const t = part / parts, u = t * t, v = u * t;
      return [0, 1].map(k => (2 * p1[k] + (p2[k] - p0[k]) * t + (2 * p0[k] - 5 * p1[k] + 4 * p2[k] - p3[k]) * u
        + (3 * p1[k] - p0[k] - 3 * p2[k] + p3[k]) * v) / 2);
    });
  });
}

/** Lengths from the start to each point. */
export function measureLine(points) {
  const at = [0];
  for (let i = 1; i < points.length; i++) at.push(at[i - 1] + distance(points[i - 1], points[i]));
  return at;
}

/** Point and direction at a length from the start. */
export function pointAt(points, lengths, wanted) {
  let i = 1;
  while (i < points.length - 1 && lengths[i] < wanted) i++;
  const span = lengths[i] - lengths[i - 1] || 1;
  const t = Math.max(0, Math.min(1, (wanted - lengths[i - 1]) / span));
  const along = [(points[i][0] - points[i - 1][0]) / span, (points[i][1] - points[i - 1][1]) / span];
  return { point: between(points[i - 1], points[i], t), along };
}

/** The line up to a length from its start. */
function upTo(points, lengths, end) {
  const kept = points.filter((_, i) => lengths[i] < end - 0.5);
  kept.push(pointAt(points, lengths, end).point);
  return kept;
}

/**
 * The stretch of a line that lies in a box, with one point more on either side.
 *
 * Returns {points, skipped (length left out at the start), whole (whether the end is there)}.
 */
export function inView(points, [left, top, right, bottom]) {
  const crosses = i => {
    const [x0, y0] = points[i], [x1, y1] = points[i + 1];
    return Math.max(x0, x1) >= left && Math.min(x0, x1) <= right && Math.max(y0, y1) >= top && Math.min(y0, y1) <= bottom;
  };
  let first = 0, last = points.length - 2;
  while (first <= last && !crosses(first)) first++;
  while (last >= first && !crosses(last)) last--;
  if (first > last) return null;
  return { points: points.slice(first, last + 2), skipped: measureLine(points)[first], whole: last === points.length - 2 };
}

function headOf(width, total) {
  const length = Math.min(Math.max(HEAD_LENGTH * width, SMALLEST_HEAD[0]), total / 2);
  return { length, half: Math.max(HEAD_HALF * width, SMALLEST_HEAD[1]) };
}

/** The outline of an arrow as one closed ring of points; without a head where the line's end is not there. */
export function arrowOutline(points, width, hasHead = true) {
  const lengths = measureLine(points), total = lengths[lengths.length - 1];
  const head = hasHead ? headOf(width, total) : { length: 0, half: 0 };
  const body = upTo(points, lengths, total - head.length), along = measureLine(body);
  const left = [], right = [];
  body.forEach((point, i) => {
    const before = body[Math.max(0, i - 1)], after = body[Math.min(body.length - 1, i + 1)];
    const span = distance(before, after) || 1, nx = -(after[1] - before[1]) / span, ny = (after[0] - before[0]) / span;
    left.push([point[0] + nx * width / 2, point[1] + ny * width / 2]);
    right.unshift([point[0] - nx * width / 2, point[1] - ny * width / 2]);
  });
  if (!hasHead) return [...left, ...right];
  return [...left, ...headPoints(points, lengths, total - head.length, head.half), ...right];
}

function headPoints(points, lengths, base, half) {
  const tip = points[points.length - 1], root = pointAt(points, lengths, base).point;
  const span = distance(root, tip) || 1, nx = -(tip[1] - root[1]) / span, ny = (tip[0] - root[0]) / span;
  return [[root[0] + nx * half, root[1] + ny * half], tip, [root[0] - nx * half, root[1] - ny * half]];
}

const colourOf = (flow, colours) =>
  (flow.drawn_as === 'known' ? colours.relation : colours[{ export: 'export_flow', import: 'import_flow', promise: 'export_flow' }[flow.style]] || colours.relation);

function drawDotted(group, flow, colours, scale) {
  const { dot, step, head } = DOTTED[flow.drawn_as], colour = colourOf(flow, colours);
  const lengths = measureLine(flow.points), total = lengths[lengths.length - 1];
  const end = flow.whole ? Math.max(total / 2, total - head[0] * scale) : total;
  const line = {
    d: pathOf(upTo(flow.points, lengths, end)), fill: 'none', 'stroke-linecap': 'round',
    'stroke-dasharray': `0.1 ${step * scale - 0.1}`, 'stroke-dashoffset': Math.round(flow.skipped % (step * scale)),
  };
  element('path', { ...line, stroke: colours.casing, 'stroke-width': (dot + 1.6) * scale, 'stroke-opacity': 0.75 }, group);
  element('path', { ...line, stroke: colour, 'stroke-width': dot * scale }, group);
  if (!flow.whole) return;
  const d = pathOf(headPoints(flow.points, lengths, end, head[1] * scale), true);
  element('path', { d, fill: colour, stroke: colours.casing, 'stroke-width': scale, 'paint-order': 'stroke' }, group);
}

function drawFilled(group, flow, colours, scale) {
  const d = pathOf(arrowOutline(flow.points, flow.width_px * scale, flow.whole), true), colour = colourOf(flow, colours);
  const casing = { d, fill: 'none', stroke: colours.casing, 'stroke-width': 3 * scale, 'stroke-linejoin': 'round' };
  element('path', casing, group);
  const planned = flow.drawn_as === 'target' || flow.style === 'promise';
  const ink = planned
    ? { fill: colours.india, 'fill-opacity': 0.6, stroke: colour, 'stroke-width': 1.5 * scale, 'stroke-dasharray': `${5 * scale} ${3 * scale}` }
    : { fill: colour };
  element('path', { class: 'arrow', d, ...ink }, group);
  if (flow.style === 'export' && !planned) drawCore(group, flow, colours, scale);
}

/** A light core along the body: what leaves is told from what comes also where colours are not seen. */
function drawCore(group, flow, colours, scale) {
  const lengths = measureLine(flow.points), total = lengths[lengths.length - 1], width = flow.width_px * scale;
  const end = total - (flow.whole ? headOf(width, total).length : 0), core = Math.max(CORE * width, LEAST_CORE);
  element('path', { class: 'core', d: pathOf(upTo(flow.points, lengths, end)), fill: 'none', stroke: colours.casing, 'stroke-width': Math.round(core * 100) / 100 }, group);
}

/** Draw one flow: {points, skipped, whole, drawn_as, style, width_px, selected} into an empty group. */
export function drawFlow(group, flow, colours, scale) {
  if (flow.selected) {
    const d = pathOf(flow.points), width = Math.max(flow.width_px, 3) + 9;
    element('path', { d, fill: 'none', stroke: colours.selection, 'stroke-width': width * scale, 'stroke-opacity': 0.35, 'stroke-linecap': 'round' }, group);
  }
  const filled = flow.drawn_as === 'figure' || flow.drawn_as === 'target';
  (filled ? drawFilled : drawDotted)(group, flow, colours, scale);
}
