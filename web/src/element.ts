// The entry `broadsheet/element`: registers the elements, in a browser only.
import { defineElements } from './define.js';

defineElements({
  wasm: new URL('./broadsheet.wasm', import.meta.url),
  languages: new URL('./lang/', import.meta.url),
  assets: new URL('./', import.meta.url),
  // A string that bundlers can follow, to a file that only dist/ has.
  tools: () => import('./controls.mjs' as string),
});
