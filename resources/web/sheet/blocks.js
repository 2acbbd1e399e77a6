// Two blocks beside or below the map: headlines and chart. Each says how high it must be and may be, and draws itself.

import { SMALL, balanced, group, rule, widthOf, wrapped, write, writeLines } from './text.js';
import { drawChart } from './chart.js';

const NUMBER = 32, UNIT = 20, WHAT = 20, LEADING = 25, PAD = 14, GAP = 22, SPACE = 6;

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
  if (!items.length) return null;
  const parts = items.map(item => headlineParts(item, width, colours));
  const height = parts.reduce((sum, part) => sum + part.height + PAD * 2, 0) - PAD;
  return { name: 'the figures', least: height, stretch: 0, draw(root, x, top) {
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
  const title = balanced(model.title, SMALL, 600, width), head = title.length * LEADING;
  return { name: 'the chart', least: head + 180, stretch: 260, draw(root, x, top, height) {
    const parent = group(root, 'chart');
    writeLines(parent, x, top + 20, title, { size: SMALL, weight: 600, fill: colours.ink }, LEADING);
    drawChart(parent, model, { x, y: top + head + 8, width, height: height - head - 8 }, colours, year);
  } };
}
