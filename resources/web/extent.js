// What the map shows of the world, and who last had a say in it.

const corners = ([west, south, east, north]) => [[south, west], [north, east]];

/** The extent: who moved it last, and the one that Python asked for, which a change of size must not lose. */
export function createExtent(map, say) {
  let by = 'program', asked = null, fitting = null;
  const fit = animate => {
    fitting = asked;
    map.fitBounds(corners(asked), { animate });
  };
  const show = (bounds, animate) => {
    [by, asked] = ['program', bounds];
    if (!fitting) fit(animate);           // Leaflet would lose one of two: the end of the first begins the second
  };
  const isMovedByUser = () => { [by, asked] = ['user', null]; };
  ['pointerdown', 'wheel', 'keydown'].forEach(name => map.getContainer().addEventListener(name, isMovedByUser, true));
  map.on('moveend', () => {
    const done = fitting;
    fitting = null;
    if (done && asked && asked !== done) return fit(false);
    const box = map.getBounds();
    say('viewed', { bounds: [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()], zoom: map.getZoom(), by });
  });
  map.on('resize', () => {
    by = 'resize';
    if (!asked) return map.fire('moveend');
    asked = [...asked];                   // another one to fit, in the room that there is now
    if (!fitting) fit(false);
  });
  return {
    show,
    zoomBy(steps) {
      isMovedByUser();
      map.setZoom(map.getZoom() + steps * map.options.zoomDelta);
    },
  };
}
