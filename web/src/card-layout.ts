import type { CardArrangement } from './api.js';

const LAYOUTS: readonly string[] = ['grid', 'list', 'rail', 'lead'];

export function isLayout(name: string | null): name is CardArrangement {
  return name !== null && LAYOUTS.includes(name);
}

/** How the page's styles want the cards of `list`: in a grid where they say nothing. */
export function layoutOf(list: Element): CardArrangement {
  const name = getComputedStyle(list).getPropertyValue('--broadsheet-cards-layout').trim();
  return isLayout(name) ? name : 'grid';
}
