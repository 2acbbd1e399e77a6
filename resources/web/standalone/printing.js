// The page on paper: the map as it is seen, on white, and under it figures, legend, text, and the sources that are cited.

const CITED = '#figures .number, #details .number, #details sup, #text .number';

/** Set the page up for paper while it is printed; `write(isPrinting)` writes what paper has besides the screen. */
export function createPrinting({ map, extent }, write) {
  const root = document.documentElement, fit = () => {
    extent.hold();
    map.invalidateSize({ animate: false, pan: false });
  };
  const markCited = () => {
    const items = [...document.querySelectorAll('#sources li')], numbers = [...document.querySelectorAll(CITED)].map(part => part.textContent);
    for (let i = 0; i < numbers.length; i++) numbers.push(...[...items[numbers[i] - 1].querySelectorAll('sup')].map(part => part.textContent).filter(one => !numbers.includes(one)));
    items.forEach((item, i) => item.classList.toggle('uncited', !numbers.includes(String(i + 1))));
  };
  addEventListener('beforeprint', () => {
    root.dataset.printing = '';
    write(true);
    fit();
    markCited();
  });
  addEventListener('afterprint', () => {
    delete root.dataset.printing;
    write(false);
    fit();
  });
}
