// The entry `broadsheet/element`: registers the elements, in a browser only.
import { defineElements } from './define.js';
import { OnDemand } from './on-demand.js';

defineElements({
  wasm: new URL('./broadsheet.wasm', import.meta.url),
  languages: new URL('./lang/', import.meta.url),
  assets: new URL('./', import.meta.url),
  // Strings that bundlers can follow, to files that only dist/ has.
  tools: () => import('./controls.mjs' as string),
  cards: new OnDemand('cards.mjs', () => import('./cards.mjs' as string)),
});
