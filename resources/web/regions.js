// The states as longitude and latitude: rings to be hatched, and the outline of them all.

import { latOf, lngOf, readTopology } from './topology.js';

const COARSE = 0.25;       // degrees: labels that avoid the outline need it no finer

function coarse(points) {
  const kept = [points[0]];
  for (const point of points) {
    const [lon, lat] = kept[kept.length - 1];
    if (Math.abs(point[0] - lon) + Math.abs(point[1] - lat) > COARSE) kept.push(point);
  }
  return [...kept, points[points.length - 1]];
}

/**
 * Read the states' file.
 *
 * of(code): rings of [lon, lat] of the state with this ISO 3166-2 code, none where it is unknown. outlines: coarse lines
 * of [lon, lat] round all states together.
 */
export function readRegions(file) {
  const { arcs, rings, kinds } = readTopology(file, 'states', ''), read = new Map();
  const pointsOf = reference => {
    const flat = arcs[reference < 0 ? ~reference : reference], points = [];
    for (let i = 0; i < flat.length; i += 2) points.push([lngOf(flat[i]), latOf(flat[i + 1])]);
    return reference < 0 ? points.reverse() : points;
  };
  const outlines = kinds.shore.map(pointsOf).filter(points => points.length > 12).map(coarse);
  const of = code => {
    if (!read.has(code)) read.set(code, rings.filter(ring => ring.part === code).map(ring => ring.arcs.flatMap(pointsOf)));
    return read.get(code);
  };
  return { of, outlines };
}
