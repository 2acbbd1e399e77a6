// Pointer and keyboard on the map: what is under the pointer, what is chosen, where one is.

import { boxOf, make } from './controls.js';

/** The tooltip: text only, kept inside the map. */
function createTip(container) {
  const tip = make('div', 'map-tip', container);
  tip.setAttribute('role', 'tooltip');
  tip.hidden = true;
  return {
    hide() { tip.hidden = true; },
    show(lines, { x, y }, host = container) {
      if (tip.parentNode !== host) host.appendChild(tip);
      tip.textContent = '';
      lines.forEach(line => make('div', '', tip, line));
      tip.hidden = false;
      const { clientWidth, clientHeight } = host, { offsetWidth, offsetHeight } = tip;
      const left = x + 16 + offsetWidth > clientWidth ? x - 12 - offsetWidth : x + 16;
      const top = y + 18 + offsetHeight > clientHeight ? y - 10 - offsetHeight : y + 18;
      tip.style.transform = `translate(${Math.max(4, left)}px, ${Math.max(4, top)}px)`;
    },
  };
}

/** At most one call a frame, with the latest value. */
function oncePerFrame(run) {
  let latest = null, waiting = false;
  return value => {
    latest = value;
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; run(latest); });
  };
}

/** Let pointer and keyboard choose; `sceneOf(event)` gives the scene that an event of the map is about: a comparison has two. Gives {hearKeys(host)}, for a half outside the map's own element. */
export function followPointer(map, sceneOf, measuring, say) {
  const container = map.getContainer(), tip = createTip(container);
  const hostOf = element => (container.contains(element) ? container : element.closest('.leaflet-container'));
  const hover = oncePerFrame(event => {
    const { containerPoint, latlng, originalEvent } = event;
    say('pointed', { at: [latlng.wrap().lng, latlng.lat] });
    const thing = measuring.isOn() ? null : sceneOf(event).thingAt(containerPoint), host = hostOf(originalEvent.target) || container;
    if (measuring.isOn()) measuring.follow(latlng);
    host.classList.toggle('over-thing', thing !== null);
    if (thing) tip.show(thing.tip, containerPoint, host); else tip.hide();
  });
  map.on('mousemove', hover);
  map.on('mouseout', () => { tip.hide(); say('pointed', { at: null }); });
  map.on('movestart zoomstart', () => tip.hide());
  map.on('click', event => {
    if (measuring.isOn()) return measuring.addCorner(event.latlng);
    const thing = sceneOf(event).thingAt(event.containerPoint);
    return say('picked', { id: thing ? thing.id : null });
  });
  const hearKeys = host => {
    host.addEventListener('keydown', event => {
      const { key, target } = event;
      if (key === ' ' && target.dataset.id) event.preventDefault();     // or the page would be scrolled
      if (measuring.isOn() && (key === 'Backspace' || key === 'Delete')) measuring.dropCorner();
      else if ((key === 'Enter' || key === ' ') && target.dataset.id) say('picked', { id: target.dataset.id });
      else if (key === 'Escape') say('picked', { id: null });
    });
    host.addEventListener('focusin', ({ target }) => {
      if (!target.dataset.id || !target.matches(':focus-visible')) return;
      const [left, , right, bottom] = boxOf(target, host);
      tip.show(sceneOf({ element: target }).thingOf(target.dataset.key).tip, { x: (left + right) / 2, y: bottom }, host);
    });
    host.addEventListener('focusout', () => tip.hide());
  };
  hearKeys(container);
  return { hearKeys };
}
