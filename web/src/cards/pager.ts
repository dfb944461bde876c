// Further pages of a list: fetched when the reader asks for more, or comes near
// the end.
import type { BroadsheetCore } from '../broadsheet.js';
import type { CardFeed } from '../card-feed.js';

export interface PagerOptions {
  /** Address of the page after those that are shown. */
  readonly next: string;
  readonly strings: Readonly<Record<string, string>>;
  /** Whether coming near the end is enough. */
  readonly onScroll: boolean;
  /** Shows the page that was read last; gives its first card. */
  readonly add: () => HTMLElement | undefined;
}

/** The next page is fetched this many screens before the end. */
const NEAR = '150% 0px';

export class Pager {
  readonly #kit: BroadsheetCore['kit'];
  readonly #feed: CardFeed;
  readonly #options: PagerOptions;
  readonly #element = document.createElement('div');
  readonly #button = document.createElement('button');
  readonly #status = document.createElement('p');
  readonly #near: IntersectionObserver | undefined;
  #request: AbortController | undefined;

  constructor(
    kit: BroadsheetCore['kit'],
    feed: CardFeed,
    list: HTMLElement,
    options: PagerOptions,
  ) {
    this.#kit = kit;
    this.#feed = feed;
    this.#options = options;
    this.#element.className = 'broadsheet-more';
    this.#button.type = 'button';
    this.#button.addEventListener('click', () => void this.#load(true));
    this.#status.setAttribute('role', 'status');
    this.#element.append(this.#status, this.#button);
    list.after(this.#element);
    if (options.onScroll) {
      this.#near = new IntersectionObserver(
        ([entry]) => entry?.isIntersecting && void this.#load(false),
        { rootMargin: NEAR },
      );
    }
    this.#offer();
  }

  destroy(): void {
    this.#request?.abort();
    this.#near?.disconnect();
    this.#element.remove();
  }

  get #next(): string {
    return this.#feed.pages.at(-1)?.next ?? this.#options.next;
  }

  #offer(): void {
    this.#element.hidden = this.#next === '';
    this.#button.textContent = this.#options.strings.more ?? '';
    this.#near?.disconnect();
    if (this.#next) this.#near?.observe(this.#element);
  }

  async #load(asked: boolean): Promise<void> {
    if (this.#request || !this.#next) return;
    const { strings } = this.#options;
    this.#request = new AbortController();
    const { signal } = this.#request;
    this.#status.textContent = strings.loading ?? '';
    this.#button.setAttribute('aria-disabled', 'true');
    try {
      const json = await this.#kit.fetchJson(this.#next, signal);
      if (signal.aborted) return;
      const pages = this.#feed.pages.length;
      if (!this.#feed.add(json).ok) {
        this.#feed.pages.length = pages;
        throw new this.#kit.CodedError('bad-page', `${this.#next} is no list of cards`);
      }
      const first = this.#options.add();
      this.#status.textContent = '';
      // Who pressed the button goes on reading where it stood.
      if (asked) first?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
      this.#request = undefined;
      this.#offer();
    } catch {
      if (signal.aborted) return;
      this.#request = undefined;
      this.#near?.disconnect();
      this.#status.textContent = strings.cardsFailed ?? '';
      this.#button.textContent = strings.retry ?? '';
    } finally {
      this.#button.removeAttribute('aria-disabled');
    }
  }
}
