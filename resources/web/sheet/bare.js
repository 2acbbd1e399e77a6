// The map alone, for programs that put it in its place: it fills the paper, and says on itself only what must stand by it.

import { creditsOf, rowsIn } from '../credits.js';
import { element } from '../svg.js';
import { boundsOf, drawMap, viewAt } from './map.js';
import { SMALL, group, round, sentence, widthOf, wrapped, writeLines } from './text.js';

const LEADING = 24, PAD = 7;

/** The notice at the foot: {lines, box}. */
function setFoot({ notices, closing, size: [width, height] }, rows) {
  const lines = wrapped([...notices.conditions.map(sentence), notices.boundaries, `${[...creditsOf(rows), ...closing].join('; ')}.`].join(' '), SMALL, 400, width - 4 * PAD);
  const wide = Math.max(...lines.map(line => widthOf(line, SMALL))) + 2 * PAD, high = lines.length * LEADING + PAD;
  return { lines, box: [0, height - high, wide, height] };
}

export async function drawBare(root, contents, ground) {
  const [width, height] = contents.size, { scale, origin: [x, y] } = contents.place, { colours } = contents, view = viewAt(scale, { x, y }, { width, height });
  await ground.files.want(view.zoom);
  const { lines, box } = setFoot(contents, rowsIn(ground.files.rowsAt(view.zoom), boundsOf(view))), foot = [box[0], box[1], box[2] - box[0], box[3] - box[1]].map(round);
  drawMap(root, { contents, view, ...ground, box: { x: 0, y: 0 }, obstacles: [box] });
  const parent = group(root, 'foot');
  element('rect', { x: foot[0], y: foot[1], width: foot[2], height: foot[3], fill: colours.paper, 'fill-opacity': 0.86 }, parent);
  writeLines(parent, PAD, box[1] + LEADING - 3, lines, { size: SMALL, fill: colours.ink }, LEADING);
  return root;
}
