// What is owed to whom for what is drawn of the basemap.

/** The words for some rows of the basemap's table of files, each once. */
export const creditsOf = rows => [...new Set([].concat(...rows.map(({ credits }) => credits)))];
