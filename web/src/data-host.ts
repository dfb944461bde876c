// What <broadsheet-article> and <broadsheet-cards> share: where their data comes from,
// when they start and stop, which of their children is shown, and whom they tell.
import type { ErrorDetail } from './api.js';
import { asCodedError, CodedError } from './errors.js';
import { fetchJson } from './fetch-json.js';
import { pageState } from './page.js';

/** After this the fallback stays: nothing swaps under a reader who has begun. */
const TIMEOUT_MS = 5000;

/** JSON, as text, bytes or an object; or the element in which a server has written it out. */
export type Source = string | Uint8Array | object;

/** What one kind of element does of its own. */
export interface Content {
  /** Names the slot of what is shown, and `data` in messages: "article". */
  readonly name: string;
  /** Finds what a server has written. */
  readonly served: string;
  /** Of the shadow root. */
  readonly css: string;
  /** What is in the page now, if anything. */
  shown(): Element | undefined;
  /** Data is on its way. */
  wait(): void;
  /** No source is given: resolves with one, or rejects. */
  find(): Promise<Source>;
  render(source: Promise<Source>, signal: AbortSignal): Promise<void>;
  /** Takes away what is shown. */
  remove(): void;
  /** `isCurrent`: false once something else was begun; then it shows nothing any more. */
  fail(error: CodedError, isCurrent: () => boolean): Promise<void> | void;
}

export class DataHost {
  readonly #host: HTMLElement;
  readonly #content: Content;
  readonly #slot = document.createElement('slot');
  #data: object | undefined;
  #attempt: AbortController | undefined;
  /** The data, or the address of it, that is shown or on its way. */
  #current: object | string | undefined;

  constructor(host: HTMLElement, content: Content) {
    this.#host = host;
    this.#content = content;
    this.keepPlace(() => {
      const root = host.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheetOf(content.css)];
      root.append(this.#slot);
    });
  }

  /**
   * WebKit lays out a page without what a server wrote while that changes its slot, and forgets how far
   * it was scrolled.
   */
  keepPlace(change: () => void): void {
    const served = this.#host.querySelector(`:scope > ${this.#content.served}`);
    if (!served) {
      change();
      return;
    }
    const { place } = pageState();
    place.add(served);
    place.holdLine(change);
  }

  get data(): object | undefined {
    return this.#data;
  }
  set data(data: object | undefined) {
    this.#data = data;
    if (this.#host.isConnected) this.#begin();
  }

  /** Whether anything was begun that has not been stopped. */
  get isAtWork(): boolean {
    return this.#attempt !== undefined;
  }

  /** The name of the slot for what the element shows in place of the host's fallback. */
  get slotName(): string {
    return `broadsheet-${this.#content.name}`;
  }

  /** Shows the children of `slotName`, or all others. */
  set showsFallback(isShown: boolean) {
    this.#slot.name = isShown ? '' : this.slotName;
  }

  /** The language around the element, of the page at the latest; empty when none is said. */
  get lang(): string {
    return this.#host.closest<HTMLElement>('[lang]')?.lang ?? '';
  }

  /** `properties`: those that may have been set before the element was defined. */
  connected(properties: readonly string[]): void {
    for (const name of ['data', ...properties]) upgrade(this.#host, name);
    if (document.readyState !== 'loading') {
      this.#begin();
      return;
    }
    // The children, the data among them, may not have been parsed yet.
    this.#content.wait();
    const parsed = () => this.#host.isConnected && this.#begin();
    document.addEventListener('DOMContentLoaded', parsed, { once: true });
  }

  disconnected(): void {
    // Moving the element within the page is no reason to start anew.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#stop();
    });
  }

  /** Shows what is wanted now; an answer to an earlier question no longer is. */
  async start(): Promise<void> {
    this.#attempt?.abort();
    const attempt = new AbortController();
    this.#attempt = attempt;
    this.#content.wait();
    this.#current = this.#wanted;
    const { signal } = attempt;
    const before = this.#content.shown();
    // What only waits for its language is not taken away again.
    const isShown = () => this.#content.shown() !== before;
    try {
      const work = this.#content.render(this.#source(signal), signal);
      await inTime(work, signal, this.#content.name, isShown);
    } catch (error) {
      const isCurrent = () => this.#attempt === attempt;
      if (!isCurrent()) return;
      attempt.abort();
      await this.#fail(asCodedError(error, 'render-failed'), isCurrent);
    }
  }

  /** False when a listener cancelled the event. */
  dispatch(type: string, detail: object): boolean {
    return this.#host.dispatchEvent(
      new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }),
    );
  }

  get #wanted(): object | string {
    return this.#data ?? this.#host.getAttribute('src') ?? '';
  }

  #begin(): void {
    if (!this.#content.shown() || this.#current !== this.#wanted) void this.start();
  }

  #stop(): void {
    this.#attempt?.abort();
    this.#attempt = undefined;
    this.#content.remove();
    this.showsFallback = true;
  }

  /** The property, what a server wrote here, the child script, or what `src` answers. */
  async #source(signal: AbortSignal): Promise<Source> {
    if (this.#data !== undefined) return this.#data;
    const served = this.#host.querySelector(`:scope > ${this.#content.served}`);
    if (served && served !== this.#content.shown()) return served;
    const script = this.#host.querySelector(':scope > script[type="application/json"]');
    if (script) return script.textContent ?? '';
    const src = this.#host.getAttribute('src');
    return src ? fetchJson(src, signal) : this.#content.find();
  }

  async #fail(error: CodedError, isCurrent: () => boolean): Promise<void> {
    this.#content.remove();
    await this.#content.fail(error, isCurrent);
    if (!isCurrent()) return;
    const { code, message, diagnostics } = error;
    const detail: ErrorDetail = { code, message, diagnostics };
    const heard = !this.dispatch('broadsheet-error', detail);
    if (!heard) console.error(`[broadsheet] ${code}: ${message}`, this.#host);
  }
}

/** The options that attributes of both elements give. */
export function commonOptions(host: Element, defaultLevel: number) {
  const level = Number(host.getAttribute('heading-level') ?? defaultLevel);
  const isNone = (name: string) => host.getAttribute(name) === 'none';
  return {
    headingLevel: Number.isInteger(level) ? Math.min(6, Math.max(1, level)) : defaultLevel,
    polish: isNone('polish') ? 'none' : 'auto',
    persist: isNone('persist') ? 'none' : 'local',
  } as const;
}

/** A property set before the element was defined hides the accessor: set it again. */
function upgrade(host: HTMLElement, name: string): void {
  if (!Object.hasOwn(host, name)) return;
  const value: unknown = Reflect.get(host, name);
  Reflect.deleteProperty(host, name);
  Reflect.set(host, name, value);
}

const sheets = new Map<string, CSSStyleSheet>();
function sheetOf(css: string): CSSStyleSheet {
  const known = sheets.get(css);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  sheets.set(css, sheet);
  return sheet;
}

/** Settles like `work`, or rejects with `timeout` when nothing of it is shown for too long. */
async function inTime(
  work: Promise<void>,
  signal: AbortSignal,
  name: string,
  isShown: () => boolean,
): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const message = `no ${name} within ${TIMEOUT_MS / 1000} seconds`;
    timer = setTimeout(() => {
      if (!isShown()) reject(new CodedError('timeout', message));
    }, TIMEOUT_MS);
    signal.addEventListener('abort', () => reject(new CodedError('aborted', 'aborted')));
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
