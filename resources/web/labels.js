// Labels without collisions: each has spots it could take; the best that is free is taken, or none.
// Boxes are [left, top, right, bottom] in pixels.

const GAP = 3;             // px between two labels
const TRIES = 60;          // spots for which others are asked to move
const HIDDEN = 1000;       // cost of leaving a label out
const UNDER_SYMBOL = 300;  // cost of a mark that a symbol covers in part: better than none
const WORTH = 3;           // gain for which labels are moved

export const overlap = (a, b, gap = 0) =>
  a[0] < b[2] + gap && b[0] < a[2] + gap && a[1] < b[3] + gap && b[1] < a[3] + gap;
const isInside = (box, [left, top, right, bottom]) => box[0] >= left && box[1] >= top && box[2] <= right && box[3] <= bottom;

const grown = ([left, top, right, bottom], by) => [left - by, top - by, right + by, bottom + by];

function touchesDisc(box, { spot: [x, y], r }) {
  const dx = Math.max(box[0] - x, 0, x - box[2]), dy = Math.max(box[1] - y, 0, y - box[3]);
  return dx * dx + dy * dy < (r + 1) * (r + 1);
}

function segmentTouches([[x0, y0], [x1, y1]], { spot: [x, y], r }) {
  const dx = x1 - x0, dy = y1 - y0, t = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x0 + t * dx - x, y0 + t * dy - y) < r + 1;
}

/** Whether a segment crosses a box (Liang-Barsky). */
export function crosses([[x0, y0], [x1, y1]], box) {
  let from = 0, to = 1;
  for (const [step, room] of [[x0 - x1, x0 - box[0]], [x1 - x0, box[2] - x0], [y0 - y1, y0 - box[1]], [y1 - y0, box[3] - y0]]) {
    if (step === 0) { if (room < 0) return false; } else if (step < 0) from = Math.max(from, room / step); else to = Math.min(to, room / step);
  }
  return from < to;
}

const collide = (a, b) =>
  overlap(a.box, b.box, GAP) || Boolean(a.tie && crosses(a.tie, b.box)) || Boolean(b.tie && crosses(b.tie, a.box));

/** The spots of a label that the map itself allows, the best first. */
function choices(item, spotsOf, { room, discs, obstacles, field, home }) {
  const found = [];
  for (const variant of item.variants) {
    for (const spot of spotsOf(variant)) {
      const box = [spot.x, spot.y, spot.x + variant.width, spot.y + variant.height];
      if (!isInside(box, room) || obstacles.some(other => overlap(box, other, 2))) continue;
      const hidden = discs.some(disc => touchesDisc(box, disc)), isOnLine = item.onLine && !spot.tie;
      if (hidden && !isOnLine) continue;
      if (spot.tie && discs.some(disc => disc.key !== item.key && segmentTouches(spot.tie, disc))) continue;
      const covered = isOnLine ? 0 : field.under(box);
      const cost = spot.cost + variant.cost + (hidden ? UNDER_SYMBOL : 0) + covered + (item.shunsHome ? home.under(grown(box, GAP)) : 0) + (spot.tie ? 4 * field.along(spot.tie) : 0);
      if (cost > item.most) continue;
      found.push({ item, variant, box, tie: spot.tie, align: spot.align || 'start', covered, cost });
    }
  }
  return found.sort((a, b) => a.cost - b.cost);
}

const firstFree = (spots, placed) => spots.find(spot => placed.every(other => !collide(spot, other)));

/** A label's spots: those near at once, those far off only when they are asked for. */
function createSpots(item, ground) {
  let near = null, all = null;
  const close = () => {
    near = near || choices(item, item.spots.near, ground);
    return near;
  };
  const whole = () => {
    if (!item.spots.far) return close();
    if (!all) all = [...close(), ...choices(item, item.spots.far, ground)].sort((a, b) => a.cost - b.cost);
    return all;
  };
  const { farFrom = Infinity } = item.spots;
  return {
    below: cost => (cost <= farFrom ? close() : whole()),
    best(placed) {
      const spot = firstFree(close(), placed);
      return spot && spot.cost <= farFrom ? spot : firstFree(whole(), placed);
    },
  };
}

/**
 * Give a label a better spot although others stand there, if those find spots that cost less than what is won.
 *
 * Returns all labels as they then stand, or null.
 */
function makeRoom(item, placed, all) {
  const now = placed.find(one => one.item === item), others = placed.filter(one => one !== now);
  const before = now ? now.cost : HIDDEN;
  for (const spot of all.get(item.key).below(before).slice(0, TRIES)) {
    if (spot.cost > before - WORTH) return null;
    const next = others.filter(other => !collide(spot, other));
    next.push(spot);
    let gain = before - spot.cost;
    for (const other of others.filter(one => collide(spot, one))) {
      const moved = all.get(other.item.key).best(next);
      if (moved) next.push(moved);
      gain -= (moved ? moved.cost : HIDDEN) - other.cost;
      if (gain < WORTH) break;
    }
    if (gain >= WORTH) return next;
  }
  return null;
}

/**
 * Place labels, the most wanted first.
 *
 * items: [{key, variants: [{width, height, cost}], spots: {near(variant), far(variant), farFrom}, onLine, most, givesWay, shunsHome}];
 * near and far give [{x, y, cost, align, tie}]. A label that gives way never moves another.
 * ground: {room: box, discs: [{spot, r}], obstacles: [box], field: CostField, home: CostField}. The same input gives the same labels.
 * Returns [{item, variant, box, tie, align, covered}]; a label for which there is no room is left out.
 */
export function placeLabels(items, ground) {
  const all = new Map(items.map(item => [item.key, createSpots(item, ground)]));
  const own = items.filter(item => !item.givesWay), rest = items.filter(item => item.givesWay);
  const add = (placed, item) => {
    const spot = all.get(item.key).best(placed);
    return spot ? [...placed, spot] : placed;
  };
  const first = own.reduce(add, []), settled = own.reduce((placed, item) => makeRoom(item, placed, all) || placed, first);
  return rest.reduce(add, settled);
}
