// Where the parts of a sheet lie: the columns beside the map or below it, whichever shows the map larger.

export const MARGIN = 40, GUTTER = 32, LEADING = 25;
const BLOCK_GAP = 28, COLUMN_GAP = 48, LEAST_MAP = 300, NARROWEST = 330, BESIDE = [[500, 1], [560, 1], [640, 1], [400, 2]], NARROW = [440, 1];

const heightOf = (column, most) => column.reduce((sum, block) => sum + block.least + (most ? block.stretch : 0), BLOCK_GAP * Math.max(0, column.length - 1));

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

/** Every way to hand blocks out to columns, none of them empty; the first ways keep the blocks' order. */
function dealt(blocks, count) {
  const ways = blocks.reduce((begun, block) => begun.flatMap(way => way.map((_, i) => way.map((column, j) => (i === j ? [...column, block] : column)))), [Array(count).fill([])]);
  return ways.filter(way => way.every(column => column.length));
}

function beside(page, { foot, head, make }, width, count) {
  const across = count * width + (count - 1) * COLUMN_GAP, x = page.width - MARGIN - across, end = page.height - foot;
  const { map: y, column } = head(x - MARGIN - GUTTER, across), top = column + 6, map = { x: MARGIN, y, width: x - MARGIN - GUTTER, height: end - y };
  return dealt(make(width), count).filter(way => way.every(blocks => heightOf(blocks) <= end - top)).map(way => ({ map, waste: count - 1, column: { x, width: across },
    blocks: way.flatMap((blocks, i) => stacked(blocks, x + i * (width + COLUMN_GAP), top, end - top)) }));
}

function below(page, { foot, head, make }, extent, count) {
  const inner = page.width - 2 * MARGIN, width = (inner - (count - 1) * COLUMN_GAP) / count, y = head(inner, 0).map, room = page.height - y - foot - GUTTER;
  if (width < NARROWEST) return [];
  return dealt(make(width), count).map(way => {
    const least = Math.max(...way.map(column => heightOf(column))), most = Math.max(least, ...way.map(column => heightOf(column, true)));
    const height = Math.max(least, Math.min(most, room - inner / extent.width * extent.height)), map = { x: MARGIN, y, width: inner, height: room - height };
    const waste = way.reduce((sum, column) => sum + Math.max(0, height - heightOf(column, true)), 0), top = y + map.height + GUTTER;
    return { map, waste, column: null, blocks: way.flatMap((column, i) => stacked(column, MARGIN + i * (width + COLUMN_GAP), top, height)) };
  });
}

/** The map alone under the head, where nothing stands beside it. */
function alone(page, { foot, head, make }) {
  const width = page.width - 2 * MARGIN, y = head(width, 0).map;
  return make(width).length ? [] : [{ map: { x: MARGIN, y, width, height: page.height - y - foot }, waste: 0, column: null, blocks: [] }];
}

/**
 * Lay a page out: the map as large as can be, then as little empty paper as can be. Null where nothing fits.
 *
 * `parts`: foot, the height of the lines at the foot; head(width, column) → {map, column}, where the map and the column
 * begin; make(width) → the blocks for a column's width, each with a name, `least` and `stretch` heights and `draw`.
 * `extent` has the width and height of what the map must show.
 */
export function layOut(page, parts, extent) {
  const scaleOf = ({ map }) => Math.min(map.width / extent.width, map.height / extent.height), isRight = ({ map }) => map.width >= LEAST_MAP && map.height >= LEAST_MAP;
  const columns = parts.make(BESIDE[0][0]).length > 1 ? BESIDE : [NARROW, ...BESIDE];
  const ways = [...alone(page, parts), ...columns.flatMap(([width, count]) => beside(page, parts, width, count)), ...[3, 2].flatMap(count => below(page, parts, extent, count))];
  const right = [ways, below(page, parts, extent, 1)].map(some => some.filter(isRight)).find(some => some.length);
  if (!right) return null;
  const largest = Math.max(...right.map(scaleOf));
  return right.filter(way => scaleOf(way) > largest * 0.98).reduce((best, way) => (way.waste < best.waste - 1 ? way : best));
}

/** Which of the named blocks to leave out so that the rest fits: as few as can be, or null. */
function fewest(page, parts, extent) {
  const names = parts.make(BESIDE[0][0]).map(block => block.name), sets = names.reduce((begun, name) => [...begun, ...begun.map(set => [...set, name])], [[]]);
  const fits = out => layOut(page, { ...parts, make: width => parts.make(width).filter(block => !out.includes(block.name)) }, extent);
  return sets.sort((a, b) => a.length - b.length).find(fits) || null;
}

/** One line that says what to do where nothing fits: what to switch off, and the least paper where its size was chosen. */
export function tooSmall(page, parts, extent, paper) {
  const out = fewest(page, parts, extent), advice = [out ? `switch off ${out.join(', ').replace(/, (?=[^,]*$)/, ' and ')}` : 'shorten or switch off title, subtitle, caption and sources'];
  for (let scale = 1.1; paper && scale < 6; scale += 0.1) {
    if (!layOut({ width: page.width * scale, height: page.height * scale }, parts, extent)) continue;
    advice.push(`take at least ${paper.map(side => Math.ceil(side * scale)).join(' × ')} mm of paper`);
    break;
  }
  return `this sheet is too small for all that it says: ${advice.join(', or ')}`;
}
