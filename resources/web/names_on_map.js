// Names of the basemap as labels that give way to all of ours.

import { setRow, spotsAbout } from './label_spots.js';
import { isInside } from './plane.js';

const MOST = 45;                 // what a name may cover of what is better left free
const EDGE = 8;                  // px between the edge of the map and the degrees of the graticule
// Nothing under 12: that is 19 on a sheet of 1920, the least that is read from the back of a room.
const STYLES = {
  party: { px: 13, weight: 600, spacing: 3 },
  country: { px: 12, weight: 400, spacing: 2.4 },
  sea: { px: 12, weight: 400, spacing: 1.6 },
  state: { px: 12, weight: 400, spacing: 0.8 },
  city: { px: 12.5, weight: 600, spacing: 0 },
  town: { px: 12, weight: 400, spacing: 0 },
  port: { px: 12, weight: 400, spacing: 0 },
  meridian: { px: 12, weight: 400, spacing: 0 },
  parallel: { px: 12, weight: 400, spacing: 0 },
};
const SHIFTS = [[0, 0, 0], [0, -1, 4], [0, 1, 4], [0, -2, 8], [0, 2, 8], [-0.4, 0, 9], [0.4, 0, 9], [-0.4, -1, 12], [0.4, 1, 12]];

// The countries of the story are large, and their names must be read at the opening view: they may go farther.
const WIDE = [-4, -3, -2, -1, 0, 1, 2, 3, 4].flatMap(dy => [-0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6].map(dx => [dx, dy, 4 * Math.abs(dy) + 10 * Math.abs(dx)]));

const OVERHANG = 0.4, OUTSIDE = 15;  // how far from its middle a name must be at home, in widths; what it costs if only its middle is

/** Of the spots of a name those at home, the ones that reach over its outline for a price. */
const atHome = (spots, home) => box => spots(box).flatMap(spot => {
  const y = spot.y + box.height / 2, at = share => isInside([spot.x + (0.5 + share) * box.width, y], home);
  return at(0) ? [{ ...spot, cost: spot.cost + (at(-OVERHANG) && at(OVERHANG) ? 0 : OUTSIDE) }] : [];
});

const centred = ([x, y], shifts) => ({ width, height }) => shifts.map(([dx, dy, cost]) =>
  ({ x: x - width / 2 + dx * width, y: y - height / 2 + dy * height, align: 'middle', cost, tie: null }));

function spotsOf(name, at, view) {
  const { size: [width, height], scale } = view;
  if (name.kind === 'meridian') return box => [{ x: at[0] - box.width / 2, y: EDGE * scale, align: 'middle', cost: 0, tie: null }];
  if (name.kind === 'parallel') return box => [{ x: width - EDGE * scale - box.width, y: at[1] - box.height / 2, align: 'end', cost: 0, tie: null }]
    .filter(({ y }) => y < height - 3 * EDGE * scale);
  if (name.kind === 'town' || name.kind === 'port') return spotsAbout(at, (name.harbour ? 1 : -2) * scale, scale, []).near;
  const spots = centred(at, name.kind === 'party' ? WIDE : SHIFTS);
  return name.home ? atHome(spots, name.home.map(([lng, lat]) => view.project(lng, lat))) : spots;
}

/** The labels of some names at an extent, the most wanted first, as `placeLabels` takes them. */
export function namesFor(names, view) {
  return names.map(name => {
    const at = view.project(name.lng, name.lat), style = STYLES[name.large ? 'city' : name.kind];
    return {
      key: name.key, kind: 'name', id: null, opacity: 1, tone: 'soft_ink', most: MOST, givesWay: true,
      dot: name.kind === 'town' || name.kind === 'port' ? { at, harbour: name.harbour } : null,
      variants: [setRow(name.text, view, 0, style)], spots: { near: spotsOf(name, at, view) },
    };
  });
}
