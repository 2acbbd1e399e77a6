// The states as rings of longitude and latitude, for hatching.

import { latOf, lngOf, readTopology } from './topology.js';

/** Read the states' file: a function from an ISO 3166-2 code to rings of [lon, lat]; no rings where it is unknown. */
export function readRegions(file) {
  const { arcs, rings } = readTopology(file, 'states', ''), read = new Map();
  const pointsOf = reference => {
    const flat = arcs[reference < 0 ? ~reference : reference], points = [];
    for (let i = 0; i < flat.length; i += 2) points.push([lngOf(flat[i]), latOf(flat[i + 1])]);
    return reference < 0 ? points.reverse() : points;
  };
  return code => {
    if (!read.has(code)) read.set(code, rings.filter(ring => ring.code === code).map(ring => ring.arcs.flatMap(pointsOf)));
    return read.get(code);
  };
}
