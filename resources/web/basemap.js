// The map under the map: land, India, borders, coasts, waters, and the names and towns that a view could show.

import { creditsOf, rowsIn } from './credits.js';
import { Ground } from './ground.js';
import { createFiles } from './ground_files.js';
import { namesIn } from './names.js';

const NEAR_ZOOM = 8.5;       // from here on coasts are drawn creek by creek
const SMALLEST_PX = 48;      // Chromium makes a page 100 by 30 pixels small before it gives it the size that it will have

/** A promise, kept when there is room for a map: only then its zoom is known, and with it what must be fetched. */
const roomFor = map => new Promise(done => {
  const look = () => {
    const { x, y } = map.getSize();
    if (Math.min(x, y) < SMALLEST_PX) return;
    map.off('resize', look);
    done();
  };
  map.on('resize', look);
  look();
});

/**
 * Put the basemap under a Leaflet map.
 *
 * `load(name)` gives a promise of the parsed file `name` of the basemap's folder; nothing but the table of files is asked for
 * until the promise `begun` is kept and there is room, because only then the first view is known. The promise `ready` of what
 * comes back is kept as soon as that view is drawn whole; what other zooms need follows by itself, and `arrived` is called
 * whenever there may be other names.
 */
export function createBasemap(map, { load, begun, theme, arrived }) {
  const pane = map.createPane('basemap');
  pane.style.zIndex = 150;
  const grounds = [];
  let files = null, graticule = false;
  const ready = Promise.all([load('zooms.json'), begun, roomFor(map)]).then(async ([table]) => {
    files = createFiles(table, load, () => {
      if (!grounds.length) return;
      grounds.forEach(one => one.redraw());
      arrived();
    });
    await files.want(map.getZoom());
    const ground = new Ground(files, { pane: 'basemap', padding: 0.12 }).addTo(map);
    ground.setGraticule(graticule);
    grounds.push(ground);
    const follow = () => {
      pane.toggleAttribute('data-near', map.getZoom() >= NEAR_ZOOM);
      return files.want(map.getZoom());
    };
    map.on('zoomend', follow);
    follow();
  });
  const view = () => {
    const box = map.getBounds();
    return [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()];
  };
  const setTheme = name => { pane.dataset.theme = name; };
  setTheme(theme);
  return {
    ready,
    /** A promise, kept when all that belongs to the present zoom is there and drawn. */
    whole: () => files.want(map.getZoom()),
    setTheme,
    setGraticule(on) {
      graticule = on;
      grounds.forEach(one => one.setGraticule(on));
    },
    /** The same ground once more, in a pane of the same map that lies elsewhere; give it back to `drop`. */
    again(name) {
      const other = new Ground(files, { pane: name, padding: 0.12 }).addTo(map);
      other.setGraticule(graticule);
      grounds.push(other);
      return other;
    },
    drop(other) {
      grounds.splice(grounds.indexOf(other), 1);
      other.remove();
    },
    /** What is owed to whom for what is drawn in the present view. */
    credits: () => (files ? creditsOf(rowsIn(files.rowsAt(map.getZoom()), view())) : []),
    /** The names that the present view could show, the most wanted first. */
    candidates: () => (files ? namesIn(files.names(), { zoom: map.getZoom(), bounds: view(), graticule }) : []),
  };
}
