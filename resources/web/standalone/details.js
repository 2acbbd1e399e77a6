// The details of the selection: facts, conflicts, history, and what is claimed, rivals side by side.

import { make, makeButton } from '../controls.js';
import { showChart } from './figures.js';

const FACTS = ['actual', 'provisional'];
const EMPTY = 'Choose something on the map, or an event of the year: what is claimed of it stands here.';

function showFigure(parent, figure, standing, cite) {
  const block = make('div', 'figure', parent);
  if (standing) make('span', `chip ${standing}`, block, standing);
  make('div', 'amount', block, figure.text);
  const chips = make('div', '', block), status = figure.status === 'missing' ? 'not found' : figure.status;
  make('span', FACTS.includes(figure.status) ? 'chip' : 'chip dashed', chips, `${status} ${figure.letter}`.trim());
  make('span', figure.confidence === 'stated' ? 'chip' : 'chip open', chips, figure.confidence);
  figure.notes.forEach(note => make('div', 'soft', block, note));
  cite(block, figure.source, figure.cited);
}

function showRivalry(panel, rivalry, cite) {
  const card = make('div', 'card', panel), { figures, origins, standings } = rivalry;
  make('div', 'strong', card, rivalry.title);
  if (figures.length > 1) {
    const line = make('div', 'soft', card);
    make('span', rivalry.agree ? 'chip' : 'chip rival', line, rivalry.summary);
    line.append(`${origins} independent origin${origins === 1 ? '' : 's'}`);
  }
  const beside = make('div', figures.length > 1 ? 'beside' : '', card);
  figures.forEach((figure, i) => showFigure(beside, figure, figures.length > 1 && standings[i], cite));
  if (figures.length > 1 && rivalry.reason) make('div', '', card, `Why the first is preferred: ${rivalry.reason}`);
  if (rivalry.computed) make('div', 'soft', card, rivalry.computed);
}

function showConflict(panel, { title, text, figures }, cite) {
  const card = make('div', 'card', panel);
  make('span', 'chip rival', card, 'conflict');
  make('div', 'strong', card, title);
  make('div', '', card, text);
  figures.forEach(figure => cite(make('div', '', card), figure.source, `${figure.text}: ${figure.what}, ${figure.period}`));
}

/** Write the details of the selection, or that there is none; `fit(bounds)` shows it on the map. */
export function showDetails(panel, { detail, chart, year, colours }, cite, fit) {
  panel.textContent = '';
  if (!detail) return make('p', 'soft', panel, EMPTY);
  make('div', 'soft', panel, detail.kind);
  make('h2', 'title', panel, detail.title);
  if (detail.bounds) makeButton('plain', panel, 'Zoom to it', () => fit(detail.bounds));
  const facts = make('dl', '', panel);
  detail.facts.forEach(([name, words]) => { make('dt', 'soft', facts, name); make('dd', '', facts, words); });
  detail.conflicts.forEach(conflict => showConflict(panel, conflict, cite));
  if (detail.history.length) {
    make('h2', '', panel, 'How it went');
    const card = make('div', 'card', panel);
    detail.history.forEach(({ when, words, source, note }) => {
      make('div', '', card, `${when}: ${words}`);
      make('div', 'soft', card, [source, note].filter(Boolean).join('. '));
    });
  }
  if (chart) showChart(panel, chart, year, colours, cite);
  if (detail.rivalries.length) make('h2', '', panel, 'What is claimed');
  return detail.rivalries.forEach(rivalry => showRivalry(panel, rivalry, cite));
}
