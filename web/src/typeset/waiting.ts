// What is out of sight need not be set at every change of width: it waits until the width is at
// rest, the reader scrolls or copies. No longer: meanwhile nobody can find it, nor hear it read.
import type { Placed, SetParagraph } from './paragraph.js';

/** How far out of sight paragraphs wait, in heights of the view. */
const MARGIN = 0.1;
/** How near the view what waits is set when the reader scrolls, likewise. */
const NEAR = 0.25;
/** After so long without a change what waits is due. */
const QUIET_MS = 100;
/** Paragraphs set in one task: none that a reader feels. */
export const SLICE = 40;

interface WaitingOptions<T> {
  readonly view: Window | null;
  /** As many are due in one task: none that a reader feels. */
  readonly slice: number;
  /** Tells, of the page as it stands, what has come near enough to be seen. */
  readonly nearness: () => (item: T) => boolean;
  /** These are due now; the last of them, possibly none, when all is at rest. */
  readonly onDue: (items: readonly T[], isLast: boolean) => void;
}

/** What waits out of sight: until all rests, the reader scrolls, copies or prints, or the view grows. */
export class Waiting<T> {
  readonly #options: WaitingOptions<T>;
  #waiting: readonly T[] = [];
  #viewHeight = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #changedAt = 0;
  #listens = false;

  constructor(options: WaitingOptions<T>) {
    this.#options = options;
  }

  /** Whether there was a change so short a time ago that others are likely to follow. */
  get isChanging(): boolean {
    return this.#timer !== undefined;
  }

  /** These wait from now on, and no others. */
  wait(items: readonly T[]): void {
    this.#waiting = items;
    this.#viewHeight = this.#options.view?.innerHeight ?? 0;
    this.#listen(items.length > 0);
    this.#changedAt = performance.now();
    this.#timer ??= setTimeout(this.#onTimer, QUIET_MS);
  }

  /** All that waits is due, or as many as `most`. */
  settle(most = Number.POSITIVE_INFINITY): void {
    const next = this.#waiting.slice(0, most);
    this.#waiting = this.#waiting.slice(next.length);
    const isLast = this.#waiting.length === 0;
    if (isLast) this.clear();
    this.#options.onDue(next, isLast);
  }

  /** Nothing waits any more. */
  clear(): void {
    this.#waiting = [];
    this.#listen(false);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #settleAll = () => this.settle();

  readonly #settleNear = () => {
    const isNear = this.#options.nearness();
    const near = new Set(this.#waiting.filter(isNear));
    if (near.size === 0) return;
    this.#waiting = this.#waiting.filter((each) => !near.has(each));
    this.#options.onDue([...near], false);
  };

  readonly #onResize = () => {
    if ((this.#options.view?.innerHeight ?? 0) > this.#viewHeight) this.#settleNear();
  };

  /** Due once for many changes: it waits on where there have been some since. */
  readonly #onTimer = () => {
    const left = QUIET_MS - (performance.now() - this.#changedAt);
    if (left <= 0) this.settle(this.#options.slice);
    const isDone = left <= 0 && this.#waiting.length === 0;
    this.#timer = isDone ? undefined : setTimeout(this.#onTimer, Math.max(0, left));
  };

  #listen(listens: boolean): void {
    if (this.#listens === listens) return;
    this.#listens = listens;
    const { view } = this.#options;
    const change = listens ? 'addEventListener' : 'removeEventListener';
    view?.[change]('scroll', this.#settleNear, { capture: true, passive: true });
    for (const type of ['copy', 'beforeprint']) view?.[change](type, this.#settleAll, true);
    view?.[change]('resize', this.#onResize);
  }
}

/** What has come into sight, and what stands above it: its height moves the rest. */
export function nearness(view: Window | null): (paragraph: SetParagraph) => boolean {
  const bottom = (1 + NEAR) * (view?.innerHeight ?? 0);
  return ({ element }) => element.getBoundingClientRect().top <= bottom;
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
