// Where the parts of a sheet lie: the column beside the map or below it, whichever shows the map larger.

export const MARGIN = 40, GUTTER = 32, HEAD = 112, LEADING = 25;
const BLOCK_GAP = 26, YEAR = 96, LEAST_MAP = 300;
const BESIDE_WIDTHS = [500, 560, 640];

const sum = (items, value) => items.reduce((total, item) => total + value(item), 0);
const gaps = items => Math.max(0, items.length - 1) * BLOCK_GAP;
const leastOf = column => sum(column, block => block.least) + gaps(column);

function fitted(map, bounds) {
  return Math.min(map.width / bounds.width, map.height / bounds.height);
}

/** Stack blocks from the top; what is left over goes to those that stretch, and then between them. */
function stacked(column, x, y, width, height) {
  const spare = Math.max(0, height - leastOf(column)), stretch = sum(column, block => block.stretch);
  const grow = stretch ? Math.min(1, spare / stretch) : 0, between = column.length > 1 ? (spare - grow * stretch) / (column.length - 1) : 0;
  let top = y;
  return column.map(block => {
    const placed = { block, x, y: top, height: block.least + grow * block.stretch };
    top += placed.height + BLOCK_GAP + between;
    return placed;
  });
}

function beside(page, foot, make, columnWidth) {
  const blocks = make(columnWidth).filter(block => block.least), height = page.height - HEAD - foot;
  if (leastOf(blocks) > height) return null;
  const x = page.width - MARGIN - columnWidth;
  return { map: { x: MARGIN, y: HEAD, width: x - MARGIN - GUTTER, height }, year: { x, anchor: 'start' },
    head: x - MARGIN - GUTTER, blocks: stacked(blocks, x, HEAD + 6, columnWidth, height - 6), columnWidth };
}

// Every way to hand the blocks out to so many columns.
function dealt(blocks, columns) {
  const ways = [];
  for (let code = 0; code < columns ** blocks.length; code++) {
    const way = Array.from({ length: columns }, () => []);
    blocks.forEach((block, i) => way[Math.floor(code / columns ** i) % columns].push(block));
    if (way.every(column => column.length)) ways.push(way);
  }
  return ways;
}

function below(page, foot, make, columns, bounds) {
  const inner = page.width - 2 * MARGIN, columnWidth = (inner - (columns - 1) * GUTTER * 1.5) / columns;
  const blocks = make(columnWidth).filter(block => block.least), heightOf = way => Math.max(...way.map(leastOf));
  const ways = dealt(blocks, columns).sort((a, b) => heightOf(a) - heightOf(b));
  if (!ways.length) return null;
  const room = page.height - HEAD - foot - GUTTER, least = heightOf(ways[0]);
  if (room - least < LEAST_MAP) return null;
  const wish = inner / bounds.width * bounds.height * 1.04, stretched = least + Math.max(...blocks.map(block => block.stretch));
  const map = Math.min(room - least, Math.max(wish, room - stretched)), top = HEAD + map + GUTTER;
  return { map: { x: MARGIN, y: HEAD, width: inner, height: map }, year: { x: page.width - MARGIN, anchor: 'end' }, head: inner - YEAR * 2.6, columnWidth,
    blocks: [].concat(...ways[0].map((column, i) => stacked(column, MARGIN + i * (columnWidth + GUTTER * 1.5), top, columnWidth, room - map))) };
}

/**
 * Lay a page out.
 *
 * `make(width)` gives the blocks for a column's width, each with `least` and `stretch` heights and `draw`; `bounds` is the
 * wanted extent's width and height on the map.
 */
export function layOut(page, foot, make, bounds) {
  const ways = [...BESIDE_WIDTHS.map(width => beside(page, foot, make, width)), below(page, foot, make, 3, bounds), below(page, foot, make, 2, bounds)];
  const right = ways.filter(way => way && way.columnWidth >= 380 && way.map.width >= LEAST_MAP);
  if (!right.length) throw new Error('this sheet is too small for what it has to say');
  return right.reduce((best, way) => (fitted(way.map, bounds) > fitted(best.map, bounds) * 1.02 ? way : best));
}
