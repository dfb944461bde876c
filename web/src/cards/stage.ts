// The list element itself: which cards are in the document, and where.
import type { CardArrangement, CardsReport } from '../api.js';
import type { BroadsheetCore } from '../broadsheet.js';
import type { Slots } from '../slots.js';
import { blockSizeOf, inlineSizeOf, isVertical, scrollAlong, startOf, viewOf } from './axes.js';
import { CardEvents } from './events.js';
import { CardGroup, type GroupSource, type Item, MOST_MEASURED } from './group.js';
import { hasten } from './hasten.js';
import { placeAt, placeCard } from './parts.js';
import { attachRail, type Rail } from './rail.js';
import { ScrollMap } from './scroll-map.js';
import { type CardStyles, readStyles } from './style.js';
import { WaitingCards } from './waiting.js';

/** Beyond the screen, this share of it is in the document too: a key press finds its next link. */
const OVERSCAN = 1;
const REST_MS = 150;

export class CardStage {
  readonly #core: BroadsheetCore;
  readonly #list: HTMLElement;
  readonly #strings: Readonly<Record<string, string>>;
  /** Undefined: as the page's styles say. */
  readonly #given: CardArrangement | undefined;
  #layout: CardArrangement | undefined;
  readonly #groups: CardGroup[] = [];
  readonly #map = new ScrollMap();
  readonly #events: CardEvents;
  readonly #slots: Slots;
  #rail: Rail | undefined;
  readonly #resizes: ResizeObserver;
  #shown = new Map<HTMLElement, Item>();
  readonly #waiting: WaitingCards;
  /** What of a long list is in the document, CSS px of the list. */
  #window = { from: 0, to: Number.POSITIVE_INFINITY };
  #styles: CardStyles | undefined;
  #width = 0;
  #height = 0;
  #reserved = 0;
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  /** As wide as the list. */
  readonly #gauge = document.createElement('div');
  readonly #probe: HTMLElement;
  /** Size of the probe when the cards were laid out. */
  #type = '';

  constructor(
    core: BroadsheetCore,
    list: HTMLElement,
    strings: Readonly<Record<string, string>>,
    layout: CardArrangement | undefined,
  ) {
    this.#core = core;
    this.#list = list;
    this.#strings = strings;
    this.#given = layout;
    this.#waiting = new WaitingCards(list, core.kit, (item) => this.#place(item));
    this.#choose();
    this.#events = new CardEvents(list, (card) => this.#positionOf(card));
    this.#slots = new core.kit.Slots(() => this.update());
    this.#resizes = new ResizeObserver(() => this.#onResize());
    // Not the list itself: its height is ours, and a change of it no news.
    this.#gauge.className = 'broadsheet-gauge';
    list.before(this.#gauge);
    this.#resizes.observe(this.#gauge);
    this.#probe = core.kit.createProbe(list.parentElement!);
    this.#resizes.observe(this.#probe);
    addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
    document.fonts?.addEventListener('loadingdone', this.#onFonts);
    list.addEventListener('focusin', this.#onFocus);
  }

  /** Adds a page after those that are there; gives its first card's element. */
  add(source: GroupSource): HTMLElement | undefined {
    const first = this.#groups.reduce((sum, { count }) => sum + count, 0);
    this.#groups.push(new CardGroup(this.#core, source, first));
    this.update();
    for (const [element, { order }] of this.#shown) {
      if (order === 2 * first + 1) return element;
    }
    return undefined;
  }

  /** Has `add` lay out the first cards so that `section`, which holds the list, is `height` tall; 0: as it will. */
  settle(section: HTMLElement, height: number, add: () => void): void {
    const reserve = () => {
      const around = blockSizeOf(section) - this.#innerSize();
      this.#reserved = Math.max(0, height - around);
    };
    // Whether a rail has buttons hangs on its cards.
    const isRail = this.#layout === 'rail';
    if (height > 0 && !isRail) reserve();
    add();
    if (height > 0 && isRail) {
      reserve();
      this.update();
    }
  }

  /** Of the list without what a rail keeps for its bar. */
  #innerSize(): number {
    const { paddingBlockStart, paddingBlockEnd } = getComputedStyle(this.#list);
    const { px } = this.#core.kit;
    return blockSizeOf(this.#list) - px(paddingBlockStart) - px(paddingBlockEnd);
  }

  /** Lays everything out anew. */
  update(): void {
    this.#choose();
    const width = inlineSizeOf(this.#list);
    if (width === 0) return;
    this.#width = width;
    this.#styles = readStyles(this.#list, this.#core.kit);
    this.#type = typeOf(this.#probe);
    const anchor = this.#anchor();
    this.#arrange();
    if (anchor) this.#goTo(this.#placeOf(anchor.order) - anchor.start);
    this.#render();
    this.#rail?.update();
    this.#reserved = 0;
    this.onUpdate();
  }

  /** Called after everything was laid out. */
  onUpdate = () => {};

  /** The page's styles may name another arrangement for another width. */
  #choose(): void {
    const wanted = this.#given ?? this.#core.kit.layoutOf(this.#list);
    // A rail of vertical lines would be scrolled as the page is.
    const layout = wanted === 'rail' && isVertical(this.#list) ? 'list' : wanted;
    if (layout === this.#layout) return;
    this.#layout = layout;
    this.#list.setAttribute('data-layout', layout);
    this.#rail?.destroy();
    this.#rail =
      layout === 'rail'
        ? attachRail(this.#list, this.#strings, () => this.#isLong && this.#render())
        : undefined;
  }

  report(): CardsReport {
    const items = [...this.#shown.values()];
    const sum = (of: (group: CardGroup) => number) =>
      this.#groups.reduce((total, group) => total + of(group), 0);
    return {
      cards: sum((group) => group.count),
      columns: this.#groups[0]?.columns ?? 0,
      rows: sum((group) => group.rows),
      height: this.#height,
      rendered: this.#shown.size,
      cutExcerpts: items.filter(({ placed }) => placed?.excerptEnd !== undefined).length,
      cutTitles: items.filter(({ placed }) => placed?.titleCut).length,
    };
  }

  destroy(): void {
    this.#resizes.disconnect();
    this.#probe.remove();
    this.#gauge.remove();
    this.#events.destroy();
    this.#slots.destroy();
    this.#rail?.destroy();
    this.#waiting.clear();
    for (const group of this.#groups) group.destroy();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    removeEventListener('scroll', this.#onScroll, { capture: true });
    document.fonts?.removeEventListener('loadingdone', this.#onFonts);
    this.#list.removeEventListener('focusin', this.#onFocus);
  }

  get #isLong(): boolean {
    return this.#groups.reduce((sum, { count }) => sum + count, 0) > MOST_MEASURED;
  }

  #arrange(): void {
    const styles = this.#styles!;
    let top = 0;
    let widest = 0;
    for (const group of this.#groups) {
      const isRail = this.#layout === 'rail';
      const tooLong = group.count > MOST_MEASURED && this.#layout === 'lead';
      group.layout({
        width: this.#width,
        arrangement: tooLong ? 'list' : this.#layout!,
        styles,
        slotFrame: styles.slotFrame,
        reserved: this.#groups.length === 1 ? this.#reserved : 0,
      });
      // The pages of a rail stand one after the other along it.
      group.top = isRail ? widest : top;
      if (isRail) {
        widest += group.width + styles.style.columnGap;
        top = Math.max(top, group.height);
      } else if (group.height > 0) top += group.height + styles.style.rowGap;
    }
    this.#height = this.#layout === 'rail' ? top : Math.max(0, top - styles.style.rowGap);
    this.#map.height = this.#height;
    // The layout is in whole px; what was kept need not be.
    const kept = Math.abs(this.#reserved - this.#height) < 1;
    this.#list.style.blockSize = `${kept ? this.#reserved : this.#map.boxHeight}px`;
  }

  /** Brings the document up to date with what is in sight. */
  #render(): void {
    if (!this.#styles) return;
    const items = new Map(this.#wanted().map((item) => [item.element, item]));
    for (const element of this.#shown.keys()) if (!items.has(element)) this.#drop(element);
    const long = this.#isLong;
    const total = this.#groups.reduce((sum, { count }) => sum + count, 0);
    const isNew: Item[] = [];
    const isFirst = this.#shown.size === 0;
    const waiting: Item[] = [];
    const mayWait = long ? () => false : this.#waiting.chooser();
    for (const item of items.values()) {
      if (!this.#shown.has(item.element)) isNew.push(item);
      if (mayWait(item)) waiting.push(item);
      else this.#place(item);
      if (long && item.placed) {
        item.element.setAttribute('aria-setsize', String(total));
        item.element.setAttribute('aria-posinset', String((item.order + 1) / 2));
      }
    }
    this.#shown = items;
    this.#insert(items);
    this.#waiting.wait(waiting);
    for (const { element, placed } of isNew) {
      if (placed) this.#events.watch(element);
      else this.#slots.add(element.firstElementChild!);
    }
    if (isFirst) hasten(isNew);
  }

  #place(item: Item): void {
    const { element, x, y, placed } = item;
    const shifted = y - this.#map.shift;
    // Far from the screen a place in the list may be none in its box.
    const most = this.#map.boxHeight - (placed?.height ?? 0);
    const isOutside = this.#map.isShortened && this.#isFar(item);
    const top = isOutside ? Math.min(Math.max(shifted, 0), most) : shifted;
    if (placed) placeCard(element, placed, x, top);
    else {
      placeAt(element, x, top);
      element.style.inlineSize = this.#layout === 'rail' ? 'max-content' : '100%';
    }
  }

  #drop(element: HTMLElement): void {
    this.#events.unwatch(element);
    const slot = element.querySelector(':scope > .broadsheet-slot');
    if (slot) this.#slots.remove(slot);
    element.remove();
  }

  /** Puts new elements where they are read. */
  #insert(items: Map<HTMLElement, Item>): void {
    const sorted = [...items.values()].sort((a, b) => a.order - b.order);
    let next: Element | null = this.#list.firstElementChild;
    for (const { element } of sorted) {
      if (element === next) next = next.nextElementSibling;
      else this.#list.insertBefore(element, next);
    }
  }

  /** Where a card begins in the list. */
  #placeOf(order: number): number {
    const group = [...this.#groups].reverse().find(({ first }) => 2 * first <= order)!;
    return group.top + group.startOf((order >> 1) - group.first);
  }

  /** Of a long list: the first card on the screen, and where it begins there. */
  #anchor(): { order: number; start: number } | undefined {
    if (!this.#isLong || this.#layout === 'rail' || startOf(this.#list) >= 0) return undefined;
    const seen = [...this.#shown.values()]
      .filter((item) => !this.#isFar(item))
      .sort((a, b) => a.order - b.order)
      .find(({ element }) => startOf(element) + blockSizeOf(element) > 0);
    return seen && { order: seen.order, start: startOf(seen.element) };
  }

  /** Has the view begin at a place of the list. */
  #goTo(place: number): void {
    const top = this.#map.goTo(place, viewOf(this.#list));
    scrollAlong(this.#list, top + startOf(this.#list));
    this.#map.moved(-startOf(this.#list));
  }

  /** In the document for the sake of the keyboard alone. */
  #isFar({ y, placed }: Item): boolean {
    return y > this.#window.to || y + (placed?.height ?? 0) < this.#window.from;
  }

  /** Of the card with the focus. */
  #focus(): number | undefined {
    const { activeElement } = this.#list.ownerDocument;
    const card = activeElement !== this.#list && activeElement?.closest('li');
    return card ? this.#shown.get(card)?.order : undefined;
  }

  #wanted(): Item[] {
    const all = !this.#isLong;
    const focus = all ? undefined : this.#focus();
    const within = ({ first, count }: CardGroup) => {
      const index = (focus ?? -1) >> 1;
      return index >= first && index < first + count ? index - first : undefined;
    };
    if (this.#layout === 'rail') {
      const { scrollLeft, clientWidth } = this.#list;
      const at = Math.abs(scrollLeft);
      const reach = clientWidth * OVERSCAN;
      return this.#groups.flatMap((group) => {
        const from = all ? 0 : at - reach - group.top;
        const to = all ? Infinity : at + clientWidth + reach - group.top;
        const items = group.items(from, to, within(group));
        return items.map((item) => ({ ...item, x: item.x + group.top }));
      });
    }
    const view = viewOf(this.#list);
    const top = this.#map.follow(-startOf(this.#list), view);
    const from = all ? 0 : top - view * OVERSCAN;
    const to = all ? Infinity : top + view * (1 + OVERSCAN);
    this.#window = { from, to };
    return this.#groups
      .filter(
        (group) =>
          within(group) !== undefined || (group.top <= to && group.top + group.height >= from),
      )
      .flatMap((group) =>
        group
          .items(from - group.top, to - group.top, within(group))
          .map((item) => ({ ...item, y: item.y + group.top })),
      );
  }

  #positionOf(card: Element): number {
    return ((this.#shown.get(card as HTMLElement)?.order ?? 1) - 1) / 2;
  }

  #onResize(): void {
    const width = inlineSizeOf(this.#list);
    if (width === 0) return;
    // A reader's own spacing, or a font that came late, changes the probe.
    const type = typeOf(this.#probe);
    if (!this.#styles || width !== this.#width) this.update();
    else if (type !== this.#type) this.#updateInSight();
  }

  /** Under the reader's eyes rows keep their height: excerpts take or leave the difference. */
  #updateInSight(): void {
    const start = startOf(this.#list);
    if (start < viewOf(this.#list) && start + this.#height > 0) {
      // As it was kept, which need not be whole px.
      this.#reserved = this.#core.kit.px(this.#list.style.blockSize);
    }
    this.update();
  }

  readonly #onFonts = () => {
    this.#core.kit.pageRuler().clear();
    for (const group of this.#groups) group.forget();
    this.#updateInSight();
  };

  /** A key press has gone to a card whose place its box does not have. */
  readonly #onFocus = (event: FocusEvent) => {
    const item = this.#shown.get((event.target as Element).closest('li')!);
    if (!item || !this.#map.isShortened || !this.#isFar(item)) return;
    this.#goTo(item.y - viewOf(this.#list) / 3);
    this.#render();
  };

  readonly #onScroll = (event: Event) => {
    if (!this.#isLong || this.#layout === 'rail') return;
    if (event.target instanceof Element && !event.target.contains(this.#list)) return;
    if (!this.#frame) {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0;
        this.#render();
      });
    }
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#settle(), REST_MS);
  };

  /** At rest, brings the scroll bar to where the list is. */
  #settle(): void {
    const drift = this.#map.drift(viewOf(this.#list));
    if (drift === 0) return;
    scrollAlong(this.#list, drift);
    this.#map.moved(-startOf(this.#list));
    this.#render();
  }
}

function typeOf(probe: HTMLElement): string {
  const { width, height } = probe.getBoundingClientRect();
  return `${width} ${height}`;
}
