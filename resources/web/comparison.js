// A comparison on the map: A on the left, B on the right, by a divider over one map or side by side, always with one extent.
// There is one Leaflet map, which B's half has; A is drawn into further panes of it, so that both move as one.

import { boxOf, make } from './controls.js';
import { createDivider } from './divider.js';
import { EMPTY } from './scene_layer.js';
import { createTwin } from './twin.js';

const SCENE = 'scene-a', GROUND = 'basemap-a';
const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const UNCLIPPED = 'none', FAR = 1e5;      // px: the panes of a map have no height of their own

/** Say what a half shows: its letter and year, and below it the day and the scenario. */
function createBadge(parent, side) {
  const badge = make('div', `compare-badge compare-badge-${side}`, parent);
  return {
    badge,
    write({ letter, year, conditions }) {
      badge.textContent = '';
      const head = make('div', '', badge);
      make('b', 'compare-letter', head, letter);
      make('strong', '', head, year);
      conditions.forEach(words => make('div', 'compare-condition', badge, words));
    },
  };
}

/** Hide the words that the divider would cut in two while it is dragged: half a number is another number. */
function hideCut(layer, at) {
  const boxes = new Map(layer.laidOut().labels.map(({ key, box }) => [key, box]));
  for (const group of layer.root().querySelectorAll('.labels > g')) {
    const box = boxes.get(group.dataset.key);
    group.style.visibility = box && at !== null && box[0] < at && box[2] > at ? 'hidden' : '';
  }
}

/** Compare by swipe: A is drawn over the same ground, and each scene is cut off at the divider; at rest each has its words in its own part. */
function createSwipe({ map, scenes, another, onMap, sceneUnder, scene }, say) {
  const container = map.getContainer(), root = make('div', 'compare-furniture', container);
  const paneA = map.createPane(SCENE), paneB = map.getPane('scene');
  paneA.classList.add('leaflet-scene-pane');
  Object.assign(paneA.style, { zIndex: 449, pointerEvents: 'none' });
  let share = 0.5, rested = null;
  const at = () => share * map.getSize().x, partOf = { a: () => [at(), -FAR, FAR, FAR], b: () => [-FAR, -FAR, at(), FAR] };
  const layer = another(SCENE, symbols => [...onMap(symbols).filter(box => box[0] > -FAR), partOf.a()]).addTo(map), badges = [createBadge(root, 'left'), createBadge(root, 'right')];
  const cut = () => {
    const { x, y } = map.containerPointToLayerPoint([at(), 0]), top = y - FAR, bottom = y + FAR;
    const clip = (left, right) => `polygon(${left}px ${top}px, ${right}px ${top}px, ${right}px ${bottom}px, ${left}px ${bottom}px)`;
    paneA.style.clipPath = clip(x - FAR, x);
    paneB.style.clipPath = clip(x, x + FAR);
  };
  const move = now => {
    share = now;
    cut();
    [layer, scene].forEach(one => hideCut(one, at()));
  };
  const rest = now => {
    share = now;
    cut();
    if (now === rested) return;
    rested = now;
    [layer, scene].forEach(one => {
      one.draw();
      hideCut(one, null);
    });
  };
  const settled = now => {
    rest(now);
    say('divided', { at: now });
  };
  const divider = createDivider(root, { width: () => map.getSize().x, moved: move, settled });
  L.DomEvent.disableClickPropagation(root);
  map.on('move zoomend viewreset resize', cut);
  scenes.push(layer);
  sceneUnder.of = ({ containerPoint, element }) => {
    if (element) return layer.holds(element) ? layer : scene;
    return containerPoint.x < at() ? layer : scene;
  };
  return {
    layer, badges,
    boxes: () => badges.map(one => boxOf(one.badge, container)),
    bands: () => [partOf.b()],
    divide(now) {
      if (divider.show(now)) rest(now);
    },
    end() {
      map.off('move zoomend viewreset resize', cut);
      paneB.style.clipPath = UNCLIPPED;
      layer.remove();
      paneA.remove();
      delete map._panes[SCENE];
      root.remove();
    },
  };
}

/** Compare side by side: A has ground and scene in the left half. */
function createSides({ map, scenes, another, basemap, controls, sceneUnder, scene, extent, hearKeys }) {
  extent.hold();
  const container = map.getContainer(), twin = createTwin(map, [GROUND, SCENE], extent.listen), root = make('div', 'compare-furniture', container);
  const furniture = make('div', 'map-furniture', twin.element), boxA = () => [controls.bar, badges[0].badge].map(part => boxOf(part, twin.element));
  controls.barTo(furniture);
  hearKeys(twin.element);
  const badges = [createBadge(twin.element, 'left'), createBadge(root, 'left')];
  const ground = basemap.again(GROUND), layer = another(SCENE, boxA).addTo(map);
  scenes.push(layer);
  sceneUnder.of = ({ originalEvent, element }) => (twin.element.contains(element || originalEvent.target) ? layer : scene);
  return {
    layer, badges,
    boxes: () => [boxOf(badges[1].badge, container)],
    bands: () => [],
    divide() {},
    end() {
      extent.hold();
      controls.barTo(null);
      basemap.drop(ground);
      layer.remove();
      root.remove();
      twin.end();
    },
  };
}

const MANNERS = { swipe: createSwipe, side: createSides };

/** Give {show, setScene, layer()}: what is compared and how, and the scene of A. */
export function createComparison(page, say) {
  const { map, scenes, badges, sceneUnder, scene } = page;
  let manner = 'none', shown = null, sceneOfA = EMPTY, boxes = null;      // the boxes are kept, because asking for them makes the engine lay the page out
  map.on('resize', () => { boxes = null; });
  const end = () => {
    if (!shown) return;
    scenes.splice(scenes.indexOf(shown.layer), 1);
    sceneUnder.of = () => scene;
    badges.boxes = () => [];
    shown.end();
    shown = null;
  };
  const begin = () => {
    shown = MANNERS[manner](page, say);
    Object.assign(shown.layer, { _selected: scene._selected });
    shown.layer.setScene(sceneOfA);
    boxes = null;
    badges.boxes = () => {
      boxes = boxes || shown.boxes();
      return [...boxes, ...shown.bands()];
    };
    shown.write = told => {
      if (isSame(told, shown.told)) return;
      shown.told = told;
      told.forEach((badge, i) => shown.badges[i].write(badge));
      const before = boxes;
      boxes = shown.boxes();
      if (!isSame(boxes, before)) scenes.forEach(one => one.draw());
    };
  };
  const comparison = {
    show(told) {
      if (told.manner !== manner) {
        end();
        manner = told.manner;
        if (manner === 'none') scene.draw(); else begin();
      }
      if (!shown) return;
      shown.write(told.badges);
      shown.divide(told.divider);
    },
    setScene(next) {
      sceneOfA = next || EMPTY;
      if (shown) shown.layer.setScene(sceneOfA);
    },
    layer: () => (shown ? shown.layer : null),
  };
  window.atlas.comparison = comparison;
  return comparison;
}
