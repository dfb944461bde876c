// The entry `broadsheet`. Importing it does nothing by itself.
import type { Broadsheet, BroadsheetOptions } from './api.js';
import { loadBroadsheet } from './load.js';
import { OnDemand } from './on-demand.js';

export type * from './api.js';

export async function createBroadsheet(options: BroadsheetOptions = {}): Promise<Broadsheet> {
  const companions = {
    wasm: new URL('./broadsheet.wasm', import.meta.url),
    languages: new URL('./lang/', import.meta.url),
    assets: new URL('./', import.meta.url),
    // Strings that bundlers can follow, to files that only dist/ has.
    tools: () => import('./controls.mjs' as string),
    cards: new OnDemand('cards.mjs', () => import('./cards.mjs' as string)),
  };
  // mountCards() shows cards before it returns: what does that has to be here.
  const [broadsheet] = await Promise.all([
    loadBroadsheet(options, companions),
    companions.cards.fetchIfPossible(),
  ]);
  return broadsheet;
}
