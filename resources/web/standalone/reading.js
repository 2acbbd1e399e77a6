// What the page was given, put together again: any rows of any year. Pure.

const PLACES = ['plant', 'mine', 'site', 'area'];
const rankOf = ({ symbol }) => (PLACES.includes(symbol) ? PLACES.indexOf(symbol) : PLACES.length);

/** Give out what the page knows; `visible` is always a set of ids of rows. */
export function readAtlas({ values, rows, years, first, events, details, marks }) {
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
      const { label, notes, summaries, headlines } = years[year - first];
      return { label, notes: values[notes], summaries: values[summaries], headlines: headlines.map(valueAt), events: events.filter(event => event.year === year) };
    },
    /** What the map shows, in a sentence. */
    short(year, visible) {
      const { ends: [head, end], nothing } = years[year - first].text;
      const parts = partsOf(year, visible).flatMap(part => part.short.map(valueAt));
      return head + (parts.join('; ') || nothing) + end;
    },
    /** The text of a year: what is on the map row by row, as the layers are now. */
    text(year, visible) {
      const told = years[year - first].text.sections.map(valueAt).map(section => ({ ...section, lines: values[section.lines] }));
      const isOn = ({ id }) => !id.startsWith('map/') || visible.has(id.slice(4));
      const off = rows.filter(row => !visible.has(row.id)).map(({ group, title }) => `${group}, ${title}`);
      const legend = this.legend(year, visible).map(({ text, letter }) => (letter ? `${text} (${marks[letter]})` : text));
      const own = [['short', 'In short', [this.short(year, visible)]], ['off', 'Switched off, so not on the map', off], ['legend', 'Legend', legend]];
      const [short, ...rest] = own.map(([id, heading, lines]) => ({ id, heading, lines }));
      const found = told.filter(isOn), after = id => found.findIndex(section => section.id === id) + 1;
      found.splice(after('year'), 0, short);
      const behindMap = found.map(({ id }) => id.startsWith('map/') || id === 'figures').lastIndexOf(true) + 1;
      found.splice(behindMap, 0, ...rest);
      return { title: `India's rare earths in ${years[year - first].label}`, sections: found.filter(({ lines }) => lines.length) };
    },
    detail(id) {
      const found = details[id];
      return found ? { ...found, rivalries: found.rivalries.map(figuresOf), conflicts: found.conflicts.map(figuresOf) } : null;
    },
  };
}
