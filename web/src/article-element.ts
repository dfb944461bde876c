// <broadsheet-article>: fetches, checks and shows an article, or leaves its
// fallback content as it is.
import type { Article, ErrorDetail, MountOptions, QualityReport, View } from './api.js';
import type { BroadsheetCore } from './broadsheet.js';
import { articleError, asCodedError, CodedError } from './errors.js';
import { type Companions, loadBroadsheet } from './load.js';
import {
  asProperty,
  parseSetting,
  SETTING_NAMES,
  SETTINGS,
  settingOfAttribute,
} from './reading/settings.js';

/** After this the fallback stays: nothing swaps under a reader who has begun. */
const TIMEOUT_MS = 5000;
const SLOT = 'broadsheet-article';

/** The class of the element; made by a function, since servers have no HTMLElement. */
export function articleElementClass(companions: Companions): CustomElementConstructor {
  class BroadsheetArticleElement extends HTMLElement {
    static readonly observedAttributes = [
      'src',
      ...SETTING_NAMES.map((name) => SETTINGS[name].attribute),
    ];

    readonly #slot: HTMLSlotElement;
    #data: object | undefined;
    #view: View | undefined;
    #attempt: AbortController | undefined;

    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [hostSheet()];
      this.#slot = document.createElement('slot');
      root.append(this.#slot);
    }

    /** The article as an object, in place of `src`. */
    get data(): object | undefined {
      return this.#data;
    }
    set data(data: object | undefined) {
      this.#data = data;
      if (this.isConnected) this.#start();
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
      for (const name of ['data', ...SETTING_NAMES]) this.#upgrade(name);
      if (document.readyState !== 'loading') {
        this.#start();
        return;
      }
      // The children, the data among them, may not have been parsed yet.
      document.addEventListener('DOMContentLoaded', () => this.isConnected && this.#start(), {
        once: true,
      });
    }

    disconnectedCallback(): void {
      // Moving the element within the page is no reason to start anew.
      queueMicrotask(() => {
        if (!this.isConnected) this.#stop();
      });
    }

    attributeChangedCallback(name: string, before: string | null, after: string | null): void {
      if (before === after || !this.isConnected) return;
      if (name === 'src' && this.#attempt) this.#start();
      const setting = settingOfAttribute(name);
      const value = setting && parseSetting(setting, after);
      if (value && this.#view) Object.assign(this.#view, { [setting]: value });
    }

    /** A property set before the element was defined hides the accessor: set it again. */
    #upgrade(name: string): void {
      if (!Object.hasOwn(this, name)) return;
      const value: unknown = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }

    #stop(): void {
      this.#attempt?.abort();
      this.#attempt = undefined;
      this.#view?.destroy();
      this.#view = undefined;
      this.#slot.name = '';
    }

    async #start(): Promise<void> {
      if (this.#view && this.#shown === this.#wanted()) return;
      this.#attempt?.abort();
      const attempt = new AbortController();
      this.#attempt = attempt;
      try {
        await withTimeout(this.#render(attempt.signal), attempt);
      } catch (error) {
        if (this.#attempt !== attempt) return;
        attempt.abort();
        this.#fail(asCodedError(error, 'render-failed'));
      }
    }

    /** What is to be shown; `#shown` is the same of what is shown. */
    #wanted(): object | string {
      return this.#data ?? this.getAttribute('src') ?? '';
    }
    #shown: object | string | undefined;

    async #render(signal: AbortSignal): Promise<void> {
      const wanted = this.#wanted();
      const loading = loadBroadsheet({}, companions);
      const [broadsheet, source] = await Promise.all([loading, this.#source(signal)]);
      const served = source instanceof Element;
      const article = served ? undefined : this.#parse(broadsheet, source);
      await broadsheet.packs.load(article?.lang ?? this.#surroundingLang());
      if (signal.aborted) return;

      this.#view?.destroy();
      const view = served
        ? broadsheet.adopt(this, source, this.#options())
        : broadsheet.mount(this, article!, this.#options());
      view.element.setAttribute('slot', SLOT);
      this.#slot.name = SLOT;
      this.#view = view;
      this.#shown = wanted;
      await view.ready;
      if (signal.aborted) return;
      const { diagnostics = [], title, readingMinutes, wordCount } = article ?? {};
      this.#dispatch('broadsheet-ready', { diagnostics, title, readingMinutes, wordCount });
    }

    #parse(broadsheet: BroadsheetCore, json: string | Uint8Array | object): Article {
      const article = broadsheet.parse(json, { lang: this.#surroundingLang() });
      if (!article.ok) throw articleError(article.diagnostics);
      return article;
    }

    #surroundingLang(): string {
      return this.closest<HTMLElement>('[lang]')?.lang ?? '';
    }

    /** The property, the article a server wrote here, the child script, or what `src` answers. */
    async #source(signal: AbortSignal): Promise<string | Uint8Array | object> {
      if (this.#data !== undefined) return this.#data;
      const served = this.querySelector(':scope > .broadsheet-article');
      if (served && !this.#view) return served;
      const script = this.querySelector(':scope > script[type="application/json"]');
      if (script) return script.textContent ?? '';
      const src = this.getAttribute('src');
      if (!src) {
        throw new CodedError('no-article', 'neither src, data nor a script with JSON is given');
      }
      return fetchJson(new URL(src, document.baseURI), signal);
    }

    #options(): MountOptions {
      const level = Number(this.getAttribute('heading-level') ?? 1);
      const controls = this.getAttribute('controls');
      return {
        headingLevel: Number.isInteger(level) ? Math.min(6, Math.max(1, level)) : 1,
        polish: this.getAttribute('polish') === 'none' ? 'none' : 'auto',
        persist: this.getAttribute('persist') === 'none' ? 'none' : 'local',
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

    #fail({ code, message, diagnostics }: CodedError): void {
      this.#view?.destroy();
      this.#view = undefined;
      this.#slot.name = '';
      const detail: ErrorDetail = { code, message, diagnostics };
      const heard = !this.#dispatch('broadsheet-error', detail);
      if (!heard) console.error(`[broadsheet] ${code}: ${message}`, this);
    }

    /** False when a listener cancelled the event. */
    #dispatch(type: string, detail: object): boolean {
      return this.dispatchEvent(
        new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }),
      );
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

let sheet: CSSStyleSheet | undefined;
function hostSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(':host{display:block}:host([hidden]){display:none}');
  }
  return sheet;
}

async function fetchJson(url: URL, signal: AbortSignal): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(url, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new CodedError('fetch-failed', `${url} could not be fetched`);
  }
  if (!response.ok) throw new CodedError('fetch-failed', `${url} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Settles like `work`, or rejects with `timeout` when it takes too long. */
async function withTimeout(work: Promise<void>, attempt: AbortController): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new CodedError('timeout', `no article within ${TIMEOUT_MS / 1000} seconds`)),
      TIMEOUT_MS,
    );
    attempt.signal.addEventListener('abort', () => reject(new CodedError('aborted', 'aborted')));
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
