// Browsers clamp a box that is too long, or let it collapse: Firefox at 17.9
// million px, the others at 33.5. A longer list scrolls within a shorter box.

/** CSS px. */
export const LONGEST_BOX = 15_000_000;
/** A scroll by more screens than this is a jump: of the scroll bar, or to an end. */
const JUMP = 2;

/**
 * Which place of the list is shown at a place of its box. Short scrolls move both alike; after a jump
 * the share of the way is the same in both.
 */
export class ScrollMap {
  #height = 0;
  #shift = 0;
  #top = 0;

  set height(height: number) {
    this.#height = height;
    if (height <= LONGEST_BOX) this.#shift = 0;
  }

  get isShortened(): boolean {
    return this.#height > LONGEST_BOX;
  }

  get boxHeight(): number {
    return Math.min(this.#height, LONGEST_BOX);
  }

  /** What is to be taken off a place in the list to have it in the box. */
  get shift(): number {
    return this.#shift;
  }

  /** The place in the list that is shown at `top` of the box. */
  follow(top: number, view: number): number {
    if (this.#height <= LONGEST_BOX) return top;
    const jumped = Math.abs(top - this.#top) > JUMP * view;
    this.#top = top;
    const { box, list } = this.#ways(view);
    const atEnd = top <= 0 || top >= box;
    if (jumped || atEnd) {
      this.#shift = Math.round((Math.min(Math.max(top, 0), box) / box) * list - Math.min(top, box));
      if (top < 0) this.#shift = 0;
    }
    return top + this.#shift;
  }

  /** Has the view begin at a place of the list; gives the place of its box to scroll to. */
  goTo(place: number, view: number): number {
    if (!this.isShortened) return place;
    const { box, list } = this.#ways(view);
    this.#top = Math.round((Math.min(Math.max(place, 0), list) / list) * box);
    this.#shift = place - this.#top;
    return this.#top;
  }

  /** How far to scroll, at rest, so that both ends can be reached. */
  drift(view: number): number {
    if (this.#height <= LONGEST_BOX) return 0;
    const { box, list } = this.#ways(view);
    const place = this.#top + this.#shift;
    if (place < 0 || place > list) return 0;
    const wanted = (place / list) * box;
    return Math.abs(wanted - this.#top) > view ? Math.round(wanted - this.#top) : 0;
  }

  /** The box was scrolled to `top` without what is shown having moved. */
  moved(top: number): void {
    if (!this.isShortened) return;
    this.#shift += this.#top - top;
    this.#top = top;
  }

  #ways(view: number): { box: number; list: number } {
    return { box: Math.max(1, LONGEST_BOX - view), list: this.#height - view };
  }
}
