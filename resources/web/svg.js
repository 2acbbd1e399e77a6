// Small SVG: make an element, and keep a list of groups in step with a list of things.

const SPACE = 'http://www.w3.org/2000/svg';

export function element(name, attributes, parent) {
  const made = document.createElementNS(SPACE, name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  if (parent) parent.appendChild(made);
  return made;
}

const rounded = value => Math.round(value * 10) / 10;

export const pathOf = (points, closed = false) =>
  points.map(([x, y], i) => `${i ? 'L' : 'M'}${rounded(x)} ${rounded(y)}`).join('') + (closed ? 'Z' : '');

/**
 * Draw each item into a group of its own; a group whose item says the same as before is kept as it is.
 *
 * items: [{key, …}], told apart by key and compared as JSON. draw(group, item) fills an empty group.
 */
export function keyed(parent, items, draw) {
  const before = new Map(Array.from(parent.children, group => [group.dataset.key, group]));
  items.forEach((item, i) => {
    const text = JSON.stringify(item);
    let group = before.get(item.key);
    before.delete(item.key);
    if (!group) {
      group = element('g');
      group.dataset.key = item.key;
    }
    if (parent.children[i] !== group) parent.insertBefore(group, parent.children[i] || null);
    if (group.drawnFrom !== text) {
      group.textContent = '';
      draw(group, item);
      group.drawnFrom = text;
    }
  });
  before.forEach(group => group.remove());
}
