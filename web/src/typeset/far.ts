// What is far out of sight need not be set at every change of width: it waits until it comes
// near or the width is at rest. No longer: to Chromium's accessibility tree it is empty meanwhile.
import type { SetParagraph } from './paragraph.js';

/** Shorter texts are set whole: nothing is gained by waiting. CSS px of height. */
const SHORTEST_PX = 6000;
/** How near, in heights of the view. */
const MARGIN = '150% 0px';
/** After so long without a change of width what waits is set. */
const QUIET_MS = 150;
/** Paragraphs set in one task: none that a reader feels. */
const SLICE = 40;

export class FarParagraphs {
  readonly #observer: IntersectionObserver;
  readonly #onNear: (paragraphs: SetParagraph[]) => void;
  readonly #onAbove: (paragraphs: SetParagraph[]) => void;
  readonly #onRest: (paragraphs: SetParagraph[]) => void;
  readonly #byElement = new Map<Element, SetParagraph>();
  readonly #far = new Set<SetParagraph>();
  /** Of those, what is above the view: what it measures moves the text in sight. */
  readonly #above = new Set<SetParagraph>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `onNear` and `onRest`: to be set now. `onAbove`: to be reckoned, not yet shown. */
  constructor(
    onNear: (paragraphs: SetParagraph[]) => void,
    onAbove: (paragraphs: SetParagraph[]) => void,
    onRest: (paragraphs: SetParagraph[]) => void,
  ) {
    this.#onNear = onNear;
    this.#onAbove = onAbove;
    this.#onRest = onRest;
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

  /** The width has changed: all that is far now waits, what is above in its new height. */
  loosen(): void {
    for (const paragraph of this.#far) paragraph.loosen();
    if (this.#above.size > 0) this.#onAbove([...this.#above]);
    this.#rest(QUIET_MS);
  }

  /** Sets all that waits. */
  settle(most = Infinity): void {
    clearTimeout(this.#timer);
    const waiting = [...this.#far].filter((each) => each.waits);
    if (waiting.length > 0) this.#onRest(waiting.slice(0, most));
    if (waiting.length > most) this.#rest(0);
  }

  #rest(delay: number): void {
    clearTimeout(this.#timer);
    if (this.#far.size > 0) this.#timer = setTimeout(() => this.settle(SLICE), delay);
  }

  disconnect(): void {
    this.#observer.disconnect();
    clearTimeout(this.#timer);
    this.#byElement.clear();
    this.#far.clear();
    this.#above.clear();
  }

  #onEntries(entries: readonly IntersectionObserverEntry[]): void {
    const near: SetParagraph[] = [];
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const paragraph = this.#byElement.get(target);
      if (!paragraph) continue;
      if (!isIntersecting && boundingClientRect.bottom < 0) this.#above.add(paragraph);
      else this.#above.delete(paragraph);
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
