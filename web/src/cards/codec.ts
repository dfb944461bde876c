// What crosses between the page and src/layout: see card_codec.h.
import type { CardArrangement } from '../api.js';

const ARRANGEMENTS: readonly CardArrangement[] = ['grid', 'list', 'rail', 'lead'];

/** The parts of a card, in the order of CardPart. */
export const CARD_PARTS = [
  'broadsheet-sponsored',
  'broadsheet-kicker',
  'broadsheet-card-title',
  'broadsheet-card-excerpt',
  'broadsheet-card-details',
] as const;
export const TITLE = 2;
export const EXCERPT = 3;

/** Of a line's begin: the line before it shows a hyphen at its end. */
export const AFTER_HYPHEN = 0x8000_0000;

/** How a part is set. CSS px. */
export interface PartStyle {
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly before: number;
  readonly frame: number;
  readonly sides: number;
}

export interface ListStyle {
  readonly fontSize: number;
  readonly columnGap: number;
  readonly rowGap: number;
  readonly pictureGap: number;
  readonly card: readonly PartStyle[];
  readonly lead: readonly PartStyle[];
}

export interface SlotSpace {
  readonly before: number;
  readonly width: number;
  readonly height: number;
}

export interface LayoutRequest {
  readonly arrangement: CardArrangement;
  readonly width: number;
  readonly total: number;
  /** 0: as the cards need. */
  readonly rowHeight: number;
  /** Columns chosen before; none: to be chosen. */
  readonly columns?: { readonly count: number; readonly width: number };
  readonly reserved: number;
  readonly style: ListStyle;
  readonly slots: readonly SlotSpace[];
}

export function encodeRequest(request: LayoutRequest): Float64Array {
  const { style, columns } = request;
  const numbers = [
    ARRANGEMENTS.indexOf(request.arrangement),
    request.width,
    request.total,
    request.rowHeight,
    columns?.count ?? 0,
    columns?.width ?? 0,
    request.reserved,
    style.fontSize,
    style.columnGap,
    style.rowGap,
    style.pictureGap,
  ];
  for (const part of [...style.card, ...style.lead]) {
    numbers.push(part.fontSize, part.lineHeight, part.before, part.frame, part.sides);
  }
  for (const slot of request.slots) numbers.push(slot.before, slot.width, slot.height);
  return Float64Array.from(numbers);
}

export interface PlacedCard {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly pictureWidth: number;
  readonly pictureHeight: number;
  readonly side: boolean;
  readonly lead: boolean;
  readonly titleCut: boolean;
  /** Its details stand below its other texts, not at its foot. */
  readonly detailsFollow: boolean;
  readonly titleLines: number;
  readonly titleWidth: number;
  /** Where lines of the headline begin, code units and AFTER_HYPHEN; none where the browser finds as good ones. */
  readonly titleBreaks: readonly number[];
  readonly excerptLines: number;
  /** Code units shown; undefined: all. */
  readonly excerptEnd: number | undefined;
}

const HEAD = 8;
const ROW = 5;
const SLOT = 2;
const CARD = 11;
const WHOLE = 0xffff_ffff;
const NONE: readonly number[] = [];

/** A layout, read from its numbers as it is asked. */
export class CardLayout {
  readonly #words: Uint32Array;
  readonly #titleBreaks = new Map<number, readonly number[]>();

  constructor(words: Uint32Array) {
    this.#words = words;
    for (let at = this.#cardAt(this.cards); at < words.length; ) {
      const end = at + 2 + words[at + 1]!;
      this.#titleBreaks.set(words[at]!, [...words.subarray(at + 2, end)]);
      at = end;
    }
  }

  get columns(): { count: number; width: number } {
    return { count: this.#words[0]!, width: this.#words[1]! };
  }
  /** The card that is shown first; those before it follow it. */
  get lead(): number {
    return this.#words[2]!;
  }
  get width(): number {
    return this.#words[3]!;
  }
  get height(): number {
    return this.#words[4]!;
  }
  get rows(): number {
    return this.#words[5]!;
  }
  get slots(): number {
    return this.#words[6]!;
  }
  get cards(): number {
    return this.#words[7]!;
  }

  row(index: number): { first: number; count: number; y: number; height: number } {
    const at = HEAD + index * ROW;
    const [first = 0, count = 0, y = 0, height = 0] = this.#words.subarray(at, at + ROW);
    return { first, count, y, height };
  }

  slot(index: number): { x: number; y: number } {
    const at = HEAD + this.rows * ROW + index * SLOT;
    return { x: this.#words[at]!, y: this.#words[at + 1]! };
  }

  card(index: number): PlacedCard {
    const at = this.#cardAt(index);
    const numbers = this.#words.subarray(at, at + CARD);
    const flags = numbers[6]!;
    return {
      x: numbers[0]!,
      y: numbers[1]!,
      width: numbers[2]!,
      height: numbers[3]!,
      pictureWidth: numbers[4]!,
      pictureHeight: numbers[5]!,
      side: (flags & 1) !== 0,
      lead: (flags & 2) !== 0,
      titleCut: (flags & 4) !== 0,
      detailsFollow: (flags & 8) !== 0,
      titleLines: numbers[7]!,
      titleWidth: numbers[8]!,
      titleBreaks: this.#titleBreaks.get(index) ?? NONE,
      excerptLines: numbers[9]!,
      excerptEnd: numbers[10] === WHOLE ? undefined : numbers[10]!,
    };
  }

  #cardAt(index: number): number {
    return HEAD + this.rows * ROW + this.slots * SLOT + index * CARD;
  }

  /** The row of a card. */
  rowOf(card: number): number {
    let low = 0;
    let high = this.rows - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.row(middle).first <= card) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The first row that ends below `y`. */
  rowAt(y: number): number {
    let low = 0;
    let high = this.rows - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      const row = this.row(middle);
      if (row.y + row.height <= y) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
