// The key to the map as one block: what is drawn, how wide its arrows are, how long a way is, where north and where in the world it is.

import { element } from '../svg.js';
import { drawLocator, locatorSize } from './locator.js';
import { SCALE, drawSample } from './map.js';
import { SMALL, group, round, wrapped, write, writeLines } from './text.js';

const LEADING = 25, SAMPLE = { place: 34, flow: 110 }, BESIDE = 14, LEAST_ROW = 35;
const ROW = { height: 50, bar: 190 }, NORTH = { width: 26, gap: 26 }, LOCATOR = { gap: 24, above: 10 };
const WIDTHS = 'Arrow widths', OWN_SCALE = ', a scale for each substance';

const isWidth = entry => entry.width_px > 0;

/** An entry with its sample; without the width legend an arrow's entry does not say what its width stands for. */
function setEntry(entry, width, { shown }) {
  const wide = entry.symbol.includes('/') ? SAMPLE.flow : SAMPLE.place, text = isWidth(entry) && !shown.widths ? entry.text.split(':')[0] : entry.text;
  const lines = wrapped(entry.letter ? `${text} [${entry.letter}]` : text, SMALL, 400, width - wide - BESIDE);
  return { height: Math.max(lines.length * LEADING + 4, entry.width_px * SCALE * 2.3 + 4, LEAST_ROW), draw(parent, x, top, { colours, defs }) {
    const middle = top + this.height / 2;
    drawSample(parent, entry, { x, y: middle, width: wide, colours, defs: defs() });
    writeLines(parent, x + wide + BESIDE, middle + 7 - (lines.length - 1) * LEADING / 2, lines, { size: SMALL, fill: colours.ink }, LEADING);
  } };
}

function setHeading(entries, width) {
  const substances = new Set(entries.map(entry => entry.text.split(':')[0])), lines = wrapped(WIDTHS + (substances.size > 1 ? OWN_SCALE : ''), SMALL, 600, width);
  return { height: 9 + lines.length * LEADING, draw(parent, x, top, { colours }) {
    writeLines(parent, x, top + 26, lines, { size: SMALL, weight: 600, fill: colours.ink }, LEADING);
  } };
}

/** The rows of the legend, those of the width legend behind a heading of their own. */
function setLegend(entries, width, contents) {
  const widths = contents.shown.widths ? entries.filter(isWidth) : [], others = entries.filter(entry => !widths.includes(entry));
  const rows = (contents.shown.legend ? others : []).map(entry => ({ name: 'symbols', ...setEntry(entry, width, contents) }));
  const ladder = [...(widths.length ? [setHeading(widths, width)] : []), ...widths.map(entry => setEntry(entry, width, contents))];
  return [...rows, ...ladder.map(row => ({ ...row, name: 'widths' }))];
}

function drawScaleBar(parent, x, base, { length, words }, colours) {
  element('path', { d: `M${x} ${round(base - 8)}v8h${round(length)}v-8`, fill: 'none', stroke: colours.ink, 'stroke-width': 1.6 }, parent);
  write(parent, x, base - 14, words, { size: SMALL, fill: colours.ink });
}

/** The map is Web Mercator: north is up at every point of it. */
function drawNorth(parent, x, base, colours) {
  const middle = x + NORTH.width / 2;
  element('path', { d: `M${middle} ${round(base - 42)}l9 21l-9 -5l-9 5z`, fill: colours.ink }, parent);
  write(parent, middle, base + 1, 'N', { size: SMALL, weight: 600, fill: colours.ink, anchor: 'middle' });
}

/** Scale bar and north arrow in a row, beside the locator or over it. */
function setPlace({ shown, bounds }, width) {
  const locator = shown.locator ? locatorSize(bounds) : null, row = shown.scale || shown.north ? ROW.height : 0, wide = (shown.north ? NORTH.width + NORTH.gap : 0) + ROW.bar;
  const isBeside = locator && locator.width + LOCATOR.gap + wide <= width, above = locator ? LOCATOR.above : 0;
  const height = locator ? above + (isBeside ? Math.max(row, locator.height) : row + locator.height) : row;
  return { name: 'place', height, draw(parent, x, top, { colours, bar, ground, view }) {
    const left = isBeside ? x + locator.width + LOCATOR.gap : x, base = (isBeside ? top + height : top + row) - 3;
    if (locator) drawLocator(parent, { x, y: top + height - locator.height, ...locator }, { colours, ground, view, bounds });
    if (shown.north) drawNorth(group(parent, 'north'), left, base, colours);
    if (shown.scale) drawScaleBar(group(parent, 'scale-bar'), left + (shown.north ? NORTH.width + NORTH.gap : 0), base, bar, colours);
  } };
}

/** The block; `settled` gives, once it is drawn, {bar, view, ground, defs()}. */
export function key(contents, entries, settled, width) {
  const rows = [...setLegend(entries, width, contents), setPlace(contents, width)].filter(({ height }) => height);
  if (!rows.length) return null;
  return { name: 'the legend', least: rows.reduce((sum, row) => sum + row.height, 0), stretch: 0, draw(root, x, top) {
    const parent = group(root, 'legend'), parts = { symbols: group(parent, 'symbols'), widths: group(parent, 'widths'), place: group(parent, 'place') };
    rows.reduce((y, row) => {
      row.draw(parts[row.name], x, y, { colours: contents.colours, ...settled() });
      return y + row.height;
    }, top);
  } };
}
