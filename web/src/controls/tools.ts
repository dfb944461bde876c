// dist/controls.mjs: what the buttons of the bar open. Loaded when first pressed.
export { Listener } from './listen.js';
export { Panel } from './panel.js';
