// The line being read, as a place in the text: it outlives every change of layout.

/** Not lines of their own, or not the reader's text. */
const ASIDE =
  '.broadsheet-controls, .broadsheet-slot, [aria-hidden="true"], sub, sup, .broadsheet-footnote-mark, video, audio, iframe';
const BLOCKS =
  'p, li, h1, h2, h3, h4, h5, h6, td, th, caption, figcaption, pre, blockquote, .broadsheet-body, .broadsheet-article';

export interface Bounds {
  readonly top: number;
  readonly bottom: number;
}

/** A character, by its block and the count of code units before it there. */
export class TextLine {
  readonly #block: Element;
  readonly #offset: number;

  private constructor(block: Element, offset: number) {
    this.#block = block;
    this.#offset = offset;
  }

  /** The first character of the topmost line of `article` that is whole within `bounds`. */
  static find(article: Element, bounds: Bounds): TextLine | undefined {
    const texts = document.createTreeWalker(
      article,
      NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
      (node) => (node instanceof Element ? judge(node, bounds) : NodeFilter.FILTER_ACCEPT),
    );
    const range = document.createRange();
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      range.selectNodeContents(node);
      const whole = [...range.getClientRects()].some((rect) => isWhole(rect, bounds));
      if (!whole) continue;
      const offset = firstBelow(node as Text, bounds.top);
      const block = node.parentElement!.closest(BLOCKS) ?? article;
      return new TextLine(block, lengthBefore(block, node) + offset);
    }
    return undefined;
  }

  /** Where the line of the character begins now, or undefined when the text has gone. */
  get top(): number | undefined {
    if (!this.#block.isConnected) return undefined;
    let left = this.#offset;
    const texts = document.createTreeWalker(this.#block, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const { length } = node as Text;
      if (left < length) return topOf(node as Text, left);
      left -= length;
    }
    return undefined;
  }
}

function judge(element: Element, { top }: Bounds): number {
  if (element.matches(ASIDE)) return NodeFilter.FILTER_REJECT;
  const rect = element.getBoundingClientRect();
  const isAbove = rect.height > 0 && rect.bottom <= top;
  return isAbove ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
}

function isWhole({ top, bottom, width }: DOMRect, bounds: Bounds): boolean {
  return width > 0 && top >= bounds.top - 0.5 && bottom <= bounds.bottom + 0.5;
}

/** Lines follow one another down the page, so their first character can be searched for. */
function firstBelow(text: Text, top: number): number {
  let [low, high] = [0, text.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = topOf(text, middle);
    if (at !== undefined && at >= top - 0.5) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A space at a line's end may have no place: the next character's stands for it. */
function topOf(text: Text, offset: number): number | undefined {
  const range = document.createRange();
  for (let at = offset; at < Math.min(text.length, offset + 3); at++) {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
    if (rects.length > 0) return rects.at(-1)!.top;
  }
  return undefined;
}

function lengthBefore(block: Element, text: Node): number {
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEndBefore(text);
  return range.toString().length;
}
