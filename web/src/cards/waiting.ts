// Cards out of sight, whose texts wait until the list has been at rest, the reader scrolls or
// copies. They stand in their places meanwhile, as large as they will be, and no longer than that:
// nobody can find them, nor hear them read.
import { startOf, viewOf } from './axes.js';
import type { Item } from './group.js';
import { placeWaiting } from './parts.js';

/** After so long without another layout what waits is shown. */
const QUIET_MS = 100;
/** Cards shown in one task: none that a reader feels. */
const SLICE = 16;

type Choice = (item: Item) => boolean;

export class WaitingCards {
  readonly #list: HTMLElement;
  readonly #show: (item: Item) => void;
  readonly #canWait = CSS.supports('content-visibility', 'hidden');
  #waiting: readonly Item[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(list: HTMLElement, show: (item: Item) => void) {
    this.#list = list;
    this.#show = show;
  }

  /** Whether a card is to wait. It reads the page once, before anything is written. */
  chooser(): Choice {
    const isNear = this.#canWait ? this.#nearness() : () => true;
    return (item) => item.placed !== undefined && !isNear(item);
  }

  /** These wait from now on, and no others. */
  wait(items: readonly Item[]): void {
    this.clear();
    if (items.length === 0) return;
    for (const { element, placed, x, y } of items) placeWaiting(element, placed!, x, y);
    this.#waiting = items;
    this.#timer = setTimeout(this.#onTimer, QUIET_MS);
    this.#listen('addEventListener');
  }

  /** Nothing waits any more. */
  clear(): void {
    if (this.#waiting.length > 0) this.#listen('removeEventListener');
    this.#waiting = [];
    clearTimeout(this.#timer);
  }

  /** What is in sight or less than a screen away, and what has the focus. */
  #nearness(): Choice {
    const list = this.#list;
    const [view, top] = [viewOf(list), -startOf(list)];
    const isRail = list.dataset.layout === 'rail';
    const [left, width] = isRail ? [Math.abs(list.scrollLeft), list.clientWidth] : [0, Infinity];
    const focused = list.ownerDocument.activeElement;
    return ({ element, x, y, placed }) => {
      if (element.contains(focused)) return true;
      const isAlong = y < top + 2 * view && y + placed!.height > top - view;
      return isAlong && x < left + 2 * width && x + placed!.width > left - width;
    };
  }

  readonly #onTimer = () => {
    this.#take(this.#waiting.slice(0, SLICE));
    if (this.#waiting.length > 0) this.#timer = setTimeout(this.#onTimer);
  };

  readonly #showNear = () => this.#take(this.#waiting.filter(this.#nearness()));

  readonly #showAll = () => this.#take(this.#waiting);

  #take(items: readonly Item[]): void {
    const taken = new Set(items);
    const left = this.#waiting.filter((item) => !taken.has(item));
    if (left.length === 0) this.clear();
    this.#waiting = left;
    for (const item of items) this.#show(item);
  }

  #listen(change: 'addEventListener' | 'removeEventListener'): void {
    window[change]('scroll', this.#showNear, { capture: true, passive: true });
    for (const type of ['copy', 'beforeprint']) window[change](type, this.#showAll, true);
  }
}
