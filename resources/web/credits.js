// What is owed to whom for what is drawn of the basemap.

const meets = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** The rows of the basemap's table of files that have anything in a view: [west, south, east, north] in degrees. */
export const rowsIn = (rows, view) => rows.filter(({ box }) => !box || meets(box, view));

/** The words for some rows of the basemap's table of files, each once. */
export const creditsOf = rows => [...new Set([].concat(...rows.map(({ credits }) => credits)))];
