// The public types of every entry. The build publishes this file as
// dist/index.d.ts, so it imports nothing and holds nothing else.

/** One finding about an article. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** A name from docs/diagnostics.md, e.g. `missing-title`. */
  readonly code: string;
  /** JSON pointer (RFC 6901) to the place; empty for the root. */
  readonly pointer: string;
  /** What was expected there. */
  readonly message: string;
}

/** An article as read. Holds no DOM; give it to `mount`, `toHTML` or `toJSONLD`. */
export interface Article {
  /** False when there is nothing to show: not JSON, no object, no title, or a limit passed. */
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** The title's text; empty when `ok` is false. */
  readonly title: string;
  /** The article's language tag (BCP 47); empty when nobody said. */
  readonly lang: string;
  readonly wordCount: number;
  /** Whole minutes; at least 1 when `ok`. */
  readonly readingMinutes: number;
}

export type Direction = 'ltr' | 'rtl' | 'auto';

export interface ParseOptions {
  /** Language (BCP 47) of an article that does not say its own. */
  lang?: string;
  /** Direction of an article that does not say its own. */
  dir?: Direction;
  /** Limits of your own, where the generous defaults of docs/json.md do not suit. */
  limits?: Limits;
}

/** How much an article may hold. Whole numbers above 0; a limit passed is reported by name. */
export interface Limits {
  /** Bytes of JSON. Default 32 MiB. */
  bytes?: number;
  /** Arrays and objects inside one another, at most 512. Default 128. */
  depth?: number;
  /** Blocks of the body. Default 100,000. */
  blocks?: number;
  /** Cards in one list. Default 200,000. */
  cards?: number;
  /** Bytes of UTF-8 in one text. Default 4 MiB. */
  text?: number;
}

/** A step of text size: 0.875, 1, 1.2, 1.5 or 2 times the size inherited. */
export type TextScale = 1 | 2 | 3 | 4 | 5;

/** What readers may set. Hosts may too: what they set holds until the reader chooses. */
export interface ReadingSettings {
  /** Default 2. */
  textScale: TextScale;
  /** Colours. `system`, the default, leaves them to the page, which may follow the system. */
  theme: 'system' | 'light' | 'sepia' | 'dark' | 'contrast';
  /** Space between lines, and between paragraphs. Default `normal`. */
  spacing: 'normal' | 'wide' | 'widest';
  /** Width of the column. Default `normal`. */
  width: 'narrow' | 'normal' | 'wide';
  /** Typeface. `hyperlegible` is Atkinson Hyperlegible, for low vision. Default `publisher`. */
  font: 'publisher' | 'serif' | 'sans' | 'hyperlegible';
  /**
   * How running text is set. `auto`, the default, justifies it with line ends chosen for the whole
   * paragraph wherever the column carries that; `start` leaves it to the browser, ragged.
   */
  align: 'auto' | 'start';
  /** Whether words may be divided at line ends. Default `auto`. */
  hyphenate: 'auto' | 'none';
}

export interface RenderOptions {
  /** Level of the title's heading, 1 to 6. Default 1. */
  headingLevel?: number;
  /**
   * Punctuation and spacing by the rules of the language, which docs/typography.md lists. `none`
   * shows the text as it was given; `off` names rules to leave out: `dashes` everywhere,
   * `fr-quotes` in French. Default `auto`.
   */
  polish?: 'auto' | 'none' | { readonly off: readonly string[] };
}

export interface MountOptions extends RenderOptions, Partial<ReadingSettings> {
  /**
   * Reading controls, names separated by spaces: `text-scale theme spacing width font align
   * hyphenate listen progress`. Default `text-scale`; '' for none. What a reader has chosen and the
   * browser remembers applies where its control is offered; the text size applies everywhere.
   */
  controls?: string;
  /** Whether the reader's choices are remembered in localStorage. Default `local`. */
  persist?: 'local' | 'none';
}

/** An article on a page. Setting one of the reading settings counts as the reader's choice. */
export interface View extends ReadingSettings {
  /** Resolves when the article is complete, in its language. */
  readonly ready: Promise<void>;
  /** Shows another article in the same place. Throws `BroadsheetError` when it is not `ok`. */
  update(article: Article): void;
  /** Removes what `mount` added. */
  destroy(): void;
}

export interface Broadsheet {
  /**
   * Reads an article of the format `broadsheet-article/1`. Never throws for bad input: see `ok` and
   * `diagnostics`. An object is taken as `JSON.stringify` writes it.
   */
  parse(json: string | Uint8Array | object, options?: ParseOptions): Article;
  /** The article alone, as HTML. Throws `BroadsheetError` when the article is not `ok`. */
  toHTML(article: Article, options?: RenderOptions): string;
  /** schema.org's NewsArticle as JSON-LD, safe inside a script element. Throws like `toHTML`. */
  toJSONLD(article: Article): string;
  /**
   * Shows the article inside `element`, after what it holds already; an article that a server wrote
   * there is replaced. The DOM is complete when it returns. Throws like `toHTML`.
   */
  mount(element: Element, article: Article, options?: MountOptions): View;
}

/** A language pack's address, or packs at hand by language tag. */
export type LanguageSource = string | URL | Readonly<Record<string, Uint8Array | ArrayBuffer>>;

export interface BroadsheetOptions {
  /**
   * The module: its address, a fetch's response, its bytes, or compiled. Default: `broadsheet.wasm`
   * beside the script (on a server, read from disk). `broadsheet/edge` needs it, compiled.
   */
  wasm?:
    | string
    | URL
    | Response
    | Promise<Response>
    | Uint8Array
    | ArrayBuffer
    | WebAssembly.Module;
  /** Base address of the packs, or packs by tag. Default: `lang/` beside the script. */
  languages?: LanguageSource;
  /** Words of your own in place of the packs': by language tag, then by key. */
  strings?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Why something could not be done. `code` is stable; `message` is for developers. */
export interface BroadsheetError extends Error {
  /**
   * `wasm-blocked`, `wasm-failed`, `fetch-failed`, `timeout`, `no-article`, or the code of the
   * diagnostic that ended it.
   */
  readonly code: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The detail of `broadsheet-error`. */
export interface ErrorDetail {
  readonly code: string;
  readonly message: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The detail of `broadsheet-slot`: fill `element` and call `preventDefault()`. */
export interface SlotDetail {
  readonly name: string;
  /** Width and height in CSS px, in the order of the article. */
  readonly sizes: readonly (readonly [number, number])[];
  readonly element: Element;
}

/** Loads the engine. Calls share one engine per page. */
export declare function createBroadsheet(options?: BroadsheetOptions): Promise<Broadsheet>;
