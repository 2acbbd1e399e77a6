// Pointer and keyboard on the map: what is under the pointer, what is chosen, where one is.

/** The tooltip: text only, kept inside the map. */
function createTip(container) {
  const tip = container.appendChild(document.createElement('div'));
  tip.className = 'map-tip';
  tip.setAttribute('role', 'tooltip');
  tip.hidden = true;
  return {
    hide() { tip.hidden = true; },
    show(lines, { x, y }) {
      tip.textContent = '';
      lines.forEach(line => { tip.appendChild(document.createElement('div')).textContent = line; });
      tip.hidden = false;
      const { clientWidth, clientHeight } = container, { offsetWidth, offsetHeight } = tip;
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

export function followPointer(map, scene, measuring, say) {
  const container = map.getContainer(), tip = createTip(container);
  const hover = oncePerFrame(({ containerPoint, latlng }) => {
    say('pointed', { at: [latlng.wrap().lng, latlng.lat] });
    const thing = measuring.isOn() ? null : scene.thingAt(containerPoint);
    if (measuring.isOn()) measuring.follow(latlng);
    container.classList.toggle('over-thing', thing !== null);
    if (thing) tip.show(thing.tip, containerPoint); else tip.hide();
  });
  map.on('mousemove', hover);
  map.on('mouseout', () => { tip.hide(); say('pointed', { at: null }); });
  map.on('movestart zoomstart', () => tip.hide());
  map.on('click', ({ containerPoint, latlng }) => {
    if (measuring.isOn()) return measuring.addCorner(latlng);
    const thing = scene.thingAt(containerPoint);
    return say('picked', { id: thing ? thing.id : null });
  });
  container.addEventListener('keydown', event => {
    const { key, target } = event;
    if (key === ' ' && target.dataset.id) event.preventDefault();       // or the page would be scrolled
    if (measuring.isOn() && (key === 'Backspace' || key === 'Delete')) measuring.dropCorner();
    else if ((key === 'Enter' || key === ' ') && target.dataset.id) say('picked', { id: target.dataset.id });
    else if (key === 'Escape') say('picked', { id: null });
  });
  container.addEventListener('focusin', ({ target }) => {
    if (!target.dataset.id || !target.matches(':focus-visible')) return;
    const box = target.getBoundingClientRect(), frame = container.getBoundingClientRect();
    tip.show(scene.thingOf(target.dataset.key).tip, { x: (box.left + box.right) / 2 - frame.left, y: box.bottom - frame.top });
  });
  container.addEventListener('focusout', () => tip.hide());
}
