// Which pictures of cards are fetched before the browser would by itself.
import { blockSizeOf, startOf, viewOf } from './axes.js';
import type { Item } from './group.js';

/** Of pictures on the first screen, so many are fetched at once. */
const MOST_EAGER = 4;

/** Pictures on the first screen are not left to lazy loading; the largest comes first. */
export function hasten(items: readonly Item[]): void {
  const inSight = items
    .filter(({ element }) => {
      const [start, size] = [startOf(element), blockSizeOf(element)];
      return size > 0 && start + size > 0 && start < viewOf(element);
    })
    .slice(0, MOST_EAGER);
  const size = ({ placed }: Item) => (placed?.pictureWidth ?? 0) * (placed?.pictureHeight ?? 0);
  const largest = Math.max(...inSight.map(size));
  for (const item of inSight) {
    const picture = item.element.querySelector<HTMLImageElement>('.broadsheet-picture');
    if (!picture || picture.loading === 'eager') continue;
    if (item.placed?.lead || (largest > 0 && size(item) === largest && item === inSight[0])) {
      picture.setAttribute('fetchpriority', 'high');
    }
    picture.loading = 'eager';
  }
}
