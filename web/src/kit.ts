// What dist/cards.mjs uses of the rest. It is handed over: imports would bring a second copy of
// all this, with a state of its own.
export { layoutOf } from './card-layout.js';
export { buildElement } from './dom.js';
export { CodedError } from './errors.js';
export { fetchJson } from './fetch-json.js';
export { pageState } from './page.js';
export { px } from './px.js';
export { ReaderSettings } from './reading/reader-settings.js';
export { fitSize, Slots, sizesOf } from './slots.js';
export { adoptStyles } from './styles.js';
export { fontOf } from './typeset/font.js';
export { pageRuler } from './typeset/measure.js';
export { createProbe } from './typeset/probe.js';
export { Setting } from './typeset/setting.js';
export { hasLongWord } from './typeset/targets.js';
export { Waiting } from './typeset/waiting.js';
