// Which names of the basemap a view could show, the most wanted first: countries, seas, states, towns, ports, degrees.

import { graticuleStep } from './ground_paths.js';

const MOST_TOWNS = 48, APART = 44;       // towns in a view; px between two of them
const TOWNS_FROM = 4.8, HARBOURS_FROM = 6.5, PORTS_FROM = 8;
const NEAR = 0.3;                        // degrees: a port this near to a town of its name is the town's
const LARGE = 1.5e6;                     // inhabitants: a town as well known as the state around it
const PARTIES = ['India', 'China', 'Japan'];  // the atlas is about these
// Where the name of a country that is small beside its name may stand, [degrees east, degrees north]: a little within
// its outline, or over the sea that is its own. Set over a neighbour it would say that the neighbour is called so.
const HOMES = {
  India: [[74.5, 33.5], [77.5, 34], [79, 30.5], [80, 28.6], [83.5, 27.2], [88, 26.2], [88.5, 22], [86.8, 21], [85.5, 19.7], [82.3, 16.7], [80.2, 15],
    [79.5, 10.5], [77.7, 8.4], [76.5, 9.5], [74.8, 13], [73.3, 17], [72.6, 21.5], [70.5, 20.9], [68.8, 23.6], [71, 24.6], [70.2, 26.5], [70.4, 28], [74.5, 31]],
  Japan: [[129, 33], [130, 37], [131, 42], [140, 46.5], [150, 46], [152, 36], [142, 28], [132, 29]],
};
const RANK = { party: 0, country: 0, sea: 1, meridian: 1, parallel: 1, city: 2, state: 3, town: 4, port: 5 };

const leastFor = zoom => 5e6 / Math.pow(3.3, zoom - TOWNS_FROM);   // inhabitants of a town to be shown at a zoom

/** Of towns near to one another on the screen only the first. */
function apart(towns, zoom) {
  const room = APART / 256 * 360 / Math.pow(2, zoom), kept = [];
  for (const town of towns) {
    if (kept.length < MOST_TOWNS && kept.every(({ lon, lat }) => Math.abs(lon - town.lon) > room || Math.abs(lat - town.lat) > room / 2)) kept.push(town);
  }
  return kept;
}

const records = ({ cols, rows }) => rows.map(row => Object.fromEntries(cols.map((name, i) => [name, row[i]])));

/** Read the tables of names, towns and ports, those there are. */
export function readNames(tables) {
  const read = Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, table ? records(table) : []]));
  const townOf = port => read.towns.find(({ name, lon, lat }) => name === port.name && Math.abs(lon - port.lon) < NEAR && Math.abs(lat - port.lat) < NEAR);
  const harbours = new Set(read.ports.map(townOf));
  return { ...read, ports: read.ports.filter(port => !townOf(port)), harbours };
}

function degrees(value, positive, negative) {
  const size = `${Math.abs(value)}°`;
  return value ? `${size} ${value > 0 ? positive : negative}` : size;
}

function graticuleNames(zoom, [west, south, east, north]) {
  const step = graticuleStep(zoom), names = [];
  for (let lng = Math.ceil(west / step) * step; lng <= east; lng += step) {
    names.push({ kind: 'meridian', text: degrees(((lng + 540) % 360) - 180, 'E', 'W'), lat: north, lng });
  }
  for (let lat = Math.ceil(south / step) * step; lat <= north; lat += step) names.push({ kind: 'parallel', text: degrees(lat, 'N', 'S'), lat, lng: west });
  return names;
}

/**
 * The names that a view could show.
 *
 * `known` is what `readNames` gives, `bounds` [west, south, east, north] in degrees. Gives [{key, text, lat, lng, rank, kind}],
 * the lowest rank first; kind is party (a country that the atlas is about), country, sea, state, town, port, meridian or parallel, `harbour` tells towns with a port,
 * and `home` is the outline, [[lng, lat]], in which the name must stand.
 */
export function namesIn({ names, towns, ports, harbours }, { zoom, bounds, graticule }) {
  const [west, south, east, north] = bounds, least = leastFor(zoom);
  const isIn = ({ lon, lat }) => lon > west && lon < east && lat > south && lat < north;
  const labels = names.filter(name => zoom >= name.first && zoom < name.last && isIn(name))
    .map(({ text, kind, lon, lat }) => ({
      kind: PARTIES.includes(text) ? 'party' : kind, home: HOMES[text], text: kind === 'country' ? text.toUpperCase() : text, lng: lon, lat,
    }));
  const shownTowns = zoom < TOWNS_FROM ? [] : apart(towns.filter(town => town.weight >= least && isIn(town)), zoom);
  const shownPorts = zoom < PORTS_FROM ? [] : ports.filter(isIn).slice(0, MOST_TOWNS);
  const found = [...labels,
    ...shownTowns.map(town => ({
      kind: 'town', text: town.name, lat: town.lat, lng: town.lon, large: town.weight > LARGE, harbour: zoom >= HARBOURS_FROM && harbours.has(town),
    })),
    ...shownPorts.map(({ name, lat, lon }) => ({ kind: 'port', text: name, lat, lng: lon, harbour: true })),
    ...(graticule ? graticuleNames(zoom, bounds) : [])];
  return found.map(name => ({ ...name, key: `${name.kind}/${name.text}/${name.lng.toFixed(2)}`, rank: RANK[name.large ? 'city' : name.kind] }))
    .sort((a, b) => a.rank - b.rank);
}
