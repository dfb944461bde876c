// One article on a page: its DOM, its controls, its events.
import type { Article, MountOptions, QualityReport, TextScale, View } from './api.js';
import type { BroadsheetCore } from './broadsheet.js';
import { stageCards } from './cards/list.js';
import type { CardStage } from './cards/stage.js';
import { type Controls, createControls } from './controls.js';
import { buildElement } from './dom.js';
import { attachEmbeds } from './embeds.js';
import { pageState } from './page.js';
import { keepPlace } from './place.js';
import { Slots } from './slots.js';
import { adoptStyles } from './styles.js';
import { DEFAULT_TEXT_SCALE, EARLY_ATTRIBUTE, isTextScale } from './text-scale.js';
import { reportOf } from './typeset/report.js';
import { Setting } from './typeset/setting.js';
import { articleTargets, languagesOf } from './typeset/targets.js';

const DEFAULT_CONTROLS = 'text-scale';

export class ArticleView implements View {
  readonly ready: Promise<void>;
  readonly #core: BroadsheetCore;
  readonly #host: Element;
  readonly #options: MountOptions;
  readonly #unsubscribe: () => void;
  /** Undefined while the article is one that a server wrote. */
  #article: Article | undefined;
  #element: Element;
  #controls: Controls | undefined;
  #setting: Setting | undefined;
  #cards: CardStage | undefined;
  #slots = new Slots();
  #scale: TextScale;
  #destroyed = false;

  /** Shows `source` in `host`: an article, or the element of one that a server wrote there. */
  constructor(
    core: BroadsheetCore,
    host: Element,
    source: Article | Element,
    options: MountOptions,
  ) {
    this.#core = core;
    this.#host = host;
    this.#options = options;
    const choice = pageState().textScale;
    const remembered = choice.get(this.#persist);
    this.#scale = remembered ?? options.textScale ?? DEFAULT_TEXT_SCALE;

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
    this.#stageCards();
    this.#unsubscribe = choice.subscribe((scale) => this.#apply(scale));
    this.ready = this.#complete();
  }

  /** The article's element, for the custom element that shows it. */
  get element(): Element {
    return this.#element;
  }

  get textScale(): TextScale {
    return this.#scale;
  }

  set textScale(scale: TextScale) {
    if (!isTextScale(scale)) throw new RangeError('textScale is a whole number from 1 to 5');
    if (scale !== this.#scale) pageState().textScale.choose(scale, this.#persist);
  }

  report(): QualityReport {
    return this.#setting?.report() ?? reportOf(this.#core.engine, [], new Map(), new Map());
  }

  update(article: Article): void {
    this.#replace(this.#build(article));
    this.#article = article;
    void this.#complete();
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#unsubscribe();
    this.#setting?.destroy();
    this.#cards?.destroy();
    this.#slots.destroy();
    this.#element.remove();
  }

  get #persist(): 'local' | 'none' {
    return this.#options.persist ?? 'local';
  }

  /** Waits for the article's language, where mounting could not. */
  async #complete(): Promise<void> {
    const article = this.#article;
    if (article && !this.#core.packs.has(article.lang)) {
      await this.#core.packs.load(article.lang);
      if (!this.#destroyed && this.#article === article) this.#replace(this.#build(article));
    }
    await this.#loadLanguages();
    if (this.#destroyed) return;
    this.#set();
    this.#offerSlots();
  }

  /** The languages of the text, for its hyphens. */
  async #loadLanguages(): Promise<void> {
    const { packs } = this.#core;
    const missing = languagesOf(this.#element as HTMLElement).filter((tag) => !packs.has(tag));
    if (missing.length > 0) await Promise.all(missing.map((tag) => packs.load(tag)));
  }

  /** Chooses the line ends of text, headlines and captions. */
  #set(): void {
    this.#setting?.destroy();
    this.#setting = undefined;
    const root = this.#element as HTMLElement;
    this.#setting = new Setting(root, () => articleTargets(root), this.#core.engine, this.#options);
  }

  #replace(next: Element): void {
    const slot = this.#element.getAttribute('slot');
    if (slot !== null) next.setAttribute('slot', slot);
    this.#element.replaceWith(next);
    this.#element = next;
    this.#stageCards();
  }

  #stageCards(): void {
    this.#cards?.destroy();
    this.#cards = stageCards(this.#core, this.#element, 'grid', this.#article === undefined);
  }

  #build(article: Article): Element {
    const commands = this.#core.commands(article, this.#options);
    const { vocabulary } = this.#core.engine;
    return this.#equip(buildElement(commands, vocabulary, this.#host.ownerDocument));
  }

  /** Gives an article's element what a page needs and HTML alone has not. */
  #equip(element: Element): Element {
    this.#markScale(element);
    this.#addControls(element);
    attachEmbeds(element);
    return element;
  }

  #addControls(element: Element): void {
    const names = (this.#options.controls ?? DEFAULT_CONTROLS).split(/\s+/);
    if (!names.includes('text-scale')) return;
    this.#controls = createControls({
      strings: this.#core.engine.strings(element.getAttribute('lang') ?? ''),
      scale: this.#scale,
      onTextScale: (scale) => {
        this.textScale = scale;
      },
    });
    element.querySelector('.broadsheet-body')?.before(this.#controls.element);
  }

  /** The size inherited needs no mark, unless broadsheet-early.js has set another. */
  #markScale(element: Element): void {
    const early = element.ownerDocument.documentElement.hasAttribute(EARLY_ATTRIBUTE);
    if (early || this.#scale !== DEFAULT_TEXT_SCALE) {
      element.setAttribute('data-text-scale', String(this.#scale));
    } else {
      element.removeAttribute('data-text-scale');
    }
  }

  #apply(scale: TextScale): void {
    if (scale === this.#scale) return;
    this.#scale = scale;
    keepPlace(this.#element, this.#controls?.element, () => {
      this.#markScale(this.#element);
      this.#controls?.show(scale);
      this.#setting?.update();
      this.#cards?.update();
    });
    this.#dispatch(this.#host, 'broadsheet-text-scale', { textScale: scale });
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
