// From arcs to the text of SVG paths: scaled, thinned to what a screen can show, cut to a box.
// Boxes are [left, top, right, bottom]; here all coordinates are pixels of the zoom being drawn.

import { meets, stretchIn } from './plane.js';

const TOLERANCE = 0.5;     // px: a point that lies nearer than this to the line without it is left out
const SPECK = 0.9;         // px: an island smaller than this is not drawn

const within = (a, b) => a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];
const isSpeck = box => Math.max(box[2] - box[0], box[3] - box[1]) < SPECK;
const scaled = (box, scale) => box.map(v => v * scale);

/** What remains of the box when the holes are taken out: up to four boxes for each hole. */
export function without(box, holes) {
  return holes.reduce((pieces, hole) => [].concat(...pieces.map(p => {
    if (!meets(p, hole)) return [p];
    const top = Math.max(p[1], hole[1]), bottom = Math.min(p[3], hole[3]);
    return [[p[0], p[1], p[2], top], [p[0], bottom, p[2], p[3]], [p[0], top, hole[0], bottom], [hole[2], top, p[2], bottom]]
      .filter(q => q[0] < q[2] && q[1] < q[3]);
  })), [box]);
}

// Douglas-Peucker once for all zooms: for each point the tolerance from which on it may go, in zoom-0 pixels.
function weigh(points) {
  const last = points.length / 2 - 1, weight = new Float64Array(last + 1), stretches = [0, last, Infinity];
  weight[0] = weight[last] = Infinity;
  while (stretches.length) {
    const limit = stretches.pop(), to = stretches.pop(), from = stretches.pop();
    const [far, distance] = farthest(points, from, to);
    if (far < 0) continue;
    weight[far] = Math.min(limit, Math.sqrt(distance));
    stretches.push(from, far, weight[far], far, to, weight[far]);
  }
  return weight;
}

function farthest(points, from, to) {
  const x = points[2 * from], y = points[2 * from + 1], dx = points[2 * to] - x, dy = points[2 * to + 1] - y;
  const square = dx * dx + dy * dy || 1;
  let far = -1, most = -1;
  for (let i = from + 1; i < to; i++) {
    const px = points[2 * i] - x, py = points[2 * i + 1] - y, t = Math.max(0, Math.min(1, (px * dx + py * dy) / square));
    const distance = (px - t * dx) * (px - t * dx) + (py - t * dy) * (py - t * dy);
    if (distance > most) { most = distance; far = i; }
  }
  return [far, most];
}

function thinned(topology, number, scale) {
  const points = topology.arcs[number], weight = topology.weights[number] || (topology.weights[number] = weigh(points));
  const kept = [], least = TOLERANCE / scale;
  for (let i = 0; i < weight.length; i++) {
    if (weight[i] > least) kept.push(Math.round(points[2 * i] * scale * 10), Math.round(points[2 * i + 1] * scale * 10));
  }
  return kept;
}

function arcAt(topology, reference, scale) {
  if (topology.scale !== scale) {
    topology.scale = scale;
    topology.thinned = new Map();
  }
  let arc = topology.thinned.get(reference);
  if (!arc) {
    const forward = reference >= 0, points = forward ? thinned(topology, reference, scale) : turned(arcAt(topology, ~reference, scale).points);
    topology.thinned.set(reference, arc = { points, steps: null });
  }
  return arc;
}

function turned(points) {
  const back = [];
  for (let i = points.length - 2; i >= 0; i -= 2) back.push(points[i], points[i + 1]);
  return back;
}

// Tenths as text. Small steps make up nearly all of a path, and looking a text up is four times as fast as making it.
const written = new Map();
function tenths(v) {
  let known = written.get(v);
  if (known === undefined) {
    known = String(v / 10);
    if (Math.abs(v) < 1000) written.set(v, known);
  }
  return known;
}

function stepsText(points) {
  let d = '';
  for (let i = 2; i < points.length; i += 2) d += 'l' + tenths(points[i] - points[i - 2]) + ' ' + tenths(points[i + 1] - points[i - 1]);
  return d;
}

const stepsOf = arc => arc.steps || (arc.steps = stepsText(arc.points));

// Sutherland-Hodgman against one side of the box: axis 0 is x, sign 1 keeps what lies beyond the limit.
function cutSide(points, axis, limit, sign) {
  const kept = [], n = points.length;
  for (let i = 0, j = n - 2; i < n; j = i, i += 2) {
    const here = (points[i + axis] - limit) * sign, before = (points[j + axis] - limit) * sign;
    if (here >= 0 !== before >= 0) {
      const t = before / (before - here), cut = [0, 0];
      cut[axis] = limit;
      cut[1 - axis] = points[j + 1 - axis] + t * (points[i + 1 - axis] - points[j + 1 - axis]);
      kept.push(cut[0], cut[1]);
    }
    if (here >= 0) kept.push(points[i], points[i + 1]);
  }
  return kept;
}

const cutRing = (points, box) =>
  cutSide(cutSide(cutSide(cutSide(points, 0, box[0], 1), 0, box[2], -1), 1, box[1], 1), 1, box[3], -1);

// The stretches of a line that lie inside the box.
function cutLine(points, box) {
  const lines = [];
  let line = null;
  for (let i = 0; i + 3 < points.length; i += 2) {
    const x = points[i], y = points[i + 1], dx = points[i + 2] - x, dy = points[i + 3] - y;
    const stretch = stretchIn(x, y, dx, dy, box);
    if (!stretch) { line = null; continue; }
    const [from, to] = stretch;
    if (!line || from > 0) lines.push(line = [x + from * dx, y + from * dy]);
    line.push(x + to * dx, y + to * dy);
    if (to < 1) line = null;
  }
  return lines;
}

const moveTo = (points, origin) => 'M' + (points[0] - origin.x * 10) / 10 + ' ' + (points[1] - origin.y * 10) / 10;
const rounded = points => points.map(Math.round);

/** The path text of all rings that a test of their name lets through, cut to the box. */
export function ringsText(topology, wanted, box, scale, origin) {
  const room = scaled(box, 10);
  let d = '';
  for (const ring of topology.rings) {
    const ringBox = scaled(ring.box, scale);
    if (!wanted(ring.name) || isSpeck(ringBox) || !meets(ringBox, box)) continue;
    const arcs = ring.arcs.map(reference => arcAt(topology, reference, scale));
    if (within(ringBox, box)) d += moveTo(arcs[0].points, origin) + arcs.map(stepsOf).join('') + 'Z';
    else {
      const points = rounded(cutRing([].concat(...arcs.map(arc => arc.points)), room));
      if (points.length > 4) d += moveTo(points, origin) + stepsText(points) + 'Z';
    }
  }
  return d;
}

/** The path text of some arcs, cut to the box. */
export function arcsText(topology, numbers, box, scale, origin) {
  const room = scaled(box, 10);
  let d = '';
  for (const number of numbers) {
    const arcBox = scaled(topology.boxes[number], scale);
    if (!meets(arcBox, box)) continue;
    const arc = arcAt(topology, number, scale);
    if (within(arcBox, box)) d += moveTo(arc.points, origin) + stepsOf(arc);
    else for (const line of cutLine(arc.points, room).map(rounded)) d += moveTo(line, origin) + stepsText(line);
  }
  return d;
}
