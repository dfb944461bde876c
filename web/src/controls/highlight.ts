// Shows the sentence being read without touching the text.
import spokenCss from '../../styles/spoken.css';
import { rangeOf, type Sentence } from './sentences.js';

const NAME = 'broadsheet-spoken';
/** Where the browser has no highlights, the whole paragraph is marked. */
const BLOCK_ATTRIBUTE = 'data-broadsheet-spoken';

let sheet: CSSStyleSheet | undefined;

/** Marks `sentence` and nothing else; undefined: nothing any more. */
export function highlight(sentence: Sentence | undefined, previous?: Sentence): void {
  style(sentence !== undefined);
  const { highlights } = CSS as { highlights?: HighlightRegistry };
  if (highlights && typeof Highlight === 'function') {
    if (sentence) highlights.set(NAME, new Highlight(rangeOf(sentence)));
    else highlights.delete(NAME);
    return;
  }
  previous?.block.removeAttribute(BLOCK_ATTRIBUTE);
  sentence?.block.setAttribute(BLOCK_ATTRIBUTE, '');
}

/** Puts the looks of what is spoken into the page, or takes them out of it. */
function style(isSpeaking: boolean): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(spokenCss);
  }
  const others = document.adoptedStyleSheets.filter((each) => each !== sheet);
  if (isSpeaking === others.length < document.adoptedStyleSheets.length) return;
  document.adoptedStyleSheets = isSpeaking ? [...others, sheet] : others;
}
