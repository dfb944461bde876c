// A page of cards as it is laid out: where every row is, and the elements of
// those rows that are wanted.
import type { CardArrangement, CardSlot } from '../api.js';
import type { BroadsheetCore } from '../broadsheet.js';
import type { Ruler } from '../typeset/measure.js';
import type { CardLayout, LayoutRequest, PlacedCard, SlotSpace } from './codec.js';
import type { CardStyles } from './style.js';
import { MeasuredTexts } from './texts.js';

/** A longer page has rows of one height, taken from runs of cards all along it. */
export const MOST_MEASURED = 200;
const SAMPLES = 6;
const SAMPLE = 10;

/** Where the cards of a page come from. */
export interface GroupSource {
  readonly count: number;
  readonly slots: readonly CardSlot[];
  readonly lang: string;
  /** Elements of cards [begin, end), with the slots before each. */
  build(begin: number, end: number): HTMLElement[];
}

/** One card or slot in its place. `order` sorts them as they are read. */
export interface Item {
  readonly element: HTMLElement;
  readonly order: number;
  readonly x: number;
  readonly y: number;
  readonly placed?: PlacedCard;
}

export interface Room {
  readonly width: number;
  readonly arrangement: CardArrangement;
  readonly styles: CardStyles;
  /** Height of a slot without what it holds, CSS px. */
  readonly slotFrame: number;
  readonly reserved: number;
}

const isSlot = (element: Element) => element.classList.contains('broadsheet-card-slot');

export class CardGroup {
  /** Of the first card, in the whole list. */
  readonly first: number;
  readonly count: number;
  /** In the whole list, CSS px. */
  top = 0;
  readonly #core: BroadsheetCore;
  readonly #source: GroupSource;
  readonly #ruler: Ruler;
  #layout: CardLayout | undefined;
  #room: Room | undefined;
  #fontKey = '';
  /** Of a short page: all of it. */
  #texts: MeasuredTexts | undefined;
  #cards: HTMLElement[] = [];
  #slots: HTMLElement[] = [];
  /** Of a long page: the rows that are in the document. */
  #rows = new Map<number, Item[]>();
  /** Of a long page: cards that were in the document when it was laid out anew. */
  #known = new Map<number, HTMLElement>();

  constructor(core: BroadsheetCore, source: GroupSource, first: number) {
    this.#core = core;
    this.#source = source;
    this.#ruler = core.kit.pageRuler();
    this.first = first;
    this.count = source.count;
    if (this.#isLong) return;
    for (const element of source.build(0, source.count)) {
      (isSlot(element) ? this.#slots : this.#cards).push(element);
    }
    this.#texts = new MeasuredTexts(core.engine, source.lang, this.#cards);
  }

  get #isLong(): boolean {
    return this.count > MOST_MEASURED;
  }

  get height(): number {
    return this.#layout?.height ?? 0;
  }
  /** Of a rail: wider than its room. */
  get width(): number {
    return this.#layout?.width ?? 0;
  }
  get columns(): number {
    return this.#layout?.columns.count ?? 0;
  }
  get rows(): number {
    return this.#layout?.rows ?? 0;
  }

  layout(room: Room): void {
    this.#room = room;
    this.#keepElements();
    const request = {
      arrangement: room.arrangement,
      width: room.width,
      total: this.count,
      rowHeight: 0,
      reserved: this.#texts ? room.reserved : 0,
      style: room.styles.style,
      slots: this.#slotSpaces(room),
    };
    if (this.#texts) {
      if (this.#fontKey !== room.styles.key) {
        this.#texts.measure(room.styles, this.#ruler);
        const firsts = this.#source.slots.map(({ before }) => before);
        this.#texts.measureLeads(room.styles, this.#ruler, firsts);
        this.#fontKey = room.styles.key;
      }
      this.#layout = this.#texts.layout(request);
      return;
    }
    this.#layoutLong(request);
  }

  /** Of a long page: an element that has the focus, or is being read, outlives its place. */
  #keepElements(): void {
    this.#known.clear();
    for (const { element, order, placed } of [...this.#rows.values()].flat()) {
      if (placed) this.#known.set(((order - 1) >> 1) - this.first, element);
    }
    this.#rows.clear();
  }

  #layoutLong(request: LayoutRequest): void {
    const sample = this.#sample();
    // Of whole rows: a card that leads would make them all as tall as it is.
    const { columns } = sample.layout({ ...request, rowHeight: 1 });
    const over = columns.count < sample.count ? sample.count % columns.count : 0;
    const total = sample.count - over;
    const found = sample.layout({ ...request, total, columns, slots: [] });
    this.#rowHeight = 0;
    for (let i = 0; i < found.rows; i++) {
      this.#rowHeight = Math.max(this.#rowHeight, found.row(i).height);
    }
    this.#layout = sample.layout({ ...request, columns, rowHeight: this.#rowHeight });
    sample.dispose();
  }
  #rowHeight = 0;

  /** Cards of a long page, the first and the last among them. */
  #sample(): MeasuredTexts {
    const step = (this.count - SAMPLE) / (SAMPLES - 1);
    const runs = Array.from({ length: SAMPLES }, (_, i) => {
      const begin = Math.round(i * step);
      return this.#build(begin, begin + SAMPLE);
    });
    return this.#measured(runs.flat());
  }

  /** Where the row of a card begins, from the group's top. */
  startOf(card: number): number {
    return this.#layout?.row(this.#layout.rowOf(card)).y ?? 0;
  }

  /**
   * What stands between `from` and `to`, from the group's top, and around the card at `focus`: a
   * key press finds its neighbours. Of a rail, along it.
   */
  items(from: number, to: number, focus?: number): Item[] {
    const layout = this.#layout;
    if (!layout || layout.rows === 0) return [];
    if (this.#texts) return this.#allItems(layout).filter((item) => touches(item, from, to));
    if (this.#room!.arrangement === 'rail') return this.#railItems(layout, { from, to, focus });
    const ranges = [[layout.rowAt(from), layout.rowAt(to)]];
    if (focus !== undefined) ranges.push(around(layout.rowOf(focus), layout.rows));
    const kept = new Map<number, Item[]>();
    for (const [first, last] of ranges) {
      for (let row = first!; row <= last!; row++) {
        if (kept.has(row)) continue;
        kept.set(row, this.#rows.get(row) ?? this.#buildRows(layout, row, last!, kept));
      }
    }
    this.#rows = kept;
    return [...kept.values()].flat();
  }

  #allItems(layout: CardLayout): Item[] {
    const { lead } = layout;
    const items: Item[] = [];
    for (let position = 0; position < layout.cards; position++) {
      const index = position > lead || lead === 0 ? position : position ? position - 1 : lead;
      const placed = layout.card(position);
      const order = 2 * (this.first + position) + 1;
      items.push({ element: this.#cards[index]!, order, x: placed.x, y: placed.y, placed });
    }
    this.#slots.forEach((element, i) => {
      const order = 2 * (this.first + this.#source.slots[i]!.before);
      items.push({ element, order, ...layout.slot(i) });
    });
    return items;
  }

  /** Builds rows of a long page from `row` on, as many as have one run, and gives the first. */
  #buildRows(layout: CardLayout, row: number, last: number, into: Map<number, Item[]>): Item[] {
    const start = layout.row(row);
    if (start.count === 0) return this.#slotRow(layout, row);
    let end = row;
    while (end < last && layout.row(end + 1).count > 0 && !this.#rows.has(end + 1)) end++;
    const stop = layout.row(end);
    const [cards, placed] = this.#place(layout, start.first, stop.first + stop.count);
    for (let r = row, i = 0; r <= end; r++) {
      const { count, y, first } = layout.row(r);
      const items: Item[] = [];
      for (let c = 0; c < count; c++, i++) {
        const card = placed.card(i);
        const order = 2 * (this.first + first + c) + 1;
        items.push({ element: cards[i]!, order, x: card.x, y, placed: card });
      }
      into.set(r, items);
      this.#rows.set(r, items);
    }
    return into.get(row)!;
  }

  /** Of a long rail: the cards between two places along it, and those around the focus. */
  #railItems(layout: CardLayout, { from, to, focus }: RailWindow): Item[] {
    const step = layout.columns.width + this.#room!.styles.style.columnGap;
    const [begin, end] = [Math.max(0, Math.floor(from / step)), Math.ceil(to / step)];
    const ranges = [[begin, Math.min(this.count, end) - 1]];
    if (focus !== undefined) ranges.push(around(focus, this.count));
    const kept = new Map<number, Item[]>();
    for (const [first, last] of ranges) {
      for (let i = first!; i <= last!; i++) {
        if (kept.has(i)) continue;
        const known = this.#rows.get(i);
        if (known) kept.set(i, known);
        else this.#buildRail(layout, i, last!, kept);
      }
    }
    this.#rows = kept;
    return [...kept.values()].flat();
  }

  /** Builds cards of a long rail from `begin` on, as many as are not there. */
  #buildRail(layout: CardLayout, begin: number, last: number, into: Map<number, Item[]>): void {
    const step = layout.columns.width + this.#room!.styles.style.columnGap;
    let stop = begin + 1;
    while (stop <= last && !this.#rows.has(stop) && !into.has(stop)) stop++;
    const [cards, placed] = this.#place(layout, begin, stop);
    cards.forEach((element, k) => {
      const order = 2 * (this.first + begin + k) + 1;
      const x = (begin + k) * step;
      into.set(begin + k, [{ element, order, x, y: 0, placed: placed.card(k) }]);
    });
  }

  /** Cards [begin, end) of a long page, which fill whole rows of one run. */
  #place(layout: CardLayout, begin: number, end: number): [HTMLElement[], CardLayout] {
    const cards = this.#build(begin, end);
    const texts = this.#measured(cards);
    const { arrangement, width, styles } = this.#room!;
    const placed = texts.layout({
      arrangement,
      width,
      total: cards.length,
      rowHeight: this.#rowHeight,
      columns: layout.columns,
      reserved: 0,
      style: styles.style,
      slots: [],
    });
    texts.dispose();
    return [cards.map((card, i) => this.#known.get(begin + i) ?? card), placed];
  }

  #slotRow(layout: CardLayout, row: number): Item[] {
    const { first, y } = layout.row(row);
    const built = this.#source.build(first, Math.min(first + 1, this.count));
    return built
      .filter(isSlot)
      .slice(0, 1)
      .map((element) => ({ element, order: 2 * (this.first + first), x: 0, y }));
  }

  #build(begin: number, end: number): HTMLElement[] {
    return this.#source.build(begin, end).filter((element) => !isSlot(element));
  }

  #measured(cards: HTMLElement[]): MeasuredTexts {
    const texts = new MeasuredTexts(this.#core.engine, this.#source.lang, cards);
    texts.measure(this.#room!.styles, this.#ruler);
    return texts;
  }

  #slotSpaces({ width, slotFrame, arrangement }: Room): SlotSpace[] {
    return this.#source.slots.map(({ before, sizes }, i) => {
      if (this.#slots[i]?.firstElementChild?.hasAttribute('hidden')) {
        return { before, width: 0, height: 0 };
      }
      const [fitWidth, height] = this.#core.kit.fitSize(sizes, width);
      return {
        before,
        width: arrangement === 'rail' ? fitWidth : width,
        height: height + slotFrame,
      };
    });
  }

  /** What was measured no longer holds. */
  forget(): void {
    this.#fontKey = '';
  }

  destroy(): void {
    this.#texts?.dispose();
    this.#texts = undefined;
  }
}

interface RailWindow {
  readonly from: number;
  readonly to: number;
  readonly focus: number | undefined;
}

/** First and last of those beside `index`, and itself. */
function around(index: number, count: number): [number, number] {
  return [Math.max(0, index - 1), Math.min(count - 1, index + 1)];
}

function touches({ y, placed }: Item, from: number, to: number): boolean {
  return y <= to && y + (placed?.height ?? 0) >= from;
}
