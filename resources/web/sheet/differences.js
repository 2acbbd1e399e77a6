// The table of differences as a block: what appeared, ended or changed from A to B. What finds no room is counted.

import { element } from '../svg.js';
import { SMALL, group, rule, wrapped, write, writeLines } from './text.js';

const LEADING = 24, AIR = 9, HEAD = 34, GAP = 14, MORE = 30;
const NARROW = 640;         // units: columns less wide than their share of this would cut numbers from their units
const SHARES = [0.36, 0.22, 0.22, 0.2], NAMES = ['what', 'before', 'after', 'told'];

/** One row: a cell for each column, or where these were too narrow what differs, and under it from what to what. */
function setRow(row, width) {
  if (width >= NARROW) {
    const cells = NAMES.map((name, k) => wrapped(row[name], SMALL, 400, SHARES[k] * width - GAP));
    return { cells, height: Math.max(...cells.map(cell => cell.length)) * LEADING + AIR };
  }
  const lines = [row.what, row.line].flatMap(words => wrapped(words, SMALL, 400, width));
  return { cells: [lines], height: lines.length * LEADING + AIR };
}

/** The lines of a table this wide: a head for each group, then its rows. */
function setLines(rows, width) {
  return rows.flatMap((row, i) => {
    const line = setRow(row, width);
    return i && rows[i - 1].group === row.group ? [line] : [{ head: row.group, height: LEADING + AIR + 4 }, line];
  });
}

/** How many lines fit: all, or as many as leave room to say how many more there are; no head stands last. */
function fitting(lines, room, leavesOut) {
  const total = lines.reduce((sum, line) => sum + line.height, 0);
  if (total + (leavesOut ? MORE : 0) <= room) return lines.length;
  let height = MORE, count = 0;
  while (count < lines.length && height + lines[count].height <= room) height += lines[count++].height;
  return count && lines[count - 1].head ? count - 1 : count;
}

export function differences({ differences: told, colours }, width) {
  if (!told) return null;
  const lines = setLines(told.rows, width), heightOf = some => some.reduce((sum, line) => sum + line.height, 0), all = heightOf(lines);
  const summary = wrapped(told.summary, SMALL, 400, width), head = LEADING * (1 + summary.length) + (lines.length ? (width < NARROW ? 16 : HEAD) : 0), few = Math.min(all, heightOf(lines.slice(0, told.needed + 1)) + MORE), more = all + (told.left_out ? MORE : 0);
  return { name: 'the figures', least: head + few, stretch: more - few, draw(root, x, top, height) {
    const parent = group(root, 'differences'), style = { size: SMALL, fill: colours.ink }, strong = { ...style, weight: 600 }, lefts = SHARES.map((_, k) => x + width * SHARES.slice(0, k).reduce((sum, share) => sum + share, 0));
    write(parent, x, top + 18, 'From A to B', strong);
    writeLines(parent, x, top + 18 + LEADING, summary, { ...style, fill: colours.soft_ink }, LEADING);
    if (!lines.length) return;
    const names = element('g', {}, parent), base = top + head - 14;
    (width < NARROW ? [] : ['', 'A', 'B', 'Difference']).forEach((name, k) => name && write(names, lefts[k], base, name, { ...strong, fill: colours.soft_ink }));
    rule(parent, x, base + 8, width, colours);
    const count = fitting(lines, height - head + 1, told.left_out > 0);
    const end = lines.slice(0, count).reduce((y, line) => {
      const row = element('g', {}, parent);
      if (line.head) write(row, x, y + 24, line.head, strong);
      else line.cells.forEach((cell, k) => writeLines(element('g', {}, row), lefts[k], y + 19, cell, style, LEADING));
      return y + line.height;
    }, top + head);
    const left = told.left_out + lines.slice(count).filter(line => !line.head).length;
    if (left) write(element('g', {}, parent), x, end + 19, `and ${left} more difference${left === 1 ? '' : 's'}, all in the text version`, { ...style, fill: colours.soft_ink });
  } };
}
