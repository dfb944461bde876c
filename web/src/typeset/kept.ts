// What a reader has before their eyes when lines come to a page that they may be reading already: a
// paragraph that would move the rest too far keeps the browser's lines until it is out of sight.
// Moves are counted as browsers do: https://wicg.github.io/layout-instability/
import type { Placed, SetParagraph } from './paragraph.js';

/** What moves, as a share of the view, times how far: above a tenth a page counts as unsteady. */
const MOST = 0.08;
/** After so long without scrolling. */
const REST_MS = 250;

export class KeptParagraphs {
  readonly #view: Window;
  readonly #onOutOfSight: () => void;
  #elements = new Set<HTMLElement>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `onOutOfSight`: some are kept no longer. */
  constructor(view: Window, onOutOfSight: () => void) {
    this.#view = view;
    this.#onOutOfSight = onOutOfSight;
  }

  has({ element }: SetParagraph): boolean {
    return this.#elements.has(element);
  }

  /** Keeps of `placed`, in document order, those whose `growth`, CSS px, would move too much. */
  keep(placed: readonly Placed[], growth: (placed: Placed) => number): void {
    let moves = { sum: 0, most: 0, across: 0, from: this.#view.innerHeight };
    for (const each of placed) {
      const { box, paragraph } = each;
      if (!this.#isInSight(box)) continue;
      const by = growth(each);
      const sum = moves.sum + by;
      // What is inside a line may come to stand anywhere in another.
      const isWhole = paragraph.element.childElementCount === 0;
      const next = {
        sum,
        most: Math.max(moves.most, Math.abs(sum)),
        across: isWhole ? moves.across : Math.max(moves.across, box.width),
        from: by === 0 ? moves.from : Math.min(moves.from, box.bottom),
      };
      // That which is being read begins out of sight, and would move there.
      const isRead = by !== 0 && box.top < 0;
      if (isRead || this.#score(next) > MOST) this.#elements.add(paragraph.element);
      else moves = next;
    }
    if (this.#elements.size === 0) return;
    this.#view.addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
  }

  #score({ most, across, from }: { most: number; across: number; from: number }): number {
    const { innerWidth, innerHeight } = this.#view;
    const share = 1 - from / innerHeight;
    return (share * Math.max(most, across)) / Math.max(innerWidth, innerHeight);
  }

  /** None is kept any more; true where some were. */
  clear(): boolean {
    const { size } = this.#elements;
    this.#elements.clear();
    clearTimeout(this.#timer);
    this.#view.removeEventListener('scroll', this.#onScroll, { capture: true });
    return size > 0;
  }

  readonly #onScroll = () => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#letGo(), REST_MS);
  };

  #letGo(): void {
    const { size } = this.#elements;
    for (const element of this.#elements) {
      if (!this.#isInSight(element.getBoundingClientRect())) this.#elements.delete(element);
    }
    if (this.#elements.size === size) return;
    if (this.#elements.size === 0) this.clear();
    this.#onOutOfSight();
  }

  #isInSight({ top, bottom }: DOMRect): boolean {
    return bottom > 0 && top < this.#view.innerHeight;
  }
}
