// The year: a slider over a line of years, steps, and letting the years run.

import { make } from '../controls.js';

const PACE = 900, LABELLED = 5;      // ms a year; years between two labels

/** Join the slider to `go(year)`. */
export function createTimeline({ first, last, data_year: dataYear, events }, go) {
  const find = id => document.getElementById(id), slider = find('year'), play = find('play'), line = document.querySelector('#years .ticks');
  const share = year => `${(year - first) / (last - first) * 100}%`;
  let timer = null;
  Object.assign(slider, { min: first, max: last });
  make('div', 'unknown', line).style.left = share(dataYear);
  for (let year = first; year <= last; year++) {
    const count = events.filter(event => event.year === year).length;
    if (count) Object.assign(make('div', 'event', line).style, { left: share(year), height: `${4 + 2 * Math.min(4, count)}px` });
    if (year % LABELLED === 0) make('div', year % (2 * LABELLED) ? 'label between' : 'label', line, year).style.left = share(year);
  }
  const run = on => {
    clearInterval(timer);
    timer = on ? setInterval(() => (Number(slider.value) < last ? step(1) : run(false)), PACE) : null;
    play.setAttribute('aria-pressed', on);
  };
  const step = by => go(Math.max(first, Math.min(last, Number(slider.value) + by)));
  const stopAnd = act => () => { run(false); act(); };
  slider.addEventListener('input', stopAnd(() => go(Number(slider.value))));
  find('before').addEventListener('click', stopAnd(() => step(-1)));
  find('after').addEventListener('click', stopAnd(() => step(1)));
  play.addEventListener('click', () => {
    if (timer === null && Number(slider.value) === last) go(first);
    run(timer === null);
  });
  return {
    show(year, label, notes) {
      slider.value = year;
      slider.setAttribute('aria-valuetext', [label, ...notes].join(', '));
      find('year-now').textContent = label;
      find('year-notes').textContent = notes.join(' · ');
    },
  };
}
