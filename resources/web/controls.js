// What stands on the map besides the map: zoom buttons, the scale bar, and the words that must always be there.

import { metresPerPixel } from './topology.js';

const NOTICE = 'Boundaries are indicative; not authenticated by the Survey of India.';
const WIDEST_BAR = 120;    // px
const BAR = [164, 44];     // px: the corner that the scale bar takes
const SYMBOL = 16;         // px about the middle of a symbol

/** Make an element with a class and with text, never with markup. */
export function make(tag, className, parent, text = '') {
  const made = parent.appendChild(document.createElement(tag));
  made.className = className;
  made.textContent = text;
  return made;
}

/** The box of an element, [left, top, right, bottom] in the pixels of another. */
export function boxOf(element, host) {
  const box = element.getBoundingClientRect(), frame = host.getBoundingClientRect();
  return [box.left - frame.left, box.top - frame.top, box.right - frame.left, box.bottom - frame.top];
}

/** Make a button that says something and does something. */
export function makeButton(className, parent, text, run) {
  const made = make('button', className, parent, text);
  made.type = 'button';
  made.addEventListener('click', run);
  return made;
}

function zoomButton(parent, sign, title, run) {
  const made = makeButton('zoom-button', parent, sign, run);
  made.title = title;
  made.setAttribute('aria-label', title);
}

/** The longest round length that is no wider than some pixels: [length, pixels]. */
function roundLength(kmPerPixel, widest) {
  const most = kmPerPixel * widest, power = Math.pow(10, Math.floor(Math.log10(most)));
  const length = [5, 2, 1].map(step => step * power).find(value => value <= most);
  return [length, length / kmPerPixel];
}

/** The words of the scale bar: Web Mercator has another scale at every latitude, so it names its own. */
function scaleWords(km, lat) {
  const length = km >= 1 ? `${km.toLocaleString('en')} km` : `${Math.round(km * 1000)} m`;
  return `${length} at ${Math.abs(Math.round(lat))}° ${lat < 0 ? 'S' : 'N'}`;
}

const joined = name => name.replace(/-/g, '\u2060-\u2060');      // no line ends after the hyphen of a licence

const isUnder = ([x, y], top, height, from) =>
  x > -SYMBOL && x < BAR[0] + SYMBOL && (top ? y > from - SYMBOL && y < from + BAR[1] + SYMBOL : y > height - BAR[1] - SYMBOL && y < height + SYMBOL);

/**
 * Put the controls on the map.
 *
 * Gives {obstacles(credits, symbols, from)}: the boxes they take, in px, when these credits are shown; the scale bar steps aside
 * where it would lie on one of the symbols, whose middles are given in px: into the upper corner, `from` px below its edge.
 */
export function addControls(map) {
  const corner = make('div', 'map-furniture', map.getContainer());
  L.DomEvent.disableClickPropagation(corner);
  const zoom = make('div', 'zoom-buttons', corner);
  zoomButton(zoom, '+', 'Zoom in', () => map.zoomIn());
  zoomButton(zoom, '\u2212', 'Zoom out', () => map.zoomOut());
  const bar = make('div', 'scale-bar', corner), words = make('span', 'scale-words', bar), rule = make('span', 'scale-rule', bar);
  const notice = make('div', 'map-notice', corner);
  make('span', '', notice, NOTICE);
  const credits = make('span', 'map-credits', notice);

  function rescale() {
    const { lat } = map.getCenter(), [km, width] = roundLength(metresPerPixel(lat, Math.pow(2, map.getZoom())) / 1000, WIDEST_BAR);
    words.textContent = scaleWords(km, lat);
    rule.style.width = `${width}px`;
  }
  map.on('moveend', rescale);
  rescale();
  let written = '', boxes = null;      // kept, because asking for them makes the engine lay the page out
  map.on('resize', () => { boxes = null; });
  const write = names => {
    written = names.join();
    credits.textContent = '';
    names.map(joined).forEach((name, i) => make('span', '', credits, i < names.length - 1 ? `${name} · ` : name));
    boxes = null;
  };
  return {
    /** The scale bar, which moves to where there is room for it: another element over the same map, or back into its corner. */
    bar, barTo(host) {
      (host || corner).insertBefore(bar, host ? null : notice);
      boxes = null;
    },
    obstacles(credited, symbols, from = 0) {
      if (credited.join() !== written) write(credited);
      const { y: height } = map.getSize(), lies = top => symbols.some(at => isUnder(at, top, height, from)), aside = lies(false) && !lies(true);
      const start = aside && from ? `${from}px` : '';
      if (aside !== bar.classList.contains('aside') || bar.style.top !== start) {
        bar.classList.toggle('aside', aside);
        bar.style.top = start;
        boxes = null;
      }
      boxes = boxes || [zoom, bar, notice].map(part => boxOf(part, map.getContainer()));
      return boxes;
    },
  };
}
