// One article on a page: its DOM, its controls, its events.
import type { Article, MountOptions, SlotDetail, View } from './api.js';
import type { BroadsheetCore } from './broadsheet.js';
import { ControlBar } from './controls/bar.js';
import { buildElement } from './dom.js';
import { attachEmbeds } from './embeds.js';
import { pageState } from './page.js';
import { Progress } from './reading/progress.js';
import { Adjustable, ReaderSettings } from './reading/reader-settings.js';
import { SETTINGS, type SettingName } from './reading/settings.js';
import { adoptStyles } from './styles.js';
import { Setting } from './typeset/setting.js';

/** Running text. What is short, narrow or not prose is the browser's. */
const SET_PARAGRAPHS = [
  '.broadsheet-body > p',
  '.broadsheet-quote:not(.broadsheet-pull) p',
  '.broadsheet-note > p:not(.broadsheet-note-label)',
  '.broadsheet-group > p:not(.broadsheet-group-title)',
].join();

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
    this.ready = this.#complete();
  }

  /** The article's element, for the custom element that shows it. */
  get element(): Element {
    return this.#element;
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
    if (this.#destroyed) return;
    this.#set();
    this.#watch();
    this.#offerSlots();
  }

  /** Chooses the line ends of the running text; `justify` of narrow columns is the browser's. */
  #set(): void {
    this.#setting?.destroy();
    this.#setting = undefined;
    if (this.settings.get('align') === 'start') return;
    const paragraphs = [...this.#element.querySelectorAll<HTMLElement>(SET_PARAGRAPHS)];
    this.#setting = new Setting(this.#element as HTMLElement, paragraphs, this.#core.engine, {
      hyphenate: this.settings.get('hyphenate') !== 'none',
    });
  }

  #replace(next: Element): void {
    const slot = this.#element.getAttribute('slot');
    if (slot !== null) next.setAttribute('slot', slot);
    pageState().place.forget(this.#element);
    this.#element.replaceWith(next);
    this.#element = next;
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
      loadTools: this.#core.loadTools,
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
    this.settings.mark(this.#element);
    this.#controls?.show(name);
    if (name === 'align' || name === 'hyphenate') this.#set();
    else if (name === 'font' || name === 'spacing') this.#setting?.refresh();
    else this.#setting?.update();
    const { attribute } = SETTINGS[name];
    this.#dispatch(this.#host, `broadsheet-${attribute}`, { [name]: this.settings.property(name) });
  }

  #offerSlots(): void {
    for (const slot of this.#element.querySelectorAll('.broadsheet-slot')) {
      const element = slot.querySelector('.broadsheet-slot-content');
      if (!element) continue;
      const detail: SlotDetail = {
        name: slot.getAttribute('data-slot') ?? '',
        sizes: parseSizes(slot.getAttribute('data-sizes') ?? ''),
        element,
      };
      this.#dispatch(slot, 'broadsheet-slot', detail);
    }
  }

  #dispatch(target: Element, type: string, detail: object): void {
    target.dispatchEvent(
      new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }),
    );
  }
}

/** `300x250 728x90` → [[300, 250], [728, 90]]. */
function parseSizes(text: string): [number, number][] {
  return [...text.matchAll(/(\d+)x(\d+)/g)].map(([, width, height]) => [
    Number(width),
    Number(height),
  ]);
}
