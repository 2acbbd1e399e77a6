// The map under the map: land, India, borders, coasts, waters, and the names and towns that a view could show.

import { Ground } from './ground.js';
import { createFiles } from './ground_files.js';
import { createNames } from './names.js';

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
