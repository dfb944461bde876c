// A paragraph of the page as text: what the engine is given, and why it is not.

/** A stretch of text in one font. Offsets are in the paragraph's text. */
export interface Run {
  readonly node: Text;
  readonly begin: number;
  readonly end: number;
  /** CSS font shorthand, as canvas takes it. */
  readonly font: string;
}

export interface ParagraphText {
  readonly text: string;
  readonly runs: readonly Run[];
  /** CSS px. */
  readonly fontSize: number;
}

/** Why a paragraph is left to the browser. */
export type NativeReason =
  | 'empty'
  | 'hidden'
  | 'line-break'
  | 'picture'
  | 'inline-block'
  | 'editable'
  | 'white-space'
  | 'spacing'
  | 'writing-mode'
  | 'script'
  | 'changed';

// Right-to-left scripts, and those that are set without spaces: the browser's.
const OTHER_SCRIPTS =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}]/u;
const DIRECTIONAL_CONTROL = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/** The text of `paragraph`, or why the browser keeps it. */
export function collectParagraph(paragraph: HTMLElement): ParagraphText | NativeReason {
  const style = getComputedStyle(paragraph);
  const reason = reasonOfStyle(paragraph, style);
  if (reason) return reason;

  const runs: Run[] = [];
  let text = '';
  const walk = (parent: Element, font: string): NativeReason | undefined => {
    for (const child of parent.childNodes) {
      if (child instanceof Text) {
        const begin = text.length;
        text += child.data;
        if (child.data) runs.push({ node: child, begin, end: text.length, font });
      } else if (child instanceof Element) {
        const inner = getComputedStyle(child);
        const found = reasonOfInline(child, inner) ?? walk(child, fontOf(inner));
        if (found) return found;
      }
    }
    return undefined;
  };
  const found = walk(paragraph, fontOf(style));
  if (found) return found;
  if (text.trim() === '') return 'empty';
  if (OTHER_SCRIPTS.test(text) || DIRECTIONAL_CONTROL.test(text)) return 'script';
  return { text, runs, fontSize: Number.parseFloat(style.fontSize) };
}

function reasonOfStyle(element: HTMLElement, style: CSSStyleDeclaration): NativeReason | undefined {
  if (style.display === 'none' || element.getClientRects().length === 0) return 'hidden';
  if (element.isContentEditable) return 'editable';
  if (style.writingMode !== 'horizontal-tb') return 'writing-mode';
  if (style.direction !== 'ltr') return 'script';
  if (style.whiteSpaceCollapse ? style.whiteSpaceCollapse !== 'collapse' : /pre/.test(style.whiteSpace)) {
    return 'white-space';
  }
  const spaced = [style.letterSpacing, style.wordSpacing].some(
    (value) => value !== 'normal' && Number.parseFloat(value) !== 0,
  );
  if (spaced || Number.parseFloat(style.textIndent) !== 0) return 'spacing';
  return undefined;
}

function reasonOfInline(element: Element, style: CSSStyleDeclaration): NativeReason | undefined {
  if (element.localName === 'br') return 'line-break';
  if (/^(img|svg|video|audio|iframe|canvas|input|button|select|object|embed)$/.test(element.localName)) {
    return 'picture';
  }
  if (style.display !== 'inline' || style.float !== 'none') return 'inline-block';
  if (style.direction !== 'ltr') return 'script';
  return undefined;
}

function fontOf(style: CSSStyleDeclaration): string {
  const { fontStyle, fontVariantCaps, fontWeight, fontStretch, fontSize, fontFamily } = style;
  const caps = fontVariantCaps === 'small-caps' ? 'small-caps' : 'normal';
  const stretch = /^[a-z-]+$/.test(fontStretch) ? fontStretch : 'normal';
  return `${fontStyle} ${caps} ${fontWeight} ${stretch} ${fontSize} ${fontFamily}`;
}
