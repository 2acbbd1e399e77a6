// The map page: joins folium's map and Python.

import { createAtlasMap, lettersThere } from './atlas_map.js';
import { connect, fetchJson, understand } from './bridge.js';

/** What the view shows that the atlas mostly opens with: asked for before anybody knows which view it will be. */
const OPENING_FILES = ['zooms.json', 'world_lo.topojson', 'rivers_lakes_50m.topojson', 'names.json'];

const isCalm = matchMedia('(prefers-reduced-motion: reduce)');

const twoFrames = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));

/** Fetch a file of the basemap, each once. */
function createLoad() {
  const asked = new Map();
  return name => {
    if (!asked.has(name)) asked.set(name, fetchJson(`../basemap/${name}`));
    return asked.get(name);
  };
}

/** Collect garbage after so many scenes: this engine lets it pile up, and asks for gc() to be called. */
const SCENES_A_COLLECTION = 25;

/** What a comparison is told; its code is fetched when the first one begins. */
function comparing(page, drawn, say) {
  let there = null;
  const asked = () => {
    there = there || Promise.all([window.atlas.bring('./comparison.js'), drawn]).then(([{ createComparison }]) => createComparison(page, say));
    return there;
  };
  return {
    other: ({ scene }) => (scene || there) && asked().then(comparison => comparison.setScene(scene)),
    compare: told => (told.manner !== 'none' || there) && asked().then(comparison => comparison.show(told)),
  };
}

/** What is done at each message of Python. */
function listeners(page, drawn, say) {
  const { map, scenes, scene, measuring, extent, wear } = page;
  const isPainted = seq => {
    say('painted', { seq });
    if (window.gc && seq % SCENES_A_COLLECTION === 0) window.gc();
  };
  return {
    scene: ({ seq, scene: next }) => {
      scene.setScene(next);
      drawn.then(twoFrames).then(() => isPainted(seq));
    },
    view: ({ bounds, animate, fly }) => extent.show(bounds, animate && map.options.zoomAnimation, fly),
    zoom: ({ by }) => extent.zoomBy(by),
    select: ({ id }) => scenes.forEach(one => one.select(id)),
    look: look => wear({ ...look, motion: look.motion && !isCalm.matches }),
    measure: ({ on }) => measuring.switchTo(on),
    cover: ({ boxes }) => page.cover(boxes),
    distance: ({ text }) => measuring.show(text),
    ...comparing(page, drawn, say),
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
  const load = createLoad(), states = load('india_states.topojson'), letters = lettersThere();
  OPENING_FILES.forEach(load);
  const [map, { on, say }, palette] = await Promise.all([window.atlas.map, connect(), fetchJson('../styles/palette.json')]);
  let begin;
  const begun = new Promise(done => { begin = done; });
  const page = createAtlasMap({ map, palette, load, say, begun }), { scene, basemap } = page;
  const drawn = Promise.all([states, basemap.ready, letters]).then(([file]) => page.show(file)), told = listeners(page, drawn, say);
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
