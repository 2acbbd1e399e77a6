// The divider of a swipe: dragged, or moved by the arrow keys where it has the keyboard.

import { make } from './controls.js';

const STEP = 0.02, LONG_STEP = 0.1;
const KEYS = { ArrowLeft: -STEP, ArrowRight: STEP, PageDown: -LONG_STEP, PageUp: LONG_STEP, Home: -1, End: 1 };

const within = share => Math.max(0, Math.min(1, share));

/** Put a divider over the map. `moved(share)` hears each move, `settled(share)` where it came to rest; `width()` is the map's in px. */
export function createDivider(parent, { width, moved, settled }) {
  const bar = make('div', 'compare-divider', parent), grip = make('div', 'compare-grip', bar, '\u2194');
  grip.setAttribute('aria-hidden', 'true');
  bar.tabIndex = 0;
  for (const [name, value] of [['role', 'slider'], ['aria-label', 'Divider between A, left, and B, right'], ['aria-orientation', 'horizontal'], ['aria-valuemin', 0], ['aria-valuemax', 100]]) bar.setAttribute(name, value);
  let share = 0.5, held = null;
  const show = now => {
    share = now;
    bar.style.left = `${100 * now}%`;
    bar.setAttribute('aria-valuenow', Math.round(100 * now));
    bar.setAttribute('aria-valuetext', `${Math.round(100 * now)} percent from the left`);
  };
  const move = now => {
    show(within(now));
    moved(share);
  };
  bar.addEventListener('pointerdown', event => {
    held = { from: event.clientX, share };
    bar.setPointerCapture(event.pointerId);
    event.stopPropagation();
  });
  bar.addEventListener('pointermove', event => held && move(held.share + (event.clientX - held.from) / width()));
  bar.addEventListener('pointerup', () => {
    held = null;
    settled(share);
  });
  bar.addEventListener('pointercancel', () => { held = null; });
  bar.addEventListener('keydown', event => {
    const step = KEYS[event.key];
    if (!step || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    event.stopPropagation();
    move(share + (event.shiftKey && Math.abs(step) === STEP ? 5 * step : step));
    settled(share);
  });
  return {
    /** Show where it stands; false while it is held, because then it stands where it is held. */
    show(now) {
      if (!held) show(now);
      return !held;
    },
  };
}
