// Cards out of sight, whose texts wait until the list has been at rest, the reader scrolls or
// copies. They stand in their places meanwhile, as large as they will be, and no longer than that:
// nobody can find them, nor hear them read.
import type { BroadsheetCore } from '../broadsheet.js';
import type { Waiting } from '../typeset/waiting.js';
import { startOf, viewOf } from './axes.js';
import type { Item } from './group.js';
import { placeWaiting } from './parts.js';

/** Cards shown in one task: none that a reader feels. */
const SLICE = 16;

type Choice = (item: Item) => boolean;

export class WaitingCards {
  readonly #list: HTMLElement;
  readonly #canWait = CSS.supports('content-visibility', 'hidden');
  readonly #waiting: Waiting<Item>;

  constructor(list: HTMLElement, kit: BroadsheetCore['kit'], show: (item: Item) => void) {
    this.#list = list;
    this.#waiting = new kit.Waiting<Item>({
      view: window,
      slice: SLICE,
      nearness: () => this.#nearness(),
      onDue: (items) => items.forEach(show),
    });
  }

  /** Whether a card is to wait. It reads the page once, before anything is written. */
  chooser(): Choice {
    const isNear = this.#canWait ? this.#nearness() : () => true;
    return (item) => item.placed !== undefined && !isNear(item);
  }

  /** These wait from now on, and no others. */
  wait(items: readonly Item[]): void {
    for (const { element, placed, x, y } of items) placeWaiting(element, placed!, x, y);
    this.#waiting.wait(items);
  }

  /** Nothing waits any more. */
  clear(): void {
    this.#waiting.clear();
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
}
