// The text version: everything that is shown, told in words from top to bottom, each number leading to its source.

import { make } from '../controls.js';

const CITED = / ?\((sources? )([\d, ]+)\)/;

/** Write words, with buttons for the numbers of their sources. */
function writeLine(parent, words, cite) {
  words.split(new RegExp(CITED, 'g')).forEach((part, i) => {
    if (i % 3 === 0) parent.append(part);
    else if (i % 3 === 2) part.split(', ').forEach(number => cite(parent, Number(number)));
  });
}

export function showText(panel, { title, sections }, cite) {
  panel.textContent = '';
  make('h2', 'title', panel, title);
  for (const { heading, lines } of sections) {
    make('h3', '', panel, heading);
    const list = make('ul', '', panel);
    lines.forEach(line => writeLine(make('li', '', list), line, cite));
  }
}
