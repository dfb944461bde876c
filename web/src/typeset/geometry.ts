// The room that a paragraph's lines have: what floats and indents take of each.

import { px } from '../px.js';

/** Marks hang only where nothing cuts them off this near. CSS px, in em of the text. */
const HANG_ROOM_EM = 0.55;
/** Lines of a paragraph beside a float; no float is so high. */
const MOST_LINES = 200;

export interface Room {
  /** CSS px, one for each line, the last for all further ones. */
  readonly measures: readonly number[];
  /** Whether marks may hang out of the measure. */
  readonly hang: boolean;
}

/** What may stand beside a paragraph's lines, as found once. */
export interface Surroundings {
  readonly floats: readonly Element[];
  /** The nearest ancestor that cuts off what hangs out of it; the root of the page for its view. */
  readonly clip: Element;
}

/** Where a paragraph stands now. */
export interface Column {
  /** Of the content box, CSS px. */
  readonly width: number;
  readonly hang: boolean;
}

/** Widths of what paragraphs stand in, each read once. */
export class Parents {
  readonly #widths = new Map<Element, number>();

  /** Of the content box of the parent, CSS px. */
  widthOf({ parentElement }: Element): number {
    if (!parentElement) return 0;
    let width = this.#widths.get(parentElement);
    if (width === undefined) {
      width = contentWidth(getComputedStyle(parentElement));
      this.#widths.set(parentElement, width);
    }
    return width;
  }
}

/** `box`: the paragraph's border box, `added` to its width. `undefined` while it has none. */
export function columnOf(
  box: DOMRect,
  added: number,
  { clip }: Surroundings,
  style: CSSStyleDeclaration,
): Column | undefined {
  if (box.width === 0 && box.height === 0) return undefined;
  const width = contentWidth(style) + added;
  if (!(width > 0)) return undefined;
  return { width, hang: hasHangRoom(box, added, clip, style) };
}

export function roomOf(
  element: HTMLElement,
  { floats }: Surroundings,
  style: CSSStyleDeclaration,
  { width, hang }: Column,
): Room {
  const indent = indentOf(style, width);
  const plain = floats.length === 0;
  const measures = plain
    ? indent === 0
      ? [width]
      : [width - indent, width]
    : besideFloats(element, floats, style, width, indent);
  return { measures, hang: plain && hang };
}

/** The used width of the content box; unlike a client rect, without transforms. */
export function contentWidth(style: CSSStyleDeclaration): number {
  const width = px(style.width);
  if (style.boxSizing !== 'border-box') return width;
  return (
    width -
    px(style.paddingLeft) -
    px(style.paddingRight) -
    px(style.borderLeftWidth) -
    px(style.borderRightWidth)
  );
}

function indentOf({ textIndent }: CSSStyleDeclaration, width: number): number {
  const value = px(textIndent);
  return textIndent.includes('%') ? (value / 100) * width : value;
}

function besideFloats(
  element: HTMLElement,
  floats: readonly Element[],
  style: CSSStyleDeclaration,
  width: number,
  indent: number,
): number[] {
  const box = element.getBoundingClientRect();
  const left = box.left + px(style.paddingLeft) + px(style.borderLeftWidth);
  const top = box.top + px(style.paddingTop) + px(style.borderTopWidth);
  const leading = lineHeight(style);
  const boxes = floats.map(marginBox);
  const measures: number[] = [];
  for (let line = 0; line < MOST_LINES; line++) {
    const [above, below] = [top + line * leading, top + (line + 1) * leading];
    let [from, to] = [left, left + width];
    for (const each of boxes) {
      if (each.bottom <= above + 0.5 || each.top >= below - 0.5) continue;
      if (each.side === 'left') from = Math.max(from, each.right);
      else to = Math.min(to, each.left);
    }
    measures.push(Math.max(1, to - from - (line === 0 ? indent : 0)));
    if (boxes.every(({ bottom }) => bottom <= below)) break;
  }
  measures.push(width);
  return measures;
}

function marginBox(float: Element) {
  const style = getComputedStyle(float);
  const rect = float.getBoundingClientRect();
  const rtl = getComputedStyle(float.parentElement ?? float).direction === 'rtl';
  const side = style.float === (rtl ? 'inline-end' : 'inline-start') ? 'left' : style.float;
  return {
    side: side === 'left' ? 'left' : 'right',
    left: rect.left - px(style.marginLeft),
    right: rect.right + px(style.marginRight),
    top: rect.top - px(style.marginTop),
    bottom: rect.bottom + px(style.marginBottom),
  };
}

function lineHeight(style: CSSStyleDeclaration): number {
  return px(style.lineHeight) || 1.2 * px(style.fontSize);
}

function hasHangRoom(
  box: DOMRect,
  added: number,
  clip: Element,
  style: CSSStyleDeclaration,
): boolean {
  const room = HANG_ROOM_EM * px(style.fontSize);
  const isView = clip === clip.ownerDocument.documentElement;
  const edge = isView ? { left: 0, right: clip.clientWidth } : clip.getBoundingClientRect();
  const isRtl = style.direction === 'rtl';
  const left = box.left - (isRtl ? added : 0) + px(style.paddingLeft);
  const right = box.right + (isRtl ? 0 : added) - px(style.paddingRight);
  return left - edge.left >= room && edge.right - right >= room;
}

/** Finds what stands beside `element`: a drop cap inside it, floats among what precedes it. */
export function surroundingsOf(element: HTMLElement): Surroundings {
  return { floats: floatsBeside(element), clip: clipOf(element) };
}

function floatsBeside(element: HTMLElement): Element[] {
  const floats = [...element.children].filter(isFloat);
  for (let before = element.previousElementSibling; before; ) {
    if (isFloat(before)) floats.push(before);
    before = before.previousElementSibling;
  }
  return floats.filter((float) => reaches(float, element));
}

function isFloat(element: Element): boolean {
  return getComputedStyle(element).float !== 'none';
}

function reaches(float: Element, element: HTMLElement): boolean {
  const [above, here] = [float.getBoundingClientRect(), element.getBoundingClientRect()];
  return element.contains(float) || above.bottom > here.top;
}

function clipOf({ parentElement, ownerDocument }: HTMLElement): Element {
  const { body, documentElement } = ownerDocument;
  for (let each = parentElement; each && each !== body; each = each.parentElement) {
    const { overflowX, contain, contentVisibility } = getComputedStyle(each);
    if (overflowX !== 'visible' || /paint|strict|content/.test(contain)) return each;
    if (contentVisibility === 'auto') return each;
  }
  return documentElement;
}
