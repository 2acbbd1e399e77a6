// The map of a sheet: Web Mercator fitted to a box, the ground, the scene on it, and the symbols of the legend at true size.

import { drawFlow, inView } from '../arrows.js';
import { drawScene } from '../drawing.js';
import { LINES_AND_FILLS, groundPaths } from '../ground_paths.js';
import { namesIn } from '../names.js';
import { namesFor } from '../names_on_map.js';
import { element } from '../svg.js';
import { SAMPLE, STATELESS, drawArea, drawSymbol, hatching } from '../symbols.js';
import { latOf, lngOf, metresPerPixel, worldBox, worldX, worldY } from '../topology.js';
import { LEADING } from './layout.js';
import { SMALL, round, widthOf, wrapped, writeLines } from './text.js';

/** Labels are set in 12 pixels on the screen; this makes 19 units of them. */
export const SCALE = 19 / 12;
const NEAREST = 12, LONGEST_BAR = 150, AIR = 36, MARK_AT = 12, MARK_PAD = 14, MARK_HEIGHT = 38;
const PAINT = ['fill', 'fill-rule', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin'];

/** Width and height of an extent in pixels of zoom 0. */
export function extentOf(bounds) {
  const [left, top, right, bottom] = worldBox(bounds);
  return { left, top, width: right - left, height: bottom - top };
}

/** The view with so many units to a pixel of zoom 0, and this unit of the world in its corner. */
export function viewAt(scale, origin, { width, height }) {
  return { size: [width, height], zoom: Math.log2(scale), origin,
    project: (lon, lat) => [worldX(lon) * scale - origin.x, worldY(lat) * scale - origin.y],
    metresPerPixel: lat => metresPerPixel(lat, scale),
    middle: latOf((origin.y + height / 2) / scale) };
}

/** The view that shows an extent whole in a box of this size, with some air around it. */
export function fit(bounds, box) {
  const extent = extentOf(bounds), { width, height } = box, scale = Math.min((width - 2 * AIR) / extent.width, (height - 2 * AIR) / extent.height, 2 ** NEAREST);
  const origin = { x: Math.round((extent.left + extent.width / 2) * scale - width / 2), y: Math.round((extent.top + extent.height / 2) * scale - height / 2) };
  return viewAt(scale, origin, box);
}

/** The symbol of a flow in the legend: what is merely known looks alike whichever way it goes. */
const symbolOf = ({ style, drawn_as: drawnAs }) => (drawnAs === 'known' ? 'relation/known' : `${style}/${drawnAs}`);

/** Which symbols of the legend a view shows. */
export function symbolsIn(scene, { size: [width, height], project }, regionOf) {
  const room = [0, 0, width, height], isIn = ([x, y]) => x >= 0 && y >= 0 && x <= width && y <= height;
  const flows = scene.flows.filter(flow => inView(flow.line.map(at => project(...at)), room));
  const areas = scene.areas.filter(area => regionOf(area.region).some(ring => ring.some(at => isIn(project(...at)))));
  return new Set([...scene.places.filter(place => isIn(project(...place.at))).map(place => place.style),
    ...(areas.length ? ['area'] : []), ...flows.map(symbolOf)]);
}

function drawGround(parent, files, view, graticule, suffix) {
  const [width, height] = view.size, { x, y } = view.origin;
  const text = groundPaths(files, { zoom: view.zoom, view: [x, y, x + width, y + height], origin: view.origin, graticule });
  for (const name of LINES_AND_FILLS) {
    if (!text[name]) continue;
    const path = element('path', { class: name, d: text[name] }, parent), style = getComputedStyle(path);
    for (const property of PAINT) path.setAttribute(property, style.getPropertyValue(property).replace('px', ''));
    path.setAttribute('id', `ground${suffix}-${name}`);
  }
  parent.removeAttribute('class');
}

/** The extent of a view: [west, south, east, north] in degrees. */
export function boundsOf({ zoom, origin: { x, y }, size: [width, height] }) {
  const scale = Math.pow(2, zoom);
  return [lngOf(x / scale), latOf((y + height) / scale), lngOf((x + width) / scale), latOf(y / scale)];
}

/** The badge in the corner of a map so wide that says what is only supposed; null where nothing is. */
function watermark(words, width, colours) {
  if (!words) return null;
  const rows = wrapped(words, SMALL, 600, width - 2 * (MARK_AT + MARK_PAD)), right = MARK_AT + Math.max(...rows.map(row => widthOf(row, SMALL, 600))) + 2 * MARK_PAD;
  const box = [MARK_AT, MARK_AT, right, MARK_AT + MARK_HEIGHT + (rows.length - 1) * LEADING];
  return { box, draw(parent, id) {
    const badge = element('g', { id }, parent);
    element('rect', { x: MARK_AT, y: MARK_AT, width: round(right - MARK_AT), height: box[3] - MARK_AT, rx: 6, fill: colours.paper, stroke: colours.outline, 'stroke-width': 2, 'stroke-dasharray': '7 5' }, badge);
    writeLines(badge, MARK_AT + MARK_PAD, MARK_AT + 26, rows, { size: SMALL, weight: 600, fill: colours.ink }, LEADING);
  } };
}

/** Draw ground and scene into a group, labels beside the obstacles; gives what lies where, as drawScene does. A second map has a suffix to its names. */
export function drawMap(parent, { contents, view, files, regionOf, outlines, box, obstacles, scene = contents.scene, watermark: words = contents.watermark, suffix = '' }) {
  const { colours, opacity } = contents, [width, height] = view.size;
  const clip = element('clipPath', { id: `map-edge${suffix}` }, element('defs', {}, parent));
  element('rect', { width, height }, clip);
  const map = element('g', { id: `map${suffix}`, transform: `translate(${round(box.x)} ${round(box.y)})`, 'clip-path': `url(#map-edge${suffix})` }, parent);
  element('rect', { width, height, fill: colours.water }, map);
  drawGround(element('g', { id: `ground${suffix}`, class: 'basemap' }, map), files, view, contents.graticule, suffix);
  const lettered = { ...view, scale: SCALE, measure: (words, px, weight) => widthOf(words, px, weight) };
  const names = namesFor(namesIn(files.names(), { zoom: view.zoom - Math.log2(SCALE), bounds: boundsOf(view), graticule: contents.graticule }), lettered);
  const mark = watermark(words, width, colours), free = mark ? [...obstacles, mark.box] : obstacles;
  const laid = drawScene(element('g', { id: `scene${suffix}` }, map), scene, { ...lettered, colours, selected: null, regionOf, outlines, obstacles: free, names, opacityOf: row => (row in opacity ? opacity[row] : 1) });
  if (mark) mark.draw(map, `watermark${suffix}`);
  return laid;
}

/** Draw one symbol of the legend about a middle height, as large as it is on the map. */
export function drawSample(parent, entry, { x, y, width, colours, defs }) {
  const [style, drawn_as] = entry.symbol.split('/'), sample = element('g', {}, parent);
  if (drawn_as) {
    drawFlow(sample, { points: [[x, y], [x + width / 2, y], [x + width, y]], skipped: 0, whole: true, drawn_as, style, width_px: entry.width_px, selected: false }, colours, SCALE);
  } else if (style === 'area') {
    const [left, right, top, bottom] = [x, x + width, y - 9, y + 9];
    drawArea(sample, { rings: [[[left, top], [right, top], [right, bottom], [left, bottom]]], selected: false }, colours, SCALE, hatching(defs, colours, SCALE));
  } else {
    sample.setAttribute('transform', `translate(${x + width / 2} ${y})`);
    drawSymbol(sample, style, colours, SCALE, entry.has_arc ? SAMPLE : STATELESS);
  }
}

/** A round length of the scale bar, and the latitude at which it is right. */
export function scaleBar({ middle, metresPerPixel }) {
  const latitude = Math.round(middle), metres = metresPerPixel(latitude), most = metres * LONGEST_BAR / 1000;
  const power = 10 ** Math.floor(Math.log10(most)), km = [5, 2, 1].map(step => step * power).find(length => length <= most);
  const at = latitude ? `at ${Math.abs(latitude)}° ${latitude > 0 ? 'N' : 'S'}` : 'at the equator';
  return { length: km * 1000 / metres, words: `${km.toLocaleString('en')} km ${at}` };
}
