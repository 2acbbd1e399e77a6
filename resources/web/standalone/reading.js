// What the page was given, put together again: any rows of any year. Pure.

const PLACES = ['plant', 'mine', 'site', 'area'];
const rankOf = ({ symbol }) => (PLACES.includes(symbol) ? PLACES.indexOf(symbol) : PLACES.length);

/** Give out what the page knows; `visible` is always a set of ids of rows. */
export function readAtlas({ values, rows, years, first, events, details }) {
  const valueAt = number => values[number];
  const partsOf = (year, visible) => rows.filter(row => visible.has(row.id)).map(row => years[year - first].rows[row.id]).filter(Boolean);
  const figuresOf = told => ({ ...told, figures: told.figures.map(valueAt) });
  return {
    scene(year, visible) {
      const parts = partsOf(year, visible), all = kind => parts.flatMap(part => (part[kind] || []).map(valueAt));
      return { places: all('places'), areas: all('areas'), flows: all('flows') };
    },
    /** Each kind of symbol that is drawn, once, in the order of the map's reading. */
    legend(year, visible) {
      const numbers = new Set(partsOf(year, visible).flatMap(part => part.legend));
      return [...numbers].map(valueAt).sort((a, b) => rankOf(a) - rankOf(b));
    },
    year(year) {
      const { notes, summaries, headlines } = years[year - first];
      return { notes: values[notes], summaries: values[summaries], headlines: headlines.map(valueAt), events: events.filter(event => event.year === year) };
    },
    detail(id) {
      const found = details[id];
      return found ? { ...found, rivalries: found.rivalries.map(figuresOf), conflicts: found.conflicts.map(figuresOf) } : null;
    },
  };
}
