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
import { type BroadsheetCore, rulesOff } from '../broadsheet.js';
import { buildElement } from '../dom.js';
import { pageState } from '../page.js';
import { markSetting } from '../reading/reader-settings.js';
import { asStep, optionOf, parseSetting } from '../reading/settings.js';
import { sizesOf } from '../slots.js';
import { adoptStyles } from '../styles.js';
import type { CardFeed } from './feed.js';
import { Pager } from './pager.js';
import { CardStage } from './stage.js';

const DEFAULT_LEVEL = 2;

/** Cards of a feed, mounted in an element of the host's. */
export class CardList implements CardsView {
  readonly ready: Promise<void>;
  readonly element: HTMLElement;
  readonly #core: BroadsheetCore;
  readonly #feed: CardFeed;
  readonly #options: CardsOptions;
  readonly #unsubscribe: () => void;
  #stage: CardStage | undefined;
  #pager: Pager | undefined;
  #scale: TextScale;
  #destroyed = false;

  constructor(core: BroadsheetCore, host: Element, feed: CardFeed, options: CardsOptions) {
    this.#core = core;
    this.#feed = feed;
    this.#options = options;
    const { choices, place } = pageState();
    this.#scale = asStep(choices.get('textScale', this.#persist) ?? optionOf('textScale', options));
    adoptStyles(host.ownerDocument);
    this.element = this.#build(0, 0)[0]!;
    this.#markScale();
    host.append(this.element);
    this.#show();
    place.add(this.element);
    this.#unsubscribe = choices.subscribe((name, value) => {
      if (name === 'textScale') this.#apply(asStep(value));
    });
    this.ready = this.#complete();
  }

  get textScale(): TextScale {
    return this.#scale;
  }
  set textScale(scale: TextScale) {
    const value = parseSetting('textScale', scale);
    if (!value) throw new RangeError('textScale is one of 1, 2, 3, 4, 5');
    if (scale !== this.#scale) pageState().choices.choose('textScale', value, this.#persist);
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
    this.#unsubscribe();
    pageState().place.forget(this.element);
    this.#stage?.destroy();
    this.#pager?.destroy();
    this.element.remove();
  }

  get #persist(): 'local' | 'none' {
    return this.#options.persist ?? 'local';
  }

  get #layout(): CardArrangement {
    return this.#options.layout ?? 'grid';
  }

  #show(): void {
    const list = this.element.querySelector<HTMLElement>('.broadsheet-cards')!;
    const strings = this.#core.engine.strings(this.#feed.pages[0]!.lang);
    this.#stage = new CardStage(this.#core.engine, list, this.#layout, strings);
    for (let page = 0; page < this.#feed.pages.length; page++) this.#addPage(page);
    this.#pager = new Pager(this.#feed, list, {
      strings,
      onScroll: this.#options.more === 'scroll',
      add: () => this.#addPage(this.#feed.pages.length - 1),
    });
  }

  #addPage(page: number): HTMLElement | undefined {
    const { count, slots, lang } = this.#feed.pages[page]!;
    return this.#stage!.add({
      count,
      slots,
      lang,
      build: (begin, end) => {
        const [, section] = this.#build(page, begin, end);
        return [...section!.children] as HTMLElement[];
      },
    });
  }

  /** The section with cards [begin, end), and its list. */
  #build(page: number, begin: number, end = begin): [HTMLElement, HTMLElement] {
    const { headingLevel = DEFAULT_LEVEL, polish } = this.#options;
    const commands = this.#feed.commands(page, [begin, end], headingLevel, rulesOff(polish));
    const { vocabulary } = this.#core.engine;
    const section = buildElement(commands, vocabulary, document) as HTMLElement;
    return [section, section.querySelector<HTMLElement>('.broadsheet-cards')!];
  }

  /** Waits for the cards' language, where mounting could not. */
  async #complete(): Promise<void> {
    const { lang } = this.#feed.pages[0]!;
    if (this.#core.packs.has(lang)) return;
    await this.#core.packs.load(lang);
    if (this.#destroyed) return;
    this.#stage?.destroy();
    this.#pager?.destroy();
    const section = this.#build(0, 0)[0];
    this.element.replaceChildren(...section.childNodes);
    this.#show();
  }

  #markScale(): void {
    markSetting(this.element, 'textScale', String(this.#scale));
  }

  /** The page's place is held while this runs. */
  #apply(scale: TextScale): void {
    if (scale === this.#scale) return;
    this.#scale = scale;
    this.#markScale();
    this.#stage?.update();
  }
}

/**
 * Lays out the cards of an article, which are in the document already. Those that a server wrote keep
 * the height they have where the reader may have seen it.
 */
export function stageArticleCards(core: BroadsheetCore, article: Element): CardStage | undefined {
  const list = article.querySelector<HTMLElement>('.broadsheet-recommended .broadsheet-cards');
  if (!list) return undefined;
  const items = [...list.children] as HTMLElement[];
  const slots: CardSlot[] = [];
  let count = 0;
  for (const item of items) {
    const slot = item.querySelector(':scope > .broadsheet-slot');
    if (slot) slots.push({ before: count, sizes: sizesOf(slot) });
    else count++;
  }
  const { lang } = list.closest<HTMLElement>('[lang]') ?? { lang: '' };
  const stage = new CardStage(core.engine, list, 'grid', core.engine.strings(lang));
  stage.add({ count, slots, lang, build: () => items });
  return stage;
}
