// The atlas in one file: the state, and everything that shows it.

import { createAtlasMap, lettersThere } from '../atlas_map.js';
import { make } from '../controls.js';
import { createBadges } from './badges.js';
import { showDetails } from './details.js';
import { showFigures } from './figures.js';
import { createLayers, showLegend } from './key.js';
import { createPrinting } from './printing.js';
import { readAtlas } from './reading.js';
import { createSources } from './sources.js';
import { createTabs } from './tabs.js';
import { showText } from './text.js';
import { createTimeline } from './timeline.js';

const find = id => document.getElementById(id);
const written = id => JSON.parse(find(id).textContent);
const isDarkOutside = matchMedia('(prefers-color-scheme: dark)'), isCalm = matchMedia('(prefers-reduced-motion: reduce)');

/** Give out the files of the basemap, which stand in the page, each read once. */
function createLoad() {
  const read = new Map();
  return async name => {
    if (!read.has(name)) read.set(name, written(`basemap/${name}`));
    return read.get(name);
  };
}

function createPage() {
  const data = written('atlas'), { open, palette } = data, atlas = readAtlas(data);
  const state = { year: open.year, visible: new Set(open.rows), selected: null, theme: open.theme, isPrinting: false };
  const themeNow = () => (state.isPrinting ? 'light' : state.theme !== 'system' ? state.theme : isDarkOutside.matches ? 'dark' : 'light');
  const map = L.map('map', { ...data.map, center: [20, 83], zoom: 4 });
  const load = createLoad(), say = (kind, { id }) => { if (kind === 'picked') select(id); };
  const parts = createAtlasMap({ map, palette, load, say, begun: Promise.resolve() }), { scene, extent } = parts;
  const tabs = createTabs(() => tell()), { cite } = createSources(find('sources'), data.sources, () => tabs.open('sources'));
  const timeline = createTimeline(data, year => change({ year }));
  const layers = createLayers(find('layers'), data.rows, (id, on) => {
    state.visible[on ? 'add' : 'delete'](id);
    show();
  });
  const badges = createBadges(map.getContainer(), data.badges, parts.cover);
  const fit = bounds => {
    map.getContainer().scrollIntoView({ block: 'nearest' });      // on a phone it may be far above
    extent.show(bounds, map.options.zoomAnimation);
  };

  function show() {
    const { year, visible, selected } = state, told = atlas.year(year), colours = palette[themeNow()], legend = atlas.legend(year, visible);
    scene.setScene(atlas.scene(year, visible));
    timeline.show(year, told.label, told.notes);
    layers.show(visible, told.summaries, colours);
    badges.show(visible);
    showLegend(find('legend'), legend, data.marks, colours);
    showFigures(find('figures'), { told, year, chart: data.charts[data.chart], colours }, cite, select);
    const detail = atlas.detail(selected), chart = detail && detail.chart !== data.chart ? data.charts[detail.chart] : null;
    showDetails(find('details'), { detail, chart, year, colours }, cite, fit);
    tell();
    map.getContainer().setAttribute('aria-label', atlas.short(year, visible));
  }
  /** Write the text, as long as anybody reads it. */
  function tell() {
    if (state.isPrinting || !find('text').hidden) showText(find('text'), atlas.text(state.year, state.visible), cite);
  }
  const change = values => show(Object.assign(state, values));
  function select(id) {
    change({ selected: id });
    scene.select(id);
    if (!id) return;
    tabs.open('details');
    find('details').scrollTop = 0;
    find('told').scrollIntoView({ block: 'nearest' });
    find('said').textContent = `Selected: ${atlas.detail(id).title}`;
  }
  function wear() {
    const theme = themeNow(), button = find('theme');
    parts.wear({ theme, graticule: open.graticule, opacity: open.opacity, motion: !isCalm.matches });
    button.setAttribute('aria-pressed', theme === 'dark');
    show();
  }
  find('theme').addEventListener('click', () => wear(state.theme = themeNow() === 'dark' ? 'light' : 'dark'));
  find('read').addEventListener('click', () => {
    tabs.open('text');
    find('text').focus();
  });
  find('to-layers').addEventListener('click', () => {
    find('key').scrollIntoView();
    find('layers').querySelector('input').focus({ preventScroll: true });
  });
  find('whole').addEventListener('click', () => fit(data.everything));
  [isDarkOutside, isCalm].forEach(asked => asked.addEventListener('change', wear));
  createPrinting(parts, isPrinting => wear(Object.assign(state, { isPrinting })));
  map.on('resize', badges.tell);
  new ResizeObserver(() => {             // notices that open and notes of several lines take room from the map
    extent.hold();
    map.invalidateSize({ animate: false, pan: false });
  }).observe(map.getContainer());
  extent.show(open.bounds, false);
  wear();
  if (open.selected) select(open.selected);
  return { load, parts };
}

async function start() {
  for (const { name, text } of written('licences')) {
    make('h2', '', find('notices'), name);
    make('pre', '', find('notices'), text);
  }
  const { load, parts } = createPage();
  const [states] = await Promise.all([load('india_states.topojson'), parts.basemap.ready, lettersThere()]);
  parts.show(states);
  await parts.basemap.whole();
  document.documentElement.dataset.settled = '';
}

start();
