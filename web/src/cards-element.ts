// <broadsheet-cards>: fetches, checks and shows a list of cards, or says that it
// could not; its fallback content stays until then.
import skeletonCss from '../styles/skeleton.css';
import type { CardArrangement, CardsOptions, CardsReport, ErrorDetail, TextScale } from './api.js';
import { CardList } from './cards/list.js';
import { fetchJson } from './cards/pager.js';
import { asCodedError, CodedError } from './errors.js';
import { type Companions, loadBroadsheet } from './load.js';
import { asStep, parseSetting } from './reading/settings.js';

/** After this the fallback stays: nothing swaps under a reader who has begun. */
const TIMEOUT_MS = 5000;
const SLOT = 'broadsheet-cards';
const DEFAULT_EXPECTED = 6;
const MOST_EXPECTED = 60;
const LAYOUTS: readonly string[] = ['grid', 'list', 'rail', 'lead'];

type State = 'loading' | 'shown' | 'empty' | 'failed' | 'fallback';

/** The class of the element; made by a function, since servers have no HTMLElement. */
export function cardsElementClass(companions: Companions): CustomElementConstructor {
  return class BroadsheetCardsElement extends HTMLElement {
    static readonly observedAttributes = ['src', 'text-scale', 'layout', 'more'];

    readonly #slot = document.createElement('slot');
    readonly #skeleton = document.createElement('div');
    #data: object | undefined;
    #view: CardList | undefined;
    #attempt: AbortController | undefined;

    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [hostSheet()];
      this.#skeleton.className = 'skeleton';
      this.#skeleton.setAttribute('aria-hidden', 'true');
      root.append(this.#skeleton, this.#slot);
    }

    /** The cards as an object, in place of `src`. */
    get data(): object | undefined {
      return this.#data;
    }
    set data(data: object | undefined) {
      this.#data = data;
      if (this.isConnected) void this.#start();
    }

    get textScale(): TextScale | undefined {
      return this.#view?.textScale ?? parseStep(this.getAttribute('text-scale'));
    }
    set textScale(scale: TextScale) {
      if (this.#view) this.#view.textScale = scale;
      else this.setAttribute('text-scale', String(scale));
    }

    /** What the layout came to, once the cards are shown. */
    report(): CardsReport | undefined {
      return this.#view?.report();
    }

    connectedCallback(): void {
      for (const name of ['data', 'textScale'] as const) this.#upgrade(name);
      if (document.readyState !== 'loading') {
        void this.#start();
        return;
      }
      // The children, the data among them, may not have been parsed yet.
      this.#showState('loading');
      document.addEventListener(
        'DOMContentLoaded',
        () => {
          if (this.isConnected) void this.#start();
        },
        { once: true },
      );
    }

    disconnectedCallback(): void {
      // Moving the element within the page is no reason to start anew.
      queueMicrotask(() => {
        if (!this.isConnected) this.#stop();
      });
    }

    attributeChangedCallback(name: string, before: string | null, after: string | null): void {
      if (before === after || !this.isConnected || !this.#attempt) return;
      if (name !== 'text-scale') void this.#start();
      else if (this.#view) {
        const scale = parseStep(after);
        if (scale) this.#view.textScale = scale;
      }
    }

    /** A property set before the element was defined hides the accessor: set it again. */
    #upgrade(name: 'data' | 'textScale'): void {
      if (!Object.hasOwn(this, name)) return;
      const value: unknown = this[name];
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }

    #stop(): void {
      this.#attempt?.abort();
      this.#attempt = undefined;
      this.#remove();
    }

    #remove(): void {
      this.#view?.destroy();
      this.#view = undefined;
      for (const notice of this.querySelectorAll(':scope > .broadsheet-notice')) notice.remove();
    }

    async #start(): Promise<void> {
      // An answer to an earlier question is no longer wanted.
      this.#attempt?.abort();
      const attempt = new AbortController();
      this.#attempt = attempt;
      if (!this.#view) this.#showState('loading');
      try {
        await withTimeout(this.#render(attempt.signal), attempt);
      } catch (error) {
        if (this.#attempt !== attempt) return;
        attempt.abort();
        await this.#fail(asCodedError(error, 'render-failed'));
      }
    }

    async #render(signal: AbortSignal): Promise<void> {
      const loading = loadBroadsheet({}, companions);
      const [broadsheet, source] = await Promise.all([loading, this.#source(signal)]);
      if (source instanceof HTMLElement) {
        await broadsheet.packs.load(source.lang || this.#surroundingLang());
        if (!signal.aborted)
          await this.#show(new CardList(broadsheet, this, source, this.#options()));
        return;
      }
      const cards = broadsheet.parseCards(source, {
        lang: this.#surroundingLang(),
        exclude: currentArticle(),
      });
      const feed = broadsheet.feedOf(cards);
      await broadsheet.packs.load(cards.lang);
      if (signal.aborted) return;

      const reserved = this.#reservedHeight();
      this.#remove();
      if (cards.count === 0 && cards.slots.length === 0) {
        await this.#notice('noCards', cards.lang);
        this.#showState('empty');
      } else {
        await this.#show(new CardList(broadsheet, this, feed, this.#options()), reserved);
      }
      if (signal.aborted) return;
      const { diagnostics, title, count } = cards;
      this.#dispatch('broadsheet-ready', { diagnostics, title, count });
    }

    async #show(view: CardList, reserved = 0): Promise<void> {
      view.element.setAttribute('slot', SLOT);
      this.#view = view;
      this.#showState('shown');
      view.settle(reserved);
      await view.ready;
    }

    /** The property, the cards a server wrote here, the child script, or what `src` answers. */
    async #source(signal: AbortSignal): Promise<string | Uint8Array | object> {
      if (this.#data !== undefined) return this.#data;
      const served = this.querySelector<HTMLElement>(':scope > .broadsheet-card-section');
      if (served && !this.#view) return served;
      const script = this.querySelector(':scope > script[type="application/json"]');
      if (script) return script.textContent ?? '';
      const src = this.getAttribute('src');
      // A framework may set the property later; the time limit ends the wait.
      if (!src) return new Promise(() => {});
      return fetchJson(new URL(src, document.baseURI), signal);
    }

    #surroundingLang(): string {
      return this.closest<HTMLElement>('[lang]')?.lang ?? '';
    }

    #options(): CardsOptions {
      const level = Number(this.getAttribute('heading-level') ?? 2);
      const layout = this.getAttribute('layout') ?? '';
      const textScale = parseStep(this.getAttribute('text-scale'));
      return {
        headingLevel: Number.isInteger(level) ? Math.min(6, Math.max(1, level)) : 2,
        polish: this.getAttribute('polish') === 'none' ? 'none' : 'auto',
        persist: this.getAttribute('persist') === 'none' ? 'none' : 'local',
        more: this.getAttribute('more') === 'scroll' ? 'scroll' : 'button',
        layout: (LAYOUTS.includes(layout) ? layout : 'grid') as CardArrangement,
        ...(textScale && { textScale }),
      };
    }

    /** Whatever of the host's is shown while, and if, there are no cards. */
    #hasFallback(): boolean {
      return [...this.childNodes].some((node) =>
        node instanceof Element
          ? !node.matches('script,.broadsheet-notice') && node !== this.#view?.element
          : node instanceof Text && node.data.trim() !== '',
      );
    }

    #showState(state: State): void {
      const ours = state === 'shown' || state === 'empty' || state === 'failed';
      this.#slot.name = ours ? SLOT : '';
      const skeleton = state === 'loading' && !this.#hasFallback();
      this.#skeleton.hidden = !skeleton;
      if (skeleton) this.#drawSkeleton();
      if (state === 'loading') this.setAttribute('aria-busy', 'true');
      else this.removeAttribute('aria-busy');
    }

    #drawSkeleton(): void {
      const expected = Number(this.getAttribute('expect') ?? DEFAULT_EXPECTED);
      const count = Math.min(MOST_EXPECTED, Math.max(1, Math.round(expected) || DEFAULT_EXPECTED));
      const layout = this.#options().layout ?? 'grid';
      const list = document.createElement('div');
      list.className = `cards ${layout}`;
      for (let i = 0; i < count; i++) {
        const card = document.createElement('div');
        for (const part of ['picture', 'title', 'excerpt']) {
          const element = document.createElement('div');
          element.className = part;
          card.append(element);
        }
        list.append(card);
      }
      const heading = document.createElement('div');
      heading.className = 'heading';
      this.#skeleton.replaceChildren(heading, list);
    }

    /** Of what was shown while the cards were on their way, where anybody may have seen it. */
    #reservedHeight(): number {
      if (this.#skeleton.hidden) return 0;
      const { top, height } = this.getBoundingClientRect();
      return top < innerHeight ? height : 0;
    }

    async #fail({ code, message, diagnostics }: CodedError): Promise<void> {
      this.#remove();
      const detail: ErrorDetail = { code, message, diagnostics };
      if (this.#hasFallback()) this.#showState('fallback');
      else {
        await this.#notice('cardsFailed', this.#surroundingLang(), () => void this.#start());
        this.#showState('failed');
      }
      const heard = !this.#dispatch('broadsheet-error', detail);
      if (!heard) console.error(`[broadsheet] ${code}: ${message}`, this);
    }

    /** A line in the page's language, in place of the cards. */
    async #notice(key: string, lang: string, retry?: () => void): Promise<void> {
      const notice = document.createElement('div');
      notice.className = 'broadsheet-notice';
      notice.slot = SLOT;
      const text = document.createElement('p');
      text.setAttribute('role', 'status');
      notice.append(text);
      const strings = await loadBroadsheet({}, companions).then(
        ({ engine }) => engine.strings(lang),
        () => ({}) as Readonly<Record<string, string>>,
      );
      text.textContent = strings[key] ?? '';
      if (retry) {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = strings.retry ?? '↻';
        button.addEventListener('click', retry);
        notice.append(button);
      }
      this.append(notice);
    }

    /** False when a listener cancelled the event. */
    #dispatch(type: string, detail: object): boolean {
      return this.dispatchEvent(
        new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }),
      );
    }
  };
}

/** What a card of the article on this page may be known by. */
function currentArticle(): string[] {
  const { href, pathname, search } = location;
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? '';
  return [href.split('#')[0]!, pathname + search, canonical].filter((url) => url !== '');
}

let sheet: CSSStyleSheet | undefined;
function hostSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(skeletonCss);
  }
  return sheet;
}

/** Settles like `work`, or rejects with `timeout` when it takes too long. */
async function withTimeout(work: Promise<void>, attempt: AbortController): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new CodedError('timeout', `no cards within ${TIMEOUT_MS / 1000} seconds`)),
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

function parseStep(text: string | null): TextScale | undefined {
  const value = parseSetting('textScale', text);
  return value === undefined ? undefined : asStep(value);
}
