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

const SPACE = /^[\s\u00A0]+$/;

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
    }
    this.#text = text;
    this.#handle = engine.newCardTexts(lang, text, shapes);
  }

  /** Of a card that leads, in its own fonts: call it last. */
  measure(styles: CardStyles, ruler: Ruler, lead = false): void {
    const fonts = lead ? styles.leadFonts : styles.fonts;
    const pieces = this.#engine.cardPieces(this.#handle);
    const widths = new Float32Array(pieces.length / 3 + 2);
    for (let i = 0; i < widths.length - 2; i++) {
      const part = pieces[3 * i]!;
      const font = fonts[part]!;
      const marked = (marks: string) => styles.markFont(part, lead, marks);
      const width = this.#width(font, pieces[3 * i + 1]!, pieces[3 * i + 2]!, { ruler, marked });
      widths[i] = width / font.fontSize;
    }
    const signWidth = ({ font, fontSize, letterSpacing }: PartFont, sign: string) =>
      (ruler.width(font, sign) + letterSpacing) / fontSize;
    widths[widths.length - 2] = signWidth(fonts[EXCERPT]!, '…');
    widths[widths.length - 1] = signWidth(fonts[TITLE]!, '-');
    this.#engine.measureCards(this.#handle, widths, lead);
  }

  /** CSS px. */
  #width(own: PartFont, begin: number, end: number, { ruler, marked }: Measures): number {
    let width = 0;
    for (const stretch of stretches(this.#runsAt(begin, end), begin, end)) {
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
    const { font, letterSpacing, wordSpacing } = style;
    const text = this.#text.slice(begin, end);
    if (!SPACE.test(text)) {
      return ruler.width(font, shown(text, style)) + letterSpacing * text.length;
    }
    const space = text[0] === '\u00A0' ? '\u00A0' : ' ';
    const [before, after] = [this.#text[begin - 1] ?? '', this.#text[end] ?? ''].map((each) =>
      shown(each, style),
    );
    return ruler.spaceWidth(font, space, before!, after!) + letterSpacing + wordSpacing;
  }

  layout(request: LayoutRequest): CardLayout {
    return new CardLayout(this.#engine.layoutCards(this.#handle, encodeRequest(request)));
  }

  dispose(): void {
    this.#engine.disposeCardTexts(this.#handle);
  }
}
