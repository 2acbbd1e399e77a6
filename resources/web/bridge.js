// The channel to Python: what it may tell us, checked, and what we tell it.

const isNumber = value => typeof value === 'number' && isFinite(value);
const isText = value => typeof value === 'string';
const isFlag = value => typeof value === 'boolean';
const isList = test => value => Array.isArray(value) && value.every(test);
const isPosition = value => isList(isNumber)(value) && value.length === 2;
const isBounds = value => isList(isNumber)(value) && value.length === 4 && value[0] <= value[2] && value[1] <= value[3];
const isRecord = test => value => value !== null && typeof value === 'object' && Object.values(value).every(test);
const oneOf = (...names) => value => names.includes(value);
const orNull = test => value => value === null || test(value);

const shaped = fields => value => value !== null && typeof value === 'object' &&
  Object.entries(fields).every(([name, test]) => test(value[name]));

const words = { key: isText, id: isText, row: isText, style: isText, title: isText, lines: isList(isText), tip: isList(isText) };
const isPlace = shaped({ ...words, at: isPosition, precision_m: isNumber });
const isArea = shaped({ ...words, region: isText });
const isFlow = shaped({
  ...words, claim: orNull(isText), drawn_as: oneOf('figure', 'target', 'in_force', 'known'), line: isList(isPosition),
  width_px: isNumber, letter: isText, mark: isText,
});
const isBadge = shaped({ letter: isText, year: isText, conditions: isList(isText) });
export const isScene = shaped({ places: isList(isPlace), areas: isList(isArea), flows: isList(isFlow) });

const TOLD = {
  scene: { seq: isNumber, scene: isScene },
  view: { bounds: isBounds, animate: isFlag, fly: isFlag },
  zoom: { by: isNumber },
  select: { id: orNull(isText) },
  look: { theme: oneOf('light', 'dark'), graticule: isFlag, opacity: isRecord(isNumber), motion: isFlag },
  measure: { on: isFlag },
  distance: { text: isText },
  cover: { boxes: isList(value => isList(isNumber)(value) && value.length === 4) },
  other: { scene: orNull(isScene) },
  compare: { manner: oneOf('none', 'swipe', 'side'), divider: isNumber, badges: isList(isBadge) },
};

/** Read a message of Python; throws where it is none of ours. */
export function understand(text) {
  const message = JSON.parse(text), fields = TOLD[message.kind];
  if (!fields) throw new Error(`expected one of ${Object.keys(TOLD)}, got ${message.kind}`);
  for (const [name, test] of Object.entries(fields)) {
    if (!test(message[name])) throw new Error(`${message.kind}: ${name} is not what it should be`);
  }
  return message;
}

/** Connect to Python: gives {on(listener), say(kind, fields)}. */
export const connect = () => new Promise(done => new QWebChannel(qt.webChannelTransport, channel => {
  const { bridge } = channel.objects;
  done({
    on: listener => bridge.told.connect(listener),
    say: (kind, fields = {}) => bridge.hear(JSON.stringify({ kind, ...fields })),
  });
}));

/** Fetch bytes of our own scheme; fetch() never works for it in Chromium 87. */
const request = (address, type) => new Promise((done, fail) => {
  const asked = new XMLHttpRequest();
  asked.responseType = type;
  asked.onload = () => (asked.response === null ? fail(new Error(`${address} could not be read`)) : done(asked.response));
  asked.onerror = () => fail(new Error(`${address} was not found`));
  asked.open('GET', address);
  asked.send();
});

export const fetchJson = address => request(address, 'json');
