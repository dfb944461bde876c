// Which of a picture's files an article's page fetches: `sizes` says how wide it is painted.

const CHOICE = '.broadsheet-picture[srcset]';
/** Cards are laid out by themselves. */
const CARDS = '.broadsheet-cards';

/** The pictures of one article, told how wide they are now, and whenever they have become wider. */
export class Pictures {
  /** For how wide a picture its file is fetched, CSS px. */
  readonly #widths = new WeakMap<Element, number>();
  readonly #observer = new ResizeObserver((entries) => {
    for (const { target } of entries) this.#fit(target as HTMLImageElement, true);
  });

  /** `isNew`: in the document since this task, so that nothing of it has been fetched yet. */
  constructor(article: Element, isNew: boolean) {
    for (const picture of article.querySelectorAll<HTMLImageElement>(CHOICE)) {
      if (picture.closest(CARDS)) continue;
      this.#fit(picture, isNew || isWaiting(picture));
      this.#observer.observe(picture);
    }
  }

  destroy(): void {
    this.#observer.disconnect();
  }

  /** A file that is there already serves a smaller picture as well. */
  #fit(picture: HTMLImageElement, mayFetch: boolean): void {
    const width = Math.ceil(picture.getBoundingClientRect().width);
    if (width <= (this.#widths.get(picture) ?? 0)) return;
    this.#widths.set(picture, width);
    if (mayFetch) picture.sizes = `${width}px`;
  }
}

/** Not near enough to the screen to be fetched. */
function isWaiting({ loading, complete }: HTMLImageElement): boolean {
  return loading === 'lazy' && !complete;
}
