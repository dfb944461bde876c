// Copies of set text carry nothing of the setting.
import { SET_CLASSES, SET_PROPERTIES } from './paragraph.js';

const OURS = 'broadsheet-break,broadsheet-fill,broadsheet-fit,broadsheet-probe';
const documents = new WeakSet<Document>();

/** From now on copies from `document` are clean. Once for each page. */
export function cleanCopies(document: Document): void {
  if (documents.has(document)) return;
  documents.add(document);
  document.addEventListener('copy', onCopy);
}

function onCopy(event: ClipboardEvent): void {
  const target = event.target as Node;
  const document = target.ownerDocument ?? (target as Document);
  const selection = document.getSelection();
  if (event.defaultPrevented || !event.clipboardData) return;
  if (!selection || selection.isCollapsed || selection.rangeCount !== 1) return;
  const range = selection.getRangeAt(0);
  const parent = elementOf(range.commonAncestorContainer);
  if (parent?.isContentEditable || parent?.closest('input,textarea')) return;
  if (!parent?.closest('.broadsheet-set') && !range.cloneContents().querySelector(OURS)) return;
  event.clipboardData.setData('text/plain', selection.toString());
  event.clipboardData.setData('text/html', cleanHtml(range, document));
  event.preventDefault();
}

function elementOf(node: Node): HTMLElement | null {
  return node instanceof HTMLElement ? node : node.parentElement;
}

function cleanHtml(range: Range, document: Document): string {
  // A document of its own: nothing loads, nothing is upgraded.
  const inert = document.implementation.createHTMLDocument('');
  inert.body.append(inert.importNode(range.cloneContents(), true));
  for (const element of inert.body.querySelectorAll(OURS)) {
    if (element.localName === 'broadsheet-fit') element.replaceWith(...element.childNodes);
    else element.remove();
  }
  for (const element of inert.body.querySelectorAll<HTMLElement>('.broadsheet-set')) {
    if (element.classList.contains('broadsheet-held')) element.style.removeProperty('inline-size');
    element.classList.remove(...SET_CLASSES);
    if (element.classList.length === 0) element.removeAttribute('class');
    for (const property of SET_PROPERTIES) element.style.removeProperty(property);
    if (element.style.length === 0) element.removeAttribute('style');
  }
  inert.body.normalize();
  return inert.body.innerHTML;
}
