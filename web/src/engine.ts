// The engine in WebAssembly as typed calls. All text crosses through its memory.
import createModule, { type Module } from 'broadsheet-glue';
import type { Direction, Limits, LineQuality } from './api.js';
import {
  type EngineLines,
  kindOf,
  type ParagraphHandle,
  type ParagraphSource,
  PieceList,
  readLines,
  readReports,
  type SetRequest,
  writeRequests,
} from './typeset/wire.js';
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

/** Fewest letters of a word before and after a hyphen. */
export interface Minima {
  readonly left: number;
  readonly right: number;
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

  parse(
    json: string | Uint8Array,
    lang: string,
    direction: Direction | '',
    limits: Limits,
  ): Handle {
    this.#setLimits(limits);
    this.#say(lang, direction);
    return this.#withBytes(json, this.#module.parse);
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
    this.#say(polishOff);
    return this.#text(this.#module.html(article, headingLevel));
  }

  /** One plain text in the typography of its language. */
  polishText(text: string, lang: string, polishOff = ''): string {
    this.#say(lang, polishOff);
    return this.#text(this.#withBytes(text, this.#module.polishText));
  }

  jsonLd(article: Handle): string {
    return this.#text(this.#module.jsonLd(article));
  }

  commands(article: Handle, headingLevel: number, polishOff: string): Commands {
    this.#say(polishOff);
    const result = this.#module.commands(article, headingLevel);
    return { words: this.#words(result), text: this.#text(result) };
  }

  /** Pages of cards; ids and URLs in `excluded` are left out. Until `disposeCards`. */
  newCards(excluded: readonly string[]): Handle {
    return this.#withBytes(excluded.join('\n'), this.#module.newCards);
  }

  disposeCards(feed: Handle): void {
    this.#module.disposeCards(feed);
  }

  /** Reads a further page. JSON: see write_summary. */
  addCards(
    feed: Handle,
    json: string | Uint8Array,
    lang: string,
    direction: Direction | '',
    limits: Limits,
  ): string {
    this.#setLimits(limits);
    this.#say(lang, direction);
    return this.#withBytes(json, (address, size) =>
      this.#text(this.#module.addCards(feed, address, size)),
    );
  }

  /** Cards [begin, end) of a page, with heading and list. */
  cardCommands(
    feed: Handle,
    page: number,
    begin: number,
    end: number,
    headingLevel: number,
    polishOff: string,
  ): Commands {
    this.#say(polishOff);
    const result = this.#module.cardCommands(feed, page, begin, end, headingLevel);
    return { words: this.#words(result), text: this.#text(result) };
  }

  cardHtml(feed: Handle, headingLevel: number, polishOff: string): string {
    this.#say(polishOff);
    return this.#text(this.#module.cardHtml(feed, headingLevel));
  }

  /** See CardTexts. Until `disposeCardTexts`. */
  newCardTexts(lang: string, text: string, shapes: readonly number[]): Handle {
    this.#say(lang);
    return this.#withUtf16(text, shapes, (address, numbers) =>
      this.#module.newCardTexts(address, text.length, numbers, shapes.length),
    );
  }

  disposeCardTexts(texts: Handle): void {
    this.#module.disposeCardTexts(texts);
  }

  /** Part, begin and end of each piece to be measured. */
  cardPieces(texts: Handle): Uint32Array {
    return this.#words(this.#module.cardPieces(texts));
  }

  /** Em of each piece, then of "…" and "-"; of a card that leads, in its own fonts. */
  measureCards(texts: Handle, widths: Float32Array, lead: boolean): boolean {
    const measured = this.#withBytes(new Uint8Array(widths.buffer), (address) =>
      this.#module.measureCards(texts, address, widths.length, Number(lead)),
    );
    return measured !== 0;
  }

  /** Both as src/layout/card_codec.h has them. */
  layoutCards(texts: Handle, request: Float64Array): Uint32Array {
    return this.#withBytes(new Uint8Array(request.buffer), (address) => {
      const result = this.#module.layoutCards(texts, address, request.length);
      if (result === 0) throw new RangeError('not a request for a layout');
      return this.#words(result);
    });
  }

  /** False when `pack` is no language pack. */
  addLanguage(tag: string, pack: Uint8Array): boolean {
    this.#say(tag);
    const added = this.#withBytes(pack, this.#module.addLanguage) !== 0;
    if (added) this.#languages.add(tag.toLowerCase());
    return added;
  }

  hasLanguage(tag: string): boolean {
    return this.#languages.has(tag.toLowerCase());
  }

  setString(tag: string, key: string, value: string): void {
    this.#say(tag, key);
    this.#withBytes(value, this.#module.setString);
  }

  /** The widget's words in a language, by key. */
  strings(tag: string): Readonly<Record<string, string>> {
    this.#say(tag);
    return JSON.parse(this.#text(this.#module.strings()));
  }

  /**
   * Offsets in `text` where a hyphen may be put, ascending; undefined when no pack given so far has
   * patterns for `tag`. Without `minima` the language's own hold.
   */
  hyphenateText(tag: string, text: string, minima?: Minima): Uint32Array | undefined {
    this.#say(tag);
    return this.#withUtf16(text, [], (address) => {
      const { left, right } = minima ?? { left: 0, right: 0 };
      const result = this.#module.hyphenateText(address, text.length, left, right);
      return result === 0 ? undefined : this.#words(result);
    });
  }

  /**
   * Offsets in `text` where a line may end, ascending; its end is none. `tag` is the language whose
   * rules hold, '' for UAX #14 as it stands. `wordBoundaries`: offsets of words in Thai, Lao, Khmer
   * or Burmese text, ascending.
   */
  findBreaks(tag: string, text: string, wordBoundaries: readonly number[] = []): Uint32Array {
    this.#say(tag);
    return this.#withUtf16(text, wordBoundaries, (address, boundaries) => {
      const count = wordBoundaries.length;
      return this.#words(this.#module.findBreaks(address, text.length, boundaries, count));
    });
  }

  /** Cuts a paragraph; it lives until `disposeParagraph`. */
  cutParagraph(source: ParagraphSource): { handle: ParagraphHandle; pieces: PieceList } {
    const { lang, text, cuts, wordBoundaries, foreign } = source;
    this.#say(lang, ...foreign.map((run) => run.lang));
    const ranges = foreign.flatMap(({ begin, end }) => [begin, end]);
    const words = this.#withUtf16(text, [...cuts, ...wordBoundaries, ...ranges], (at, numbers) => {
      const counts = [cuts.length, wordBoundaries.length, foreign.length] as const;
      return this.#words(
        this.#module.cutParagraph(at, text.length, numbers, ...counts, kindOf(source)),
      );
    });
    return { handle: words[0]!, pieces: new PieceList(words.subarray(1)) };
  }

  /** Tells the widths of the pieces and, last, of the hyphen, in em. */
  measureParagraph(paragraph: ParagraphHandle, widths: Float32Array): void {
    this.#withBytes(new Uint8Array(widths.buffer), (address) =>
      this.#module.measureParagraph(paragraph, address, widths.length),
    );
  }

  disposeParagraph(paragraph: ParagraphHandle): void {
    this.#module.disposeParagraph(paragraph);
  }

  /** The lines of each paragraph. */
  setParagraphs(requests: readonly SetRequest[]): EngineLines[] {
    const words = writeRequests(requests);
    return this.#withBytes(new Uint8Array(words.buffer), (address) =>
      readLines(this.#words(this.#module.setParagraphs(address, words.length))),
    );
  }

  /**
   * The quality of paragraphs as they were last set, each, then all. `spaces` and `sizes`: natural
   * space and font size of each, CSS px.
   */
  reportParagraphs(
    paragraphs: readonly ParagraphHandle[],
    spaces: readonly number[],
    sizes: readonly number[],
  ): LineQuality[] {
    const count = paragraphs.length;
    const numbers = new Uint32Array(3 * count);
    numbers.set(paragraphs);
    const figures = new Float32Array(numbers.buffer, 4 * count);
    figures.set(spaces.map((space, i) => space / sizes[i]!));
    figures.set(sizes, count);
    return this.#withBytes(new Uint8Array(numbers.buffer), (address) => {
      const [widths, heights] = [address + 4 * count, address + 8 * count];
      const result = this.#module.reportParagraphs(address, widths, heights, count);
      return readReports(this.#words(result), spaces);
    });
  }

  /** The numbers of a result, copied. */
  #words(result: number): Uint32Array {
    const [, , begin = 0, count = 0] = new Uint32Array(this.#memory.buffer, result, 4);
    return new Uint32Array(this.#memory.buffer, begin, count).slice();
  }

  /** The text of a result, copied. Views are made afresh: memory may have grown. */
  #text(result: number): string {
    const [begin = 0, size = 0] = new Uint32Array(this.#memory.buffer, result, 2);
    return this.#decoder.decode(new Uint8Array(this.#memory.buffer, begin, size));
  }

  /** Lends the engine `numbers` and, after them, `text` as it is in JavaScript. */
  #withUtf16<T>(
    text: string,
    numbers: readonly number[],
    use: (text: number, numbers: number) => T,
  ): T {
    const address = this.#allocate(numbers.length * 4 + text.length * 2);
    try {
      const begin = address + numbers.length * 4;
      new Uint32Array(this.#memory.buffer, address, numbers.length).set(numbers);
      const units = new Uint16Array(this.#memory.buffer, begin, text.length);
      for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
      return use(begin, address);
    } finally {
      this.#module.release(address);
    }
  }

  #allocate(bytes: number): number {
    const address = this.#module.allocate(bytes);
    if (address === 0 && bytes > 0) throw new RangeError('not enough memory for the text');
    return address;
  }

  /** The short words that the next call is about: tags, names. A line each. */
  #say(...words: string[]): void {
    this.#withBytes(words.join('\n'), this.#module.say);
  }

  /** Of the next document that is read. 0: the engine's default. */
  #setLimits({ bytes = 0, depth = 0, blocks = 0, cards = 0, text = 0 }: Limits): void {
    this.#module.setLimits(bytes, depth, blocks, cards, text);
  }

  #withBytes<T>(data: string | Uint8Array, use: (address: number, size: number) => T): T {
    // A UTF-16 code unit takes at most three bytes of UTF-8.
    const capacity = typeof data === 'string' ? data.length * 3 : data.length;
    const address = this.#allocate(capacity);
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
