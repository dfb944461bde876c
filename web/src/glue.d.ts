// What Emscripten's glue offers: see wasm/*_bindings.cpp. Addresses are numbers, and so is what is
// true or false. Short words that a call is about are said before it.
declare module 'broadsheet-glue' {
  export interface Module {
    allocate(size: number): number;
    release(address: number): void;
    /** Of the next parse(); 0 stands for the default. */
    say(words: number, size: number): void;
    setLimits(bytes: number, depth: number, blocks: number, cards: number, text: number): void;
    /** Said: `lang` and `dir` of what does not say its own. */
    parse(json: number, size: number): number;
    dispose(article: number): void;
    summary(article: number): number;
    /** Said: names of rules that are off; so for the three others that take a level. */
    commands(article: number, headingLevel: number): number;
    html(article: number, headingLevel: number): number;
    /** An address; `excluded`: ids and URLs, one a line. */
    newCards(excluded: number, size: number): number;
    disposeCards(feed: number): void;
    /** Said: as for parse(). */
    addCards(feed: number, json: number, size: number): number;
    cardCommands(
      feed: number,
      page: number,
      begin: number,
      end: number,
      headingLevel: number,
    ): number;
    cardHtml(feed: number, headingLevel: number): number;
    /** Said: their language. */
    newCardTexts(text: number, units: number, shapes: number, count: number): number;
    disposeCardTexts(texts: number): void;
    cardPieces(texts: number): number;
    /** 0 when there are not as many widths as pieces, and two. */
    measureCards(texts: number, widths: number, count: number, lead: number): number;
    /** 0 when the numbers are no request. */
    layoutCards(texts: number, numbers: number, count: number): number;
    /** Said: its language, then names of rules that are off. */
    polishText(text: number, size: number): number;
    jsonLd(article: number): number;
    vocabulary(): number;
    /** 0 when the bytes are no pack. Said: its tag; so for those that follow. */
    addLanguage(begin: number, size: number): number;
    /** Said: tag and key. */
    setString(value: number, size: number): void;
    strings(): number;
    /** 0 when there are no patterns for the language. */
    hyphenateText(text: number, units: number, left: number, right: number): number;
    findBreaks(text: number, units: number, boundaries: number, boundaryCount: number): number;
    /** Said: the paragraph's language, then that of each foreign run. */
    cutParagraph(
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
