// Keeps the reader's place while the text around it changes size.

/**
 * Makes a change of layout and scrolls so that what the reader looks at stays where it is: the
 * control while it is on screen (it must not move under the finger), otherwise the first block in
 * view.
 */
export function keepPlace(
  article: Element,
  control: Element | undefined,
  change: () => void,
): void {
  const anchor = findAnchor(article, control);
  const before = anchor?.getBoundingClientRect().top;
  change();
  if (!anchor || before === undefined) return;
  const moved = anchor.getBoundingClientRect().top - before;
  if (Math.abs(moved) >= 1) {
    const view = article.ownerDocument.defaultView;
    view?.scrollBy({ top: moved, behavior: 'instant' });
  }
}

function findAnchor(article: Element, control: Element | undefined): Element | undefined {
  const height = article.ownerDocument.defaultView?.innerHeight ?? 0;
  const isInView = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < height;
  };
  if (control && isInView(control)) return control;
  const blocks = article.querySelectorAll('.broadsheet-body > *, .broadsheet-card');
  return [...blocks].find(isInView);
}
