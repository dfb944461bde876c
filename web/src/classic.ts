// The classic script: registers the elements, with its companions beside it.
import { defineElements } from './define.js';
import { OnDemand } from './on-demand.js';

const script = document.currentScript as HTMLScriptElement | null;
const base = script?.src || document.baseURI;

defineElements({
  wasm: new URL('broadsheet.wasm', base),
  languages: new URL('lang/', base),
  assets: new URL('./', base),
  tools: () => import(new URL('controls.mjs', base).href),
  cards: new OnDemand('cards.mjs', () => import(new URL('cards.mjs', base).href)),
});
