// Which files of the basemap are drawn at a zoom, fetched when they are first wanted.

import { HOME } from './ground_paths.js';
import { readTopology } from './topology.js';

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
