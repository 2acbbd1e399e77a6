// Badges over the map: under which conditions alone it is right. Whatever is switched, they stay.

import { boxOf, make } from '../controls.js';

/** Put the badges over a map; `cover(boxes)` hears which boxes they take, in px. */
export function createBadges(container, badges, cover) {
  const list = make('ul', 'badges', container);
  list.setAttribute('aria-label', 'Conditions of the map');
  const items = badges.map(({ kind, title, words }) => {
    const item = make('li', `badge ${kind}`, list);
    make('strong', '', item, title);
    if (words) make('span', '', item, words);
    return item;
  });
  const tell = () => cover(items.filter(item => !item.hidden).map(item => boxOf(item, container)));
  return {
    tell,
    /** Show those that say something of the rows that are on. */
    show(visible) {
      items.forEach((item, i) => { item.hidden = Boolean(badges[i].row) && !visible.has(badges[i].row); });
      list.hidden = items.every(item => item.hidden);
      if (items.length) tell();
    },
  };
}
