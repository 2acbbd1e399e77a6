// Two maps to be compared: the room of one shared out between them, as large as each other, and what says which is which.

import { element } from '../svg.js';
import { SMALL, group, round, widthOf, wrapped, write, writeLines } from './text.js';

const GAP = 16, LETTER = 30, PAD = 10, YEAR = 30, LEADING = 24, UNDER = 8;

/** Which ways the room may be shared out: as what the layout must find room for, and how it is then cut. */
const WAYS = [
  { shape: ({ width, height }) => ({ width: 2 * width, height }), cut: ({ x, y, width, height }) => [0, 1].map(i => ({ x: x + i * (width + GAP) / 2, y, width: (width - GAP) / 2, height })) },
  { shape: ({ width, height }) => ({ width, height: 2 * height }), cut: ({ x, y, width, height }) => [0, 1].map(i => ({ x, y: y + i * (height + GAP) / 2, width, height: (height - GAP) / 2 })) },
];
const WHOLE = { shape: extent => extent, cut: map => [map] };

/**
 * Lay out for one map or two, whichever way shows them larger; `layOut(extent)` gives a layout or null. Gives {layout, boxes, badges}, or
 * null: over each of two maps its badge has room of its own, so that it hides nothing.
 */
export function layOutMaps({ halves, colours }, extent, layOut) {
  const under = ({ layout, cut }) => {
    const boxes = cut(layout.map), badges = halves ? halves.map(({ badge }) => setBadge(badge, boxes[0].width, colours)) : [], strip = Math.max(0, ...badges.map(({ height }) => height));
    return { layout, badges, boxes: boxes.map(box => ({ ...box, y: box.y + strip, height: box.height - strip })) };
  };
  const scaleOf = ({ boxes: [{ width, height }] }) => Math.min(width / extent.width, height / extent.height);
  const ways = (halves ? WAYS : [WHOLE]).map(way => ({ layout: layOut(way.shape(extent)), cut: way.cut })).filter(({ layout }) => layout).map(under);
  return ways.reduce((best, way) => (best && scaleOf(best) >= scaleOf(way) ? best : way), null);
}

/** The badge over a half: its letter and year, and beside them what it is right under. Gives {height, draw}. */
function setBadge({ letter, year, conditions }, room, colours) {
  const beside = LETTER + PAD + widthOf(year, YEAR, 600) + 2 * PAD, lines = wrapped(conditions.join(' · '), SMALL, 400, room - beside);
  const height = Math.max(LETTER, lines.length * LEADING) + UNDER;
  return { height, draw(parent, { x, y }) {
    const badge = group(parent, `badge-${letter.toLowerCase()}`), top = y - height, tile = element('g', {}, badge);
    element('rect', { x: round(x), y: round(top), width: LETTER, height: LETTER, rx: 5, fill: colours.selection }, tile);
    write(tile, x + LETTER / 2, top + 22, letter, { size: 22, weight: 600, fill: colours.paper, anchor: 'middle' });
    write(badge, x + LETTER + PAD, top + 26, year, { size: YEAR, weight: 600, fill: colours.ink });
    writeLines(element('g', {}, badge), x + beside, top + 25, lines, { size: SMALL, fill: colours.ink }, LEADING);
  } };
}
