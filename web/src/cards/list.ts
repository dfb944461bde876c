// A list of cards on a page: laid out before it is seen, and again when its
// width, its text size or its fonts change.
import type {
  CardArrangement,
  CardSlot,
  CardsOptions,
  CardsReport,
  CardsView,
  TextScale,
} from '../api.js';
import type { BroadsheetCore } from '../broadsheet.js';
import type { CardFeed } from '../card-feed.js';
import type { ReaderSettings } from '../reading/reader-settings.js';
import { Pager } from './pager.js';
import { CardStage } from './stage.js';

/** Cards of a feed, mounted in an element of the host's. */
export class CardList implements CardsView {
  readonly ready: Promise<void>;
  readonly element: HTMLElement;
  readonly #core: BroadsheetCore;
  /** None where a server wrote the cards. */
  readonly #feed: CardFeed | undefined;
  readonly #options: CardsOptions;
  readonly #settings: ReaderSettings;
  #stage: CardStage | undefined;
  #pager: Pager | undefined;
  #destroyed = false;

  /**
   * Shows `source` in `host`: cards, or the section of those that a server wrote there.
   * `slot`: where the host has a shadow tree, the name of the slot that shows them.
   */
  constructor(
    core: BroadsheetCore,
    host: Element,
    source: CardFeed | HTMLElement,
    options: CardsOptions,
    slot = '',
  ) {
    this.#core = core;
    this.#options = options;
    // The page's text size; the article's other settings are the article's.
    const { textScale = 2, persist = 'local' } = options;
    this.#settings = new core.kit.ReaderSettings({ textScale, persist, controls: '' }, () => {
      this.#settings.mark(this.element);
      this.#stage?.update();
    });
    core.kit.adoptStyles(host.ownerDocument);
    if (source instanceof HTMLElement) {
      this.element = source;
      if (slot) source.slot = slot;
      this.#settings.mark(this.element);
      this.#stage = stageCards(core, source, this.#layout, true);
    } else {
      this.#feed = source;
      this.element = this.#build(source, 0, 0)[0]!;
      if (slot) this.element.slot = slot;
      this.#settings.mark(this.element);
      host.append(this.element);
      this.#show(source);
    }
    core.kit.pageState().place.add(this.element);
    this.ready = this.#complete();
  }

  get textScale(): TextScale {
    return this.#settings.property('textScale') as TextScale;
  }
  set textScale(scale: TextScale) {
    this.#settings.set('textScale', scale);
  }

  report(): CardsReport {
    return this.#stage!.report();
  }

  /** Takes up the height that was kept for the cards, CSS px, so that nothing below them moves. */
  settle(height: number): void {
    if (height > 0) this.#stage?.settle(this.element, height);
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#settings.destroy();
    this.#core.kit.pageState().place.forget(this.element);
    this.#stage?.destroy();
    this.#pager?.destroy();
    this.element.remove();
  }

  get #layout(): CardArrangement {
    return this.#options.layout ?? 'grid';
  }

  #show(feed: CardFeed): void {
    const list = this.element.querySelector<HTMLElement>('.broadsheet-cards')!;
    const strings = this.#core.engine.strings(feed.pages[0]!.lang);
    this.#stage = new CardStage(this.#core, list, this.#layout, strings);
    for (let page = 0; page < feed.pages.length; page++) this.#addPage(feed, page);
    this.#pager = new Pager(this.#core.kit, feed, list, {
      strings,
      onScroll: this.#options.more === 'scroll',
      add: () => this.#addPage(feed, feed.pages.length - 1),
    });
  }

  #addPage(feed: CardFeed, page: number): HTMLElement | undefined {
    const { count, slots, lang } = feed.pages[page]!;
    return this.#stage!.add({
      count,
      slots,
      lang,
      build: (begin, end) => {
        const [, list] = this.#build(feed, page, begin, end);
        return [...list.children] as HTMLElement[];
      },
    });
  }

  /** The section with cards [begin, end), and its list. */
  #build(feed: CardFeed, page: number, begin: number, end = begin): [HTMLElement, HTMLElement] {
    const commands = feed.commands(page, [begin, end], this.#options);
    const { engine, kit } = this.#core;
    const section = kit.buildElement(commands, engine.vocabulary, document) as HTMLElement;
    return [section, section.querySelector<HTMLElement>('.broadsheet-cards')!];
  }

  /** Waits for the cards' language, where mounting could not. */
  async #complete(): Promise<void> {
    const feed = this.#feed;
    if (!feed) return;
    const { lang } = feed.pages[0]!;
    if (this.#core.packs.has(lang)) return;
    await this.#core.packs.load(lang);
    if (this.#destroyed) return;
    this.#stage?.destroy();
    this.#pager?.destroy();
    const [section] = this.#build(feed, 0, 0);
    this.element.replaceChildren(...section.childNodes);
    this.#show(feed);
  }
}

/**
 * Lays out cards that are in the document already, an article's or a server's. `seen`: they keep the
 * height they have where the reader may have seen it.
 */
export function stageCards(
  core: BroadsheetCore,
  root: Element,
  layout: CardArrangement,
  seen: boolean,
): CardStage | undefined {
  const list = root.querySelector<HTMLElement>('.broadsheet-recommended .broadsheet-cards');
  if (!list) return undefined;
  const items = [...list.children] as HTMLElement[];
  const slots: CardSlot[] = [];
  let count = 0;
  for (const item of items) {
    const slot = item.querySelector(':scope > .broadsheet-slot');
    if (slot) slots.push({ before: count, sizes: core.kit.sizesOf(slot) });
    else count++;
  }
  const section = list.parentElement!;
  const { top, height } = section.getBoundingClientRect();
  const { lang } = list.closest<HTMLElement>('[lang]') ?? { lang: '' };
  const stage = new CardStage(core, list, layout, core.engine.strings(lang));
  stage.add({ count, slots, lang, build: () => items });
  if (seen && top < innerHeight && height > 0) stage.settle(section, height);
  return stage;
}
