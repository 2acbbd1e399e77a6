// The numbered sources, and the small numbers that lead to them.

import { make, makeButton } from '../controls.js';

/**
 * List the sources; `open()` brings their list to the front.
 *
 * An address is a plain link: checking a claim is what a source is named for. Nothing is asked of it before somebody
 * follows it, and it is not told from where. What is no web address stays text.
 */
export function createSources(panel, sources, open) {
  make('p', 'soft', panel, `${sources.length} sources, numbered as the figures cite them.`);
  const list = make('ol', '', panel);
  const items = sources.map((source, i) => {
    const item = make('li', '', list);
    item.tabIndex = -1;
    item.dataset.number = i + 1;
    make('div', 'strong', item, source.title);
    make('div', 'soft', item, `${source.published}; ${source.reliability}; ${source.claims} claim${source.claims === 1 ? '' : 's'}`);
    if (/^https?:\/\/[^\s]+$/.test(source.address)) {
      Object.assign(make('a', '', item, source.address), { href: source.address, rel: 'noopener noreferrer', target: '_blank' });
    } else if (source.address) make('div', 'soft', item, source.address);
    return item;
  });
  const show = number => {
    open();
    items.forEach((item, i) => item.classList.toggle('marked', i === number - 1));
    items[number - 1].scrollIntoView({ block: 'center' });
    items[number - 1].focus({ preventScroll: true });
  };
  /** A button that leads to a source: a small number behind a figure, or words. */
  const cite = (parent, number, words) => {
    const button = makeButton(words ? 'link' : 'number', parent, words || number, () => show(number));
    button.title = sources[number - 1].title;
    button.setAttribute('aria-label', `${words || 'Source'} [${number}]`);
    if (words) make('sup', '', button, number);
  };
  items.forEach((item, i) => {
    if (sources[i].retells) cite(make('div', 'soft', item, 'Retells '), sources[i].retells, 'this source');
  });
  return { cite };
}
