// Samples of symbols for lists, as large as on the map: the painter of the sheet's legend.

import { SCALE, drawSample } from '../sheet/map.js';
import { element } from '../svg.js';

const WIDE = 96, LEAST = 36;      // units of the sheet, `SCALE` of them to a pixel
const OF_ROW = { export: 'export/figure', import: 'import/figure', promise: 'promise/target', relation: 'relation/known' };

/** Draw the symbol of an entry of the legend. */
export function drawSymbolOf(parent, entry, colours) {
  const high = Math.max(LEAST, entry.width_px * SCALE * 2.3);
  const svg = element('svg', { class: 'sample', viewBox: `0 0 ${WIDE} ${high}`, width: WIDE / SCALE, height: high / SCALE, 'aria-hidden': true }, parent);
  drawSample(svg, entry, { x: 2, y: high / 2, width: WIDE - 4, colours, defs: element('defs', {}, svg) });
}

/** The entry that stands for a row of the layers. */
export const entryOfRow = ({ style }) => ({ symbol: OF_ROW[style] || style, width_px: 5, has_arc: true });
