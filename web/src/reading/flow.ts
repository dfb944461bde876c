// Lines follow one another down the page, to its left or to its right: places along that way, from
// where the view begins. CSS px

export interface Flow {
  /** How far the view reaches. */
  readonly view: number;
  span(rect: DOMRect): { start: number; end: number };
  /** Scrolling on by `distance`. */
  by(distance: number): ScrollToOptions;
}

export function flowOf(element: Element): Flow {
  const { writingMode } = getComputedStyle(element);
  if (writingMode === 'horizontal-tb') {
    return {
      view: innerHeight,
      span: ({ top, bottom }) => ({ start: top, end: bottom }),
      by: (top) => ({ top }),
    };
  }
  if (writingMode.endsWith('-lr')) {
    return {
      view: innerWidth,
      span: ({ left, right }) => ({ start: left, end: right }),
      by: (left) => ({ left }),
    };
  }
  return {
    view: innerWidth,
    span: ({ left, right }) => ({ start: innerWidth - right, end: innerWidth - left }),
    by: (distance) => ({ left: -distance }),
  };
}
