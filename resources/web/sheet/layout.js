// Where the parts of a sheet lie: the columns beside the map or below it, whichever shows the map larger.

export const MARGIN = 40, GUTTER = 32, LEADING = 25;
const BLOCK_GAP = 28, COLUMN_GAP = 48, LEAST_MAP = 300, NARROWEST = 330, BESIDE = [[500, 1], [560, 1], [640, 1], [400, 2]], NARROW = [440, 1], SLIM = [400, 1], EVEN = [[1 / 3, 1 / 3, 1 / 3], [1 / 2, 1 / 2]];

const SLIGHT = ['the chart', 'the legend']; // they can be read in a slim column, where figures would break at every word

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

/** Below the map, in columns that have their shares of its width; `box`, if there is one, is the map's. */
function below(page, { foot, head, make }, extent, shares, box) {
  const inner = page.width - 2 * MARGIN, paper = inner - (shares.length - 1) * COLUMN_GAP, widths = shares.map(share => share * paper), y = box ? box.y : head(inner, 0).map, room = page.height - y - foot - GUTTER;
  if (Math.min(...widths) < NARROWEST) return [];
  const made = widths.map(make), lefts = widths.map((_, i) => MARGIN + i * COLUMN_GAP + widths.slice(0, i).reduce((sum, width) => sum + width, 0));
  return dealt([...made[0].keys()], shares.length).map(places => places.map((column, i) => column.map(place => made[i][place]))).map(way => {
    const least = Math.max(...way.map(column => heightOf(column))), most = Math.max(least, ...way.map(column => heightOf(column, true)));
    const height = box ? room - box.height : Math.max(least, Math.min(most, room - inner / extent.width * extent.height)), map = { x: MARGIN, y, width: inner, height: room - height };
    const waste = way.reduce((sum, column) => sum + Math.max(0, height - heightOf(column, true)), 0), top = y + map.height + GUTTER;
    return height < least ? null : { map, waste, column: null, blocks: way.flatMap((column, i) => stacked(column, lefts[i], top, height)) };
  }).filter(Boolean);
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
 * begin; make(width) → the blocks for a column's width, each with a name, `least` and `stretch` heights and `draw`;
 * uneven, shares of columns below the map that are not as wide as each other.
 * `extent` has the width and height of what the map must show.
 */
export function layOut(page, parts, extent) {
  const scaleOf = ({ map }) => Math.min(map.width / extent.width, map.height / extent.height), isRight = ({ map }) => map.width >= LEAST_MAP && map.height >= LEAST_MAP;
  const made = parts.make(BESIDE[0][0]), isOne = made.length === 1, columns = [...(made.every(({ name }) => SLIGHT.includes(name)) ? [SLIM] : []), ...(isOne ? [NARROW] : []), ...BESIDE];
  const ways = [...alone(page, parts), ...columns.flatMap(([width, count]) => beside(page, parts, width, count)), ...[...EVEN, ...(parts.uneven || []), ...(isOne ? [[1]] : [])].flatMap(shares => below(page, parts, extent, shares))];
  const right = [ways, below(page, parts, extent, [1])].map(some => some.filter(isRight)).find(some => some.length);
  if (!right) return null;
  const largest = Math.max(...right.map(scaleOf));
  return right.filter(way => scaleOf(way) > largest * 0.98).reduce((best, way) => (way.waste < best.waste - 1 ? way : best));
}

/** Lay a page out around a map of which the box is given, as in a film; null where that has no room for the rest. */
export function layAround(page, parts, box) {
  const inner = page.width - 2 * MARGIN, isWide = box.width > inner - 1, across = page.width - MARGIN - box.x - box.width - GUTTER, end = box.y + box.height;
  const fits = parts.head(box.width, isWide ? 0 : across).map < box.y + 1 && end < page.height - parts.foot + 1, around = { ...parts, foot: page.height - end };
  const alike = [...BESIDE, NARROW, SLIM].filter(([width, count]) => Math.abs(count * width + (count - 1) * COLUMN_GAP - across) < 1);
  const ways = isWide ? [...EVEN, ...(parts.uneven || []), [1]].flatMap(shares => below(page, parts, box, shares, box)) : alike.flatMap(([width, count]) => beside(page, around, width, count));
  return fits && ways.length ? { ...ways.reduce((best, way) => (way.waste < best.waste - 1 ? way : best)), map: box } : null;
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
