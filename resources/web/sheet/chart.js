// The chart of a ChartModel in SVG: bars of their own length in time, the year marked, what was not found said in words.

import { element } from '../svg.js';
import { SMALL, round, widthOf, write } from './text.js';

const HATCH = 'estimate-hatch', ROOM = 56;

/** The share of the slots that a bar covers stays free on either side of it. */
const INSET = 0.12;

/** Bars that would cover one another in a slot stand side by side there, as long as their times. */
function dodged(bars) {
  const slots = new Map();
  for (const bar of bars) if (bar.length <= 1) slots.set(Math.floor(bar.start), [...(slots.get(Math.floor(bar.start)) || []), bar]);
  return bars.map(bar => {
    const beside = bar.length <= 1 ? slots.get(Math.floor(bar.start)) : [bar], total = beside.reduce((sum, other) => sum + other.length, 0);
    if (total <= 1 || beside.length === 1) return { bar, start: bar.start, length: bar.length };
    const before = beside.slice(0, beside.indexOf(bar)).reduce((sum, other) => sum + other.length, 0);
    return { bar, start: Math.floor(bar.start) + before / total, length: bar.length / total };
  });
}

function barsIn(model, box, base, height) {
  const slot = box.width / model.slots.length;
  return dodged(model.bars).map(({ bar, start, length }) => {
    const value = bar.value === null ? 0 : bar.value, high = height * Math.min(1, value / model.top);
    const inset = slot * INSET * Math.min(1, length);
    return { bar, x: box.x + start * slot + inset, width: length * slot - 2 * inset, y: base - high, height: high };
  });
}

function drawBar(parent, { bar, x, y, width, height }, marked, colour, colours) {
  const shape = { x: round(x), y: round(y), width: round(width), height: round(height) };
  const solid = { fill: colour, 'fill-opacity': marked ? 1 : 0.38, stroke: colour, 'stroke-width': 1 };
  const styles = { actual: solid,
    estimate: { fill: `url(#${HATCH})`, stroke: colour, 'stroke-width': marked ? 2.4 : 1.2 },
    target: { fill: colours.paper, stroke: colour, 'stroke-width': marked ? 2.4 : 1.4, 'stroke-dasharray': '5 4' } };
  element('rect', Object.assign(shape, styles[bar.evidence] || solid), parent);
  if (bar.open_bound) element('path', { d: `M${round(x + width / 2 - 7)} ${round(y - 4)}l7 -7l7 7`, fill: 'none', stroke: colour, 'stroke-width': 1.8 }, parent);
}

function hatch(parent, colour) {
  const pattern = element('pattern', { id: HATCH, width: 6, height: 6, patternUnits: 'userSpaceOnUse' }, element('defs', {}, parent));
  element('path', { d: 'M-1 7L7 -1M-1 1L1 -1M5 7L7 5', fill: 'none', stroke: colour, 'stroke-width': 1.4, 'stroke-opacity': 0.7 }, pattern);
}

/** Keep what does not run into something kept before; the first are the most wanted. */
function apart(items, gap) {
  const kept = [];
  for (const item of items) if (kept.every(k => item.x + item.width + gap <= k.x || k.x + k.width + gap <= item.x)) kept.push(item);
  return kept;
}

function centred(words, x, weight) {
  const width = widthOf(words, SMALL, weight);
  return { words, x: x - width / 2, width, weight };
}

function inside(item, box) {
  return Object.assign(item, { x: Math.max(box.x, Math.min(item.x, box.x + box.width - item.width)) });
}

function axisLabels(model, box, year) {
  const slot = box.width / model.slots.length;
  const all = model.slots.map(([slotYear, words], i) => Object.assign(centred(words, box.x + (i + 0.5) * slot, slotYear === year ? 600 : 400), { year: slotYear }));
  return apart([...all].sort((a, b) => (b.year === year) - (a.year === year)).map(item => inside(item, box)), 8);
}

function valueLabels(placed, box, year) {
  const found = placed.filter(({ bar }) => bar.value !== null).map(({ bar, x, y, width }) => {
    const weight = bar.year === year ? 600 : 400, long = bar.letter ? `${bar.text} [${bar.letter}]` : bar.text;
    const rows = bar.letter && widthOf(long, SMALL, weight) > width + 8 ? [`[${bar.letter}]`, bar.text] : [long];
    const widest = rows.reduce((a, b) => (widthOf(b, SMALL, weight) > widthOf(a, SMALL, weight) ? b : a));
    return Object.assign(inside(centred(widest, x + width / 2, weight), box), { rows, y: y - (bar.open_bound ? 16 : 8), year: bar.year });
  });
  return apart(found.sort((a, b) => (b.year === year) - (a.year === year) || a.y - b.y), 6);
}

function notFound(placed, box) {
  const runs = [];
  for (const { bar, x, width } of placed.filter(p => p.bar.value === null)) {
    const last = runs[runs.length - 1];
    if (last && x - last.end < width && widthOf('found', SMALL) > width + 6) last.end = x + width;
    else runs.push({ x, end: x + width, bar });
  }
  return apart(runs.map(run => inside(centred('found', (run.x + run.end) / 2), box)), 4);
}

export function drawChart(parent, model, box, colours, year) {
  const colour = colours[`${model.style}_flow`] || colours[model.style] || colours.soft_ink, base = box.y + box.height - 30, height = base - box.y - ROOM;
  const placed = barsIn(model, box, base, height);
  hatch(parent, colour);
  for (const bar of placed) if (bar.bar.value !== null) drawBar(parent, bar, bar.bar.year === year, colour, colours);
  for (const label of valueLabels(placed, box, year)) label.rows.forEach((row, i) =>
    write(parent, label.x + label.width / 2, label.y - (label.rows.length - 1 - i) * 24, row, { size: SMALL, weight: label.weight, fill: colours.ink, anchor: 'middle' }));
  for (const { x } of notFound(placed, box)) {
    const middle = x + widthOf('found', SMALL) / 2;
    write(parent, middle, base - 32, 'not', { size: SMALL, fill: colours.soft_ink, anchor: 'middle' });
    write(parent, middle, base - 10, 'found', { size: SMALL, fill: colours.soft_ink, anchor: 'middle' });
  }
  element('path', { d: `M${box.x} ${round(base)}h${round(box.width)}`, fill: 'none', stroke: colours.soft_ink, 'stroke-width': 1.2 }, parent);
  for (const label of axisLabels(model, box, year)) write(parent, label.x, base + 24, label.words, { size: SMALL, weight: label.weight, fill: label.year === year ? colours.ink : colours.soft_ink });
}
