// Lines follow one another down the page, to its left or to its right: places along that way, from
// where the view begins. CSS px

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Flow {
  /** How far the view reaches now. */
  readonly view: number;
  /** The property that says whether an element scrolls along it. */
  readonly overflow: 'overflowX' | 'overflowY';
  /** What a scroller keeps free before its content. */
  readonly padding: 'scrollPaddingTop' | 'scrollPaddingLeft' | 'scrollPaddingRight';
  span(rect: DOMRect): Span;
  /** Scrolling on by `distance`. */
  by(distance: number): ScrollToOptions;
  /** How far `scroller` is scrolled on, from a place that depends on its own direction. */
  scrolled(scroller: Element): number;
  /** Whether anybody has scrolled on in `scroller`, where `article` is. */
  isUnderWay(scroller: Element, article: Element): boolean;
  /** How much there is to scroll through, and how much of it shows. */
  extent(scroller: Element): { whole: number; seen: number };
}

const DOWN: Flow = {
  get view() {
    return innerHeight;
  },
  overflow: 'overflowY',
  padding: 'scrollPaddingTop',
  span: ({ top, bottom }) => ({ start: top, end: bottom }),
  by: (top) => ({ top }),
  scrolled: ({ scrollTop }) => scrollTop,
  isUnderWay: ({ scrollTop }) => scrollTop > 0,
  extent: ({ scrollHeight, clientHeight }) => ({ whole: scrollHeight, seen: clientHeight }),
};

const RIGHT: Flow = {
  get view() {
    return innerWidth;
  },
  overflow: 'overflowX',
  padding: 'scrollPaddingLeft',
  span: ({ left, right }) => ({ start: left, end: right }),
  by: (left) => ({ left }),
  scrolled: ({ scrollLeft }) => scrollLeft,
  isUnderWay: ({ scrollLeft }) => scrollLeft > 0,
  extent: ({ scrollWidth, clientWidth }) => ({ whole: scrollWidth, seen: clientWidth }),
};

const LEFT: Flow = {
  get view() {
    return innerWidth;
  },
  overflow: RIGHT.overflow,
  extent: RIGHT.extent,
  padding: 'scrollPaddingRight',
  span: ({ left, right }) => ({ start: innerWidth - right, end: innerWidth - left }),
  by: (distance) => ({ left: -distance }),
  scrolled: ({ scrollLeft }) => -scrollLeft,
  // A page that is not vertical itself begins at its left all the same: look where the text begins.
  isUnderWay: (scroller, article) => article.getBoundingClientRect().right > rightOf(scroller) + 1,
};

export function flowOf(element: Element): Flow {
  const { writingMode } = getComputedStyle(element);
  if (writingMode === 'horizontal-tb') return DOWN;
  return writingMode.endsWith('-lr') ? RIGHT : LEFT;
}

function rightOf(scroller: Element): number {
  return scroller === document.scrollingElement
    ? innerWidth
    : scroller.getBoundingClientRect().right;
}
