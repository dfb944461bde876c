// The entry `broadsheet/edge`: for runtimes that give the module compiled.
import type { Broadsheet, BroadsheetOptions } from './api.js';
import { BroadsheetCore } from './broadsheet.js';
import { Engine } from './engine.js';
import { CodedError } from './errors.js';

export type * from './api.js';

export async function createBroadsheet(options: BroadsheetOptions = {}): Promise<Broadsheet> {
  if (!options.wasm) {
    throw new CodedError(
      'wasm-failed',
      "broadsheet/edge needs `wasm`: import wasm from 'broadsheet/broadsheet.wasm'",
    );
  }
  return new BroadsheetCore(await Engine.load(options.wasm), options, options.languages);
}
