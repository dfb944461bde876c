// Slots: room that is kept at its exact size, offered to the host as the reader
// comes near, given back only where nobody sees it.
import type { SlotDetail } from './api.js';

export type SlotSize = readonly [width: number, height: number];

/** The widest that the room has place for, the first of two; the narrowest where it has none. */
export function fitSize(sizes: readonly SlotSize[], width: number): SlotSize {
  let best: SlotSize | undefined;
  for (const size of sizes) {
    const fits = size[0] <= width;
    if (!best) best = size;
    else if (best[0] > width) best = fits || size[0] < best[0] ? size : best;
    else if (fits && size[0] > best[0]) best = size;
  }
  return best ?? [0, 0];
}

/** `300x250 728x90` → [[300, 250], [728, 90]]. */
export function parseSizes(text: string): SlotSize[] {
  return [...text.matchAll(/(\d+)x(\d+)/g)].map(([, width, height]) => [
    Number(width),
    Number(height),
  ]);
}

export function sizesOf(slot: Element): SlotSize[] {
  return parseSizes(slot.getAttribute('data-sizes') ?? '');
}

/** Slots are offered this many screens before they are reached. */
const NEAR = '200% 0px';

/** What the host is given; its methods are no part of the data. */
class SlotOffer implements SlotDetail {
  readonly name: string;
  readonly sizes: readonly SlotSize[];
  readonly element: Element;
  #slots: Slots;
  #slot: Element;

  constructor(slots: Slots, slot: Element, element: Element) {
    this.name = slot.getAttribute('data-slot') ?? '';
    this.sizes = sizesOf(slot);
    this.element = element;
    this.#slots = slots;
    this.#slot = slot;
  }

  collapse(): void {
    this.#slots.collapse(this.#slot);
  }

  refresh(): void {
    this.#slots.refresh(this.#slot);
  }
}

/** The slots of one article, or of one list of cards. */
export class Slots {
  readonly #near: IntersectionObserver;
  readonly #unseen: IntersectionObserver;
  readonly #widths: ResizeObserver;
  readonly #onRoom: (slot: Element) => void;

  /** `onRoom`: a slot has given its room back, or takes it again. */
  constructor(onRoom: (slot: Element) => void = () => {}) {
    this.#onRoom = onRoom;
    this.#near = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting) continue;
          this.#near.unobserve(target);
          this.#offer(target);
        }
      },
      { rootMargin: NEAR },
    );
    this.#unseen = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) continue;
        this.#unseen.unobserve(target);
        this.#hide(target);
      }
    });
    this.#widths = new ResizeObserver((entries) => {
      for (const { target, contentRect } of entries) reserve(target, contentRect.width);
    });
  }

  add(slot: Element): void {
    reserve(slot, slot.clientWidth);
    this.#widths.observe(slot);
    this.#near.observe(slot);
  }

  remove(slot: Element): void {
    this.#widths.unobserve(slot);
    this.#near.unobserve(slot);
    this.#unseen.unobserve(slot);
  }

  /** Gives the room back, once the slot is off the screen: nothing moves under a reader. */
  collapse(slot: Element): void {
    this.#unseen.observe(slot);
  }

  /** Empties the slot and offers it again. */
  refresh(slot: Element): void {
    this.#unseen.unobserve(slot);
    const content = slot.querySelector('.broadsheet-slot-content');
    const space = content?.querySelector('.broadsheet-slot-space') ?? spaces.get(slot);
    content?.replaceChildren(...(space ? [space] : []));
    if (slot.hasAttribute('hidden')) {
      slot.removeAttribute('hidden');
      this.#onRoom(slot);
    }
    this.#near.observe(slot);
  }

  destroy(): void {
    for (const observer of [this.#near, this.#unseen, this.#widths]) observer.disconnect();
  }

  #offer(slot: Element): void {
    const element = slot.querySelector('.broadsheet-slot-content');
    if (!element) return;
    const space = element.querySelector('.broadsheet-slot-space');
    if (space) spaces.set(slot, space);
    slot.dispatchEvent(
      new CustomEvent('broadsheet-slot', {
        detail: new SlotOffer(this, slot, element),
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );
  }

  #hide(slot: Element): void {
    const above = slot.getBoundingClientRect().bottom <= 0;
    const view = slot.ownerDocument.defaultView;
    const root = slot.ownerDocument.documentElement;
    const before = root.scrollHeight;
    const top = view?.scrollY;
    slot.setAttribute('hidden', '');
    this.#onRoom(slot);
    // Browsers without scroll anchoring leave the reader's line to us.
    if (above && view && view.scrollY === top) {
      view.scrollBy({ top: root.scrollHeight - before, behavior: 'instant' });
    }
  }
}

/** What keeps the room of a slot, while the host's content takes its place. */
const spaces = new WeakMap<Element, Element>();

/** Keeps the room of the size that fits. */
function reserve(slot: Element, width: number): void {
  const space = slot.querySelector('.broadsheet-slot-space');
  if (!space || width <= 0) return;
  const [fitWidth, fitHeight] = fitSize(sizesOf(slot), width);
  if (fitWidth === 0 || space.getAttribute('width') === String(fitWidth)) return;
  space.setAttribute('width', String(fitWidth));
  space.setAttribute('height', String(fitHeight));
}
