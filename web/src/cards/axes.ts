// Sizes and places along the lines of a list and across them, whatever its writing mode. CSS px.

function modeOf(element: Element): string {
  return getComputedStyle(element).writingMode;
}

export function isVertical(element: Element): boolean {
  return modeOf(element) !== 'horizontal-tb';
}

/** Without scroll bars and borders: the room of a line. */
export function inlineSizeOf(list: HTMLElement): number {
  return isVertical(list) ? list.clientHeight : list.clientWidth;
}

export function blockSizeOf(element: Element): number {
  const { width, height } = element.getBoundingClientRect();
  return isVertical(element) ? width : height;
}

/** From where the view begins to where `element` does, in the direction that lines follow one another. */
export function startOf(element: Element): number {
  const { top, left, right } = element.getBoundingClientRect();
  const mode = modeOf(element);
  if (mode === 'horizontal-tb') return top;
  return mode.endsWith('-lr') ? left : innerWidth - right;
}

export function viewOf(element: Element): number {
  return isVertical(element) ? innerWidth : innerHeight;
}

/** Scrolls the page by so much in the direction that lines follow one another. */
export function scrollAlong(element: Element, by: number): void {
  const mode = modeOf(element);
  const left = mode.endsWith('-lr') ? by : -by;
  scrollBy({ ...(mode === 'horizontal-tb' ? { top: by } : { left }), behavior: 'instant' });
}
