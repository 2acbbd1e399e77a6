// The figures of the year: headlines, the chart, what happened.

import { make, makeButton } from '../controls.js';
import { drawChart } from '../sheet/chart.js';
import { element } from '../svg.js';

const CHART = { width: 540, height: 300 };       // units of the sheet: its words are 19 of them

export function showChart(parent, model, year, colours, cite) {
  const figure = make('figure', '', parent), caption = make('figcaption', 'strong', figure, `${model.title} `);
  model.sources.forEach(number => cite(caption, number));
  const svg = element('svg', { viewBox: `0 0 ${CHART.width} ${CHART.height}`, role: 'img', 'aria-label': model.bars.map(bar => bar.tip).join('; ') }, figure);
  drawChart(svg, model, { x: 6, y: 6, width: CHART.width - 24, height: CHART.height - 12 }, colours, year);
}

function showHeadline(parent, told, cite) {
  const card = make('div', 'card headline', parent), big = make('div', `big ${told.style}`, card);
  make('span', told.found ? 'amount' : 'amount soft', big, told.number);
  if (told.unit) make('span', 'unit', big, told.unit.trim());
  if (told.letter) make('span', 'letter', big, told.letter);
  const what = make('div', '', card, [told.what, told.period].filter(Boolean).join(', '));
  told.sources.forEach(number => cite(what, number));
  for (const [words, sources] of told.lines) {
    const line = make('div', 'soft', card);
    words.split(/\[([A-Z])\]/).forEach((part, i) => (i % 2 ? make('span', 'letter', line, part) : line.append(part)));
    sources.forEach(number => cite(line, number));
  }
}

/** Write the figures of a year; `pick(id)` hears what is chosen among its events. */
export function showFigures(panel, { told, year, chart, colours }, cite, pick) {
  panel.textContent = '';
  told.headlines.forEach(headline => showHeadline(panel, headline, cite));
  if (chart) showChart(panel, chart, year, colours, cite);
  make('h2', '', panel, `What happened in ${told.label}`);
  const list = make('ul', 'events', panel);
  for (const event of told.events) {
    makeButton('link', make('li', '', list), `${event.day}: ${event.label}`, () => pick(event.thing));
  }
  if (!told.events.length) make('li', 'soft', list, 'no event recorded');
}
