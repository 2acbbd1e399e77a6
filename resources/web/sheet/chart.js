// The chart of a ChartModel in SVG: bars as long as their time, the year marked, what was not found said in words.

import { element } from '../svg.js';
import { SMALL, round, widthOf, write } from './text.js';

const LEADING = 23, AXIS = 30, OVERHANG = 16, CROWD = 10;
const INSET = 0.12;      // of a bar's length, left free on either side

/** Slots and bars in the box; a part of a year is named where its slot does not name it. */
function arranged({ slots, bars }, box) {
  const unit = box.width / slots.length;
  return { slots: slots.map(([year, words], i) => ({ year, rows: widthOf(words, SMALL) > unit + CROWD ? words.split(' ') : [words], middle: box.x + (i + 0.5) * unit })),
    bars: bars.map(bar => {
      const inset = unit * INSET * Math.min(1, bar.length), part = /^[HQ]\d /.test(bar.label) && !/^[a-z]/.test(slots[Math.floor(bar.start)][1]);
      return { bar, part: part && bar.label.slice(0, 2), x: box.x + bar.start * unit + inset, width: bar.length * unit - 2 * inset };
    }) };
}

/** The words over a bar, one row or under one another: its part of the year, its letter, its value. */
function rowsOf({ bar, part, width }) {
  const letter = bar.letter && `[${bar.letter}]`, rows = [part, letter, bar.text].filter(Boolean), row = [bar.text, letter].filter(Boolean).join(' ');
  return part || widthOf(row, SMALL, 600) > width + 8 ? rows : [row];
}

function drawBar(parent, { bar, x, y, width, height }, marked, { colour, hatching }, colours) {
  const styles = { actual: { fill: colour, 'fill-opacity': marked ? 1 : 0.38, 'stroke-width': 1 }, estimate: { fill: hatching, 'stroke-width': marked ? 2.4 : 1.2 },
    target: { fill: colours.paper, 'stroke-width': marked ? 2.4 : 1.4, 'stroke-dasharray': '5 4' } };
  element('rect', { x: round(x), y: round(y), width: round(width), height: round(height), stroke: colour, ...(styles[bar.evidence] || styles.actual) }, parent);
  if (bar.open_bound) element('path', { d: `M${round(x + width / 2 - 7)} ${round(y - 4)}l7 -7l7 7`, fill: 'none', stroke: colour, 'stroke-width': 1.8 }, parent);
}

/** Define the hatching of estimates; give the paint. Charts beside one another each have their own. */
function hatch(parent, colour, series) {
  const id = `estimate-${series.replace(/\W+/g, '-')}`, pattern = element('pattern', { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse' }, element('defs', {}, parent));
  element('path', { d: 'M-1 7L7 -1M-1 1L1 -1M5 7L7 5', fill: 'none', stroke: colour, 'stroke-width': 1.4, 'stroke-opacity': 0.7 }, pattern);
  return `url(#${id})`;
}

/** Rows over one another about a middle, within the box and beside the bars that are as high as they. */
function centred(rows, middle, y, box, { weight = 400, bars = [], year } = {}) {
  const width = Math.max(...rows.map(row => widthOf(row, SMALL, weight))), height = rows.length * LEADING;
  let x = Math.max(box.x, Math.min(middle - width / 2, box.x + box.width - width));
  for (const bar of bars.filter(other => other.y < y && other.height)) {
    if (bar.x + bar.width < middle) x = Math.max(x, bar.x + bar.width + 3);
    else if (bar.x > middle) x = Math.min(x, bar.x - width - 3);
  }
  return { rows, x, y, width, height, weight, year };
}

/** Keep what does not run into something taken or kept before, moved a little if need be: the year's own first, then years of which there is a figure, then the highest. */
function apart(labels, gap, year, { moves = [[0, 0]], taken = [] } = {}) {
  const kept = [], meet = (a, b) => a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y - a.height < b.y && b.y - b.height < a.y;
  for (const label of labels.sort((a, b) => (b.year === year) - (a.year === year) || !!b.isFound - !!a.isFound || a.y - b.y)) {
    const free = moves.map(([across, up]) => ({ ...label, x: label.x + across, y: label.y - up })).find(moved => ![...taken, ...kept].some(other => meet(moved, other)));
    if (free) kept.push(free);
  }
  return kept;
}

/** "not found" where a bar would stand, once for neighbours that are too narrow for it. */
function notFound(bars, found, base, box) {
  const runs = [], wide = widthOf('found', SMALL) + 6;
  for (const { x, width } of bars) {
    const last = runs[runs.length - 1];
    if (last && x - last.end < width && wide > width) last.end = x + width;
    else runs.push({ x, end: x + width });
  }
  return runs.map(run => centred(['not', 'found'], (run.x + run.end) / 2, base - 10, { x: box.x, width: box.width + OVERHANG }, { bars: found }));
}

export function drawChart(parent, model, box, colours, year) {
  const colour = colours[`${model.style}_flow`] || colours[model.style] || colours.soft_ink, { slots, bars } = arranged(model, box);
  const depth = Math.max(...slots.map(slot => slot.rows.length)) - 1, base = box.y + box.height - AXIS - depth * LEADING;
  const found = bars.filter(({ bar }) => bar.value !== null), gapOf = ({ bar }) => (bar.open_bound ? 16 : 8);
  const unit = Math.min(...found.map(one => (base - box.y - gapOf(one) - rowsOf(one).length * LEADING) / (one.bar.value || model.top)));
  for (const one of bars) Object.assign(one, { y: base - unit * one.bar.value, height: unit * one.bar.value });
  const ink = { colour, hatching: hatch(parent, colour, model.series) };
  for (const one of found) drawBar(parent, one, one.bar.year === year, ink, colours);
  element('path', { d: `M${box.x} ${round(base)}h${round(box.width)}`, fill: 'none', stroke: colours.soft_ink, 'stroke-width': 1.2 }, parent);
  const weightOf = other => (other === year ? 600 : 400);
  const values = found.map(one => centred(rowsOf(one), one.x + one.width / 2, one.y - gapOf(one), box, { bars: found, weight: weightOf(one.bar.year), year: one.bar.year }));
  const axis = slots.map((slot, i) => ({ ...centred(slot.rows, slot.middle, base + 24 + (slot.rows.length - 1) * LEADING, box, { weight: weightOf(slot.year), year: slot.year }), isFound: found.some(({ bar }) => Math.floor(bar.start) === i) }));
  const say = (labels, fill) => labels.forEach(({ rows, x, y, width, weight, year: own }) => rows.forEach((row, i) =>
    write(parent, x + width / 2, y - (rows.length - 1 - i) * LEADING, row, { size: SMALL, weight, anchor: 'middle', fill: own === year ? colours.ink : fill })));
  const told = apart(values, 4, year, { moves: [0, 6, -6, 12, -12].map(across => [across, 0]) }), named = apart(axis, 7, year);
  say(told, colours.ink);
  say(named, colours.soft_ink);
  say(apart(notFound(bars.filter(({ bar }) => bar.value === null), found, base, box), 3, year, { moves: [0, 1, 2].map(rows => [0, rows * LEADING]), taken: [...told, ...named] }), colours.soft_ink);
}
