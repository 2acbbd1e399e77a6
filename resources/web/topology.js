// A TopoJSON file as the map needs it: arcs projected once, rings with their boxes, arcs sorted by what they are.
// Coordinates are Web Mercator pixels of zoom 0: x and y from 0 to 256, y downwards.

/** The name of lakes in the files of coasts. */
export const WATER = 'water';

const WORLD = 256, LIMIT = 85.0511287798, EQUATOR_M = 40075016.7;

export const worldX = lng => (lng + 180) / 360 * WORLD;

export function worldY(lat) {
  const sine = Math.sin(Math.max(-LIMIT, Math.min(LIMIT, lat)) * Math.PI / 180);
  return WORLD * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI));
}

export const lngOf = x => x / WORLD * 360 - 180;
export const latOf = y => Math.atan(Math.sinh(Math.PI * (1 - 2 * y / WORLD))) * 180 / Math.PI;

/** Metres on the ground to a pixel at a latitude; the scale is 2 to the zoom. */
export const metresPerPixel = (lat, scale) => EQUATOR_M * Math.cos(lat * Math.PI / 180) / (WORLD * scale);

/** The box [west, south, east, north] in degrees as [left, top, right, bottom] in zoom-0 pixels. */
export const worldBox = ([west, south, east, north]) => [worldX(west), worldY(north), worldX(east), worldY(south)];

function projected(arc, { scale, translate }) {
  const points = new Float64Array(arc.length * 2);
  let x = 0, y = 0;
  arc.forEach((step, i) => {
    x += step[0];
    y += step[1];
    points[2 * i] = worldX(x * scale[0] + translate[0]);
    points[2 * i + 1] = worldY(y * scale[1] + translate[1]);
  });
  return points;
}

function boxOf(points) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    box[0] = Math.min(box[0], points[i]);
    box[1] = Math.min(box[1], points[i + 1]);
    box[2] = Math.max(box[2], points[i]);
    box[3] = Math.max(box[3], points[i + 1]);
  }
  return box;
}

const union = (a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];

const arcOf = reference => (reference < 0 ? ~reference : reference);

function chainsOf({ type, arcs }) {
  if (type === 'MultiPolygon') return [].concat(...arcs);
  return type === 'LineString' ? [arcs] : arcs || [];
}

/** What an arc parts: land and a lake, home and the sea, two states at home, home and others, two countries, a country and the sea. */
function kindOf([one, other], home) {
  if ([one, other].some(side => side && side.name === WATER)) return 'bank';
  if (!other) return one.name === home ? 'shore' : 'coast';
  if (one.name === other.name) return one.part === other.part ? 'none' : 'inner';
  return one.name === home || other.name === home ? 'outline' : 'border';
}

/**
 * Read one object of a topology.
 *
 * rings: {name, part, arcs, box} for every ring or line; kinds: arc numbers by what `kindOf` calls them.
 */
export function readTopology(topology, objectName, home) {
  const arcs = topology.arcs.map(arc => projected(arc, topology.transform)), boxes = arcs.map(boxOf);
  const sides = arcs.map(() => []), rings = [], kinds = { border: [], coast: [], inner: [], outline: [], shore: [], bank: [], none: [] };
  for (const geometry of topology.objects[objectName].geometries) {
    const { name, state, iso_3166_2: code } = geometry.properties || {};
    const owner = code ? { name: home, part: code } : { name, part: state };
    for (const chain of chainsOf(geometry)) {
      chain.forEach(reference => sides[arcOf(reference)].push(owner));
      rings.push({ ...owner, arcs: chain, box: chain.map(r => boxes[arcOf(r)]).reduce(union) });
    }
  }
  sides.forEach((parties, arc) => { if (parties.length) kinds[kindOf(parties, home)].push(arc); });
  return { arcs, boxes, rings, kinds, weights: [] };
}
