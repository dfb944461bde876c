// One article on a page: its DOM, its controls, its events.
import type { Article, MountOptions, QualityReport, View } from './api.js';
import type { BroadsheetCore } from './broadsheet.js';
import type { StagedCards } from './cards/staged.js';
import type * as CardTools from './cards/tools.js';
import { ControlBar } from './controls/bar.js';
import { buildElement } from './dom.js';
import { attachEmbeds } from './embeds.js';
import { pageState } from './page.js';
import { Pictures } from './pictures.js';
import { Progress } from './reading/progress.js';
import { Adjustable, ReaderSettings } from './reading/reader-settings.js';
import { SETTINGS, type SettingName } from './reading/settings.js';
import { Slots } from './slots.js';
import { adoptStyles } from './styles.js';
import { emptyReport } from './typeset/report.js';
import { Setting } from './typeset/setting.js';
import { articleTargets, languagesOf } from './typeset/targets.js';

/** Whether an article has cards of its own to show. */
export function hasCards(article: Element): boolean {
  return article.querySelector('.broadsheet-recommended > .broadsheet-cards') !== null;
}

export class ArticleView extends Adjustable implements View {
  readonly ready: Promise<void>;
  readonly #core: BroadsheetCore;
  readonly #host: Element;
  readonly #options: MountOptions;
  protected readonly settings: ReaderSettings;
  /** Undefined while the article is one that a server wrote. */
  #article: Article | undefined;
  #element: Element;
  #controls: ControlBar | undefined;
  #progress: Progress | undefined;
  #setting: Setting | undefined;
  #cards: StagedCards | undefined;
  #slots = new Slots();
  #pictures: Pictures | undefined;
  #destroyed = false;

  /** Shows `source` in `host`: an article, or the element of one that a server wrote there. */
  constructor(
    core: BroadsheetCore,
    host: Element,
    source: Article | Element,
    options: MountOptions,
  ) {
    super();
    this.#core = core;
    this.#host = host;
    this.#options = options;
    this.settings = new ReaderSettings(options, (name) => this.#apply(name));

    adoptStyles(host.ownerDocument);
    if (source instanceof Element) {
      this.#element = this.#equip(source);
    } else {
      this.#article = source;
      this.#element = this.#build(source);
      const served = host.querySelector(':scope > .broadsheet-article');
      if (served) served.replaceWith(this.#element);
      else host.append(this.#element);
    }
    this.#choosePictures(source !== this.#element);
    this.ready = this.#complete();
  }

  /** The article's element, for the custom element that shows it. */
  get element(): Element {
    return this.#element;
  }

  report(): QualityReport {
    return this.#setting?.report() ?? emptyReport(this.#core.engine);
  }

  update(article: Article): void {
    this.#replace(this.#build(article));
    this.#article = article;
    void this.#complete();
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.settings.destroy();
    this.#setting?.destroy();
    this.#cards?.destroy();
    this.#slots.destroy();
    this.#pictures?.destroy();
    this.#unwatch();
    this.#element.remove();
  }

  /** Waits for the article's language, where mounting could not. */
  async #complete(): Promise<void> {
    const article = this.#article;
    if (article && !this.#core.packs.has(article.lang)) {
      await this.#core.packs.load(article.lang);
      if (!this.#destroyed && this.#article === article) this.#replace(this.#build(article));
    }
    // What mount() gives back is the tree of the HTML: lines and cards come after, before the paint.
    await this.#loadLanguages();
    if (this.#destroyed) return;
    // A reader may have scrolled what a server wrote, or a reload may have brought them back there.
    const { place } = pageState();
    place.add(this.#element);
    place.holdLine(() => {
      this.#stageCards();
      this.#set(this.#article === undefined);
    });
    this.#watch();
    this.#offerSlots();
  }

  /** The languages of the text, for its hyphens. */
  async #loadLanguages(): Promise<void> {
    const { packs } = this.#core;
    const missing = languagesOf(this.#element as HTMLElement).filter((tag) => !packs.has(tag));
    if (missing.length > 0) await Promise.all(missing.map((tag) => packs.load(tag)));
  }

  /** Chooses the line ends of text, headlines and captions; `seen`: somebody may be reading it. */
  #set(seen = false): void {
    this.#setting?.destroy();
    this.#setting = undefined;
    const root = this.#element as HTMLElement;
    const { align, hyphenate } = this;
    const { place } = pageState();
    this.#setting = new Setting(
      root,
      () => articleTargets(root),
      this.#core.engine,
      { align, hyphenate },
      seen ? (change) => place.holdLine(change) : undefined,
    );
  }

  #replace(next: Element): void {
    const slot = this.#element.getAttribute('slot');
    if (slot !== null) next.setAttribute('slot', slot);
    pageState().place.forget(this.#element);
    this.#element.replaceWith(next);
    this.#element = next;
    this.#choosePictures(true);
  }

  /** Before the browser chooses, which it does when this task has ended. */
  #choosePictures(isNew: boolean): void {
    this.#pictures?.destroy();
    this.#pictures = new Pictures(this.#element, isNew);
  }

  /** Lays out the article's cards; where what does that has not come, as soon as it has. */
  #stageCards(): void {
    this.#cards?.destroy();
    this.#cards = undefined;
    const element = this.#element;
    if (!hasCards(element)) return;
    const { cards } = this.#core.extras;
    const stage = ({ stageCards }: typeof CardTools, seen: boolean) => {
      const { headingLevel = 1, polish = 'auto' } = this.#options;
      const options = { headingLevel: headingLevel + 1, polish };
      this.#cards = stageCards(this.#core, element, options, seen);
    };
    if (cards.module) {
      stage(cards.module, this.#article === undefined);
      return;
    }
    void cards.fetchIfPossible().then((tools) => {
      if (tools && !this.#destroyed && this.#element === element) stage(tools, true);
    });
  }

  #build(article: Article): Element {
    const commands = this.#core.commands(article, this.#options);
    const { vocabulary } = this.#core.engine;
    return this.#equip(buildElement(commands, vocabulary, this.#host.ownerDocument));
  }

  /** Gives an article's element what a page needs and HTML alone has not. */
  #equip(element: Element): Element {
    this.settings.mark(element);
    this.#addControls(element);
    attachEmbeds(element);
    return element;
  }

  #addControls(element: Element): void {
    this.#controls?.destroy();
    this.#controls = ControlBar.create({
      article: element,
      strings: this.#core.engine.strings(element.getAttribute('lang') ?? ''),
      settings: this.settings,
      loadTools: this.#core.extras.tools,
    });
    if (!this.#controls) return;
    element.querySelector(':scope > .broadsheet-body')?.before(this.#controls.element);
  }

  /** Keeps the reader's place in the article, and tells how far they have come. */
  #watch(): void {
    this.#unwatch();
    pageState().place.watch(this.#element);
    const isShown = this.settings.controls.has('progress');
    this.#progress = new Progress(this.#element, isShown, (progress) => {
      this.#dispatch(this.#host, 'broadsheet-progress', { progress });
    });
  }

  #unwatch(): void {
    this.#progress?.destroy();
    this.#controls?.destroy();
    pageState().place.forget(this.#element);
  }

  /** A setting has changed; the page's place is held while this runs. */
  #apply(name: SettingName): void {
    const mark = () => this.settings.mark(this.#element);
    const moves = name === 'textScale' || name === 'width';
    if (moves && this.#setting) this.#setting.update(mark);
    else mark();
    this.#controls?.show(name);
    if (name === 'align' || name === 'hyphenate') this.#set();
    else if (name === 'font' || name === 'spacing') this.#setting?.refresh();
    this.#cards?.stage.update();
    const { attribute } = SETTINGS[name];
    this.#dispatch(this.#host, `broadsheet-${attribute}`, { [name]: this.settings.property(name) });
  }

  #offerSlots(): void {
    this.#slots.destroy();
    this.#slots = new Slots();
    for (const slot of this.#element.querySelectorAll('.broadsheet-slot')) {
      if (!slot.closest('.broadsheet-card-slot')) this.#slots.add(slot);
    }
  }

  #dispatch(target: Element, type: string, detail: object): void {
    target.dispatchEvent(
      new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }),
    );
  }
}
