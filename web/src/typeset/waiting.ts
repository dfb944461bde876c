// What is out of sight need not be set at every change of width: it waits until the width is at
// rest, the reader scrolls or copies. No longer: meanwhile nobody can find it, nor hear it read.
import type { Placed, SetParagraph } from './paragraph.js';

/** How far out of sight paragraphs wait, in heights of the view. */
const MARGIN = 0.1;
/** How near the view what waits is set when the reader scrolls, likewise. */
const NEAR = 0.25;
/** After so long without a change of width what waits is set. */
const QUIET_MS = 100;
/** Paragraphs set in one task: none that a reader feels. */
export const SLICE = 40;

export class WaitingParagraphs {
  readonly #view: Window | null;
  readonly #onRest: (paragraphs: readonly SetParagraph[], isLast: boolean) => void;
  #waiting: readonly SetParagraph[] = [];
  #viewHeight = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #changedAt = 0;
  #listens = false;

  /** `onRest`: these are to be set now; the last of them, possibly none, when the width rests. */
  constructor(
    view: Window | null,
    onRest: (paragraphs: readonly SetParagraph[], isLast: boolean) => void,
  ) {
    this.#view = view;
    this.#onRest = onRest;
  }

  /** Whether the width has changed so short a time ago that it is likely to go on changing. */
  get isChanging(): boolean {
    return this.#timer !== undefined;
  }

  /** These wait from now on, and no others. */
  wait(paragraphs: readonly SetParagraph[]): void {
    this.#waiting = paragraphs;
    this.#viewHeight = this.#view?.innerHeight ?? 0;
    this.#listen(paragraphs.length > 0);
    this.#changedAt = performance.now();
    this.#timer ??= setTimeout(this.#onTimer, QUIET_MS);
  }

  /** Sets all that waits, or as many as `most`. */
  settle(most = Number.POSITIVE_INFINITY): void {
    const next = this.#waiting.slice(0, most);
    this.#waiting = this.#waiting.slice(next.length);
    const isLast = this.#waiting.length === 0;
    if (isLast) this.clear();
    this.#onRest(next, isLast);
  }

  /** Nothing waits any more. */
  clear(): void {
    this.#waiting = [];
    this.#listen(false);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #settleAll = () => this.settle();

  /** Sets what has come into sight, and what stands above it: its height moves the rest. */
  readonly #settleNear = () => {
    const bottom = (1 + NEAR) * (this.#view?.innerHeight ?? 0);
    const isNear = ({ element }: SetParagraph) => element.getBoundingClientRect().top <= bottom;
    const near = this.#waiting.filter(isNear);
    if (near.length === 0) return;
    this.#waiting = this.#waiting.filter((each) => !near.includes(each));
    this.#onRest(near, false);
  };

  readonly #onResize = () => {
    if ((this.#view?.innerHeight ?? 0) > this.#viewHeight) this.#settleNear();
  };

  /** Set once for many changes: it waits on where there have been some since. */
  readonly #onTimer = () => {
    const left = QUIET_MS - (performance.now() - this.#changedAt);
    if (left <= 0) this.settle(SLICE);
    const isDone = left <= 0 && this.#waiting.length === 0;
    this.#timer = isDone ? undefined : setTimeout(this.#onTimer, Math.max(0, left));
  };

  #listen(listens: boolean): void {
    if (this.#listens === listens) return;
    this.#listens = listens;
    const change = listens ? 'addEventListener' : 'removeEventListener';
    this.#view?.[change]('scroll', this.#settleNear, { capture: true, passive: true });
    this.#view?.[change]('copy', this.#settleAll, true);
    this.#view?.[change]('resize', this.#onResize);
  }
}

/** Paragraphs by whether they will be in sight, or must be set anyway. */
export interface Parted {
  readonly inSight: readonly SetParagraph[];
  readonly outOfSight: readonly SetParagraph[];
}

/**
 * Parts `placed`, in document order, for a view of a height in CSS px. `reckon` gives the heights
 * that paragraphs will have, CSS px: they move what follows. It is asked for all that will be in
 * sight and for all above, whose heights move what is in sight.
 */
export function partBySight(
  placed: readonly Placed[],
  viewHeight: number,
  reckon: (paragraphs: readonly SetParagraph[]) => readonly number[],
): Parted {
  const [top, bottom] = [-MARGIN * viewHeight, (1 + MARGIN) * viewHeight];
  const heights = new Map<Placed, number>();
  const learn = (some: readonly Placed[]) => {
    reckon(some.map(paragraphOf)).forEach((height, i) => {
      heights.set(some[i]!, height || some[i]!.box.height);
    });
  };
  const isAbove = ({ waits, box }: Placed) => waits && box.bottom < top;
  const above = placed.filter(isAbove);
  const rest = above.length > 0 ? placed.filter((each) => !isAbove(each)) : placed;
  if (above.length > 0) learn(above);
  const { lowered, growth } = settleAbove(above, heights, top);
  // Where the browser holds what is in sight, it does not rise.
  const floor = bottom - Math.min(0, growth);
  for (;;) {
    const reached = withinReach(rest, heights, floor);
    if (reached.length === 0) break;
    learn(reached);
  }
  const inSight = [...lowered, ...rest.filter((each) => heights.has(each))];
  const seen = new Set(inSight);
  return {
    inSight: inSight.map(paragraphOf),
    outOfSight: placed.filter((each) => !seen.has(each)).map(paragraphOf),
  };
}

function paragraphOf({ paragraph }: Placed): SetParagraph {
  return paragraph;
}

/** By how much what is above the view grows, and what that may lower into sight. */
function settleAbove(
  above: readonly Placed[],
  heights: ReadonlyMap<Placed, number>,
  top: number,
): { lowered: Placed[]; growth: number } {
  const lowered: Placed[] = [];
  let growth = 0;
  for (const each of above) {
    growth += heights.get(each)! - each.box.height;
    if (each.box.bottom + growth >= top) lowered.push(each);
  }
  return { lowered, growth };
}

/** Those without a height yet that will not be below `bottom`, as far as heights are known. */
function withinReach(
  placed: readonly Placed[],
  heights: ReadonlyMap<Placed, number>,
  bottom: number,
): Placed[] {
  const reached: Placed[] = [];
  let shift = 0; // Of what follows, by what stands above it.
  let end = Number.NEGATIVE_INFINITY;
  for (const each of placed) {
    const { box, waits, likelyHeight } = each;
    // Beside what comes before, or at the top of the next column.
    if (box.top < end - 1) shift = 0;
    end = box.bottom;
    let height = heights.get(each);
    if (height === undefined && (!waits || box.top + shift <= bottom)) {
      reached.push(each);
      height = likelyHeight;
    }
    shift += (height ?? box.height) - box.height;
  }
  return reached;
}
