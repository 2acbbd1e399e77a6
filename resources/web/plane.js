// Points [x, y], segments, rings and boxes [left, top, right, bottom] in the plane, whatever their unit.

export const distance = (a, b) => Math.hypot(b[0] - a[0], b[1] - a[1]);

/** The square of the distance of x, y to the segment from x0, y0 that goes on by dx, dy. Plain numbers: it is asked thousands of times a drawing. */
export function squareToSegment(x, y, x0, y0, dx, dy) {
  const t = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1))), ex = x0 + t * dx - x, ey = y0 + t * dy - y;
  return ex * ex + ey * ey;
}

export const distanceToSegment = ([x, y], [x0, y0], [x1, y1]) => Math.sqrt(squareToSegment(x, y, x0, y0, x1 - x0, y1 - y0));

/** Whether two boxes overlap, or stand nearer to one another than a gap. */
export const meets = (a, b, gap = 0) => a[0] < b[2] + gap && b[0] < a[2] + gap && a[1] < b[3] + gap && b[1] < a[3] + gap;

/** Whether a point lies inside a ring. */
export function isInside([x, y], ring) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x0, y0] = ring[i], [x1, y1] = ring[j];
    if (y0 > y !== y1 > y && x < (x1 - x0) * (y - y0) / (y1 - y0) + x0) inside = !inside;
  }
  return inside;
}

/** The stretch of a segment that lies in a box, as shares of its length, 0 to 1; null where none does (Liang-Barsky). */
export function stretchIn(x, y, dx, dy, box) {
  let from = 0, to = 1;
  for (const [step, room] of [[-dx, x - box[0]], [dx, box[2] - x], [-dy, y - box[1]], [dy, box[3] - y]]) {
    if (step === 0) { if (room < 0) return null; } else if (step < 0) from = Math.max(from, room / step); else to = Math.min(to, room / step);
  }
  return from > to ? null : [from, to];
}
