// What lies under the pointer: generous, because nobody hits a thin line.

import { distance, distanceToSegment, isInside } from './plane.js';

const REACH = 6;           // px around symbols and lines

const distanceToLine = (point, points) => Math.min(...points.slice(1).map((to, i) => distanceToSegment(point, points[i], to)));

/** Find the thing at a point: {places, flows, areas, labels} as `drawScene` gave them; null where there is none. */
export function thingAt(point, { places, flows, areas, labels }) {
  const nearest = places.map(place => ({ place, away: distance(point, place.spot) - place.r })).sort((a, b) => a.away - b.away)[0];
  if (nearest && nearest.away <= REACH) return nearest.place.thing;
  const label = labels.find(({ id, box }) => id && point[0] >= box[0] && point[0] <= box[2] && point[1] >= box[1] && point[1] <= box[3]);
  if (label) return [...places, ...flows, ...areas].find(({ id }) => id === label.id).thing;
  const lines = flows.map(flow => ({ flow, away: distanceToLine(point, flow.points) - flow.width_px / 2 })).sort((a, b) => a.away - b.away)[0];
  if (lines && lines.away <= REACH) return lines.flow.thing;
  const area = areas.find(({ rings }) => rings.filter(ring => isInside(point, ring)).length % 2 === 1);
  return area ? area.thing : null;
}
