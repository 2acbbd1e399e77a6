// The twin of a map: its left half, into which further layers of the same map are drawn. There is nothing to keep in step,
// because there is one view: the twin's panes take over each shift of the map's own, and what is done to it is done to the map.

import { make } from './controls.js';

/** Cut the page in two at a whole pixel: words that begin between two are blurred. */
function halve() {
  document.body.style.setProperty('--half', `${Math.floor(document.body.clientWidth / 2)}px`);
}

/** Take up the room there is now: not before it is filled does the map say where it stands, or it would slide back inside its bounds. */
const changeSize = map => map.invalidateSize({ pan: false, debounceMoveend: true });

const HEARD = 'click dblclick mousedown mouseup mouseover mouseout mousemove contextmenu';

/** Make the map give up its left half. `panes`: names of those to be made in it; `listen(element)` hears who moves the map. */
export function createTwin(map, panes, listen) {
  const container = map.getContainer(), own = map.getPane('mapPane'), point = map.mouseEventToContainerPoint;
  const element = make('div', 'compare-twin leaflet-container', container.parentNode), shifted = make('div', '', element);
  const follow = () => {
    shifted.className = own.className;
    shifted.style.transform = own.style.transform;
    element.classList.toggle('flying', container.classList.contains('flying'));
    element.classList.toggle('measuring', container.classList.contains('measuring'));
  };
  const watch = new MutationObserver(follow);
  watch.observe(own, { attributes: true, attributeFilter: ['style', 'class'] });
  watch.observe(container, { attributes: true, attributeFilter: ['class'] });
  follow();
  const levels = [150, 450];
  panes.forEach((name, i) => {
    const pane = map.createPane(name, shifted);
    Object.assign(pane.style, { zIndex: levels[i], pointerEvents: 'none' });
    pane.classList.add(i ? 'leaflet-scene-pane' : 'leaflet-basemap-pane');
  });
  map.mouseEventToContainerPoint = event => L.DomEvent.getMousePosition(event, element.contains(event.target) ? element : container);
  const { scrollWheelZoom, dragging } = map, drag = dragging._draggable;
  L.DomEvent.on(element, HEARD, map._handleDOMEvent, map);
  L.DomEvent.on(element, 'wheel', scrollWheelZoom._onWheelScroll, scrollWheelZoom);
  L.DomEvent.on(element, 'touchstart mousedown', drag._onDown, drag);
  listen(element);
  container.before(element);      // Tab walks A, which is on the left, first
  document.body.classList.add('compared-sides');
  halve();
  window.addEventListener('resize', halve);
  changeSize(map);
  return {
    element,
    end() {
      watch.disconnect();
      window.removeEventListener('resize', halve);
      map.mouseEventToContainerPoint = point;
      panes.forEach(name => { delete map._panes[name]; delete map._paneRenderers[name]; });
      element.remove();
      document.body.classList.remove('compared-sides');
      changeSize(map);
    },
  };
}
