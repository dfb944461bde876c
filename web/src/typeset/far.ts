// What is out of sight need not be set at every change of width: it waits, in
// exactly the height that it will have, until it comes near.
import type { SetParagraph } from './paragraph.js';

/** Shorter texts are set whole: nothing is gained by waiting. CSS px of height. */
const SHORTEST_PX = 6000;
/** How near, in heights of the view. */
const MARGIN = '150% 0px';
/** After so long without a change of width the heights of what waits are reckoned. */
const QUIET_MS = 150;

export class FarParagraphs {
  readonly #observer: IntersectionObserver;
  readonly #onNear: (paragraphs: SetParagraph[]) => void;
  readonly #onQuiet: (paragraphs: SetParagraph[]) => void;
  readonly #byElement = new Map<Element, SetParagraph>();
  readonly #far = new Set<SetParagraph>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `onNear`: to be set now. `onQuiet`: to be reckoned, not yet shown. */
  constructor(
    onNear: (paragraphs: SetParagraph[]) => void,
    onQuiet: (paragraphs: SetParagraph[]) => void,
  ) {
    this.#onNear = onNear;
    this.#onQuiet = onQuiet;
    this.#observer = new IntersectionObserver((entries) => this.#onEntries(entries), {
      rootMargin: MARGIN,
    });
  }

  /** Watches `paragraphs`, which have just been set, where they are many. */
  watch(paragraphs: Iterable<SetParagraph>, root: HTMLElement): void {
    this.disconnect();
    if (root.offsetHeight < SHORTEST_PX || !CSS.supports('content-visibility', 'auto')) return;
    for (const paragraph of paragraphs) {
      if (!paragraph.canWait) continue;
      this.#byElement.set(paragraph.element, paragraph);
      this.#observer.observe(paragraph.element);
    }
  }

  has(paragraph: SetParagraph): boolean {
    return this.#far.has(paragraph);
  }

  /** The width has changed: all that is far now waits. */
  loosen(): void {
    for (const paragraph of this.#far) paragraph.loosen();
    clearTimeout(this.#timer);
    if (this.#far.size > 0) this.#timer = setTimeout(() => this.settle(), QUIET_MS);
  }

  /** Reckons all that waits. */
  settle(): void {
    clearTimeout(this.#timer);
    const waiting = [...this.#far].filter((each) => each.waits);
    if (waiting.length > 0) this.#onQuiet(waiting);
  }

  disconnect(): void {
    this.#observer.disconnect();
    clearTimeout(this.#timer);
    this.#byElement.clear();
    this.#far.clear();
  }

  #onEntries(entries: readonly IntersectionObserverEntry[]): void {
    const near: SetParagraph[] = [];
    for (const { target, isIntersecting } of entries) {
      const paragraph = this.#byElement.get(target);
      if (!paragraph) continue;
      if (!isIntersecting) {
        this.#far.add(paragraph);
        paragraph.moveAway();
      } else if (this.#far.delete(paragraph)) {
        paragraph.comeNear();
        if (paragraph.waits) near.push(paragraph);
      }
    }
    if (near.length > 0) this.#onNear(near);
  }
}
