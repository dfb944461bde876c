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
export interface ReadingSettings extends Required<SetOptions> {
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

export interface SetOptions {
  /**
   * How running text is set, its line ends always chosen for the whole paragraph. `auto`, the
   * default, justifies where the column carries that, from 14 em on, and sets ragged where it does
   * not; `justify` and `start` decide for every width.
   */
  align?: 'auto' | 'justify' | 'start';
  /** Whether words may be divided at line ends. Default `auto`. */
  hyphenate?: 'auto' | 'none';
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

/**
 * The quality of lines, as docs/typesetting.md defines it. Ratios are painted space to natural
 * space; percentages are of all lines unless said otherwise.
 */
export interface LineQuality {
  readonly paragraphs: number;
  readonly lines: number;
  /** Last lines of one word, in paragraphs of two lines or more. */
  readonly runts: number;
  /** The same whose last line is under 10 % of the measure. */
  readonly shortLast: number;
  /** Lines that start with » : ; ? ! or end with «. */
  readonly badEdges: number;
  /** Lines wider than the measure by over 1.5 px, hung marks included. */
  readonly overfull: number;
  /** Most hyphenated lines in a row. */
  readonly longestLadder: number;
  /** Furthest end of an unhyphenated justified line from the edge, hung marks included, CSS px. */
  readonly edgeError: number;
  /** Width of an unstretched space, CSS px. */
  readonly naturalSpace: number;
  /** Lines before the last that have a space. */
  readonly justified: number;
  /** Mean of (ratio − 1)² over those. */
  readonly msd: number;
  /** The largest ratio, and the smallest; 9 where there is none. */
  readonly worst: number;
  readonly tightest: number;
  /** Ratios over 1.5, in % of justified lines. */
  readonly loosePct: number;
  readonly hyphenatedPct: number;
  /** Chains of three lines or more whose gaps overlap by half. */
  readonly riversPer100: number;
}

/** Why a paragraph is left to the browser. */
export type NativeReason =
  | 'empty'
  | 'hidden'
  | 'line-break'
  | 'picture'
  | 'inline-block'
  | 'generated'
  | 'mixed'
  | 'columns'
  | 'editable'
  | 'white-space'
  | 'spacing'
  | 'transform'
  | 'first-letter'
  | 'writing-mode'
  | 'directional-control'
  | 'font'
  | 'long-word'
  | 'narrow'
  | 'changed';

/** One paragraph: its figures, or why it has none. */
export interface ParagraphReport extends Partial<LineQuality> {
  readonly element: HTMLElement;
  readonly native?: NativeReason;
}

/** How well running text is set; headlines and captions are not counted. */
export interface QualityReport {
  /** Of all paragraphs that are set; `native` counts those that are not. */
  readonly total: LineQuality & { readonly native: number };
  readonly paragraphs: readonly ParagraphReport[];
}

/** An element whose text is set. */
export interface Setting {
  /** Resolves when every paragraph has been set once. */
  readonly ready: Promise<void>;
  report(): QualityReport;
  /** Looks at everything anew: call it after adding text. */
  refresh(): void;
  /** Gives the element back as it was. */
  destroy(): void;
}

export interface TypesetOptions extends SetOptions {
  /** Language (BCP 47) of text that has no `lang`. */
  lang?: string;
}

/** An article on a page. Setting one of the reading settings counts as the reader's choice. */
export interface View extends ReadingSettings {
  /** Resolves when the article is complete, in its language, and every paragraph has been set. */
  readonly ready: Promise<void>;
  /** How well its running text is set now. */
  report(): QualityReport;
  /** Shows another article in the same place. Throws `BroadsheetError` when it is not `ok`. */
  update(article: Article): void;
  /** Removes what `mount` added. */
  destroy(): void;
}

/** A slot between cards. */
export interface CardSlot {
  /** The index of the card that follows it. */
  readonly before: number;
  /** Width and height in CSS px. */
  readonly sizes: readonly (readonly [number, number])[];
}

/** A list of cards as read: `{title, items, next}`. Give it to `mountCards` or `cardsToHTML`. */
export interface Cards {
  /** False when there is nothing to show: not JSON, no object, or a limit passed. */
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly title: string;
  readonly lang: string;
  /** Cards to be shown: none comes twice. */
  readonly count: number;
  /** Slots between them: before which card, and the sizes that they may have. */
  readonly slots: readonly CardSlot[];
  /** URL of a further page; empty when this is the last. */
  readonly next: string;
}

export interface CardsParseOptions extends ParseOptions {
  /** Ids and URLs that are not to be shown: those of the article above the cards. */
  exclude?: readonly string[];
}

/** How cards stand: `lead` is one large card with the others beside or below it. */
export type CardArrangement = 'grid' | 'list' | 'rail' | 'lead';

export interface CardsOptions extends RenderOptions {
  /** Default: as the custom property `--broadsheet-cards-layout` says, else `grid`. */
  layout?: CardArrangement;
  /** What shows a further page: a button, or the reader who comes near the end. Default `button`. */
  more?: 'button' | 'scroll';
  /** The first step of text size, where the reader has chosen none. Default 2. */
  textScale?: TextScale;
  persist?: 'local' | 'none';
}

/** What the layout of cards came to. Lengths in CSS px. */
export interface CardsReport {
  readonly cards: number;
  readonly columns: number;
  readonly rows: number;
  /** Of the list, as reckoned before it was in the page. */
  readonly height: number;
  /** Cards in the page now: a long list holds only those near the screen. */
  readonly rendered: number;
  /** Excerpts of those that are cut, and headlines. */
  readonly cutExcerpts: number;
  readonly cutTitles: number;
}

/** Cards on a page. */
export interface CardsView {
  /** Resolves when the cards are shown in their language. */
  readonly ready: Promise<void>;
  textScale: TextScale;
  report(): CardsReport;
  /** Removes what `mountCards` added. */
  destroy(): void;
}

/** The detail of `broadsheet-card-view` and `broadsheet-card-click`. */
export interface CardDetail {
  /** From 1, in the order shown. */
  readonly position: number;
  /** As the data gives it; empty when it does not. */
  readonly id: string;
  readonly url: string;
  readonly sponsored: boolean;
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
  /** Reads a list of cards. Never throws for bad input, like `parse`. */
  parseCards(json: string | Uint8Array | object, options?: CardsParseOptions): Cards;
  /** The cards as HTML. Throws `BroadsheetError` when they are not `ok`. */
  cardsToHTML(cards: Cards, options?: RenderOptions): string;
  /** Shows cards inside `element`, laid out before it returns. Throws like `cardsToHTML`. */
  mountCards(element: Element, cards: Cards, options?: CardsOptions): CardsView;
  /**
   * Shows the article inside `element`, after what it holds already; an article that a server wrote
   * there is replaced. The DOM is complete when it returns. Throws like `toHTML`.
   */
  mount(element: Element, article: Article, options?: MountOptions): View;
  /**
   * Sets the paragraphs, headlines and captions of HTML that is there already; no character of it
   * changes.
   */
  typeset(element: HTMLElement, options?: TypesetOptions): Setting;
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
  /** Gives the room back as soon as the slot is off the screen. */
  collapse(): void;
  /** Empties the slot and offers it again when it is near. */
  refresh(): void;
}

/** Loads the engine. Calls share one engine per page. */
export declare function createBroadsheet(options?: BroadsheetOptions): Promise<Broadsheet>;
