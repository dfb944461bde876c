// Lines that must not wrap would hold open what takes its width from its
// content: a flex item, a grid column, a float, a table cell.

const CONTAINED = 'broadsheet-contained';
const TOLERANCE_PX = 0.5;

/**
 * Which of `elements` can have their width contained, so that their parents' widths do not come from
 * them: those whose parents stay as wide as they are. Found by trying, since many rules decide it.
 */
export function findContainable(elements: readonly HTMLElement[]): Set<HTMLElement> {
  const widths = elements.map(parentWidth);
  for (const { classList } of elements) classList.add(CONTAINED);
  const contained = elements.map(parentWidth);
  elements.forEach((element) => {
    element.classList.remove(CONTAINED);
    if (element.classList.length === 0) element.removeAttribute('class');
  });
  return new Set(elements.filter((_, i) => Math.abs(widths[i]! - contained[i]!) <= TOLERANCE_PX));
}

function parentWidth({ parentElement }: HTMLElement): number {
  return parentElement?.getBoundingClientRect().width ?? 0;
}

/** Whether nothing inside `root` decides its width. */
export function isContained(root: HTMLElement): boolean {
  const { contain, containerType } = getComputedStyle(root);
  return /inline-size|strict|(^| )size/.test(`${contain} ${containerType}`);
}
