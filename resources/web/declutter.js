// Symbols that would overlap stand apart: the first keeps its place, the next moves to the nearest free spot.

import { distance, distanceToSegment } from './plane.js';

const TURN = 2 * Math.PI, DIRECTIONS = 24;
const GAP = 1.5;           // px between two symbols
const UNSEEN = 3;          // px: a symbol this near to its place needs no leader
const STEP = 5;            // px between the rings of spots that are tried

const isFree = (spot, r, taken) => taken.every(other => distance(spot, other.spot) >= r + other.r + GAP);

/** How much a spot is worth avoiding: far from its place, a leader across symbols, a place of another one under it. */
function cost(spot, symbol, taken, symbols) {
  const crossed = taken.filter(other => distanceToSegment(other.spot, symbol.at, spot) < other.r).length;
  const covered = symbols.filter(other => other !== symbol && distance(other.at, spot) < symbol.r).length;
  const leaders = taken.filter(other => other.moved && distanceToSegment(spot, other.at, other.spot) < symbol.r).length;
  return distance(spot, symbol.at) + 14 * crossed + 8 * covered + 14 * leaders;
}

function spotFor(symbol, taken, symbols) {
  if (isFree(symbol.at, symbol.r, taken)) return symbol.at;
  const first = symbol.r + 6;
  for (let ring = 0, found = [], last = Infinity; ; ring++) {
    const radius = ring === 0 ? UNSEEN : first + (ring - 1) * STEP;
    for (let i = 0; i < DIRECTIONS; i++) {
      const angle = i / DIRECTIONS * TURN;
      const spot = [symbol.at[0] + radius * Math.cos(angle), symbol.at[1] + radius * Math.sin(angle)];
      if (isFree(spot, symbol.r, taken)) found.push({ spot, cost: cost(spot, symbol, taken, symbols) });
    }
    if (found.length && last === Infinity) last = ring + 4;
    if (ring >= last) return found.reduce((best, one) => (one.cost < best.cost - 1e-6 ? one : best)).spot;
  }
}

/**
 * Give every symbol a spot on which it covers no other.
 *
 * symbols: [{at: [x, y] px, r: px, …}], the one that should keep its place first. The same list always gives the same
 * spots. Returns the symbols with `spot` and `moved` (whether a leader must show where it belongs).
 */
export function standApart(symbols) {
  const taken = [];
  for (const symbol of symbols) {
    const spot = spotFor(symbol, taken, symbols);
    taken.push({ ...symbol, spot, moved: distance(spot, symbol.at) > UNSEEN + 0.5 });
  }
  return taken;
}
