// What a label had better not cover: a coarse picture of costs, summed so that any box is priced at once.

const CELL = 4;            // px
export const LINE = 6, OUTLINE = 0.7;   // costs of a cell with a line of ours, and with a strong line of the basemap
export const ARROW = 12;                // the same with an arrow for words that may well be elsewhere: an arrow that is hidden says nothing
export const HOME_LINE = 20;            // the same for a large label, which could hide a part of India's outline

/** Where a level line at y lies inside rings: [from, to] in x. */
export function stretches(rings, y) {
  const cuts = [];
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [x0, y0] = ring[j], [x1, y1] = ring[i];
      if (y0 > y !== y1 > y) cuts.push(x0 + (y - y0) / (y1 - y0) * (x1 - x0));
    }
  }
  cuts.sort((a, b) => a - b);
  return cuts.filter((_, i) => i % 2 === 0 && i + 1 < cuts.length).map((from, i) => [from, cuts[2 * i + 1]]);
}

export class CostField {
  constructor([width, height]) {
    this.columns = Math.ceil(width / CELL) + 1;
    this.rows = Math.ceil(height / CELL) + 1;
    this.cells = new Float32Array(this.columns * this.rows);
    this.sums = null;
  }

  /** Add a line of some width. */
  addLine(points, width, weight) {
    const reach = Math.max(0, Math.round(width / 2 / CELL));
    for (let i = 1; i < points.length; i++) {
      const [x0, y0] = points[i - 1], [x1, y1] = points[i], steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / CELL);
      for (let s = 0; s < steps; s++) this._dab((x0 + (x1 - x0) * s / steps) / CELL, (y0 + (y1 - y0) * s / steps) / CELL, reach, weight);
    }
  }

  _dab(x, y, reach, weight) {
    const left = Math.round(x) - reach, top = Math.round(y) - reach;
    for (let row = Math.max(0, top); row <= Math.min(this.rows - 1, top + 2 * reach); row++) {
      for (let column = Math.max(0, left); column <= Math.min(this.columns - 1, left + 2 * reach); column++) {
        this._raise(row, column, weight);
      }
    }
  }

  _raise(row, column, weight) {
    const cell = row * this.columns + column;
    this.cells[cell] = Math.max(this.cells[cell], weight);
  }

  /** Add a filled area: rings of points. */
  addArea(rings, weight) {
    const ys = [].concat(...rings).map(point => point[1] / CELL);
    const first = Math.max(0, Math.ceil(Math.min(...ys))), last = Math.min(this.rows - 1, Math.floor(Math.max(...ys)));
    for (let row = first; row <= last; row++) {
      for (const [from, to] of stretches(rings, row * CELL)) {
        const end = Math.min(this.columns - 1, Math.floor(to / CELL));
        for (let column = Math.max(0, Math.ceil(from / CELL)); column <= end; column++) this._raise(row, column, weight);
      }
    }
  }

  _sum() {
    const { columns, rows, cells } = this, wide = columns + 1;
    this.sums = new Float64Array(wide * (rows + 1));
    for (let row = 0; row < rows; row++) {
      let sum = 0;
      for (let column = 0; column < columns; column++) {
        sum += cells[row * columns + column];
        this.sums[(row + 1) * wide + column + 1] = this.sums[row * wide + column + 1] + sum;
      }
    }
  }

  /** The cost of a thin line from one point to another: it may cross outlines and hatching, but not other lines. */
  along([from, to]) {
    const { cells, columns, rows } = this, x0 = from[0], y0 = from[1], dx = to[0] - x0, dy = to[1] - y0;
    const steps = Math.ceil(Math.hypot(dx, dy) / CELL);
    let cost = 0;
    for (let s = 0; s <= steps; s++) {
      const column = Math.round((x0 + dx * s / steps) / CELL), row = Math.round((y0 + dy * s / steps) / CELL);
      if (column >= 0 && row >= 0 && column < columns && row < rows && cells[row * columns + column] >= LINE) cost += LINE;
    }
    return cost;
  }

  _clamped(value, most) { return Math.max(0, Math.min(most, Math.round(value / CELL))); }

  /** The cost of covering a box: [left, top, right, bottom]. */
  under(box) {
    if (!this.sums) this._sum();
    const { sums, columns, rows } = this, wide = columns + 1;
    const x0 = this._clamped(box[0], columns), x1 = this._clamped(box[2], columns);
    const y0 = this._clamped(box[1], rows) * wide, y1 = this._clamped(box[3], rows) * wide;
    return sums[y1 + x1] - sums[y0 + x1] - sums[y1 + x0] + sums[y0 + x0];
  }
}
