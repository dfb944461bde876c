// The entry `broadsheet/server`: Node. Reads module and packs from disk.
import { readdir, readFile } from 'node:fs/promises';
import type { Broadsheet, BroadsheetOptions } from './api.js';
import { BroadsheetCore } from './broadsheet.js';
import { Engine } from './engine.js';

export type * from './api.js';

export async function createBroadsheet(options: BroadsheetOptions = {}): Promise<Broadsheet> {
  const engine = await loadEngine(options.wasm);
  return new BroadsheetCore(engine, options, options.languages ?? (await readPacks()));
}

/** The engine alone, for the command line. Not part of the public interface. */
export async function loadEngine(wasm?: BroadsheetOptions['wasm']): Promise<Engine> {
  return Engine.load(wasm ?? (await readFile(new URL('./broadsheet.wasm', import.meta.url))));
}

async function readPacks(): Promise<Record<string, Uint8Array>> {
  const folder = new URL('./lang/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.bin'));
  const packs = names.map(
    async (name): Promise<[string, Uint8Array]> => [
      name.replace(/\.bin$/, ''),
      await readFile(new URL(name, folder)),
    ],
  );
  return Object.fromEntries(await Promise.all(packs));
}
