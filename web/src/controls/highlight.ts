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
  const sheets = document.adoptedStyleSheets;
  if (isSpeaking === sheets.includes(sheet)) return;
  document.adoptedStyleSheets = isSpeaking
    ? [...sheets, sheet]
    : sheets.filter((each) => each !== sheet);
}
