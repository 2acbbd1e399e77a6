// The blocks beside or below the map: headlines, chart and legend. Each says how high it must be and may be, and draws itself.

import { element } from '../svg.js';
import { SMALL, group, round, widthOf, wrapped, write, writeLines } from './text.js';
import { drawChart } from './chart.js';
import { SCALE, drawSample } from './map.js';

const NUMBER = 32, UNIT = 20, WHAT = 20, LEADING = 25, PAD = 16, GAP = 22, SPACE = 6;
const SCALE_BAR = 40;
const SAMPLE = { place: 34, flow: 110 };

const rule = (parent, x, y, width, colours) =>
  element('path', { d: `M${x} ${round(y)}h${round(width)}`, fill: 'none', stroke: colours.line, 'stroke-width': 1 }, parent);

function headlineParts(item, width, colours) {
  const tail = [item.unit, item.letter && `[${item.letter}]`].filter(Boolean).join(' ');
  const size = item.found ? NUMBER : 24;
  const number = widthOf(item.number, size, 600) + (tail ? widthOf(tail, UNIT) + SPACE : 0);
  const beside = width - number - GAP, stacked = beside < width * 0.42, room = stacked ? width : beside;
  const what = wrapped(item.what, WHAT, 400, room);
  const lines = [].concat(...item.lines.map(line => wrapped(line, SMALL, 400, room)));
  const height = (stacked ? NUMBER + 8 : 0) + (what.length + lines.length) * LEADING;
  return { item, tail, size, number, stacked, what, lines, height: Math.max(height, NUMBER + 6), fill: item.found ? colours[`${item.style}_text`] || colours.ink : colours.soft_ink };
}

function drawHeadline(parent, part, x, y, width, colours) {
  const { item, tail, size, number, stacked, what, lines, fill } = part;
  const base = y + 24, left = stacked ? x : x + width - number, end = left + widthOf(item.number, size, 600);
  write(parent, left, base, item.number, { size, weight: 600, fill });
  if (tail) write(parent, end + SPACE, base, tail, { size: UNIT, fill: colours.soft_ink });
  const first = stacked ? base + NUMBER : base;
  const next = writeLines(parent, x, first, what, { size: WHAT, fill: colours.ink }, LEADING);
  writeLines(parent, x, next, lines, { size: SMALL, fill: colours.soft_ink }, LEADING);
}

export function headlines({ headlines: items, colours }, width) {
  const parts = items.map(item => headlineParts(item, width, colours));
  const height = parts.reduce((sum, part) => sum + part.height + PAD * 2, 0) - (parts.length ? PAD : 0);
  return { least: Math.max(0, height), stretch: 0, draw(root, x, top) {
    const parent = group(root, 'figures');
    parts.reduce((y, part, i) => {
      if (i) rule(parent, x, y - PAD, width, colours);
      drawHeadline(parent, part, x, y, width, colours);
      return y + part.height + PAD * 2;
    }, top);
  } };
}

export function chart({ chart: model, colours, year }, width) {
  if (!model) return null;
  const title = wrapped(model.title, SMALL, 600, width), head = title.length * LEADING;
  return { least: head + 160, stretch: 280, draw(root, x, top, height) {
    const parent = group(root, 'chart');
    writeLines(parent, x, top + 20, title, { size: SMALL, weight: 600, fill: colours.ink }, LEADING);
    drawChart(parent, model, { x, y: top + head + 8, width, height: height - head - 8 }, colours, year);
  } };
}

function legendEntry(entry, width) {
  const wide = entry.symbol.includes('/') ? SAMPLE.flow : SAMPLE.place;
  const lines = wrapped(entry.letter ? `${entry.text} [${entry.letter}]` : entry.text, SMALL, 400, width - wide - 14);
  return { entry, wide, lines, height: Math.max(lines.length * LEADING, entry.width_px * SCALE * 2.3, 32) + 6 };
}

export function legend({ entries, bar, defs, colours }, width) {
  const parts = entries.map(entry => legendEntry(entry, width));
  const height = parts.reduce((sum, part) => sum + part.height, 0) + SCALE_BAR;
  return { least: height, stretch: 0, draw(root, x, top) {
    const parent = group(root, 'legend');
    const y = parts.reduce((at, part) => {
      const middle = at + part.height / 2;
      drawSample(parent, part.entry, { x, y: middle, width: part.wide, colours, defs: defs() });
      writeLines(parent, x + part.wide + 14, middle + 7 - (part.lines.length - 1) * LEADING / 2, part.lines, { size: SMALL, fill: colours.ink }, LEADING);
      return at + part.height;
    }, top);
    drawScaleBar(group(parent, 'scale-bar'), x, y + SCALE_BAR - 8, bar(), colours);
  } };
}

function drawScaleBar(parent, x, y, { length, words }, colours) {
  element('path', { d: `M${x} ${round(y - 8)}v8h${round(length)}v-8`, fill: 'none', stroke: colours.ink, 'stroke-width': 1.6 }, parent);
  write(parent, x + Math.max(length, SAMPLE.flow) + 14, y + 3, words, { size: SMALL, fill: colours.ink });
}
