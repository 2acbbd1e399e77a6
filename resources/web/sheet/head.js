// The head of a sheet: title, subtitle and caption over the map; the year, what is to be said about it and a logo in the corner.

import { element } from '../svg.js';
import { GUTTER, LEADING, MARGIN } from './layout.js';
import { SMALL, balanced, group, round, widthOf, wrapped, write, writeLines } from './text.js';

const XLINK = 'http://www.w3.org/1999/xlink';
const TITLE_SIZES = [42, 36, 32, 28, 24], ONE_LINE_FROM = 32, SUBTITLE = 22, YEAR_SIZES = [64, 56, 48, 40, 32], CAPTION_LEADING = 29;
const TOP = 14, NONE = 28, UNDER = 18, WITH_CORNER = 112;
const LOGO = { width: 200, height: 70, low: 48, top: 18, share: 0.2, apart: 0.36 }, NOTE_GAP = 16, LOGO_GAP = 24, PLATE = 6;

/** The size of a logo: its proportions kept, never larger than its corner. */
function logoSize({ logo }, width, height) {
  if (!logo) return { width: 0, height: 0 };
  const scale = Math.min(height / logo.height, width / logo.width);
  return { width: logo.width * scale, height: logo.height * scale };
}

/** The corner: the year, its notes beside it or under it, and the logo at the end. A corner beside the title is as narrow as can be. */
function setCorner(contents, width, isApart) {
  const { shown, badge, year_notes: said } = contents, room = isApart ? width : Math.max(width * 0.42, 300), lines = shown.year ? said : [];
  const logo = logoSize(contents, Math.min(LOGO.width, width * LOGO[isApart ? 'apart' : 'share']), shown.year && !isApart ? LOGO.low : LOGO.height);
  const tail = logo.width && shown.year ? LOGO_GAP + logo.width : logo.width, size = YEAR_SIZES.find(px => widthOf(badge, px, 600) <= room - tail) || 32;
  const yearWidth = shown.year ? widthOf(badge, size, 600) : 0, beside = Math.max(0, ...lines.map(line => widthOf(line, SMALL)));
  const isBeside = isApart && lines.length < 3 && yearWidth + NOTE_GAP + beside + tail <= room, notes = isBeside ? lines : lines.flatMap(line => wrapped(line, SMALL, 400, room));
  const height = Math.max(shown.year || logo.width ? WITH_CORNER : NONE, shown.year && !isBeside ? 69 + notes.length * LEADING + UNDER : 0);
  return { logo, notes, size, yearWidth, isBeside, height, width: Math.max(yearWidth + tail, ...notes.map(note => widthOf(note, SMALL))), tail };
}

/** The size of a title: one line if that is large enough to be one, else two of the largest size that they have room for. */
function titleSize(title, room) {
  const fits = lines => px => wrapped(title, px, 600, room).length <= lines, one = TITLE_SIZES.find(fits(1));
  return one >= ONE_LINE_FROM ? one : TITLE_SIZES.filter(px => px <= ONE_LINE_FROM).find(fits(2)) || 24;
}

/**
 * Set the head over a map of this width. `column` is the width beside it that has the corner to itself, or 0 where the
 * corner takes its room from the title. Gives lines and heights: map, where the map begins; column, where the column does.
 */
export function setHead(contents, width, column) {
  const { title, subtitle, caption } = contents, corner = setCorner(contents, column || width, Boolean(column)), room = column || !corner.width ? width : width - corner.width - GUTTER;
  const size = titleSize(title, room), rows = [];
  let y = TOP;
  const add = (words, style, first, leading) => balanced(words, style.size, style.weight || 400, room).forEach((line, i) => {
    y += i ? leading : first;
    rows.push({ y, line, style });
  });
  if (title) add(title, { size, weight: 600, ink: 'ink' }, size, size * 1.2);
  if (subtitle) add(subtitle, { size: SUBTITLE, ink: 'soft_ink' }, title ? 38 : SUBTITLE + 8, LEADING);
  if (caption) add(caption, { size: SUBTITLE, ink: 'ink' }, rows.length ? 34 : SUBTITLE + 8, CAPTION_LEADING);
  const height = rows.length ? y + UNDER : NONE;
  return { rows, corner, map: column ? height : Math.max(height, corner.height), column: corner.height };
}

function drawLogo(parent, { href, plate }, { width, height }, end, { casing, ink }, theme) {
  const x = end - width, y = LOGO.top;
  if (plate) element('rect', { x: round(x - PLATE), y: y - PLATE, width: round(width + 2 * PLATE), height: round(height + 2 * PLATE), rx: 4, fill: theme === 'dark' ? ink : casing }, parent);
  const image = element('image', { id: 'logo', x: round(x), y, width: round(width), height: round(height), preserveAspectRatio: 'xMidYMid meet' }, parent);
  image.setAttributeNS(XLINK, 'xlink:href', href);   // the older form: Office and older Inkscapes know no other
}

export function drawHead(root, contents, { map, column }, pageWidth) {
  const parent = group(root, 'head'), { colours, badge, theme } = contents, end = pageWidth - MARGIN;
  const { rows, corner } = setHead(contents, map.width, column && column.width), { logo, notes, size, yearWidth, isBeside, tail } = corner;
  for (const { y, line, style } of rows) write(parent, MARGIN, y, line, { ...style, fill: colours[style.ink] });
  if (logo.width) drawLogo(parent, contents.logo, logo, end, colours, theme);
  if (!contents.shown.year) return;
  const x = column ? column.x : end - tail, base = column && isBeside ? 74 : 62, anchor = column ? 'start' : 'end';
  write(parent, x, base, badge, { size, weight: 600, fill: colours.ink, anchor });
  const note = { size: SMALL, fill: colours.soft_ink, anchor };
  if (column && isBeside) writeLines(parent, x + yearWidth + NOTE_GAP, base - (notes.length - 1) * LEADING, notes, note, LEADING);
  else writeLines(parent, column ? x : end, 94, notes, note, LEADING);
}
