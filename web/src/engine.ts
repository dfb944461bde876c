// The engine in WebAssembly as typed calls. All text crosses through its memory.
import createModule, { type Module } from 'broadsheet-glue';
import type { Direction } from './api.js';
import { instantiate, type WasmSource } from './wasm-source.js';

/** Render commands as src/render/commands.h encodes them. */
export interface Commands {
  readonly words: Uint32Array;
  readonly text: string;
}

/** Names of elements and attributes, by the numbers that commands use. */
export interface Vocabulary {
  readonly tags: readonly string[];
  readonly attributes: readonly string[];
}

/** An article inside the engine. */
export type Handle = number;

export class Engine {
  readonly vocabulary: Vocabulary;
  readonly #module: Module;
  readonly #memory: WebAssembly.Memory;
  readonly #encoder = new TextEncoder();
  // A byte order mark inside text is a character like any other.
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #languages = new Set<string>();

  private constructor(module: Module, memory: WebAssembly.Memory) {
    this.#module = module;
    this.#memory = memory;
    const [tags = '', attributes = ''] = this.#text(module.vocabulary()).split('\n');
    this.vocabulary = { tags: tags.split(' '), attributes: attributes.split(' ') };
  }

  /** Loads the module. Rejects with a `CodedError`: `wasm-blocked` or `wasm-failed`. */
  static load(source: WasmSource): Promise<Engine> {
    // The glue never rejects by itself when instantiation fails.
    return new Promise((resolve, reject) => {
      let memory: WebAssembly.Memory;
      createModule({
        instantiateWasm(imports, done) {
          instantiate(source, imports).then((instance) => {
            memory = findMemory(instance);
            done(instance);
          }, reject);
          return {};
        },
      }).then((module) => resolve(new Engine(module, memory)), reject);
    });
  }

  parse(json: string | Uint8Array, lang: string, direction: Direction | ''): Handle {
    return this.#withBytes(json, (address, size) =>
      this.#module.parse(address, size, lang, direction),
    );
  }

  dispose(article: Handle): void {
    this.#module.dispose(article);
  }

  /** JSON: see write_summary. */
  summary(article: Handle): string {
    return this.#text(this.#module.summary(article));
  }

  /** `polishOff`: names of rules that are off, separated by spaces. */
  html(article: Handle, headingLevel: number, polishOff: string): string {
    return this.#text(this.#module.html(article, headingLevel, polishOff));
  }

  /** One plain text in the typography of its language. */
  polishText(text: string, lang: string, polishOff = ''): string {
    return this.#withBytes(text, (address, size) =>
      this.#text(this.#module.polishText(address, size, lang, polishOff)),
    );
  }

  jsonLd(article: Handle): string {
    return this.#text(this.#module.jsonLd(article));
  }

  commands(article: Handle, headingLevel: number, polishOff: string): Commands {
    const result = this.#module.commands(article, headingLevel, polishOff);
    const [, , begin = 0, count = 0] = new Uint32Array(this.#memory.buffer, result, 4);
    const words = new Uint32Array(this.#memory.buffer, begin, count).slice();
    return { words, text: this.#text(result) };
  }

  /** False when `pack` is no language pack. */
  addLanguage(tag: string, pack: Uint8Array): boolean {
    const added = this.#withBytes(pack, (address, size) =>
      this.#module.addLanguage(tag, address, size),
    );
    if (added) this.#languages.add(tag.toLowerCase());
    return added;
  }

  hasLanguage(tag: string): boolean {
    return this.#languages.has(tag.toLowerCase());
  }

  setString(tag: string, key: string, value: string): void {
    this.#module.setString(tag, key, value);
  }

  /** The widget's words in a language, by key. */
  strings(tag: string): Readonly<Record<string, string>> {
    return JSON.parse(this.#text(this.#module.strings(tag)));
  }

  /** The text of a result, copied. Views are made afresh: memory may have grown. */
  #text(result: number): string {
    const [begin = 0, size = 0] = new Uint32Array(this.#memory.buffer, result, 2);
    return this.#decoder.decode(new Uint8Array(this.#memory.buffer, begin, size));
  }

  #withBytes<T>(data: string | Uint8Array, use: (address: number, size: number) => T): T {
    // A UTF-16 code unit takes at most three bytes of UTF-8.
    const capacity = typeof data === 'string' ? data.length * 3 : data.length;
    const address = this.#module.allocate(capacity);
    if (address === 0 && capacity > 0) throw new RangeError('not enough memory for the article');
    try {
      const target = new Uint8Array(this.#memory.buffer, address, capacity);
      if (typeof data !== 'string') {
        target.set(data);
        return use(address, data.length);
      }
      return use(address, this.#encoder.encodeInto(data, target).written);
    } finally {
      this.#module.release(address);
    }
  }
}

/** The exports' names are shortened by the linker; there is one memory among them. */
function findMemory(instance: WebAssembly.Instance): WebAssembly.Memory {
  const memory = Object.values(instance.exports).find((each) => each instanceof WebAssembly.Memory);
  if (!memory) throw new TypeError('the module exports no memory');
  return memory;
}
