// In a column that grows wider, what stands below the view keeps its lines until the
// width has come to rest or the reader scrolls.
import type { SetParagraph } from './paragraph.js';

/** How far below the view lines are set at once, in heights of the view. */
const MARGIN = 0.05;
/** After so long without a change of width all is set. */
const QUIET_MS = 50;

export class LateParagraphs {
  readonly #view: Window | null;
  readonly #onSettle: (paragraphs: readonly SetParagraph[]) => void;
  #late: readonly SetParagraph[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listens = false;

  constructor(view: Window | null, onSettle: (paragraphs: readonly SetParagraph[]) => void) {
    this.#view = view;
    this.#onSettle = onSettle;
  }

  /** Those of `paragraphs`, in document order, that are to be set at once; the others wait. */
  part(paragraphs: readonly SetParagraph[]): SetParagraph[] {
    const below = this.#below();
    const now: SetParagraph[] = [];
    const late: SetParagraph[] = [];
    let rise = 0; // By how much shorter paragraphs may lift what follows them.
    for (const paragraph of paragraphs) {
      const { top, height } = paragraph.element.getBoundingClientRect();
      const column = paragraph.isSet ? paragraph.column() : undefined;
      if (column && top - rise > below && paragraph.hasRoomIn(column)) late.push(paragraph);
      else now.push(paragraph);
      if (column) rise += Math.max(0, height - paragraph.leastHeight(column));
    }
    this.#late = late;
    return now;
  }

  /** Of `paragraphs` that have come near, those to be set at once; the others wait for rest too. */
  join(paragraphs: readonly SetParagraph[]): readonly SetParagraph[] {
    if (this.#late.length === 0) return paragraphs;
    const below = this.#below();
    const isBelow = ({ element }: SetParagraph) => element.getBoundingClientRect().top > below;
    const late = paragraphs.filter(isBelow);
    this.#late = [...this.#late, ...late];
    return paragraphs.filter((each) => !late.includes(each));
  }

  #below(): number {
    return (this.#view?.innerHeight ?? 0) * (1 + MARGIN);
  }

  /** What is left to wait, waits from now on. */
  wait(): void {
    clearTimeout(this.#timer);
    if (this.#late.length > 0) this.#timer = setTimeout(this.settle, QUIET_MS);
    this.#listen(this.#late.length > 0);
  }

  readonly settle = (): void => {
    const late = this.#late;
    this.clear();
    if (late.length > 0) this.#onSettle(late);
  };

  /** Nothing waits any more. */
  clear(): void {
    this.#late = [];
    this.wait();
  }

  #listen(listens: boolean): void {
    if (this.#listens === listens) return;
    this.#listens = listens;
    const change = listens ? 'addEventListener' : 'removeEventListener';
    this.#view?.[change]('scroll', this.settle, { capture: true, passive: true });
    this.#view?.[change]('resize', this.settle);
  }
}
