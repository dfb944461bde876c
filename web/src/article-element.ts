// <broadsheet-article>: fetches, checks and shows an article, or leaves its
// fallback content as it is.
import type { Article, MountOptions, QualityReport, View } from './api.js';
import type { BroadsheetCore } from './broadsheet.js';
import { commonOptions, DataHost, type Source } from './data-host.js';
import { articleError, CodedError } from './errors.js';
import { type Companions, loadBroadsheet } from './load.js';
import {
  asProperty,
  parseSetting,
  SETTING_NAMES,
  SETTINGS,
  settingOfAttribute,
} from './reading/settings.js';
import { type ArticleView, hasCards } from './view.js';

/** An article waits no longer than this for what lays out the cards at its end. */
const CARDS_PATIENCE_MS = 2000;
const CSS = ':host{display:block}:host([hidden]){display:none}';

/** The class of the element; made by a function, since servers have no HTMLElement. */
export function articleElementClass(companions: Companions): CustomElementConstructor {
  class BroadsheetArticleElement extends HTMLElement {
    static readonly observedAttributes = [
      'src',
      ...SETTING_NAMES.map((name) => SETTINGS[name].attribute),
    ];

    readonly #data = new DataHost(this, {
      name: 'article',
      served: '.broadsheet-article',
      css: CSS,
      shown: () => this.#view?.element,
      // The host's fallback stays until the article is there.
      wait: () => {},
      find: () => {
        const message = 'neither src, data nor a script with JSON is given';
        return Promise.reject(new CodedError('no-article', message));
      },
      render: (source, signal) => this.#render(source, signal),
      remove: () => this.#remove(),
      fail: () => {
        this.#data.showsFallback = true;
      },
    });
    #view: ArticleView | undefined;

    /** The article as an object, in place of `src`. */
    get data(): object | undefined {
      return this.#data.data;
    }
    set data(data: object | undefined) {
      this.#data.data = data;
    }

    /** The article in the page, once it is there. */
    get view(): View | undefined {
      return this.#view;
    }

    /** How well its text is set now; undefined while no article is shown. */
    report(): QualityReport | undefined {
      return this.#view?.report();
    }

    connectedCallback(): void {
      this.#data.connected(SETTING_NAMES);
    }

    disconnectedCallback(): void {
      this.#data.disconnected();
    }

    attributeChangedCallback(name: string, before: string | null, after: string | null): void {
      if (before === after || !this.isConnected) return;
      if (name === 'src' && this.#data.isAtWork) void this.#data.start();
      const setting = settingOfAttribute(name);
      const value = setting && parseSetting(setting, after);
      if (value && this.#view) Object.assign(this.#view, { [setting]: value });
    }

    #remove(): void {
      this.#view?.destroy();
      this.#view = undefined;
    }

    async #render(coming: Promise<Source>, signal: AbortSignal): Promise<void> {
      // The engine is the last to come: by then what shows cards is there as well.
      const [broadsheet, source] = await Promise.all([
        loadBroadsheet({}, companions),
        coming,
        this.#fetchCards(coming),
      ]);
      const article = source instanceof Element ? undefined : this.#parse(broadsheet, source);
      await broadsheet.packs.load(article?.lang ?? this.#data.lang);
      if (signal.aborted) return;

      this.#remove();
      const view = article
        ? broadsheet.mount(this, article, this.#options())
        : broadsheet.adopt(this, source as Element, this.#options());
      this.#data.keepPlace(() => {
        view.element.setAttribute('slot', this.#data.slotName);
        this.#data.showsFallback = false;
      });
      this.#view = view;
      await view.ready;
      if (signal.aborted) return;
      const { diagnostics = [], title, readingMinutes, wordCount } = article ?? {};
      this.#data.dispatch('broadsheet-ready', { diagnostics, title, readingMinutes, wordCount });
    }

    /** What lays out cards, while the engine is on its way; without it they would move once it came. */
    async #fetchCards(coming: Promise<Source>): Promise<void> {
      if (!mayHaveCards(await coming)) return;
      const patience = new Promise((resolve) => setTimeout(resolve, CARDS_PATIENCE_MS));
      await Promise.race([companions.cards.fetchIfPossible(), patience]);
    }

    #parse(broadsheet: BroadsheetCore, json: Source): Article {
      const article = broadsheet.parse(json, { lang: this.#data.lang });
      if (!article.ok) throw articleError(article.diagnostics);
      return article;
    }

    #options(): MountOptions {
      const controls = this.getAttribute('controls');
      return {
        ...commonOptions(this, 1),
        ...this.#settings(),
        ...(controls !== null && { controls }),
      };
    }

    /** What the attributes ask for, where the reader has not chosen. */
    #settings(): MountOptions {
      const given = SETTING_NAMES.map((name) => {
        const value = parseSetting(name, this.getAttribute(SETTINGS[name].attribute));
        return [name, value && asProperty(name, value)] as const;
      });
      return Object.fromEntries(given.filter(([, value]) => value !== undefined));
    }
  }

  // A property for each setting. Setting it counts as the reader's choice.
  for (const name of SETTING_NAMES) {
    const { attribute } = SETTINGS[name];
    Object.defineProperty(BroadsheetArticleElement.prototype, name, {
      get(this: BroadsheetArticleElement) {
        const value = parseSetting(name, this.getAttribute(attribute));
        return this.view?.[name] ?? (value && asProperty(name, value));
      },
      set(this: BroadsheetArticleElement, value: unknown) {
        if (this.view) Object.assign(this.view, { [name]: value });
        else this.setAttribute(attribute, String(value));
      },
    });
  }
  return BroadsheetArticleElement;
}

/** Told before the engine is there to read it; to be wrong costs a file that is not needed. */
function mayHaveCards(source: Source): boolean {
  if (source instanceof Element) return hasCards(source);
  if (typeof source === 'object' && !(source instanceof Uint8Array)) return 'recommended' in source;
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
  return text.includes('"recommended"');
}
