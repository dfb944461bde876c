// A card's element: its parts, where it stands, and what of it is shown.
import { AFTER_HYPHEN, CARD_PARTS, type PlacedCard } from './codec.js';

const TITLE = CARD_PARTS[2];
const EXCERPT = CARD_PARTS[3];
const HIDDEN = 'broadsheet-unseen';
/** Its contents are not laid out (typeset.css). */
const WAITING = 'broadsheet-waiting';

export function partOf(card: Element, name: string): HTMLElement | null {
  return card.querySelector<HTMLElement>(`.${name}`);
}

/** Where each excerpt is cut; those that are not here are whole. */
const cuts = new WeakMap<Element, number>();

/** Puts a card and its picture where the layout has them. `y` is in the list as it is scrolled. */
function placeBox(card: HTMLElement, placed: PlacedCard, x: number, y: number): void {
  placeAt(card, x, y);
  card.style.inlineSize = `${placed.width}px`;
  card.style.blockSize = `${placed.height}px`;
  const picture = card.querySelector<HTMLImageElement>('.broadsheet-picture');
  if (picture) placePicture(picture, placed);
}

/** Its texts are to be placed later. */
export function placeWaiting(card: HTMLElement, placed: PlacedCard, x: number, y: number): void {
  placeBox(card, placed, x, y);
  card.classList.add(WAITING);
}

export function placeCard(card: HTMLElement, placed: PlacedCard, x: number, y: number): void {
  placeBox(card, placed, x, y);
  card.classList.remove(WAITING);
  card.classList.toggle('broadsheet-card-side', placed.side);
  card.classList.toggle('broadsheet-card-lead', placed.lead);
  card.classList.toggle('broadsheet-card-loose', placed.detailsFollow);
  const title = partOf(card, TITLE);
  if (title) {
    title.style.maxInlineSize = `${placed.titleWidth}px`;
    title.classList.toggle('broadsheet-clamped', placed.titleCut);
    breakTitle(title, placed.titleBreaks);
    title.style.webkitLineClamp = placed.titleCut ? String(placed.titleLines) : '';
  }
  const excerpt = partOf(card, EXCERPT);
  if (excerpt) cutExcerpt(excerpt, placed.excerptEnd);
}

export function placeAt(item: HTMLElement, x: number, y: number): void {
  item.style.insetInlineStart = `${x}px`;
  item.style.insetBlockStart = `${y}px`;
}

function placePicture(picture: HTMLImageElement, { pictureWidth, pictureHeight }: PlacedCard) {
  picture.style.inlineSize = `${pictureWidth}px`;
  picture.style.blockSize = `${pictureHeight}px`;
  // What is painted, in place of what the publisher could only guess.
  const sizes = `${paintedWidth(picture, pictureWidth, pictureHeight)}px`;
  if (picture.hasAttribute('srcset') && picture.sizes !== sizes) picture.sizes = sizes;
}

/** A picture wider than its box covers it: its sides are cut off. */
function paintedWidth(picture: HTMLImageElement, width: number, height: number): number {
  const [own, tall] = ['width', 'height'].map((name) => Number(picture.getAttribute(name)));
  return tall ? Math.ceil(Math.max(width, (height * own!) / tall)) : width;
}

/** A break would end a run of either direction too early. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** What each headline's lines begin at; none where the browser breaks it. */
const breaksOf = new WeakMap<Element, string>();

/** Begins lines of a headline at these code units; the text stays as it is. */
function breakTitle(title: Element, breaks: readonly number[]): void {
  const key = breaks.join();
  if ((breaksOf.get(title) ?? '') === key) return;
  breaksOf.set(title, key);
  const known = title.querySelectorAll('broadsheet-break');
  if (known.length > 0) {
    for (const each of known) each.remove();
    title.normalize();
  }
  const isSet = breaks.length > 0 && !RIGHT_TO_LEFT.test(title.textContent ?? '');
  // The lines are known to fit; what a browser rounds must not add one.
  title.classList.toggle('broadsheet-broken', isSet);
  if (!isSet) return;
  const { ownerDocument: document } = title;
  for (const begin of breaks) {
    const range = document.createRange();
    const isDivided = begin >= AFTER_HYPHEN;
    range.setStart(...pointAt(title, isDivided ? begin - AFTER_HYPHEN : begin));
    const element = document.createElement('broadsheet-break');
    element.toggleAttribute('hyphen', isDivided);
    range.insertNode(element);
  }
}

/**
 * Shows the first `end` code units, with an ellipsis. The rest stays in the tree for screen readers,
 * for find and for copies, and is read in its place: nothing is said twice.
 */
export function cutExcerpt(excerpt: Element, end: number | undefined): void {
  if (cuts.get(excerpt) === end || moveCut(excerpt, end)) return;
  restore(excerpt);
  if (end === undefined) return;
  cuts.set(excerpt, end);
  excerpt.classList.toggle(HIDDEN, end === 0);
  if (end === 0) return;
  const { ownerDocument: document } = excerpt;
  const range = document.createRange();
  range.selectNodeContents(excerpt);
  range.setStart(...pointAt(excerpt, end));
  const shown = (excerpt.textContent ?? '').slice(0, end);
  const rest = document.createElement('span');
  rest.className = HIDDEN;
  rest.append(range.extractContents());
  const cut = document.createElement('span');
  cut.className = classOfCut(shown);
  cut.append(rest);
  excerpt.append(cut);
}

/** After a full stop the ellipsis stands off. */
function classOfCut(shown: string): string {
  return /[\p{L}\p{N}\p{M}]$/u.test(shown)
    ? 'broadsheet-cut'
    : 'broadsheet-cut broadsheet-cut-sentence';
}

/** Of an excerpt without marks that is cut already: no node comes or goes. */
function moveCut(excerpt: Element, end: number | undefined): boolean {
  if (!end || !cuts.get(excerpt)) return false;
  const [before, cut] = excerpt.childNodes;
  const rest = cut?.firstChild?.firstChild;
  if (!(before instanceof Text && rest instanceof Text) || rest.nextSibling) return false;
  const text = before.data + rest.data;
  before.data = text.slice(0, end);
  rest.data = text.slice(end);
  (cut as Element).className = classOfCut(before.data);
  cuts.set(excerpt, end);
  return true;
}

function restore(excerpt: Element): void {
  if (!cuts.delete(excerpt)) return;
  excerpt.classList.remove(HIDDEN);
  const cut = excerpt.querySelector('.broadsheet-cut');
  const rest = cut?.firstElementChild;
  if (!cut || !rest) return;
  cut.replaceWith(...rest.childNodes);
  excerpt.normalize();
}

/** The text node that holds the code unit at `offset`, and where it starts there. */
function pointAt(element: Element, offset: number): [Node, number] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (left <= node.length) return [node, left];
    left -= node.length;
  }
  return [element, element.childNodes.length];
}
