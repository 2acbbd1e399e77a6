// Where in the world the sheet's map lies: India and its seas, or the world, with the map's extent on it.

import { element } from '../svg.js';
import { groundPaths } from '../ground_paths.js';
import { extentOf } from './map.js';
import { group, round } from './text.js';

const REGION = [60, -2, 102, 40], WORLD = [-170, -56, 190, 76];
const HEIGHT = 104, SHARE = 0.45, LEAST_MARK = 7;
const FILLS = { land: 'land', india: 'india' }, LINES = { coast: 'line', shore: 'outline', border: 'line', outline: 'outline' };

/** What the locator shows: what is near where the extent is a small part of it, else the world. */
function areaOf(bounds) {
  const isInside = bounds[0] >= REGION[0] && bounds[1] >= REGION[1] && bounds[2] <= REGION[2] && bounds[3] <= REGION[3];
  return isInside && extentOf(bounds).width <= extentOf(REGION).width * SHARE ? REGION : WORLD;
}

/** Width and height of the locator of a map with these bounds. */
export function locatorSize(bounds) {
  const { width, height } = extentOf(areaOf(bounds));
  return { width: Math.round(HEIGHT * width / height), height: HEIGHT };
}

function drawGround(parent, ground, { zoom, origin, width, height }, colours) {
  const files = { land: () => ground.files.land(0), over: () => [] };
  const text = groundPaths(files, { zoom, view: [origin.x, origin.y, origin.x + width, origin.y + height], origin, graticule: false });
  for (const name in FILLS) if (text[name]) element('path', { d: text[name], fill: colours[FILLS[name]], 'fill-rule': 'evenodd' }, parent);
  for (const name in LINES) if (text[name]) element('path', { d: text[name], fill: 'none', stroke: colours[LINES[name]], 'stroke-width': 0.7, 'stroke-linejoin': 'round' }, parent);
}

/** The extent as a box, or as a ring around it where it would be too small to see. */
function drawMark(parent, [left, top, right, bottom], colours) {
  const mark = { fill: colours.selection, 'fill-opacity': 0.14, stroke: colours.selection, 'stroke-width': 2.2 };
  if (Math.max(right - left, bottom - top) < LEAST_MARK) element('circle', { ...mark, cx: round((left + right) / 2), cy: round((top + bottom) / 2), r: LEAST_MARK }, parent);
  else element('rect', { ...mark, x: round(left), y: round(top), width: round(right - left), height: round(bottom - top) }, parent);
}

/** Draw the locator into a box; the extent marked is the whole of the map, not only what was asked for. */
export function drawLocator(parent, { x, y, width, height }, { colours, ground, view, bounds }) {
  const area = extentOf(areaOf(bounds)), scale = width / area.width, zoom = Math.log2(scale);
  const shown = element('g', { transform: `translate(${round(x)} ${round(y)})`, 'clip-path': 'url(#locator-edge)' }, group(parent, 'locator'));
  element('rect', { width, height }, element('clipPath', { id: 'locator-edge' }, element('defs', {}, shown.parentNode)));
  element('rect', { width, height, fill: colours.water }, shown);
  drawGround(shown, ground, { zoom, origin: { x: area.left * scale, y: area.top * scale }, width, height }, colours);
  const factor = scale / 2 ** view.zoom, [across, down] = view.size;
  const edgeX = view.origin.x * factor - area.left * scale, edgeY = view.origin.y * factor - area.top * scale;
  const clamp = (value, most) => Math.max(1.1, Math.min(most - 1.1, value));
  drawMark(shown, [clamp(edgeX, width), clamp(edgeY, height), clamp(edgeX + across * factor, width), clamp(edgeY + down * factor, height)], colours);
  element('rect', { x: round(x), y: round(y), width, height, fill: 'none', stroke: colours.outline, 'stroke-width': 1 }, shown.parentNode);
}
