// One engine per page, whichever entries and however many calls ask for it.
import type { BroadsheetOptions } from './api.js';
import { setAssetBase } from './assets.js';
import { BroadsheetCore, type Extras } from './broadsheet.js';
import { Engine } from './engine.js';
import type { WasmSource } from './wasm-source.js';

const KEY = Symbol.for('broadsheet.engine/1');

/** Where an entry finds its companions when the host does not say. */
export interface Companions extends Extras {
  readonly wasm: WasmSource;
  readonly languages: URL;
  /** The folder of what is loaded on demand. */
  readonly assets: URL;
}

/**
 * Loads the engine, or joins the load that is under way. A load that failed is forgotten, so that
 * the next call may succeed.
 */
export function sharedEngine(wasm: WasmSource): Promise<Engine> {
  const holder = globalThis as { [KEY]?: Promise<Engine> | undefined };
  if (!holder[KEY]) {
    const loading = Engine.load(wasm);
    holder[KEY] = loading;
    loading.catch(() => {
      if (holder[KEY] === loading) holder[KEY] = undefined;
    });
  }
  return holder[KEY];
}

/** `createBroadsheet` of the browser entries. Waits for the pack of the page's own language. */
export async function loadBroadsheet(
  options: BroadsheetOptions,
  companions: Companions,
): Promise<BroadsheetCore> {
  setAssetBase(companions.assets);
  const engine = await sharedEngine(options.wasm ?? companions.wasm);
  const core = new BroadsheetCore(
    engine,
    options,
    options.languages ?? companions.languages,
    companions,
  );
  await core.packs.load(globalThis.document?.documentElement.lang ?? '');
  return core;
}
