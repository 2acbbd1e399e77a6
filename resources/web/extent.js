// What the map shows of the world, and who last had a say in it.

const corners = ([west, south, east, north]) => [[south, west], [north, east]];

/** The extent: who moved it last, and the one that Python asked for, which a change of size must not lose. */
export function createExtent(map, say) {
  let by = 'program', asked = null, begun = false;
  const fit = animate => {
    if (map._animatingZoom) map._onZoomTransitionEnd();   // Leaflet would pass over what is asked for while it zooms
    const { x, y } = map.getSize();
    if (x && y) map.fitBounds(corners(asked), { animate });   // without room there is none to fit: a resize will come
  };
  const show = (bounds, animate) => {
    const isFirst = !begun;
    [by, asked, begun] = ['program', bounds, true];
    fit(animate && !isFirst);
  };
  const isMovedByUser = () => { [by, asked] = ['user', null]; };
  ['pointerdown', 'wheel', 'keydown'].forEach(name => map.getContainer().addEventListener(name, isMovedByUser, true));
  map.on('moveend', () => {
    if (!begun) return;                   // nobody chose where a page stands that was not told where to stand
    const box = map.getBounds();
    say('viewed', { bounds: [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()], zoom: map.getZoom(), by });
  });
  map.on('resize', () => {
    by = 'resize';
    if (asked) fit(false); else map.fire('moveend');
  });
  return {
    show,
    zoomBy(steps) {
      isMovedByUser();
      map.setZoom(map.getZoom() + steps * map.options.zoomDelta);
    },
  };
}
