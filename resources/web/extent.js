// What the map shows of the world, and who last had a say in it.

const corners = ([west, south, east, north]) => [[south, west], [north, east]];

/** The extent: who moved it last, and the one that Python asked for, which a change of size must not lose. */
export function createExtent(map, say) {
  let by = 'program', asked = null, fitting = null, begun = false;
  const fit = animate => {
    if (map._animatingZoom) {             // Leaflet would pass over what is asked for while it zooms
      fitting = null;
      map._onZoomTransitionEnd();
    }
    const { x, y } = map.getSize();
    if (fitting || !x || !y) return;      // one begins with the next frame; without room none can: a resize will come
    fitting = asked;
    map.fitBounds(corners(asked), { animate });
  };
  const show = (bounds, animate) => {
    const isFirst = !begun;
    [by, asked, begun] = ['program', bounds, true];
    fit(animate && !isFirst);
  };
  const isMovedByUser = () => { [by, asked] = ['user', null]; };
  ['pointerdown', 'wheel', 'keydown'].forEach(name => map.getContainer().addEventListener(name, isMovedByUser, true));
  map.on('moveend', () => {
    const done = fitting;
    fitting = null;
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
    show,
    zoomBy(steps) {
      isMovedByUser();
      map.setZoom(map.getZoom() + steps * map.options.zoomDelta);
    },
  };
}
