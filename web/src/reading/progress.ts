// How far the reader has come: events at the quarters, and a quiet line on top.
import { flowOf } from './flow.js';

const QUARTERS = [25, 50, 75, 100];

export class Progress {
  readonly #article: Element;
  readonly #onQuarter: (progress: number) => void;
  readonly #sizes: ResizeObserver;
  #line: HTMLElement | undefined;
  #reached = 0;
  #frame = 0;

  constructor(article: Element, isShown: boolean, onQuarter: (progress: number) => void) {
    this.#article = article;
    this.#onQuarter = onQuarter;
    if (isShown) this.#line = createLine(article);
    this.#sizes = new ResizeObserver(this.#later);
    this.#sizes.observe(article);
    addEventListener('scroll', this.#later, { capture: true, passive: true });
  }

  destroy(): void {
    this.#sizes.disconnect();
    removeEventListener('scroll', this.#later, { capture: true });
    cancelAnimationFrame(this.#frame);
    this.#line?.remove();
  }

  readonly #later = () => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#look());
  };

  #look(): void {
    const body = this.#article.querySelector(':scope > .broadsheet-body');
    if (!body) return;
    const { view, span } = flowOf(body);
    const { start, end } = span(body.getBoundingClientRect());
    if (end === start) return;
    const share = Math.min(1, Math.max(0, (view - start) / (end - start)));
    this.#line?.style.setProperty('--broadsheet-progress', String(share));
    for (const quarter of QUARTERS) {
      // The last line may end on a fraction of a pixel.
      if (quarter <= this.#reached || share * 100 < quarter - 0.1) continue;
      this.#reached = quarter;
      this.#onQuarter(quarter);
    }
  }
}

/** Of no height, so that it moves nothing; screen readers have the position of the page itself. */
function createLine(article: Element): HTMLElement {
  const line = document.createElement('div');
  line.className = 'broadsheet-progress';
  line.setAttribute('aria-hidden', 'true');
  article.prepend(line);
  return line;
}
