// Text of the sheet: measured, wrapped and written as SVG text. Sizes are in the sheet's units, half a point each.
// A word such as [T] is a mark: the letter in a dashed box.

import { element } from '../svg.js';

export const FAMILY = '"Noto Sans", sans-serif';
export const SMALL = 19;
const MARK = /^\[([A-Z])\]$/;
const pen = document.createElement('canvas').getContext('2d');

export const group = (parent, name) => element('g', { id: name }, parent);

const pieces = words => words.split(/(\[[A-Z]\])/).filter(Boolean);

const widths = new Map();

/** Forget what was measured: a sheet may have letters whose font was not there before. */
export const measureAnew = () => widths.clear();

export function widthOf(words, size, weight = 400) {
  const key = `${weight} ${size} ${words}`;
  if (!widths.has(key)) {
    pen.font = `${weight} ${size}px ${FAMILY}`;
    widths.set(key, pieces(words).reduce((sum, piece) => sum + (MARK.test(piece) ? size * 1.05 : pen.measureText(piece).width), 0));
  }
  return widths.get(key);
}

/** A thin line across a block. */
export const rule = (parent, x, y, width, colours) =>
  element('path', { d: `M${round(x)} ${round(y)}h${round(width)}`, fill: 'none', stroke: colours.line, 'stroke-width': 1 }, parent);

export const sentence = words => `${words[0].toUpperCase()}${words.slice(1)}.`;

const UNITS = '(?:t|kt|kg|ha|km|mm|%|°|crore|lakh|million|billion|thousand|tonnes?|years?)(?![\\w-])';
const TIES = [[/(\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|about|over)) (?=\d)/g, '$1\u00a0'], [/© /g, '©\u00a0'], [/ · /g, '\u00a0· '], [/\bCC BY (?=\d)/g, 'CC\u00a0BY\u00a0'],
  [new RegExp(`(\\d) (?=${UNITS})`, 'g'), '$1\u00a0']];

/** Keep together what is one word to a reader: a number and its unit, a month and its year, a sign and its name, a licence. */
const held = words => TIES.reduce((text, [gap, tie]) => text.replace(gap, tie), words);

const wordsIn = words => held(words).split(/ (?!\[[A-Z]\])/);

/** Break a word that is wider than the room, such as an address: behind its signs if that is near enough, else anywhere. */
function broken(word, size, weight, room) {
  const parts = [];
  for (let rest = [...word]; rest.length;) {
    let end = rest.length;
    while (end > 1 && widthOf(rest.slice(0, end).join(''), size, weight) > room) end--;
    const sign = end < rest.length ? rest.slice(0, end).reduce((at, letter, i) => (/[-/.?&=_]/.test(letter) ? i + 1 : at), 0) : end;
    end = sign > end / 2 ? sign : end;
    parts.push(rest.slice(0, end).join(''));
    rest = rest.slice(end);
  }
  return parts;
}

/** Break words into lines no wider than the room; a mark stays at its word. */
export function wrapped(words, size, weight, room) {
  const lines = [];
  if (!words) return lines;
  for (const word of wordsIn(words).flatMap(whole => (widthOf(whole, size, weight) > room ? broken(whole, size, weight, room) : [whole]))) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && widthOf(longer, size, weight) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Break words into no more lines than they need, all of about one length. */
export function balanced(words, size, weight, room) {
  const lines = wrapped(words, size, weight, room), least = Math.max(room / 2, ...wordsIn(words || '').map(word => widthOf(word, size, weight)));
  let best = lines;
  for (let width = room * 0.95; width > least; width -= room * 0.05) {
    const narrower = wrapped(words, size, weight, width);
    if (narrower.length > lines.length) break;
    best = narrower;
  }
  return best;
}

/** Write one line; `style` has size, fill, and perhaps weight and anchor (start, middle, end). Gives its width. */
export function write(parent, x, y, words, { size, fill, weight = 400, anchor = 'start' }) {
  const width = widthOf(words, size, weight), left = x - { start: 0, middle: width / 2, end: width }[anchor];
  let before = '';
  for (const piece of pieces(words)) {
    const gap = piece.length - piece.trimStart().length, at = left + widthOf(before + piece.slice(0, gap), size, weight);
    if (MARK.test(piece)) writeMark(parent, at, y, piece[1], size, fill);
    else if (piece.trim()) place(parent, at, y, piece.trim(), size, weight, fill);
    before += piece;
  }
  return width;
}

function place(parent, x, y, words, size, weight, fill) {
  element('text', { x: round(x), y: round(y), 'font-family': FAMILY, 'font-size': size, 'font-weight': weight, fill }, parent).textContent = words.replace(/\u00a0/g, ' ');
}

function writeMark(parent, x, y, letter, size, fill) {
  element('rect', { x: round(x + size * 0.03), y: round(y - size * 0.86), width: round(size * 0.98), height: round(size * 1.1), rx: 3,
    fill: 'none', stroke: fill, 'stroke-width': 1.2, 'stroke-dasharray': '3 2' }, parent);
  pen.font = `400 ${size}px ${FAMILY}`;
  place(parent, x + size * 0.525 - pen.measureText(letter).width / 2, y, letter, size, 400, fill);
}

/** Write lines under one another; gives the y after the last. */
export function writeLines(parent, x, y, lines, style, leading) {
  lines.forEach((line, i) => write(parent, x, y + i * leading, line, style));
  return y + lines.length * leading;
}

export const round = value => Math.round(value * 100) / 100;
