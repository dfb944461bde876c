// The stylesheet, given to the page once. A constructed sheet needs neither a
// request nor an inline style, so the strictest policy allows it.
import broadsheetCss from '../styles/broadsheet.css';

const adopted = new WeakSet<Document>();

/** Adds the stylesheet unless the page already carries it, linked or constructed. */
export function adoptStyles(document: Document): void {
  if (adopted.has(document)) return;
  adopted.add(document);
  const root = getComputedStyle(document.documentElement);
  if (root.getPropertyValue('--broadsheet-styles').trim() !== '') return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(broadsheetCss);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
