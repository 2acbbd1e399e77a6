// The map under the map: land, India, borders, coasts, waters, and the names and towns that a view could show.

import { readTopology } from './topology.js';
import { Ground } from './ground.js';
import { HOME } from './ground_paths.js';
import { createNames } from './names.js';

const shown = (row, zoom) => zoom >= row.from && zoom < row.to;

/** The files named by the table of zooms: fetched once, given out when they are there. */
export function createFiles(table, load, arrived) {
  const read = new Map(), asked = new Map();
  const key = row => row.file + '/' + row.object;
  const ask = row => {
    if (!asked.has(row.file)) asked.set(row.file, load(row.file));
    return asked.get(row.file).then(topology => {
      if (!read.has(key(row))) read.set(key(row), readTopology(topology, row.object, HOME));
    });
  };
  const active = (rows, zoom) => rows.filter(row => shown(row, zoom));
  const missing = rows => rows.filter(row => !read.has(key(row)));
  const give = rows => rows.filter(row => read.has(key(row))).map(row => ({ row, topology: read.get(key(row)) }));

  /** What the zoom's rows have, or, while its ground is still on the way, the ground that is there. */
  function land(zoom) {
    const rows = active(table.land, zoom), [ground] = rows;
    if (!missing([ground]).length) return give(rows);
    return [...give(table.land.filter(row => !row.box)).slice(-1), ...give(rows)];
  }
  function want(zoom) {
    const rows = missing([...active(table.land, zoom), ...active(table.over, zoom)]);
    return Promise.all(rows.map(ask)).then(() => { if (rows.length) arrived(); });
  }
  const rowsAt = zoom => [...active(table.land, zoom), ...active(table.over, zoom)];
  return { land, over: zoom => give(active(table.over, zoom)), first: zoom => ask(active(table.land, zoom)[0]), want, rowsAt };
}

/**
 * Put the basemap under a Leaflet map.
 *
 * `load(name)` gives a promise of the parsed file `name` of the basemap's folder. The promise `ready` of what comes back
 * is kept as soon as the ground of the first view is drawn; all else follows by itself.
 */
export function createBasemap(map, { load, theme }) {
  const pane = map.createPane('basemap');
  pane.style.zIndex = 150;
  let ground = null, files = null, names = null, graticule = false;
  const ready = load('zooms.json').then(async table => {
    files = createFiles(table, load, () => ground.redraw());
    names = createNames(map, table, load);
    await files.first(map.getZoom());
    ground = new Ground(files, { pane: 'basemap', padding: 0.2 }).addTo(map);
    ground.setGraticule(graticule);
    const follow = () => files.want(map.getZoom());
    map.on('zoomend', follow);
    setTimeout(follow, 0);
  });
  const setTheme = name => { pane.dataset.theme = name; };
  setTheme(theme);
  return {
    ready,
    setTheme,
    setGraticule(on) {
      graticule = on;
      if (ground) ground.setGraticule(on);
    },
    candidates: () => (names ? names.candidates() : []),
  };
}
