// Fonts as a canvas takes them, and whether the canvas measures as the page paints.
import type { Ruler } from './measure.js';

/** Differences that the page's rounding of glyph positions explains. */
const TOLERATED_SHARE = 0.004;
const TOLERATED_PX = 0.4;
/** WebKit gives the pixels that characters touch, on either side. */
const SNAPPED_PX = 2;
/** Characters compared: enough for features and axes to show. */
const SAMPLE = 24;

/** CSS font shorthand of an element's text. */
export function fontOf(style: CSSStyleDeclaration): string {
  const { fontStyle, fontVariantCaps, fontWeight, fontStretch, fontSize, fontFamily } = style;
  const caps = fontVariantCaps === 'small-caps' ? 'small-caps' : 'normal';
  const stretch = /^[a-z-]+$/.test(fontStretch) ? fontStretch : 'normal';
  return `${fontStyle} ${caps} ${fontWeight} ${stretch} ${fontSize} ${fontFamily}`;
}

/** What the page adds to letters and to spaces, CSS px. */
export interface Spacing {
  readonly letterSpacing: number;
  readonly wordSpacing: number;
}

/**
 * Whether `node`, in natural flow, is as wide as the canvas says. It is not where the page uses what
 * a canvas does not know: font features, variation settings, optical sizes, a minimum font size.
 * True where too little is on one line to tell.
 */
export function paintsAsMeasured(
  node: Text,
  font: string,
  { letterSpacing, wordSpacing }: Spacing,
  ruler: Ruler,
): boolean {
  const text = /\S[^\s\u00AD]*(?: [^\s\u00AD]+)*/.exec(node.data);
  if (!text) return true;
  let sample = wholeWords(text[0]);
  const range = node.ownerDocument.createRange();
  for (;;) {
    range.setStart(node, text.index);
    range.setEnd(node, text.index + sample.length);
    if (range.getClientRects().length < 2) break;
    const shorter = sample.lastIndexOf(' ');
    if (shorter < 1) return true;
    sample = sample.slice(0, shorter);
  }
  const scale = scaleOf(node.parentElement);
  const painted = range.getBoundingClientRect().width / scale;
  const spaces = sample.split(' ').length - 1;
  const measured = ruler.width(font, sample) + letterSpacing * sample.length + wordSpacing * spaces;
  const tolerated = snapsText() || Number.isInteger(painted) ? SNAPPED_PX : TOLERATED_PX;
  return Math.abs(painted - measured) <= tolerated + TOLERATED_SHARE * measured;
}

/** WebKit, which alone hangs punctuation. After a padding, say, one edge of what it snaps is no whole pixel. */
function snapsText(): boolean {
  return CSS.supports('hanging-punctuation', 'first');
}

/** Letters that join look different where a sample cuts a word. */
function wholeWords(text: string): string {
  if (text.length <= SAMPLE) return text;
  const end = text.lastIndexOf(' ', SAMPLE);
  return text.slice(0, end > 0 ? end : SAMPLE);
}

/** How much transforms have enlarged an element's block. */
function scaleOf(element: HTMLElement | null): number {
  let block = element;
  while (block && block.offsetWidth === 0) block = block.parentElement;
  if (!block) return 1;
  const scale = block.getBoundingClientRect().width / block.offsetWidth;
  return Math.abs(scale - 1) < 0.02 || !Number.isFinite(scale) ? 1 : scale;
}
