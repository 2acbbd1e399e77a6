// From arcs to the text of SVG paths: scaled, thinned to what a screen can show, cut to a box.
// Boxes are [left, top, right, bottom]; here all coordinates are pixels of the zoom being drawn.

const TOLERANCE = 0.4;     // px: a point nearer than this to the last one kept cannot be seen
const SPECK = 0.6;         // px: an island smaller than this is not drawn

export const meets = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
const within = (a, b) => a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];
const isSpeck = (box, scale) => Math.max(box[2] - box[0], box[3] - box[1]) * scale < SPECK;
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

function thinned(points, scale) {
  const kept = [], last = points.length - 2;
  let x = Infinity, y = Infinity;
  for (let i = 0; i <= last; i += 2) {
    const nextX = points[i] * scale, nextY = points[i + 1] * scale;
    if (i < last && Math.abs(nextX - x) + Math.abs(nextY - y) < TOLERANCE) continue;
    kept.push(x = nextX, y = nextY);
  }
  return kept;
}

function arcAt(topology, arc, scale) {
  if (topology.reducedAt !== scale) {
    topology.reduced = [];
    topology.reducedAt = scale;
  }
  if (!topology.reduced[arc]) topology.reduced[arc] = thinned(topology.arcs[arc], scale);
  return topology.reduced[arc];
}

function chainAt(topology, references, scale) {
  const points = [];
  for (const reference of references) {
    const arc = arcAt(topology, reference < 0 ? ~reference : reference, scale), skip = points.length ? 2 : 0;
    if (reference >= 0) for (let i = skip; i < arc.length; i++) points.push(arc[i]);
    else for (let i = arc.length - 2 - skip; i >= 0; i -= 2) points.push(arc[i], arc[i + 1]);
  }
  return points;
}

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

// Liang-Barsky: the stretches of a line that lie inside the box.
function cutLine(points, box) {
  const lines = [];
  let line = null;
  for (let i = 0; i + 3 < points.length; i += 2) {
    const x = points[i], y = points[i + 1], dx = points[i + 2] - x, dy = points[i + 3] - y;
    let from = 0, to = 1;
    for (const [step, room] of [[-dx, x - box[0]], [dx, box[2] - x], [-dy, y - box[1]], [dy, box[3] - y]]) {
      if (step === 0) { if (room < 0) to = -1; } else if (step < 0) from = Math.max(from, room / step); else to = Math.min(to, room / step);
    }
    if (from > to) { line = null; continue; }
    if (!line || from > 0) lines.push(line = [x + from * dx, y + from * dy]);
    line.push(x + to * dx, y + to * dy);
    if (to < 1) line = null;
  }
  return lines;
}

function text(points, origin, end) {
  let d = '', before = '';
  for (let i = 0; i < points.length; i += 2) {
    const at = Math.round((points[i] - origin.x) * 10) / 10 + ' ' + Math.round((points[i + 1] - origin.y) * 10) / 10;
    if (at !== before) d += (i ? 'L' : 'M') + at;
    before = at;
  }
  return d + end;
}

/** The path text of all rings that a test of their name lets through, cut to the box. */
export function ringsText(topology, wanted, box, scale, origin) {
  let d = '';
  for (const ring of topology.rings) {
    if (!wanted(ring.name)) continue;
    const ringBox = scaled(ring.box, scale);
    if (isSpeck(ring.box, scale) || !meets(ringBox, box)) continue;
    const points = chainAt(topology, ring.arcs, scale), inside = within(ringBox, box) ? points : cutRing(points, box);
    if (inside.length > 4) d += text(inside, origin, 'Z');
  }
  return d;
}

/** The path text of some arcs, cut to the box. */
export function arcsText(topology, arcs, box, scale, origin) {
  let d = '';
  for (const arc of arcs) {
    const arcBox = scaled(topology.boxes[arc], scale);
    if (!meets(arcBox, box)) continue;
    const points = arcAt(topology, arc, scale);
    for (const line of within(arcBox, box) ? [points] : cutLine(points, box)) d += text(line, origin, '');
  }
  return d;
}
