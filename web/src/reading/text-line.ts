// The line being read, as a place in the text: it outlives every change of layout.
import type { Flow, Span } from './flow.js';

/** Not lines of their own, or not the reader's text. */
const ASIDE =
  '.broadsheet-controls, .broadsheet-slot, [aria-hidden="true"], sub, sup, .broadsheet-footnote-mark, video, audio, iframe';
const BLOCKS =
  'p, li, h1, h2, h3, h4, h5, h6, td, th, caption, figcaption, pre, blockquote, .broadsheet-body, .broadsheet-article';

/** A character, by its block and the count of code units before it there. */
export class TextLine {
  readonly #block: Element;
  readonly #offset: number;
  readonly #flow: Flow;

  private constructor(block: Element, offset: number, flow: Flow) {
    this.#block = block;
    this.#offset = offset;
    this.#flow = flow;
  }

  /** The first character of the first line of `article` that is whole within `bounds`. */
  static find(article: Element, flow: Flow, bounds: Span): TextLine | undefined {
    const texts = document.createTreeWalker(
      article,
      NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
      (node) => (node instanceof Element ? judge(node, flow, bounds) : NodeFilter.FILTER_ACCEPT),
    );
    const range = document.createRange();
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      range.selectNodeContents(node);
      const whole = [...range.getClientRects()].some((rect) => isWhole(rect, flow, bounds));
      if (!whole) continue;
      const offset = firstAfter(node as Text, flow, bounds.start);
      const block = node.parentElement!.closest(BLOCKS) ?? article;
      return new TextLine(block, lengthBefore(block, node) + offset, flow);
    }
    return undefined;
  }

  /** Where the line of the character begins now, or undefined when the text has gone. */
  get start(): number | undefined {
    if (!this.#block.isConnected) return undefined;
    let left = this.#offset;
    const texts = document.createTreeWalker(this.#block, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const { length } = node as Text;
      if (left < length) return startOf(node as Text, left, this.#flow);
      left -= length;
    }
    return undefined;
  }
}

function judge(element: Element, flow: Flow, bounds: Span): number {
  if (element.matches(ASIDE)) return NodeFilter.FILTER_REJECT;
  const { start, end } = flow.span(element.getBoundingClientRect());
  const isPast = end > start && end <= bounds.start;
  return isPast ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
}

function isWhole(rect: DOMRect, flow: Flow, bounds: Span): boolean {
  const { start, end } = flow.span(rect);
  return hasArea(rect) && start >= bounds.start - 0.5 && end <= bounds.end + 0.5;
}

/** Lines follow one another, so their first character can be searched for. */
function firstAfter(text: Text, flow: Flow, place: number): number {
  let [low, high] = [0, text.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = startOf(text, middle, flow);
    if (at !== undefined && at >= place - 0.5) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A space at a line's end may have no place: the next character's stands for it. */
function startOf(text: Text, offset: number, flow: Flow): number | undefined {
  const range = document.createRange();
  for (let at = offset; at < Math.min(text.length, offset + 3); at++) {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const rects = [...range.getClientRects()].filter(hasArea);
    if (rects.length > 0) return flow.span(rects.at(-1)!).start;
  }
  return undefined;
}

function hasArea({ width, height }: DOMRect): boolean {
  return width > 0 && height > 0;
}

function lengthBefore(block: Element, text: Node): number {
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEndBefore(text);
  return range.toString().length;
}
