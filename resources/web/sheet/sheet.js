// A sheet: one SVG document of fixed size, laid out, drawn, and given back as text when it is to be a file of its own.

import { connect, fetchJson, isScene } from '../bridge.js';
import { creditsOf, rowsIn } from '../credits.js';
import { createFiles } from '../ground_files.js';
import { readRegions } from '../regions.js';
import { element } from '../svg.js';
import { drawBare } from './bare.js';
import { chart, headlines } from './blocks.js';
import { differences } from './differences.js';
import { layOutMaps } from './halves.js';
import { drawHead, setHead } from './head.js';
import { key } from './key.js';
import { LEADING, MARGIN, layAround, layOut, tooSmall } from './layout.js';
import { boundsOf, drawMap, extentOf, fit, scaleBar, symbolsIn } from './map.js';
import { FAMILY, SMALL, group, round, measureAnew, sentence, wrapped, writeLines } from './text.js';

const PIXEL = 4 / 3;        // CSS pixels of a point
const PART = 40000;         // characters of one message with a piece of the drawing's text
const BLEED = 6;            // units of paper beyond the edge, so that no rounding of pixels leaves a white hair there
const FOOT = 34;            // units over and under the lines at the foot
const PASSES = 4;           // the foot tells what the map draws, and the map is as large as the foot lets it be
const SHEETS_A_COLLECTION = 10; // this engine lets garbage pile up, and asks for gc() to be called
const load = name => fetchJson(`../../basemap/${name}`);

/** The lines at the foot: marks, sources, notices of what is drawn, and the presenter's own. What limits the whole sheet is told here where no year tells it. */
function footLines({ notes, notices, closing, footer, shown: { year } }, { symbols, rows }, width) {
  const hasFlows = [...symbols].some(symbol => symbol.includes('/')), lines = words => wrapped(words, SMALL, 400, width);
  const told = notes.join(' · '), notice = [...(year ? [] : notices.conditions.map(sentence)), ...(hasFlows ? [notices.flows] : []), notices.boundaries, `${[...creditsOf(rows), ...closing].join('; ')}.`].join(' ');
  const apart = [told, notice].flatMap(lines), together = told ? lines(`${told}. ${notice}`) : apart;
  return [...(together.length < apart.length ? together : apart), ...lines(footer)];
}

const TABLE_AND_KEY = [[0.58, 0.42], [0.64, 0.36], [0.7, 0.3]];         // a table whose words need not be broken needs fewer lines

const scenesOf = ({ halves, scene }) => (halves ? halves.map(half => half.scene) : [scene]);

/** Settle layout, view and what they show, which depend on one another. */
async function settle(contents, { files, regionOf }) {
  const [width, height] = contents.size, extent = extentOf(contents.bounds), locator = contents.shown.locator ? files.rowsAt(0) : [];
  let seen = { symbols: new Set(contents.legend.map(entry => entry.symbol)), rows: [] }, settled;
  for (let pass = 0; pass < PASSES; pass++) {
    const foot = footLines(contents, seen, width - 2 * MARGIN), entries = contents.legend.filter(entry => seen.symbols.has(entry.symbol));
    const make = room => [headlines(contents, room), chart(contents, room), differences(contents, room), key(contents, entries, () => settled, room)].filter(Boolean);
    const parts = { foot: foot.length * LEADING + FOOT, head: (room, column) => setHead(contents, room, column), make, uneven: contents.differences ? TABLE_AND_KEY : [] };
    const page = { width, height }, laid = layOutMaps(contents, extent, shape => (contents.map_box && layAround(page, parts, contents.map_box)) || layOut(page, parts, shape));
    if (!laid) throw new Error(tooSmall({ width, height }, parts, extent, contents.paper_mm));
    const { layout, boxes, badges } = laid, view = fit(contents.bounds, boxes[0]), now = { symbols: new Set(scenesOf(contents).flatMap(scene => [...symbolsIn(scene, view, regionOf)])), rows: [...locator, ...rowsIn(files.rowsAt(view.zoom), boundsOf(view))] };
    settled = { foot, layout, boxes, badges, view, bar: scaleBar(view) };
    const same = [...now.symbols].sort().join() === [...seen.symbols].sort().join() && now.rows.length === seen.rows.length;
    seen = now;
    if (same) break;
  }
  await Promise.all([files.want(settled.view.zoom), ...(locator.length ? [files.want(0)] : [])]);
  return settled;
}

/** An empty sheet: paper of its size, in its colours, named for those who cannot see it. */
function begin({ size: [width, height], unit_pt: unit, colours, name, alt }) {
  document.body.textContent = '';
  measureAnew();
  const root = element('svg', { id: 'sheet', role: 'img', 'aria-labelledby': 'name alt', 'aria-describedby': 'text-version', viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'none', 'font-family': FAMILY, 'font-variant': 'none' }, document.body);
  for (const colour of Object.keys(colours)) root.style.setProperty(`--${colour.replace(/_/g, '-')}`, colours[colour]);
  Object.assign(root.style, { width: `${width * unit * PIXEL}px`, height: `${height * unit * PIXEL}px` });
  Object.assign(document.body.style, { width: `${Math.ceil(width * unit * PIXEL)}px`, height: `${Math.ceil(height * unit * PIXEL)}px` });
  element('title', { id: 'name' }, root).textContent = name;
  element('desc', { id: 'alt' }, root).textContent = alt;
  element('defs', {}, root);
  element('rect', { x: -BLEED, y: -BLEED, width: width + 2 * BLEED, height: height + 2 * BLEED, fill: colours.paper }, root);
  return root;
}

async function drawSheet(contents, ground) {
  const [width, height] = contents.size, root = begin(contents), settled = await settle(contents, ground), { layout, foot } = settled;
  const { halves } = contents;
  settled.boxes.forEach((box, i) => {
    const half = halves && halves[i];
    drawMap(root, { contents, view: settled.view, ...ground, box, obstacles: [], ...(half ? { scene: half.scene, watermark: half.watermark, suffix: i ? '' : '-a' } : {}) });
    element('rect', { x: round(box.x), y: round(box.y), width: round(box.width), height: round(box.height), fill: 'none', stroke: contents.colours.line, 'stroke-width': 1 }, root);
    if (half) settled.badges[i].draw(root, box);
  });
  Object.assign(settled, { ground, defs: () => root.querySelector('#scene defs') });
  drawHead(root, contents, layout, width);
  for (const { block, x, y, height: room } of layout.blocks) block.draw(root, x, y, room);
  writeLines(group(root, 'foot'), MARGIN, height - 22 - (foot.length - 1) * LEADING, foot, { size: SMALL, fill: contents.colours.soft_ink }, LEADING);
  return root;
}

/** The drawing as a file of its own: pixels for size, no style of the page. */
function written(root, [width, height]) {
  const copy = root.cloneNode(true);
  copy.removeAttribute('style');
  copy.setAttribute('width', width);
  copy.setAttribute('height', height);
  for (const keyed of copy.querySelectorAll('[data-key]')) {
    keyed.setAttribute('id', (keyed.closest('#scene-a') ? 'a-' : '') + keyed.dataset.key.replace(/[^\w.-]+/g, '-'));
    keyed.removeAttribute('data-key');
  }
  for (const classed of copy.querySelectorAll('[class]')) classed.removeAttribute('class');
  return new XMLSerializer().serializeToString(copy);
}

/** Wait until a picture of the drawing is there to be printed. */
const shown = image => new Promise((done, fail) => {
  image.addEventListener('load', done, { once: true });
  image.addEventListener('error', () => fail(new Error('the logo cannot be drawn')), { once: true });
});

const isSize = value => Array.isArray(value) && value.length === 2 && value.every(side => side > 0 && side < 1e5);

function understand(text) {
  const message = JSON.parse(text), { contents } = message;
  if (message.kind !== 'sheet' || !Number.isInteger(message.seq)) throw new Error(`expected a sheet, got ${message.kind}`);
  if (!isSize(contents.size) || !isSize(contents.pixels) || !scenesOf(contents).every(isScene)) throw new Error('sheet: contents are not what they should be');
  return message;
}

async function answer(text, ground, say) {
  const { seq, contents, as_text: asText } = understand(text);
  await Promise.all([400, 600].map(weight => document.fonts.load(`${weight} ${SMALL}px ${FAMILY}`, text)));
  const root = await (contents.place ? drawBare(begin(contents), contents, ground) : drawSheet(contents, ground)), drawing = asText ? written(root, contents.pixels) : '';
  for (let at = 0; at < drawing.length; at += PART) say('written', { seq, text: drawing.slice(at, at + PART) });
  await Promise.all(Array.from(root.querySelectorAll('image'), shown));
  root.getBoundingClientRect();
  while ([...document.fonts].some(face => face.status === 'loading')) await new Promise(done => setTimeout(done, 5));
  say('painted', { seq });
  if (window.gc && seq % SHEETS_A_COLLECTION === 0) window.gc();
}

(async () => {
  const { on, say } = await connect();
  const [table, states] = await Promise.all([load('zooms.json'), load('india_states.topojson')]);
  const regions = readRegions(states), ground = { files: createFiles(table, load, () => {}), regionOf: regions.of, outlines: regions.outlines };
  let last = Promise.resolve();
  on(text => { last = last.then(() => answer(text, ground, say)).catch(error => say('failed', { message: error.message })); });
  say('ready');
})();
