// Widths as the browser would paint them, asked of a canvas and remembered.
import type { Added, ParagraphText, Run } from './collect.js';
import type { PieceList } from './wire.js';

/** The part of a 2D canvas context that is used, so that tests can pass a fake. */
export type TextContext = Pick<CanvasRenderingContext2D, 'font' | 'measureText'>;

/** As broadsheet-break shows it. */
const HYPHEN = '-';
const NO_BREAK_SPACE = '\u00A0';
/** UTF-16 code units before a piece that may change its width; more would cost their square. */
const MOST_CONTEXT = 40;

export class Ruler {
  readonly #context: TextContext;
  readonly #widths = new Map<string, Map<string, number>>();

  constructor(context: TextContext) {
    this.#context = context;
  }

  /** CSS px. */
  width(font: string, text: string): number {
    let known = this.#widths.get(font);
    if (!known) {
      known = new Map();
      this.#widths.set(font, known);
    }
    let width = known.get(text);
    if (width === undefined) {
      // Assigning parses CSS: only where the font changes.
      if (this.#context.font !== font) this.#context.font = font;
      width = this.#context.measureText(text).width;
      known.set(text, width);
    }
    return width;
  }

  /**
   * The width of a space between two characters: kerning reaches across it in the page, so a space
   * alone says too little.
   */
  spaceWidth(font: string, space: string, before: string, after: string): number {
    return (
      this.width(font, before + space + after) - this.width(font, before) - this.width(font, after)
    );
  }

  /** Forgets everything: a font has arrived, or changed. */
  clear(): void {
    this.#widths.clear();
  }
}

let shared: Ruler | undefined;

/** One for the page: its articles share their fonts. */
export function pageRuler(): Ruler {
  if (!shared) {
    const context = document.createElement('canvas').getContext('2d');
    if (!context) throw new TypeError('no 2D canvas to measure with');
    // Left to itself a canvas kerns as Gecko's pages do; elsewhere pages kern across spaces too.
    if (!CSS.supports('-moz-orient', 'inline')) context.fontKerning = 'normal';
    shared = new Ruler(context);
  }
  return shared;
}

/** The width of each piece in em of the paragraph, and last that of the hyphen. */
export function measurePieces(
  { text, runs, fontSize, insets }: ParagraphText,
  pieces: PieceList,
  ruler: Ruler,
): Float32Array {
  const widths = new Float32Array(pieces.length + 1);
  widths[pieces.length] = ruler.width(runs[0]!.font, HYPHEN) / fontSize;
  let runIndex = 0;
  let wordBegin = pieces.length > 0 ? pieces.at(0).begin : 0; // White space before it collapses.
  let before = 0; // Width of the word so far, CSS px.
  for (let i = 0; i < pieces.length; i++) {
    const { begin, end, isSpace } = pieces.at(i);
    while (runs[runIndex]!.end <= begin) runIndex++;
    const run = runs[runIndex]!;
    const inset = widthOf(insets.get(begin)?.begin, ruler) + widthOf(insets.get(end)?.end, ruler);
    if (isSpace) {
      widths[i] = (spaceWidth(run, text, begin, end, ruler) + inset) / fontSize;
      wordBegin = end;
      before = 0;
      continue;
    }
    if (wordBegin < run.begin || isBetweenIdeographs(text, begin)) {
      wordBegin = begin;
      before = 0;
    } else if (begin - wordBegin > MOST_CONTEXT) {
      wordBegin = Math.max(run.begin, pieces.at(i - 1).begin);
      before = ruler.width(run.font, text.slice(wordBegin, begin));
    }
    // As a part of its word, so that kerning at the hyphen is counted.
    const upToHere = ruler.width(run.font, text.slice(wordBegin, end));
    const tracking = run.spacing.letterSpacing * (end - begin);
    widths[i] = (upToHere - before + tracking + inset) / fontSize;
    before = upToHere;
  }
  return widths;
}

/** What CSS collapses into one space. */
const WHITE_SPACE_AT_END = /[ \t\n\r\f]+$/;

/** The space that white space after the last word is painted as where something follows it, em. */
export function trailingSpace({ text, runs, fontSize }: ParagraphText, ruler: Ruler): number {
  const at = text.search(WHITE_SPACE_AT_END);
  const run = runs.find(({ end }) => at >= 0 && at < end);
  return run ? spaceWidth(run, text, at, text.length, ruler) / fontSize : 0;
}

/** These are as wide alone as beside one another. */
function isBetweenIdeographs(text: string, offset: number): boolean {
  return isIdeograph(text.charCodeAt(offset)) && isIdeograph(text.charCodeAt(offset - 1));
}

/** Kana, Han and Hangul of the Basic Multilingual Plane. */
function isIdeograph(code: number): boolean {
  return (
    (code >= 0x3041 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3)
  );
}

function widthOf(added: Added | undefined, ruler: Ruler): number {
  if (!added) return 0;
  return added.texts.reduce((sum, { font, text }) => sum + ruler.width(font, text), added.width);
}

function spaceWidth(
  { font, spacing, begin: runBegin, end: runEnd }: Run,
  text: string,
  begin: number,
  end: number,
  ruler: Ruler,
): number {
  const space = text[begin] === NO_BREAK_SPACE ? NO_BREAK_SPACE : ' ';
  // Another font's letters do not kern with this space.
  const before = begin > runBegin ? wholeCharacter(text, begin - 1) : '';
  const after = end < runEnd ? wholeCharacter(text, end) : '';
  return ruler.spaceWidth(font, space, before, after) + spacing.letterSpacing;
}

/** The character that the code unit at `index` belongs to. */
function wholeCharacter(text: string, index: number): string {
  const isLow = (text.charCodeAt(index) & 0xfc00) === 0xdc00;
  return String.fromCodePoint(text.codePointAt(isLow && index > 0 ? index - 1 : index)!);
}
