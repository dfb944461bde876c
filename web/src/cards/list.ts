// A list of cards on a page: laid out before it is seen, and again when its
// width, its text size or its fonts change.
import type { CardsOptions, CardsReport, CardsView, TextScale } from '../api.js';
import type { BroadsheetCore } from '../broadsheet.js';
import type { CardFeed } from '../card-feed.js';
import type { ReaderSettings } from '../reading/reader-settings.js';
import type { Setting } from '../typeset/setting.js';
import { buildSection, pageSource } from './page-source.js';
import { Pager } from './pager.js';
import { CardStage } from './stage.js';
import { type StagedCards, stageCards } from './staged.js';

/** Cards of a feed, mounted in an element of the host's. */
export class CardList implements CardsView {
  readonly ready: Promise<void>;
  readonly element: HTMLElement;
  readonly #core: BroadsheetCore;
  /** None where a server wrote the cards. */
  readonly #feed: CardFeed | undefined;
  readonly #options: CardsOptions;
  readonly #settings: ReaderSettings;
  #served: StagedCards | undefined;
  #stage: CardStage | undefined;
  #pager: Pager | undefined;
  #heading: Setting | undefined;
  #destroyed = false;

  /**
   * Shows `source` in `host`: cards, or the section of those that a server wrote there.
   * `slot`: where the host has a shadow tree, the name of the slot that shows them. `reserved`: the
   * height that was kept for them, CSS px, which they take up so that nothing below them moves.
   */
  constructor(
    core: BroadsheetCore,
    host: Element,
    source: CardFeed | HTMLElement,
    options: CardsOptions,
    slot = '',
    reserved = 0,
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
      this.#served = stageCards(core, source, options, true);
      this.#stage = this.#served?.stage;
    } else {
      this.#feed = source;
      this.element = buildSection(core, source, 0, [0, 0], options);
      if (slot) this.element.slot = slot;
      this.#settings.mark(this.element);
      host.append(this.element);
      this.#show(source, reserved);
    }
    if (this.#stage && !this.#heading) this.#setHeading(this.#stage);
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

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#settings.destroy();
    this.#core.kit.pageState().place.forget(this.element);
    this.#stage?.destroy();
    this.#pager?.destroy();
    this.#served?.destroy();
    this.#heading?.destroy();
    this.element.remove();
  }

  #show(feed: CardFeed, reserved = 0): void {
    const list = this.element.querySelector<HTMLElement>('.broadsheet-cards')!;
    const strings = this.#core.engine.strings(feed.pages[0]!.lang);
    const stage = new CardStage(this.#core, list, strings, this.#options.layout);
    this.#stage = stage;
    this.#setHeading(stage);
    const add = (page: number) => stage.add(pageSource(this.#core, feed, page, this.#options));
    this.#pager = new Pager(this.#core.kit, feed, list, {
      strings,
      next: '',
      onScroll: this.#options.more === 'scroll',
      add: () => add(feed.pages.length - 1),
    });
    stage.settle(this.element, reserved, () => {
      for (let page = 0; page < feed.pages.length; page++) add(page);
    });
  }

  /** Divides words of the heading that are wider than the list, which moves what is below. */
  #setHeading(stage: CardStage): void {
    this.#heading?.destroy();
    const heading = this.element.querySelector<HTMLElement>('.broadsheet-section-title');
    if (!heading || !this.#core.kit.hasLongWord(heading)) return;
    const find = () => [{ element: heading, role: 'headline' as const }];
    const setting = new this.#core.kit.Setting(this.element, find, this.#core.engine, {});
    // A rail's buttons take room from the heading.
    stage.onUpdate = () => setting.update();
    this.#heading = setting;
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
    const section = buildSection(this.#core, feed, 0, [0, 0], this.#options);
    this.element.replaceChildren(...section.childNodes);
    this.#show(feed);
  }
}
