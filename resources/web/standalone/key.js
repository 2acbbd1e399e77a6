// Beside the map: the layers to switch, and the legend of what is drawn.

import { make } from '../controls.js';
import { drawSymbolOf, entryOfRow } from './samples.js';

/** Check boxes for the rows, in their groups; `flip(id, on)` hears of each. */
export function createLayers(form, rows, flip) {
  const lines = new Map(), groups = new Map();
  for (const row of rows) {
    if (!groups.has(row.group)) {
      const group = make('fieldset', '', form);
      make('legend', '', group, row.group);
      groups.set(row.group, group);
    }
    const label = make('label', '', groups.get(row.group)), box = make('input', '', label), symbol = make('span', 'symbol-of-row', label);
    box.type = 'checkbox';
    box.value = row.id;
    box.addEventListener('change', () => flip(row.id, box.checked));
    make('span', 'row-title', label, row.title);
    lines.set(row.id, { row, box, symbol, summary: make('span', 'summary', label) });
  }
  return {
    show(visible, summaries, colours) {
      [...lines.values()].forEach(({ row, box, symbol, summary }, i) => {
        box.checked = visible.has(row.id);
        summary.textContent = summaries[i].replace(' with a figure', '');
        summary.title = summaries[i];
        symbol.textContent = '';
        drawSymbolOf(symbol, entryOfRow(row), colours);
      });
    },
  };
}

/** Write the legend, and below it what the letters mean that stand on the map. */
export function showLegend(list, entries, marks, colours) {
  list.textContent = '';
  for (const entry of entries) {
    const item = make('li', '', list);
    drawSymbolOf(item, entry, colours);
    make('span', '', item, entry.text);
  }
  for (const letter of [...new Set(entries.map(entry => entry.letter).filter(Boolean))]) {
    const item = make('li', '', list);
    make('span', 'letter', item, letter);
    make('span', '', item, marks[letter]);
  }
  if (!entries.length) make('li', 'soft', list, 'Nothing is drawn. Tick a layer, or choose another year.');
}
