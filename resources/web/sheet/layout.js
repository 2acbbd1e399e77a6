// Where the parts of a sheet lie: the column beside the map or below it, whichever shows the map larger.

export const MARGIN = 40, GUTTER = 32, LEADING = 25;
const BLOCK_GAP = 28, COLUMN_GAP = 48, LEAST_MAP = 300, NARROWEST = 330, BESIDE_WIDTHS = [500, 560, 640];

const heightOf = (column, most) => column.reduce((sum, block) => sum + block.least + (most ? block.stretch : 0), BLOCK_GAP * (column.length - 1));

/** Stack blocks; what room is left over goes to those that stretch, and then between them. */
function stacked(column, x, y, height) {
  const least = heightOf(column), most = heightOf(column, true), grow = Math.max(0, Math.min(1, (height - least) / (most - least || 1)));
  const between = column.length > 1 ? Math.max(0, height - most) / (column.length - 1) : 0;
  let top = y;
  return column.map(block => {
    const placed = { block, x, y: top, height: block.least + grow * block.stretch };
    top += placed.height + BLOCK_GAP + between;
    return placed;
  });
}

function beside(page, { foot, head, make }, width) {
  const x = page.width - MARGIN - width, top = head(x - MARGIN - GUTTER, false), height = page.height - top - foot, blocks = make(width);
  if (heightOf(blocks) > height - 6) return [];
  return [{ map: { x: MARGIN, y: top, width: x - MARGIN - GUTTER, height }, waste: 0, year: { x, anchor: 'start' }, blocks: stacked(blocks, x, top + 6, height - 6) }];
}

/** Every way to hand blocks out to columns, none of them empty; the first ways keep the blocks' order. */
function dealt(blocks, count) {
  const ways = blocks.reduce((begun, block) => begun.flatMap(way => way.map((_, i) => way.map((column, j) => (i === j ? [...column, block] : column)))), [Array(count).fill([])]);
  return ways.filter(way => way.every(column => column.length));
}

function below(page, { foot, head, make }, extent, count) {
  const inner = page.width - 2 * MARGIN, width = (inner - (count - 1) * COLUMN_GAP) / count, y = head(inner, true), room = page.height - y - foot - GUTTER;
  if (width < NARROWEST) return [];
  return dealt(make(width), count).map(way => {
    const least = Math.max(...way.map(column => heightOf(column))), most = Math.max(least, ...way.map(column => heightOf(column, true)));
    const height = Math.max(least, Math.min(most, room - inner / extent.width * extent.height)), map = { x: MARGIN, y, width: inner, height: room - height };
    const waste = way.reduce((sum, column) => sum + Math.max(0, height - heightOf(column, true)), 0), top = y + map.height + GUTTER;
    return { map, waste, year: { x: page.width - MARGIN, anchor: 'end' }, blocks: way.flatMap((column, i) => stacked(column, MARGIN + i * (width + COLUMN_GAP), top, height)) };
  });
}

/**
 * Lay a page out: the map as large as can be, then as little empty paper as can be.
 *
 * `parts`: foot, the height of the lines at the foot; head(width, withYear) → the height of the head; make(width) → the
 * blocks for a column's width, each with `least` and `stretch` heights and `draw`. `extent` has the width and height of what
 * the map must show.
 */
export function layOut(page, parts, extent) {
  const scaleOf = ({ map }) => Math.min(map.width / extent.width, map.height / extent.height);
  const ways = [...BESIDE_WIDTHS.flatMap(width => beside(page, parts, width)), ...below(page, parts, extent, 3), ...below(page, parts, extent, 2)];
  const right = ways.filter(({ map }) => map.width >= LEAST_MAP && map.height >= LEAST_MAP);
  if (!right.length) throw new Error('this sheet is too small for what it has to say');
  const largest = Math.max(...right.map(scaleOf));
  return right.filter(way => scaleOf(way) > largest * 0.98).reduce((best, way) => (way.waste < best.waste - 1 ? way : best));
}
