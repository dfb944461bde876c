// The entry `broadsheet`. Importing it does nothing by itself.
import type { Broadsheet, BroadsheetOptions } from './api.js';
import { loadBroadsheet } from './load.js';

export type * from './api.js';

export function createBroadsheet(options: BroadsheetOptions = {}): Promise<Broadsheet> {
  return loadBroadsheet(options, {
    wasm: new URL('./broadsheet.wasm', import.meta.url),
    languages: new URL('./lang/', import.meta.url),
    assets: new URL('./', import.meta.url),
    // A string that bundlers can follow, to a file that only dist/ has.
    tools: () => import('./controls.mjs' as string),
  });
}
