// The head of a sheet: title, subtitle, and the year with what is to be said about it.

import { MARGIN, GUTTER, LEADING } from './layout.js';
import { SMALL, group, widthOf, wrapped, write, writeLines } from './text.js';

const TITLE_SIZES = [42, 36, 32, 28, 24], SUBTITLE = 22, YEAR = 64;

/** Set the head in a width, with the year at its end or elsewhere; gives its lines and its height. */
export function setHead({ title, subtitle, year, year_notes: notes }, width, withYear) {
  const yearWidth = Math.max(widthOf(String(year), YEAR, 600), ...notes.map(note => widthOf(note, SMALL)));
  const room = withYear ? width - yearWidth - GUTTER : width, size = TITLE_SIZES.find(px => widthOf(title, px, 600) <= room) || 24;
  const titleLines = wrapped(title, size, 600, room), subtitleLines = wrapped(subtitle, SUBTITLE, 400, room), first = 14 + size;
  const under = first + (titleLines.length - 1) * size * 1.2 + 38, height = Math.max(112, under + (subtitleLines.length - 1) * LEADING + 18, withYear ? 69 + notes.length * LEADING + 18 : 0);
  return { size, titleLines, subtitleLines, first, under, height };
}

export function drawHead(root, contents, { map, year: { x, anchor } }) {
  const parent = group(root, 'head'), { colours, year, year_notes: notes } = contents, withYear = anchor === 'end';
  const { size, titleLines, subtitleLines, first, under } = setHead(contents, map.width, withYear), note = { size: SMALL, fill: colours.soft_ink, anchor };
  writeLines(parent, MARGIN, first, titleLines, { size, weight: 600, fill: colours.ink }, size * 1.2);
  writeLines(parent, MARGIN, under, subtitleLines, { size: SUBTITLE, fill: colours.soft_ink }, LEADING);
  const width = write(parent, x, withYear ? 62 : 74, String(year), { size: YEAR, weight: 600, fill: colours.ink, anchor });
  if (withYear) writeLines(parent, x, 94, notes, note, LEADING);
  else writeLines(parent, x + width + 16, 74 - (notes.length - 1) * LEADING, notes, note, LEADING);
}
