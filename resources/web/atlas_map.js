// The atlas on a Leaflet map: basemap, scene, controls, pointer. The window's page and the page in one file share it.

import { createBasemap } from './basemap.js';
import { addControls } from './controls.js';
import { createExtent } from './extent.js';
import { createMeasuring } from './measuring.js';
import { namesFor } from './names_on_map.js';
import { followPointer } from './pointer.js';
import { readRegions } from './regions.js';
import { SceneLayer, forgetWidths } from './scene_layer.js';

/** Where nothing is scaled, let what is drawn stand at whole pixels, as it was laid out: Leaflet leaves it between two, and words blurred. */
const { _updateTransform: scaled } = L.Renderer.prototype;
L.Renderer.include({
  _updateTransform(center, zoom) {
    scaled.call(this, center, zoom);
    if (center === this._center && zoom === this._zoom) L.DomUtil.setPosition(this._container, this._bounds.min);
  },
});

/** A promise, kept when the letters are there without which no word can be measured. */
export const lettersThere = () => Promise.all([400, 600].map(weight => document.fonts.load(`${weight} 12px "Noto Sans"`, 'A→')));

function panes(map) {
  for (const [name, level] of [['scene', 450], ['measuring', 500]]) {
    map.createPane(name).style.zIndex = level;
    map.getPane(name).style.pointerEvents = 'none';
  }
}

/** How everything looks: the colours of a theme, the opacity of rows, and whether things move. */
function createLook(map, palette) {
  const look = { colours: palette.light, opacity: {} };
  const wear = ({ theme, opacity, motion }) => {
    Object.assign(look, { colours: palette[theme], opacity });
    const { style, dataset } = document.documentElement;
    for (const [name, colour] of Object.entries(palette[theme])) style.setProperty(`--${name.replace(/_/g, '-')}`, colour);
    dataset.theme = theme;
    Object.assign(map.options, { zoomAnimation: motion, fadeAnimation: motion, inertia: motion });
    map._zoomAnimated = motion;        // Leaflet looks at its own option only once
  };
  wear({ theme: 'light', opacity: {}, motion: true });
  return { look, wear };
}

/**
 * Put the parts of the atlas on a map.
 *
 * `load(name)` gives a promise of a file of the basemap, `say(kind, fields)` hears what is done here, and the promise `begun`
 * is kept when it is known what to show first. The scene is not drawn before `show` was given the file of the states.
 */
export function createAtlasMap({ map, palette, load, say, begun }) {
  panes(map);
  const { look, wear } = createLook(map, palette), controls = addControls(map);
  let regions = { of: () => [], outlines: [] };
  const basemap = createBasemap(map, { load, begun, theme: 'light', arrived: () => redraw() });
  const redraw = () => scenes.forEach(one => one.draw());
  const around = obstacles => ({ regionOf: code => regions.of(code), outlines: () => regions.outlines, names: view => namesFor(basemap.candidates(), view), obstacles });
  let covered = [];      // boxes in px over which the window shows something of its own
  const badges = { boxes: () => [] }, onMap = symbols => [...controls.obstacles(basemap.credits(), symbols, Math.max(0, ...covered.map(box => box[3] + 6))), ...badges.boxes(), ...covered];
  const scene = new SceneLayer(look, around(onMap)), scenes = [scene], sceneUnder = { of: () => scene };
  const measuring = createMeasuring(map, say), extent = createExtent(map, say);
  const show = file => {
    regions = readRegions(file);
    scene.addTo(map);
    Object.assign(page, followPointer(map, event => sceneUnder.of(event), measuring, say));
  };
  document.fonts.addEventListener('loadingdone', () => {       // words in a script that was not needed before
    forgetWidths();
    redraw();
  });
  const page = {
    map, basemap, scene, measuring, extent, show,
    /** What a comparison adds to: every scene there is, whose boxes labels avoid, which scene lies under the pointer, and a further scene. */
    scenes, badges, sceneUnder, onMap, controls, another: (pane, obstacles) => new SceneLayer(look, around(obstacles), { pane }),
    cover: boxes => { covered = boxes; redraw(); },
    wear: appearance => {
      wear(appearance);
      basemap.setTheme(appearance.theme);
      basemap.setGraticule(appearance.graticule);
      redraw();
    },
  };
  return page;
}
