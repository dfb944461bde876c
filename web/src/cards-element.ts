// <broadsheet-cards>: fetches, checks and shows a list of cards, or says that it
// could not; its fallback content stays until then.
import skeletonCss from '../styles/skeleton.css';
import type { CardsOptions, CardsReport, TextScale } from './api.js';
import type { BroadsheetCore } from './broadsheet.js';
import type { CardFeed } from './card-feed.js';
import { isLayout, layoutOf } from './card-layout.js';
import { drawSkeleton } from './card-skeleton.js';
import type { CardList } from './cards/list.js';
import { commonOptions, DataHost, type Source } from './data-host.js';
import { type Companions, loadBroadsheet } from './load.js';
import { pageState } from './page.js';
import { asStep, optionOf, parseSetting } from './reading/settings.js';
import { adoptStyles } from './styles.js';

const DEFAULT_EXPECTED = 6;
const MOST_EXPECTED = 60;

type State = 'loading' | 'shown' | 'empty' | 'failed' | 'fallback';

/** The class of the element; made by a function, since servers have no HTMLElement. */
export function cardsElementClass(companions: Companions): CustomElementConstructor {
  return class BroadsheetCardsElement extends HTMLElement {
    static readonly observedAttributes = ['src', 'text-scale', 'layout', 'more'];

    readonly #data = new DataHost(this, {
      name: 'cards',
      served: '.broadsheet-card-section',
      css: skeletonCss,
      shown: () => this.#view?.element,
      wait: () => {
        if (!this.#view) this.#showState('loading');
      },
      // A framework may set the property later; the time limit ends the wait.
      find: () => new Promise(() => {}),
      render: (source, signal) => this.#render(source, signal),
      remove: () => this.#remove(),
      fail: (_, isCurrent) => this.#fail(isCurrent),
    });
    readonly #skeleton = document.createElement('div');
    /** A frame later: a new height would be reported to the page as a loop. */
    readonly #resizes = new ResizeObserver(() => requestAnimationFrame(() => this.#redraw()));
    #unsubscribe = () => {};
    /** The width and the text size that the skeleton was drawn for. */
    #drawn = '';
    #view: CardList | undefined;

    constructor() {
      super();
      this.#skeleton.className = 'broadsheet-skeleton';
      this.#skeleton.setAttribute('aria-hidden', 'true');
      this.shadowRoot!.prepend(this.#skeleton);
    }

    /** The cards as an object, in place of `src`. */
    get data(): object | undefined {
      return this.#data.data;
    }
    set data(data: object | undefined) {
      this.#data.data = data;
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
      void companions.cards.fetchIfPossible();
      this.#unsubscribe = pageState().choices.subscribe(() => this.#redraw());
      this.#data.connected(['textScale']);
    }

    disconnectedCallback(): void {
      this.#unsubscribe();
      this.#data.disconnected();
    }

    attributeChangedCallback(name: string, before: string | null, after: string | null): void {
      if (before === after || !this.isConnected || !this.#data.isAtWork) return;
      if (name !== 'text-scale') void this.#data.start();
      else if (this.#view) {
        const scale = parseStep(after);
        if (scale) this.#view.textScale = scale;
      } else this.#redraw();
    }

    #remove(): void {
      this.#view?.destroy();
      this.#view = undefined;
      for (const notice of this.querySelectorAll(':scope > .broadsheet-notice')) notice.remove();
    }

    async #render(coming: Promise<Source>, signal: AbortSignal): Promise<void> {
      const [broadsheet, source] = await Promise.all([
        loadBroadsheet({}, companions),
        coming,
        companions.cards.fetch(),
      ]);
      if (source instanceof HTMLElement) {
        await broadsheet.packs.load(source.lang || this.#data.lang);
        if (!signal.aborted) await this.#show(broadsheet, source);
        return;
      }
      const cards = broadsheet.parseCards(source, {
        lang: this.#data.lang,
        exclude: currentArticle(),
      });
      const feed = broadsheet.feedOf(cards);
      await broadsheet.packs.load(cards.lang);
      if (signal.aborted) return;

      const reserved = this.#reservedHeight();
      this.#remove();
      if (cards.count === 0 && cards.slots.length === 0) {
        const notice = await this.#notice('noCards', cards.lang);
        if (signal.aborted) return;
        this.append(notice);
        this.#showState('empty');
      } else {
        await this.#show(broadsheet, feed, reserved);
      }
      if (signal.aborted) return;
      const { diagnostics, title, count } = cards;
      this.#data.dispatch('broadsheet-ready', { diagnostics, title, count });
    }

    async #show(core: BroadsheetCore, source: CardFeed | HTMLElement, reserved = 0): Promise<void> {
      // First, so that the cards have a width as soon as they are there.
      this.#showState('shown');
      const { CardList } = companions.cards.module!;
      const { slotName } = this.#data;
      this.#view = new CardList(core, this, source, this.#options(), slotName, reserved);
      await this.#view.ready;
    }

    #options(): CardsOptions {
      const layout = this.getAttribute('layout');
      const textScale = parseStep(this.getAttribute('text-scale'));
      return {
        ...commonOptions(this, 2),
        more: this.getAttribute('more') === 'scroll' ? 'scroll' : 'button',
        ...(isLayout(layout) && { layout }),
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
      this.#data.showsFallback = !ours;
      const skeleton = state === 'loading' && !this.#hasFallback();
      this.#skeleton.hidden = !skeleton;
      if (skeleton) {
        this.#drawSkeleton();
        this.#resizes.observe(this.#skeleton);
      } else this.#resizes.disconnect();
      if (state === 'loading') this.setAttribute('aria-busy', 'true');
      else this.removeAttribute('aria-busy');
    }

    #drawSkeleton(): void {
      const expected = Number(this.getAttribute('expect') ?? DEFAULT_EXPECTED);
      const count = Math.min(MOST_EXPECTED, Math.max(1, Math.round(expected) || DEFAULT_EXPECTED));
      this.#skeleton.setAttribute('data-text-scale', this.#textStep());
      drawSkeleton(this.#skeleton, this.#options().layout ?? layoutOf(this), count);
      this.#drawn = `${this.#skeleton.clientWidth} ${this.#textStep()}`;
    }

    /** Of another width, or text size, than it was drawn for. */
    #redraw(): void {
      const { hidden, clientWidth } = this.#skeleton;
      if (hidden || this.#drawn === `${clientWidth} ${this.#textStep()}`) return;
      this.#drawSkeleton();
    }

    /** Of the cards to come: the reader's choice, else what the host asks for. */
    #textStep(): string {
      const options = this.#options();
      const { persist = 'local' } = options;
      const chosen = pageState().choices.get('textScale', persist);
      return chosen ?? optionOf('textScale', options);
    }

    /** Of what was shown while the cards were on their way, where anybody may have seen it. */
    #reservedHeight(): number {
      if (this.#skeleton.hidden) return 0;
      const { top, height } = this.getBoundingClientRect();
      return top < innerHeight ? height : 0;
    }

    async #fail(isCurrent: () => boolean): Promise<void> {
      if (this.#hasFallback()) this.#showState('fallback');
      else {
        const notice = await this.#notice('cardsFailed', this.#data.lang, () => {
          void this.#data.start();
        });
        if (!isCurrent()) return;
        this.append(notice);
        this.#showState('failed');
      }
    }

    /** A line in the page's language, in place of the cards. */
    async #notice(key: string, lang: string, retry?: () => void): Promise<HTMLElement> {
      // No cards have brought them.
      adoptStyles(this.ownerDocument);
      const notice = document.createElement('div');
      notice.className = 'broadsheet-notice';
      notice.slot = this.#data.slotName;
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
      return notice;
    }
  };
}

/** What a card of the article on this page may be known by. */
function currentArticle(): string[] {
  const { href, pathname, search } = location;
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? '';
  return [href.split('#')[0]!, pathname + search, canonical].filter((url) => url !== '');
}

function parseStep(text: string | null): TextScale | undefined {
  const value = parseSetting('textScale', text);
  return value === undefined ? undefined : asStep(value);
}
