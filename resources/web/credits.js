// What is owed to whom for what is drawn of the basemap.

import { meets } from './plane.js';

/** The rows of the basemap's table of files that have anything in a view: [west, south, east, north] in degrees. */
export const rowsIn = (rows, view) => rows.filter(({ box }) => !box || meets(box, view));

/** The words for some rows of the basemap's table of files, each once. */
export const creditsOf = rows => [...new Set([].concat(...rows.map(({ credits }) => credits)))];
