// Which elements of a page that is there already are paragraphs.
import { langOf } from './collect.js';
import type { Target } from './paragraph.js';

const HEADLINE = /^(h[1-6]|figcaption|caption|legend)$/;
/** Not prose, or not ours to touch. */
const LEFT_ALONE =
  'pre,code,kbd,samp,button,form,nav,select,textarea,label,svg,math,table,address,[contenteditable],[hidden],[aria-hidden="true"],.broadsheet-set,broadsheet-article,broadsheet-cards';
/** Of a block with fewer characters, no line end is left to choose… */
const SHORTEST = 20;
/** …unless a word may be wider than its column: a headline at twice its size on a telephone. */
const LONG_WORD = /[\p{L}\p{M}]{10}/u;

/** Running text of an article of ours. */
const ARTICLE_TEXT = [
  '.broadsheet-body > p',
  '.broadsheet-body > ol > li',
  '.broadsheet-body > ul > li',
  '.broadsheet-quote p',
  '.broadsheet-note > p',
  '.broadsheet-group > p',
].join();
/** Set large or apart, and balanced. Those of cards are the cards' own to set. */
const ARTICLE_HEADLINES = [
  ':is(h1,h2,h3,h4,h5,h6):not(.broadsheet-card-title)',
  'figcaption',
  '.broadsheet-standfirst',
  '.broadsheet-group-title',
  '.broadsheet-pull p',
].join();

/** The paragraphs, headlines and captions of an article of ours, in document order. */
export function articleTargets(article: HTMLElement): Target[] {
  const found = article.querySelectorAll<HTMLElement>(`${ARTICLE_TEXT},${ARTICLE_HEADLINES}`);
  return [...found]
    .filter((element) => isParagraph(element))
    .map((element) => ({
      element,
      role: element.matches(ARTICLE_HEADLINES) ? 'headline' : 'text',
    }));
}

/** The paragraphs and headlines in `root`, itself included, in document order. */
export function findTargets(root: HTMLElement): Target[] {
  const targets: Target[] = [];
  visit(root, targets);
  return targets;
}

function visit(element: HTMLElement, targets: Target[]): void {
  if (element.matches(LEFT_ALONE)) return;
  if (isParagraph(element)) {
    targets.push({ element, role: HEADLINE.test(element.localName) ? 'headline' : 'text' });
    return;
  }
  for (const child of element.children) {
    if (child instanceof HTMLElement) visit(child, targets);
  }
}

export function hasLongWord(element: Element): boolean {
  return LONG_WORD.test(element.textContent ?? '');
}

/** A block that holds text and nothing but what flows with it. */
function isParagraph(element: HTMLElement): boolean {
  const text = (element.textContent ?? '').trim();
  if (text.length < SHORTEST && !(HEADLINE.test(element.localName) && hasLongWord(element))) {
    return false;
  }
  if (!/^(block|list-item|flow-root)$/.test(getComputedStyle(element).display)) return false;
  return [...element.children].every(isInline);
}

function isInline(element: Element): boolean {
  const { display, float } = getComputedStyle(element);
  if (display === 'none' || float !== 'none') return true;
  return /^(inline|ruby)/.test(display) && [...element.children].every(isInline);
}

/** The languages of `element` and of what is in it, each once. */
export function languagesOf(element: HTMLElement, fallback = ''): string[] {
  const inside = [...element.querySelectorAll('[lang]')].map(langOf);
  return [...new Set([langOf(element) || fallback, ...inside])].filter((tag) => tag !== '');
}
