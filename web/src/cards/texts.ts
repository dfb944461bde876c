// The texts of cards in the engine, measured as the page would paint them.
import type { Engine, Handle } from '../engine.js';
import type { Ruler } from '../typeset/measure.js';
import { CARD_PARTS, CardLayout, EXCERPT, encodeRequest, type LayoutRequest } from './codec.js';
import { partOf } from './parts.js';
import type { PartFont } from './style.js';

const SPACE = /^[\s\u00A0]+$/;

export class MeasuredTexts {
  readonly #engine: Engine;
  readonly #handle: Handle;
  readonly #text: string;
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
        const part = partOf(card, name)?.textContent ?? '';
        text += part;
        shapes.push(part.length);
      }
      shapes.push(card.querySelector('.broadsheet-picture') ? 1 : 0);
    }
    this.#text = text;
    this.#handle = engine.newCardTexts(lang, text, shapes);
  }

  /** Of a card that leads, in its own fonts: call it last. */
  measure(fonts: readonly PartFont[], ruler: Ruler, lead = false): void {
    const pieces = this.#engine.cardPieces(this.#handle);
    const widths = new Float32Array(pieces.length / 3 + 1);
    for (let i = 0; i < widths.length - 1; i++) {
      const font = fonts[pieces[3 * i]!]!;
      widths[i] = this.#width(font, pieces[3 * i + 1]!, pieces[3 * i + 2]!, ruler);
    }
    const { font, fontSize, letterSpacing } = fonts[EXCERPT]!;
    widths[widths.length - 1] = (ruler.width(font, '…') + letterSpacing) / fontSize;
    this.#engine.measureCards(this.#handle, widths, lead);
  }

  #width(style: PartFont, begin: number, end: number, ruler: Ruler): number {
    const { font, fontSize, letterSpacing, wordSpacing, uppercase } = style;
    const shown = (text: string) => (uppercase ? text.toLocaleUpperCase() : text);
    const text = this.#text.slice(begin, end);
    if (!SPACE.test(text)) {
      return (ruler.width(font, shown(text)) + letterSpacing * text.length) / fontSize;
    }
    const space = text[0] === '\u00A0' ? '\u00A0' : ' ';
    const [before, after] = [this.#text[begin - 1] ?? '', this.#text[end] ?? ''].map(shown);
    const width = ruler.spaceWidth(font, space, before!, after!);
    return (width + letterSpacing + wordSpacing) / fontSize;
  }

  layout(request: LayoutRequest): CardLayout {
    return new CardLayout(this.#engine.layoutCards(this.#handle, encodeRequest(request)));
  }

  dispose(): void {
    this.#engine.disposeCardTexts(this.#handle);
  }
}
