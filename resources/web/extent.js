// What the map shows of the world, and who last had a say in it.

const corners = ([west, south, east, north]) => [[south, west], [north, east]];

const FLIGHT_S = 1.3;
const NEAR_PX = 2;          // what lies nearer than this needs no flight

/** Pan where the zoom stays: Leaflet cuts the way there to whole pixels, so that each way back would lose one. */
function slide(map, bounds, animate) {
  if (map.getBoundsZoom(corners(bounds)) !== map.getZoom()) return false;
  const [a, b] = corners(bounds).map(corner => map.project(corner));
  map.panBy(a.add(b).divideBy(2).subtract(map.project(map.getCenter())), { animate });
  return true;
}

/** The extent: who moved it last, and the one that Python asked for, which a change of size must not lose. */
export function createExtent(map, say) {
  let by = 'program', asked = null, fitting = null, begun = false, flying = false, takingOff = false;
  const land = () => {
    flying = false;
    map.getContainer().classList.remove('flying');
  };
  const view = () => map._getBoundsCenterZoom(L.latLngBounds(corners(asked)), {});
  const isThere = ({ center, zoom }) => zoom === map.getZoom() && map.project(center).distanceTo(map.project(map.getCenter())) < NEAR_PX;
  const fly = to => {
    const from = { center: map.getCenter(), zoom: map.getZoom() };
    takingOff = true;
    map.getContainer().classList.add('flying');
    if (to.zoom < from.zoom) {             // the wider view is drawn first and shown enlarged: it has no edges on the way
      map.setView(to.center, to.zoom, { animate: false });
      map._move(from.center, from.zoom, { flyTo: true });
    }
    [flying, takingOff] = [true, false];
    map.flyTo(to.center, to.zoom, { duration: FLIGHT_S });
  };
  const fit = (animate, inFlight = false) => {
    if (map._animatingZoom) {             // Leaflet would pass over what is asked for while it zooms
      fitting = null;
      map._onZoomTransitionEnd();
    }
    if (flying) {                         // the next one begins where this flight has come to
      fitting = null;
      map._stop();
    }
    const { x, y } = map.getSize();
    if (fitting || !x || !y) return;      // one begins with the next frame; without room none can: a resize will come
    fitting = asked;
    if (inFlight && animate && !isThere(view())) fly(view());
    else slide(map, asked, animate) || map.fitBounds(corners(asked), { animate });
  };
  const show = (bounds, animate, inFlight = false) => {
    const isFirst = !begun;
    [by, asked, begun] = ['program', bounds, true];
    map.getContainer().classList.toggle('staged', inFlight);
    fit(animate && !isFirst, inFlight);
  };
  const isMovedByUser = () => {
    [by, asked] = ['user', null];
    if (flying) {
      fitting = null;
      map._stop();
      map._moveEnd(true);
    }
  };
  const listen = container => ['pointerdown', 'wheel', 'keydown'].forEach(name => container.addEventListener(name, isMovedByUser, true));
  listen(map.getContainer());
  map.on('moveend', () => {
    if (takingOff) return;
    const done = fitting;
    fitting = null;
    if (flying) land();
    if (done && asked && asked !== done) return fit(false);   // meanwhile something else was asked for
    if (!begun) return;                   // nobody chose where a page stands that was not told where to stand
    const box = map.getBounds();
    say('viewed', { bounds: [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()], zoom: map.getZoom(), by });
  });
  map.on('resize', () => {
    by = 'resize';
    if (!asked) return map.fire('moveend');
    asked = [...asked];                   // another one to fit, in the room that there is now
    fit(false);
  });
  return {
    show, listen,
    /** Keep what is seen in view through the change of size that comes next. */
    hold() {
      if (!begun || asked) return;
      const { x, y } = map.getSize(), at = (left, top) => map.containerPointToLatLng([left, top]);
      const box = L.latLngBounds(at(1, y - 1), at(x - 1, 1));      // half of an odd width lacks a pixel, for which all would be drawn smaller
      asked = [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()];
    },
    zoomBy(steps) {
      isMovedByUser();
      map.setZoom(map.getZoom() + steps * map.options.zoomDelta);
    },
  };
}
