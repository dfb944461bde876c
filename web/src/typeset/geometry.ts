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
  /** The nearest ancestor that cuts off what hangs out of it. */
  readonly clip: Element | undefined;
}

/** Where a paragraph stands now. */
export interface Column {
  /** Of the content box, CSS px. */
  readonly width: number;
  readonly hang: boolean;
}

/** `undefined` while the paragraph has no box. */
export function columnOf(
  element: HTMLElement,
  { clip }: Surroundings,
  style: CSSStyleDeclaration,
): Column | undefined {
  const width = contentWidth(style);
  if (!(width > 0)) return undefined;
  return { width, hang: hasHangRoom(element, clip, style) };
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
  element: HTMLElement,
  clip: Element | undefined,
  style: CSSStyleDeclaration,
): boolean {
  const room = HANG_ROOM_EM * px(style.fontSize);
  const box = element.getBoundingClientRect();
  const edge = clip?.getBoundingClientRect();
  const view = element.ownerDocument.documentElement;
  const left = edge?.left ?? 0;
  const right = edge?.right ?? view.clientWidth;
  return (
    box.left + px(style.paddingLeft) - left >= room &&
    right - (box.right - px(style.paddingRight)) >= room
  );
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

function clipOf(element: HTMLElement): Element | undefined {
  for (let each = element.parentElement; each; each = each.parentElement) {
    const { overflowX, contain, contentVisibility } = getComputedStyle(each);
    const clips = overflowX !== 'visible' || /paint|strict|content/.test(contain);
    if (clips || contentVisibility === 'auto') {
      return each === each.ownerDocument.documentElement || each === each.ownerDocument.body
        ? undefined
        : each;
    }
  }
  return undefined;
}
