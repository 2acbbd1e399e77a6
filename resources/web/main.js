// The map page: joins folium's map, the basemap, the scene and Python.

import { createBasemap } from './basemap.js';
import { connect, fetchJson, understand } from './bridge.js';
import { addControls } from './controls.js';
import { creditsOf } from './credits.js';
import { createMeasuring } from './measuring.js';
import { namesFor } from './names_on_map.js';
import { followPointer } from './pointer.js';
import { readRegions } from './regions.js';
import { SceneLayer, forgetWidths } from './scene_layer.js';

const twoFrames = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
const corners = ([west, south, east, north]) => [[south, west], [north, east]];

function panes(map) {
  for (const [name, level] of [['scene', 450], ['measuring', 500]]) {
    map.createPane(name).style.zIndex = level;
    map.getPane(name).style.pointerEvents = 'none';
  }
}

/** The extent: who moved it last, and the one that Python asked for, which a change of size must not lose. */
function createExtent(map, say) {
  let by = 'program', asked = null, fitting = null;
  const fit = animate => {
    fitting = asked;
    map.fitBounds(corners(asked), { animate });
  };
  const show = (bounds, animate) => {
    [by, asked] = ['program', bounds];
    if (!fitting) fit(animate);           // Leaflet would lose one of two: the end of the first begins the second
  };
  const isMovedByUser = () => { [by, asked] = ['user', null]; };
  ['pointerdown', 'wheel', 'keydown'].forEach(name => map.getContainer().addEventListener(name, isMovedByUser, true));
  map.on('moveend', () => {
    const done = fitting;
    fitting = null;
    if (done && asked && asked !== done) return fit(false);
    const box = map.getBounds();
    say('viewed', { bounds: [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()], zoom: map.getZoom(), by });
  });
  map.on('resize', () => {
    by = 'resize';
    if (!asked) return map.fire('moveend');
    asked = [...asked];                   // another one to fit, in the room that there is now
    if (!fitting) fit(false);
  });
  return {
    show,
    zoomBy(steps) {
      isMovedByUser();
      map.setZoom(map.getZoom() + steps * map.options.zoomDelta);
    },
  };
}

/** Fetch a file of the basemap, each once. */
function createLoad() {
  const asked = new Map();
  return name => {
    if (!asked.has(name)) asked.set(name, fetchJson(`../basemap/${name}`));
    return asked.get(name);
  };
}

async function start() {
  const load = createLoad(), states = load('india_states.topojson');
  const fonts = Promise.all([400, 600].map(weight => document.fonts.load(`${weight} 12px "Noto Sans"`, 'A→')));
  load('zooms.json');
  const [map, bridge, palette] = await Promise.all([window.atlas.map, connect(), fetchJson('../styles/palette.json')]);
  const say = bridge.say, look = { colours: palette.light, opacity: {}, motion: true };
  let begin;
  const begun = new Promise(done => { begin = done; });
  panes(map);
  const basemap = createBasemap(map, { load, begun, theme: 'light', arrived: () => scene.draw() });
  const controls = addControls(map);
  let regions = { of: () => [], outlines: [] };
  const scene = new SceneLayer(look, {
    regionOf: code => regions.of(code), outlines: () => regions.outlines, obstacles: () => controls.obstacles(creditsOf(basemap.rows())), names: view => namesFor(basemap.candidates(), view),
  });
  const measuring = createMeasuring(map, say);
  const extent = createExtent(map, say);

  const wear = ({ theme, graticule, opacity, motion }) => {
    Object.assign(look, { colours: palette[theme], opacity, motion });
    for (const [name, colour] of Object.entries(palette[theme])) document.documentElement.style.setProperty(`--${name.replace(/_/g, '-')}`, colour);
    document.documentElement.dataset.theme = theme;
    Object.assign(map.options, { zoomAnimation: motion, fadeAnimation: motion, inertia: motion });
    basemap.setTheme(theme);
    basemap.setGraticule(graticule);
    scene.draw();
  };
  const told = {
    scene: ({ seq, scene: next }) => {
      scene.setScene(next);
      drawn.then(twoFrames).then(() => say('painted', { seq }));
    },
    view: ({ bounds, animate }) => extent.show(bounds, animate && look.motion),
    zoom: ({ by }) => extent.zoomBy(by),
    select: ({ id }) => scene.select(id),
    look: wear,
    measure: ({ on }) => measuring.switchTo(on),
    distance: ({ text }) => measuring.show(text),
  };
  const drawn = Promise.all([states, basemap.ready, fonts]).then(([file]) => {
    regions = readRegions(file);
    scene.addTo(map);
    followPointer(map, scene, measuring, say);
  });
  document.fonts.addEventListener('loadingdone', () => {       // words in a script that was not needed before
    forgetWidths();
    scene.draw();
  });
  wear({ theme: 'light', graticule: false, opacity: {}, motion: true });
  bridge.on(text => {
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
  const tellRefusals = () => window.atlas.refusals.splice(0).forEach(([directive, address]) => say('refused', { directive, address }));
  window.addEventListener('securitypolicyviolation', tellRefusals);
  tellRefusals();
  window.addEventListener('error', event => say('failed', { message: event.message }));
  window.addEventListener('unhandledrejection', event => say('failed', { message: String(event.reason) }));
  say('ready');
}

start();
