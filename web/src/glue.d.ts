// What Emscripten's glue offers: see wasm/*_bindings.cpp. Addresses are numbers.
declare module 'broadsheet-glue' {
  export interface Module {
    allocate(size: number): number;
    release(address: number): void;
    /** Of the next parse(); 0 stands for the default. */
    setLimits(bytes: number, depth: number, blocks: number, cards: number, text: number): void;
    parse(json: number, size: number, lang: string, direction: string): number;
    dispose(article: number): void;
    summary(article: number): number;
    commands(article: number, headingLevel: number, polishOff: string): number;
    html(article: number, headingLevel: number, polishOff: string): number;
    /** An address; `excluded`: ids and URLs, one a line. */
    newCards(excluded: number, size: number): number;
    disposeCards(feed: number): void;
    addCards(feed: number, json: number, size: number, lang: string, direction: string): number;
    cardCommands(
      feed: number,
      page: number,
      begin: number,
      end: number,
      headingLevel: number,
      polishOff: string,
    ): number;
    cardHtml(feed: number, headingLevel: number, polishOff: string): number;
    newCardTexts(lang: string, text: number, units: number, shapes: number, count: number): number;
    disposeCardTexts(texts: number): void;
    cardPieces(texts: number): number;
    /** False when there are not as many widths as pieces, and one. */
    measureCards(texts: number, widths: number, count: number, lead: boolean): boolean;
    /** 0 when the numbers are no request. */
    layoutCards(texts: number, numbers: number, count: number): number;
    polishText(text: number, size: number, lang: string, polishOff: string): number;
    jsonLd(article: number): number;
    vocabulary(): number;
    /** False when the bytes are no pack. */
    addLanguage(tag: string, begin: number, size: number): boolean;
    setString(tag: string, key: string, value: string): void;
    strings(tag: string): number;
    /** 0 when there are no patterns for the language. */
    hyphenateText(tag: string, text: number, units: number, left: number, right: number): number;
    findBreaks(
      tag: string,
      text: number,
      units: number,
      boundaries: number,
      boundaryCount: number,
    ): number;
    /** `tags`: the paragraph's language, then that of each foreign run, parted by newlines. */
    cutParagraph(
      tags: string,
      text: number,
      units: number,
      numbers: number,
      cuts: number,
      boundaries: number,
      foreign: number,
      kind: number,
    ): number;
    measureParagraph(paragraph: number, widths: number, count: number): void;
    disposeParagraph(paragraph: number): void;
    setParagraphs(requests: number, words: number): number;
    reportParagraphs(paragraphs: number, spaces: number, sizes: number, count: number): number;
  }
  export default function createModule(options: {
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ): object;
  }): Promise<Module>;
}

declare module '*.css' {
  const text: string;
  export default text;
}
