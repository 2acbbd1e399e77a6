// The map page: joins folium's map, the basemap, the scene and Python.

import { createBasemap } from './basemap.js';
import { connect, fetchJson, understand } from './bridge.js';
import { addControls } from './controls.js';
import { creditsOf } from './credits.js';
import { createExtent } from './extent.js';
import { createMeasuring } from './measuring.js';
import { namesFor } from './names_on_map.js';
import { followPointer } from './pointer.js';
import { readRegions } from './regions.js';
import { SceneLayer, forgetWidths } from './scene_layer.js';

const twoFrames = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));

function panes(map) {
  for (const [name, level] of [['scene', 450], ['measuring', 500]]) {
    map.createPane(name).style.zIndex = level;
    map.getPane(name).style.pointerEvents = 'none';
  }
}

/** Fetch a file of the basemap, each once. */
function createLoad() {
  const asked = new Map();
  return name => {
    if (!asked.has(name)) asked.set(name, fetchJson(`../basemap/${name}`));
    return asked.get(name);
  };
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
  };
  wear({ theme: 'light', opacity: {}, motion: true });
  return { look, wear };
}

/** The parts of the page on folium's map; `begun` is kept when Python has said what to show first. */
function createPage({ map, palette, load, say, begun }) {
  panes(map);
  const { look, wear } = createLook(map, palette), controls = addControls(map);
  let regions = { of: () => [], outlines: [] };
  const basemap = createBasemap(map, { load, begun, theme: 'light', arrived: () => scene.draw() });
  const scene = new SceneLayer(look, {
    regionOf: code => regions.of(code), outlines: () => regions.outlines, names: view => namesFor(basemap.candidates(), view),
    obstacles: () => controls.obstacles(creditsOf(basemap.rows())),
  });
  const measuring = createMeasuring(map, say), extent = createExtent(map, say);
  const show = file => {
    regions = readRegions(file);
    scene.addTo(map);
    followPointer(map, scene, measuring, say);
  };
  return { map, basemap, scene, measuring, extent, wear, show };
}

/** What is done at each message of Python. */
function listeners({ map, basemap, scene, measuring, extent, wear }, drawn, say) {
  return {
    scene: ({ seq, scene: next }) => {
      scene.setScene(next);
      drawn.then(twoFrames).then(() => say('painted', { seq }));
    },
    view: ({ bounds, animate }) => extent.show(bounds, animate && map.options.zoomAnimation),
    zoom: ({ by }) => extent.zoomBy(by),
    select: ({ id }) => scene.select(id),
    look: look => {
      wear(look);
      basemap.setTheme(look.theme);
      basemap.setGraticule(look.graticule);
      scene.draw();
    },
    measure: ({ on }) => measuring.switchTo(on),
    distance: ({ text }) => measuring.show(text),
  };
}

/** Tell Python what goes wrong here, also what went wrong before there was anybody to tell. */
function tellTrouble(say) {
  const tellRefusals = () => window.atlas.refusals.splice(0).forEach(([directive, address]) => say('refused', { directive, address }));
  window.addEventListener('securitypolicyviolation', tellRefusals);
  tellRefusals();
  window.addEventListener('error', event => say('failed', { message: event.message }));
  window.addEventListener('unhandledrejection', event => say('failed', { message: String(event.reason) }));
}

async function start() {
  const load = createLoad(), states = load('india_states.topojson');
  const fonts = Promise.all([400, 600].map(weight => document.fonts.load(`${weight} 12px "Noto Sans"`, 'A→')));
  load('zooms.json');
  const [map, { on, say }, palette] = await Promise.all([window.atlas.map, connect(), fetchJson('../styles/palette.json')]);
  let begin;
  const begun = new Promise(done => { begin = done; });
  const page = createPage({ map, palette, load, say, begun }), { scene, basemap } = page;
  const drawn = Promise.all([states, basemap.ready, fonts]).then(([file]) => page.show(file)), told = listeners(page, drawn, say);
  document.fonts.addEventListener('loadingdone', () => {       // words in a script that was not needed before
    forgetWidths();
    scene.draw();
  });
  on(text => {
    try {
      const message = understand(text);
      told[message.kind](message);
    } catch (error) {
      say('failed', { message: String(error && error.stack || error) });
    }
    begin();
  });
  const settled = () => drawn.then(twoFrames).then(basemap.whole).then(twoFrames);      // what was said just before is heard first
  Object.assign(window.atlas, { scene, settled });
  tellTrouble(say);
  say('ready');
}

start();
