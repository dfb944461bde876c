// A paragraph's width, held while that of its column changes. The browser then lays the paragraph
// out once, when its new lines are there, not before as well.
import type { Parents } from './geometry.js';

const HELD = 'broadsheet-held';
/** CSS px */
const TOLERANCE = 0.02;

/** Widths of contents, CSS px. */
interface Widths {
  readonly own: number;
  readonly parent: number;
}

export class HeldWidth {
  readonly #element: HTMLElement;
  readonly #style: CSSStyleDeclaration;
  readonly #isFree: boolean;
  /** As they were read last. */
  #last: Widths | undefined;
  /** The width changes as that of the parent does. */
  #follows = false;
  #held: Widths | undefined;

  /** `style`: the computed one of `element`. */
  constructor(element: HTMLElement, style: CSSStyleDeclaration) {
    this.#element = element;
    this.#style = style;
    this.#isFree = !element.style.width && !element.style.inlineSize && standsInBlock(element);
  }

  /** By how much the width would be another if it were not held, CSS px. */
  added(parents: Parents): number {
    return this.#held ? parents.widthOf(this.#element) - this.#held.parent : 0;
  }

  /** Learns how the width, now `own`, hangs on that of the parent. */
  track(own: number, parents: Parents): void {
    if (!this.#isFree) return;
    const parent = parents.widthOf(this.#element);
    const last = this.#last;
    this.#last = { own, parent };
    if (this.#held || !last || Math.abs(parent - last.parent) < TOLERANCE) return;
    const isAlike = Math.abs(own - last.own - (parent - last.parent)) < TOLERANCE;
    this.#follows = isAlike && this.#style.maxWidth === 'none';
  }

  /** Holds it at `own`, where that follows from the parent's width. */
  hold(own: number): void {
    if (!this.#follows || !this.#last) return;
    this.#held = { own, parent: this.#last.parent };
    this.#element.classList.add(HELD);
    this.#element.style.setProperty('inline-size', `${own}px`, 'important');
  }

  /** True where it was held. */
  letGo(): boolean {
    if (!this.#held) return false;
    this.#held = undefined;
    this.#element.classList.remove(HELD);
    this.#element.style.removeProperty('inline-size');
    return true;
  }
}

function standsInBlock({ parentElement }: HTMLElement): boolean {
  return (
    parentElement !== null &&
    /^(block|flow-root|list-item)$/.test(getComputedStyle(parentElement).display)
  );
}
