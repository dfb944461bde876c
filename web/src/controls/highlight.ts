// Shows the sentence being read without touching the text.
import { rangeOf, type Sentence } from './sentences.js';

const NAME = 'broadsheet-spoken';
/** Where the browser has no highlights, the whole paragraph is marked. */
const BLOCK_ATTRIBUTE = 'data-broadsheet-spoken';

export function highlight(sentence: Sentence | undefined, previous?: Sentence): void {
  const { highlights } = CSS as { highlights?: HighlightRegistry };
  if (highlights && typeof Highlight === 'function') {
    if (sentence) highlights.set(NAME, new Highlight(rangeOf(sentence)));
    else highlights.delete(NAME);
    return;
  }
  previous?.block.removeAttribute(BLOCK_ATTRIBUTE);
  sentence?.block.setAttribute(BLOCK_ATTRIBUTE, '');
}
