// What lies under the pointer: generous, because nobody hits a thin line.

const REACH = 6;           // px around symbols and lines

const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);

function distanceToLine(point, points) {
  let least = Infinity;
  for (let i = 1; i < points.length; i++) {
    const [x0, y0] = points[i - 1], dx = points[i][0] - x0, dy = points[i][1] - y0, length = dx * dx + dy * dy || 1;
    const t = Math.max(0, Math.min(1, ((point[0] - x0) * dx + (point[1] - y0) * dy) / length));
    least = Math.min(least, distance(point, [x0 + t * dx, y0 + t * dy]));
  }
  return least;
}

function isWithin([x, y], ring) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x0, y0] = ring[i], [x1, y1] = ring[j];
    if (y0 > y !== y1 > y && x < (x1 - x0) * (y - y0) / (y1 - y0) + x0) inside = !inside;
  }
  return inside;
}

/** Find the thing at a point: {places, flows, areas, labels} as `drawScene` gave them; null where there is none. */
export function thingAt(point, { places, flows, areas, labels }) {
  const nearest = places.map(place => ({ place, away: distance(point, place.spot) - place.r })).sort((a, b) => a.away - b.away)[0];
  if (nearest && nearest.away <= REACH) return nearest.place.thing;
  const label = labels.find(({ id, box }) => id && point[0] >= box[0] && point[0] <= box[2] && point[1] >= box[1] && point[1] <= box[3]);
  if (label) return [...places, ...flows, ...areas].find(({ id }) => id === label.id).thing;
  const lines = flows.map(flow => ({ flow, away: distanceToLine(point, flow.points) - flow.width_px / 2 })).sort((a, b) => a.away - b.away)[0];
  if (lines && lines.away <= REACH) return lines.flow.thing;
  const area = areas.find(({ rings }) => rings.filter(ring => isWithin(point, ring)).length % 2 === 1);
  return area ? area.thing : null;
}
