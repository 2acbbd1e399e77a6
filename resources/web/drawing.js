// A scene drawn at an extent: used by the map page and by the sheets, so that both show the same.

import { drawFlow, inView, smooth } from './arrows.js';
import { standApart } from './declutter.js';
import { chooseLabels, drawLabel } from './lettering.js';
import { element, keyed } from './svg.js';
import { drawArea, drawPlace, hatching, radiusOf, RANK } from './symbols.js';

const BEYOND = 0.5;        // of the map's size: how far past its edges things are drawn, for the next drag of the map
const LAYERS = ['areas', 'flows', 'labels', 'places'];

/** Give a group its layers, each once. */
function layersOf(root) {
  if (!root.layers) {
    root.layers = { defs: element('defs', {}, root) };
    LAYERS.forEach(name => { root.layers[name] = element('g', { class: name }, root); });
  }
  return root.layers;
}

const aboutIn = view => thing => ({
  key: thing.key, id: thing.id, thing, style: thing.style, opacity: view.opacityOf(thing.row),
  selected: view.selected !== null && (thing.id === view.selected || thing.claim === view.selected),
});

function layOutPlaces(places, view) {
  const about = aboutIn(view), inOrder = (a, b) => RANK.indexOf(a.style) - RANK.indexOf(b.style) || (a.key < b.key ? -1 : 1);
  const symbols = [...places].sort(inOrder).map(place => ({ place, at: view.project(...place.at), r: radiusOf(place.style) * view.scale }));
  return standApart(symbols).map(({ place, ...symbol }) => {
    const uncertain = place.precision_m / view.metresPerPixel(place.at[1]);
    return { ...about(place), ...symbol, state: place.state, uncertain_px: uncertain > symbol.r + 3 * view.scale ? uncertain : 0 };
  });
}

/** Where everything comes to lie, in pixels, before anything is drawn. */
function layOut(scene, view) {
  const { project, size: [width, height] } = view, about = aboutIn(view);
  const beyond = [-BEYOND * width, -BEYOND * height, (1 + BEYOND) * width, (1 + BEYOND) * height];
  const flows = scene.flows.map(flow => ({ flow, part: inView(smooth(flow.line.map(at => project(...at))), beyond) })).filter(({ part }) => part)
    .map(({ flow, part }) => ({ ...about(flow), ...part, drawn_as: flow.drawn_as, width_px: flow.width_px }));
  const areas = scene.areas.map(area => ({ ...about(area), rings: view.regionOf(area.region).map(ring => ring.map(at => project(...at))) }))
    .filter(area => area.rings.length);
  return { places: layOutPlaces(scene.places, view), flows, areas };
}

/** Bring one layer up to date: only what looks different is drawn anew. */
function update(layer, things, colours, draw) {
  const items = things.map(({ thing, ...look }) => ({ ...look, ink: colours.ink }));
  keyed(layer, items, (group, item) => {
    group.setAttribute('opacity', item.opacity);
    draw(group, item);
  });
}

/**
 * Draw a scene into an SVG group, or bring the group up to date.
 *
 * view: project(lon, lat) → [x, y] px, size [width, height] px, scale (1 on screen), metresPerPixel(lat), measure(text,
 * px, weight) → px, colours (a theme of the palette), selected (id or null), opacityOf(row), regionOf(code) → rings of
 * [lon, lat], outlines (lines of [lon, lat] that make words over them hard to read), obstacles (boxes on which no label may lie) and names (labels of the basemap, the most wanted first);
 * place(choose) → labels, for who knows them already.
 *
 * Returns what lies where: {places, flows, areas, labels}.
 */
export function drawScene(root, scene, view) {
  const layers = layersOf(root), laid = layOut(scene, view), { colours, scale, place = choose => choose() } = view;
  const labels = place(() => chooseLabels(laid, view));
  const paint = hatching(layers.defs, colours, scale);
  update(layers.areas, laid.areas, colours, (group, area) => drawArea(group, area, colours, scale, paint));
  update(layers.flows, laid.flows, colours, (group, flow) => drawFlow(group, flow, colours, scale));
  update(layers.places, laid.places, colours, (group, place) => drawPlace(group, place, colours, scale));
  update(layers.labels, labels, colours, (group, label) => drawLabel(group, label, colours, scale));
  return { ...laid, labels };
}
