import { articleElementClass } from './article-element.js';
import { cardsElementClass } from './cards-element.js';
import type { Companions } from './load.js';

/** Registers the custom elements, unless the page has them or there is no page. */
export function defineElements(companions: Companions): void {
  if (typeof customElements === 'undefined') return;
  if (!customElements.get('broadsheet-article')) {
    customElements.define('broadsheet-article', articleElementClass(companions));
  }
  if (!customElements.get('broadsheet-cards')) {
    customElements.define('broadsheet-cards', cardsElementClass(companions));
  }
}
