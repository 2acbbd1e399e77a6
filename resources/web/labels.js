// Labels without collisions: each has spots it could take; the best that is free is taken, or none.
// Boxes are [left, top, right, bottom] in pixels.

import { meets, squareToSegment, stretchIn } from './plane.js';

const GAP = 3;             // px between two labels
const TRIES = 60;          // spots for which others are asked to move
const HIDDEN = 1500;       // cost of leaving a label out
const UNDER_SYMBOL = 600;  // cost of a mark that a symbol covers in part: better than none
const WORTH = 3;           // gain for which labels are moved
const PASSES = 3;          // how often labels are asked to move

const grown = ([left, top, right, bottom], by) => [left - by, top - by, right + by, bottom + by];

// Two thousand spots are held against these at every drawing, so they are plain loops over numbers.

function meetsAny(box, boxes) {
  for (let i = 0; i < boxes.length; i++) if (meets(box, boxes[i], 2)) return true;
  return false;
}

function touchesAny(box, discs) {
  for (let i = 0; i < discs.length; i++) {
    const { spot, r } = discs[i], x = spot[0], y = spot[1];
    const dx = Math.max(box[0] - x, 0, x - box[2]), dy = Math.max(box[1] - y, 0, y - box[3]);
    if (dx * dx + dy * dy < (r + 1) * (r + 1)) return true;
  }
  return false;
}

/** Whether a thin line touches a disc that is not the label's own. */
function tieTouchesAny(tie, discs, own) {
  const x0 = tie[0][0], y0 = tie[0][1], dx = tie[1][0] - x0, dy = tie[1][1] - y0;
  for (let i = 0; i < discs.length; i++) {
    const { spot, r, key } = discs[i];
    if (key !== own && squareToSegment(spot[0], spot[1], x0, y0, dx, dy) < (r + 1) * (r + 1)) return true;
  }
  return false;
}

/** Whether a segment crosses a box, and does not only touch it. */
function crosses([[x0, y0], [x1, y1]], box) {
  const stretch = stretchIn(x0, y0, x1 - x0, y1 - y0, box);
  return stretch !== null && stretch[0] < stretch[1];
}

/** Whether a thin line begins out of sight, or is cut by what is not the label's own. */
const isBadTie = (tie, own, room, obstacles, discs) =>
  !meets([...tie[0], ...tie[0]], room) || obstacles.some(box => crosses(tie, box)) || tieTouchesAny(tie, discs, own);

const collide = (a, b) =>
  meets(a.box, b.box, GAP) || Boolean(a.tie && crosses(a.tie, b.box)) || Boolean(b.tie && crosses(b.tie, a.box));

/** The spots of a label that the map itself allows, the best first. */
function choices(item, spotsOf, { room, discs, obstacles, field, home, arrows }) {
  const found = [], { onLine, shunsHome, givesWay, most, key } = item;
  for (const variant of item.variants) {
    for (const spot of spotsOf(variant)) {
      const { x, y, tie } = spot, right = x + variant.width, bottom = y + variant.height;
      if (x < room[0] || y < room[1] || right > room[2] || bottom > room[3]) continue;
      // A mark that is tied to its line stands clear of symbols; one on the line may lie under them, at a price.
      const box = [x, y, right, bottom], isOnLine = onLine && !tie;
      if (meetsAny(box, obstacles) || (!isOnLine && touchesAny(box, discs)) || (tie && isBadTie(tie, key, room, obstacles, discs))) continue;
      const covered = isOnLine ? 0 : field.under(box);
      let cost = spot.cost + variant.cost + covered + (isOnLine && touchesAny(box, discs) ? UNDER_SYMBOL : 0);
      if (shunsHome && cost <= most) cost += home.under(grown(box, GAP));
      if (tie && cost <= most) cost += 4 * field.along(tie);
      if (cost > most) continue;
      if (!onLine && !givesWay) cost += arrows.under(box);
      found.push({ item, variant, box, tie, align: spot.align || 'start', covered, cost });
    }
  }
  return found.sort((a, b) => a.cost - b.cost);
}

const hidden = ({ worth = 1 }) => worth * HIDDEN;

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
  const before = now ? now.cost : hidden(item);
  for (const spot of all.get(item.key).below(before).slice(0, TRIES)) {
    if (spot.cost > before - WORTH) return null;
    const next = others.filter(other => !collide(spot, other));
    next.push(spot);
    let gain = before - spot.cost;
    for (const other of others.filter(one => collide(spot, one))) {
      const moved = all.get(other.item.key).best(next);
      if (moved) next.push(moved);
      gain -= (moved ? moved.cost : hidden(other.item)) - other.cost;
      if (gain < WORTH) break;
    }
    if (gain >= WORTH) return next;
  }
  return null;
}

/** Ask labels for their best spots until none moves any more: one that was moved may have a better spot by then. */
function settle(own, first, all) {
  let placed = first;
  for (let pass = 0; pass < PASSES; pass++) {
    const before = placed;
    for (const item of own) placed = makeRoom(item, placed, all) || placed;
    if (placed === before) break;
  }
  return placed;
}

/**
 * Place labels, the most wanted first.
 *
 * items: [{key, variants: [{width, height, cost}], spots: {near(variant), far(variant), farFrom}, onLine, most, givesWay, shunsHome, worth}];
 * near and far give [{x, y, cost, align, tie}]. `worth`: what leaving it out costs, an ordinary one 1. A label that gives way never moves another.
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
  const first = own.reduce(add, []), settled = settle(own, first, all);
  return rest.reduce(add, settled);
}
