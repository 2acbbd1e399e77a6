// Where labels could go: beside a symbol, along a line, in or by an area; and how their words are set.

import { measureLine, pointAt } from './arrows.js';

const TITLE_PX = 13, LINE_PX = 12;
const LEADING = 1.24, PADDING = [4, 1.5];

const BREAK = / (?!(?:t|kt|Mt|ha|km)\b)/;      // a unit stays with its number

function wrapped(text, most, width) {
  const rows = [];
  for (const word of text.split(BREAK)) {
    const longer = rows.length ? `${rows[rows.length - 1]} ${word}` : word;
    if (rows.length && width(longer) <= most) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows;
}

/** Set a title and lines in at most so many pixels: {rows: [{text, px, weight}], width, height, cost}. */
function setWords({ title, lines }, most, { measure, scale }, cost = 0) {
  const rows = [];
  const add = (text, px, weight) => wrapped(text, most * scale, row => measure(row, px * scale, weight))
    .forEach(row => rows.push({ text: row, px: px * scale, weight }));
  add(title, TITLE_PX, 600);
  lines.forEach(line => add(line, LINE_PX, 400));
  const width = Math.max(...rows.map(row => measure(row.text, row.px, row.weight))) + 2 * PADDING[0] * scale;
  const height = rows.reduce((sum, row) => sum + row.px * LEADING, 0) + 2 * PADDING[1] * scale;
  return { rows, width, height, cost };
}

/** Set a single row of small words, without a title. */
export function setRow(text, { measure, scale }, cost = 0, style = { px: LINE_PX, weight: 400, spacing: 0 }) {
  const px = style.px * scale, spacing = style.spacing * scale;
  const width = measure(text, px, style.weight) + spacing * text.length + 2 * PADDING[0] * scale + 4 * scale;
  return { rows: [{ text, px, weight: style.weight, spacing }], width, height: px * LEADING + 2 * PADDING[1] * scale, cost };
}

const LAST_RESORT = 200;    // cost of a title alone in many rows: a period is not left out for the sake of another's lines
const unlike = variants => variants.filter(({ rows }, i) => !i || rows.length !== variants[i - 1].rows.length);

/** The ways to set a label, from all its words to its title alone, in few rows or in many; no two alike. */
export function variantsOf(label, view, widths) {
  const full = unlike(widths.map((most, i) => setWords(label, most, view, 12 * i)));
  if (!label.lines.length) return full;
  const alone = (most, cost) => setWords({ title: label.title, lines: [] }, most, view, cost);
  return [...full, ...unlike([alone(widths[0], 60), alone(widths[widths.length - 1], LAST_RESORT)])];
}

/** Baselines of a label's rows. */
export function baselines({ rows, box }, scale) {
  let y = box[1] + PADDING[1] * scale;
  return rows.map(row => {
    const at = y + row.px * LEADING * 0.79;
    y += row.px * LEADING;
    return at;
  });
}
export const paddingX = PADDING[0];

const NEAR = [[1, 0, 0], [-1, 0, 3], [1, -0.75, 4], [1, 0.75, 4], [-1, -0.75, 6], [-1, 0.75, 6], [0, 1, 7], [0, -1, 7]];
const FAR_COST = 12;
const ASIDE = [16, 32, 52, 76];     // px from a line to a mark that finds no room on it
const APART = [30, 52, 80, 112, 148], APART_COST = 60;      // px from a line to its words that find no room beside it
const TIE_GAP = 3;                  // px between a line and the thin line to its words
const FAR = Array.from({ length: 16 }, (_, i) => [Math.cos(i * Math.PI / 8), Math.sin(i * Math.PI / 8)]);

const corner = ([x, y], dx, dy, { width, height }, cost, tie) => ({
  x: x + (dx > 0.2 ? 0 : dx < -0.2 ? -width : -width / 2), y: y - height / 2 + dy * height / 2,
  align: dx > 0.2 ? 'start' : dx < -0.2 ? 'end' : 'middle', cost, tie,
});

/** Spots about a symbol: close by on every side; and farther out on a thin line, which never cost less than `farFrom`. */
export function spotsAbout(spot, r, scale, far = [16, 32, 52, 76]) {
  const near = variant => NEAR.map(([dx, dy, cost]) => {
    const reach = dx && dy ? r * 0.75 + 2 * scale : r + 3 * scale;
    return corner([spot[0] + dx * reach, spot[1] + dy * reach], dx, dy, variant, cost, null);
  });
  const ringed = variant => [].concat(...far.map(out => FAR.map(([dx, dy]) => {
    const end = [spot[0] + dx * (r + out * scale), spot[1] + dy * (r + out * scale)];
    return corner(end, dx, dy, variant, FAR_COST + out * 0.35, [[spot[0] + dx * r, spot[1] + dy * r], end]);
  })));
  return { near, far: ringed, farFrom: FAR_COST + far[0] * 0.35 };
}

/** Spots beside a line, on both sides of it, best near its middle; and farther off on a thin line, where what is beside it is taken. */
export function spotsBeside(points, half, scale) {
  const lengths = measureLine(points), total = lengths[lengths.length - 1];
  const stations = Array.from({ length: 21 }, (_, i) => ({ i: i + 2, ...pointAt(points, lengths, total * (i + 2) / 24) }));
  const near = ({ width, height }) => {
    const spots = [];
    for (const { i, point, along } of stations) {
      for (const side of [-1, 1]) {
        for (const away of [7, 18]) {
          const nx = -along[1] * side, ny = along[0] * side;
          const aside = Math.max(-1, Math.min(1, 3 * nx));   // which part of the box touches: its middle, or a corner
          const out = half + away * scale + Math.abs(nx) * (1 - Math.abs(aside)) * width / 2;
          const x = point[0] + nx * out + (aside - 1) * width / 2, y = point[1] + ny * out + (Math.sign(ny) - 1) * height / 2;
          spots.push({ x, y, cost: Math.abs(i - 12) * 0.9 + (ny > 0 ? 2 : 0) + (away > 7 ? 5 : 0) });
        }
      }
    }
    return spots;
  };
  const tied = variant => stations.filter((_, i) => i % 2 === 0).flatMap(({ i, point: [x, y], along: [dx, dy] }) => [-1, 1].flatMap(side => APART.map(out => {
    const [nx, ny] = [-dy * side, dx * side], away = half + out * scale, end = [x + nx * away, y + ny * away];
    const from = half + TIE_GAP * scale, cost = APART_COST + out * 0.35 + Math.abs(i - 12) * 0.9 + (ny > 0 ? 2 : 0);
    return corner(end, nx, ny, variant, cost, [[x + nx * from, y + ny * from], end]);
  })));
  return { near, far: tied, farFrom: APART_COST + APART[0] * 0.35 };
}

/** Spots on a line, for a mark that sits on it; and beside it on a thin line, where symbols lie on the line itself. */
export function spotsOn(points, first, scale) {
  const lengths = measureLine(points), total = lengths[lengths.length - 1];
  const stations = Array.from({ length: 33 }, (_, i) => 0.1 + i * 0.025)
    .map(share => ({ ...pointAt(points, lengths, total * share), cost: Math.abs(share - first) * 20 }));
  const near = ({ width, height }) => stations
    .map(({ point: [x, y], cost }) => ({ x: x - width / 2, y: y - height / 2, align: 'middle', cost }));
  const beside = variant => stations.flatMap(({ point: [x, y], along: [dx, dy], cost }) => [-1, 1].flatMap(side => ASIDE.map(out => {
    const [nx, ny] = [-dy * side, dx * side], end = [x + nx * out * scale, y + ny * out * scale];
    return corner(end, nx, ny, variant, cost + FAR_COST + out * 0.35, [[x, y], end]);
  })));
  return { near, far: beside, farFrom: FAR_COST + ASIDE[0] * 0.35 };
}
