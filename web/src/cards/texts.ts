// The texts of cards in the engine, measured as the page would paint them.
import type { Engine, Handle } from '../engine.js';
import type { Ruler } from '../typeset/measure.js';
import {
  CARD_PARTS,
  CardLayout,
  EXCERPT,
  encodeRequest,
  type LayoutRequest,
  TITLE,
} from './codec.js';
import { type MarkedRun, markedRuns, stretches } from './marks.js';
import { partOf } from './parts.js';
import type { CardStyles, MarkFont, PartFont } from './style.js';

const SPACE = /\s/;
const LAST_SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;
/** The first of so many cards that has a picture leads: see cells.cpp. */
const MOST_LEADING = 3;

const NONE: readonly MarkedRun[] = [];

interface Measures {
  readonly ruler: Ruler;
  readonly marked: (marks: string) => MarkFont;
}

/** As `text-transform` has it. */
function shown(text: string, { transform }: PartFont): string {
  if (transform === 'uppercase') return text.toLocaleUpperCase();
  if (transform === 'lowercase') return text.toLocaleLowerCase();
  if (transform !== 'capitalize') return text;
  return text.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase());
}

export class MeasuredTexts {
  readonly #engine: Engine;
  readonly #handle: Handle;
  readonly #text: string;
  /** In the order of the text. */
  readonly #runs: MarkedRun[] = [];
  /** Where the text of each card ends. */
  readonly #ends: number[] = [];
  /** Em of each piece in the fonts of a card that does not lead. */
  #widths = new Float32Array();
  /** CSS px of a space between two characters, by both of them. */
  readonly #spaces = new Map<PartFont, Map<number, number>>();
  /** Cards. */
  readonly count: number;

  /** `cards`: elements whose excerpts are whole. */
  constructor(engine: Engine, lang: string, cards: readonly Element[]) {
    this.#engine = engine;
    this.count = cards.length;
    const shapes: number[] = [];
    let text = '';
    for (const card of cards) {
      for (const name of CARD_PARTS) {
        const part = partOf(card, name);
        const content = part?.textContent ?? '';
        if (part) this.#runs.push(...markedRuns(part, text.length));
        text += content;
        shapes.push(content.length);
      }
      shapes.push(card.querySelector('.broadsheet-picture') ? 1 : 0);
      this.#ends.push(text.length);
    }
    this.#text = text;
    this.#handle = engine.newCardTexts(lang, text, shapes);
  }

  measure(styles: CardStyles, ruler: Ruler): void {
    this.#measure(styles, ruler, () => true);
  }

  /** In the fonts of a card that leads, those that may: the first few, and `firsts`. Call it last. */
  measureLeads(styles: CardStyles, ruler: Ruler, firsts: readonly number[]): void {
    const mayLead = (card: number) => card < MOST_LEADING || firsts.includes(card);
    this.#measure(styles, ruler, mayLead, true);
  }

  #measure(
    styles: CardStyles,
    ruler: Ruler,
    isMeasured: (card: number) => boolean,
    lead = false,
  ): void {
    const fonts = lead ? styles.leadFonts : styles.fonts;
    const pieces = this.#engine.cardPieces(this.#handle);
    const count = pieces.length / 3;
    // What is not measured is as wide in em as it is elsewhere.
    const widths = lead ? this.#widths.slice() : new Float32Array(count + 2);
    this.#spaces.clear();
    let card = 0;
    for (let i = 0; i < count; i++) {
      const [part, begin, end] = [pieces[3 * i]!, pieces[3 * i + 1]!, pieces[3 * i + 2]!];
      while (end > this.#ends[card]!) card++;
      if (!isMeasured(card)) continue;
      const font = fonts[part]!;
      const marked = (marks: string) => styles.markFont(part, lead, marks);
      widths[i] = this.#width(font, begin, end, { ruler, marked }) / font.fontSize;
    }
    const signWidth = ({ font, fontSize, letterSpacing }: PartFont, sign: string) =>
      (ruler.width(font, sign) + letterSpacing) / fontSize;
    widths[count] = signWidth(fonts[EXCERPT]!, '…');
    widths[count + 1] = signWidth(fonts[TITLE]!, '-');
    if (!lead) this.#widths = widths;
    this.#engine.measureCards(this.#handle, widths, lead);
  }

  /** CSS px. */
  #width(own: PartFont, begin: number, end: number, { ruler, marked }: Measures): number {
    const runs = this.#runsAt(begin, end);
    if (runs.length === 0) return this.#plainWidth(own, begin, end, ruler);
    let width = 0;
    for (const stretch of stretches(runs, begin, end)) {
      const font = stretch.marks ? marked(stretch.marks) : own;
      width += this.#plainWidth(font, stretch.begin, stretch.end, ruler);
      if (stretch.marks) width += (marked(stretch.marks).around * stretch.edges) / 2;
    }
    return width;
  }

  /** The runs that may reach into [begin, end): most texts have none. */
  #runsAt(begin: number, end: number): readonly MarkedRun[] {
    if (this.#runs.length === 0) return NONE;
    let [low, high] = [0, this.#runs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#runs[middle]!.end <= begin) low = middle + 1;
      else high = middle;
    }
    let last = low;
    while (last < this.#runs.length && this.#runs[last]!.begin < end) last++;
    return this.#runs.slice(low, last);
  }

  #plainWidth(style: PartFont, begin: number, end: number, ruler: Ruler): number {
    const { font, letterSpacing } = style;
    if (!this.#isSpace(begin, end)) {
      const text = shown(this.#text.slice(begin, end), style);
      return ruler.width(font, text) + letterSpacing * (end - begin);
    }
    const known = this.#spaces.get(style) ?? new Map<number, number>();
    this.#spaces.set(style, known);
    // |0: none where the text begins or ends.
    const [before, after] = [this.#text.charCodeAt(begin - 1) | 0, this.#text.charCodeAt(end) | 0];
    const isNoBreak = this.#text.charCodeAt(begin) === NO_BREAK_SPACE;
    const key = (before * 0x10000 + after) * 2 + Number(isNoBreak);
    const found = known.get(key);
    if (found !== undefined) return found;
    const [first, last] = [this.#text[begin - 1] ?? '', this.#text[end] ?? ''].map((each) =>
      shown(each, style),
    );
    const space = isNoBreak ? '\u00A0' : ' ';
    const width = ruler.spaceWidth(font, space, first!, last!) + letterSpacing + style.wordSpacing;
    known.set(key, width);
    return width;
  }

  #isSpace(begin: number, end: number): boolean {
    for (let i = begin; i < end; i++) {
      const code = this.#text.charCodeAt(i);
      if (code > LAST_SPACE && code < NO_BREAK_SPACE) return false;
      if (code !== NO_BREAK_SPACE && !SPACE.test(this.#text[i]!)) return false;
    }
    return end > begin;
  }

  layout(request: LayoutRequest): CardLayout {
    return new CardLayout(this.#engine.layoutCards(this.#handle, encodeRequest(request)));
  }

  dispose(): void {
    this.#engine.disposeCardTexts(this.#handle);
  }
}
