// What the ground looks like in a view, as the text of one SVG path for each class. Pure: the map's page and the sheet share it.

import { WATER, worldBox, worldX, worldY } from './topology.js';
import { arcsText, ringsText, without } from './path_text.js';

export const HOME = 'India';
export const LINES_AND_FILLS = ['land', 'india', 'lake', 'lagoon', 'river', 'graticule', 'state', 'coast', 'border', 'shore', 'outline'];
const SEAM = 7e-5;         // zoom-0 px, 11 m: lines this near to a file's edge are the edge itself, cut by whoever made the file
const WHOLE = [0, 0, 256, 256];

const meet = (a, b) => [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
const holdsAny = box => box[0] < box[2] && box[1] < box[3];

/**
 * Write the ground of a view.
 *
 * `view` is [left, top, right, bottom] in world pixels of the zoom (its scale is 2 to the zoom), `origin` {x, y} the world
 * pixel that becomes 0 0. Gives {class: path text}; a class with nothing in view is absent.
 */
export function groundPaths(files, { zoom, view, origin, graticule }) {
  const text = {}, scale = Math.pow(2, zoom), ground = { files, zoom, scale, graticule };
  const write = (name, d) => { if (d) text[name] = (text[name] || '') + d; };
  for (let turn = Math.floor(view[0] / (256 * scale)); turn * 256 * scale < view[2]; turn++) {
    const away = turn * 256 * scale;
    const box = meet([view[0] - away, view[1], view[2] - away, view[3]], WHOLE.map(v => v * scale));
    if (holdsAny(box)) writeTurn(ground, box, { x: origin.x - away, y: origin.y }, write);
  }
  return text;
}

// One turn round the world. Finer files take their boxes out of the coarser ones under them, to the last whole pixel that they fill: no seam.
function writeTurn({ files, zoom, scale, graticule }, box, origin, write) {
  const pixels = edges => worldBox(edges).map((v, i) => {
    const from = i % 2 ? origin.y : origin.x;
    return (i < 2 ? Math.ceil : Math.floor)(v * scale - from) + from;
  });
  const land = files.land(zoom), boxes = rows => rows.map(({ row }) => pixels(row.box));
  land.forEach(({ topology, row }, i) => {
    const room = row.box ? meet(box, pixels(row.box)) : box;
    if (!holdsAny(room)) return;
    for (const piece of without(room, boxes(land.slice(i + 1)))) writeLand(topology, row, piece, scale, origin, write);
  });
  for (const { topology, row } of files.over(zoom)) {
    const holders = land.filter(finer => (finer.row.holds || []).includes(row.class));
    for (const piece of without(box, boxes(holders))) write(row.class, overText(topology, row, piece, scale, origin));
  }
  if (graticule) write('graticule', graticuleText(zoom, scale, origin));
}

function writeLand(topology, row, piece, scale, origin, write) {
  const edges = (row.box ? worldBox(row.box) : WHOLE).map((v, i) => (v + (i < 2 ? SEAM : -SEAM)) * scale);
  const lines = meet(piece, edges), written = { border: 'border', coast: 'coast', outline: 'outline', shore: 'shore', inner: 'state' };
  write('land', ringsText(topology, name => name !== HOME && name !== WATER, piece, scale, origin));
  write('india', ringsText(topology, name => name === HOME, piece, scale, origin));
  for (const kind in written) write(written[kind], arcsText(topology, topology.kinds[kind], lines, scale, origin));
}

function overText(topology, { draw }, piece, scale, origin) {
  if (draw === 'fill') return ringsText(topology, () => true, piece, scale, origin);
  const numbers = draw === 'inner' ? topology.kinds.inner : topology.arcs.map((_, number) => number);
  return arcsText(topology, numbers, piece, scale, origin);
}

/** Degrees between the lines of the graticule at a zoom. */
export const graticuleStep = zoom => [30, 20, 10, 10, 5, 2, 1, 0.5, 0.25][Math.max(0, Math.min(8, Math.round(zoom) - 1))];

function graticuleText(zoom, scale, origin) {
  const step = graticuleStep(zoom);
  let d = '';
  for (let lng = -180; lng <= 180; lng += step) {
    const x = Math.round(worldX(lng) * scale - origin.x) + 0.5;
    d += `M${x} ${-origin.y}V${256 * scale - origin.y}`;
  }
  for (let lat = -80; lat <= 80; lat += step) d += `M${-origin.x} ${Math.round(worldY(lat) * scale - origin.y) + 0.5}h${256 * scale}`;
  return d;
}
