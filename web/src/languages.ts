// Language packs: which one a tag needs, and fetching it once.
import type { LanguageSource } from './api.js';
import type { Engine } from './engine.js';

/** The packs that were built, by tag: put in place by scripts/build.mjs. */
declare const PACK_TAGS: readonly string[];

/** How long a pack may take before the article goes without: see DESIGN §6. */
const PACK_TIMEOUT_MS = 3000;

/** `fr-CA` → `fr-ca`, `fr`: from the right, as RFC 4647 §3.4 looks tags up. */
export function candidateTags(tag: string): string[] {
  const subtags = tag.toLowerCase().split(/[-_]/);
  return subtags.map((_, i) => subtags.slice(0, subtags.length - i).join('-'));
}

export class Packs {
  readonly #engine: Engine;
  readonly #source: LanguageSource;
  readonly #pending = new Map<string, Promise<void>>();

  constructor(engine: Engine, source: LanguageSource) {
    this.#engine = engine;
    this.#source = source;
    if (typeof source === 'object' && !(source instanceof URL)) {
      for (const [tag, pack] of Object.entries(source)) {
        const bytes = pack instanceof Uint8Array ? pack : new Uint8Array(pack);
        if (!engine.addLanguage(tag, bytes)) throw new TypeError(`no language pack: "${tag}"`);
      }
    }
  }

  /** True when nothing more can be had for `tag` than the engine has. */
  has(tag: string): boolean {
    const pack = packFor(tag);
    return pack === undefined || this.#base() === undefined || this.#engine.hasLanguage(pack);
  }

  /** Loads the pack of `tag`. Never rejects: without a pack the article is in plain English labels. */
  load(tag: string): Promise<void> {
    const pack = packFor(tag);
    const base = this.#base();
    if (pack === undefined || base === undefined || this.#engine.hasLanguage(pack)) {
      return Promise.resolve();
    }
    let pending = this.#pending.get(pack);
    if (!pending) {
      pending = this.#fetch(pack, new URL(`${pack}.bin`, base));
      this.#pending.set(pack, pending);
    }
    return pending;
  }

  #base(): URL | undefined {
    if (this.#source instanceof URL) return this.#source;
    if (typeof this.#source !== 'string') return undefined;
    const folder = this.#source.endsWith('/') ? this.#source : `${this.#source}/`;
    return new URL(folder, globalThis.document?.baseURI);
  }

  async #fetch(pack: string, url: URL): Promise<void> {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(PACK_TIMEOUT_MS) });
      if (!response.ok) throw new Error(`${url} answered ${response.status}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (!this.#engine.addLanguage(pack, bytes)) throw new Error(`${url} is no language pack`);
    } catch (error) {
      console.warn(`[broadsheet] no language pack for "${pack}":`, error);
    }
  }
}

function packFor(tag: string): string | undefined {
  for (const candidate of candidateTags(tag)) {
    const found = PACK_TAGS.find((each) => each.toLowerCase() === candidate);
    if (found !== undefined) return found;
  }
  return undefined;
}
