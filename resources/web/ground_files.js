// Which files of the basemap are drawn at a zoom, fetched when they are first wanted.

import { HOME } from './ground_paths.js';
import { readNames } from './names.js';
import { readTopology } from './topology.js';

const shown = (row, zoom) => zoom >= row.from && zoom < row.to;

/** The files named by the table of zooms: fetched once, given out when they are there. */
export function createFiles(table, load, arrived) {
  const read = new Map(), asked = new Map();
  const key = row => row.file + '/' + row.object;
  const ask = row => {
    if (!asked.has(row.file)) asked.set(row.file, load(row.file));
    return asked.get(row.file).then(file => {
      if (!read.has(key(row))) read.set(key(row), row.object ? readTopology(file, row.object, HOME) : file);
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
  const rowsAt = zoom => [...active(table.land, zoom), ...active(table.over, zoom), ...active(table.names, zoom)];
  function want(zoom) {
    const rows = missing(rowsAt(zoom));
    return Promise.all(rows.map(ask)).then(() => { if (rows.length) arrived(); });
  }
  const known = new Map();

  /** What there is of names: {names, towns, ports}, read once for each set of files that is there. */
  function names() {
    const rows = table.names.filter(row => read.has(key(row))), set = rows.map(key).join();
    if (!known.has(set)) known.set(set, readNames(Object.fromEntries(table.names.map(row => [row.class, read.get(key(row))]))));
    return known.get(set);
  }
  return { land, over: zoom => give(active(table.over, zoom)), want, rowsAt, names };
}
