// What the scripts of a text allow: tracking, justification, words without spaces.

/** Letters that join, or that marks hold together: tracking would tear them. */
const JOINED =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Mandaic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Written without spaces, with words to be looked up. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** From this share of ideographs on, spaces alone cannot carry a line. */
const MOSTLY = 0.3;

export function canTrack(text: string): boolean {
  return !JOINED.test(text);
}

/**
 * Whether lines of `text` have enough room to give: Thai and its like have few spaces; Chinese and
 * Japanese need an engine that spreads characters.
 */
export function canJustify(text: string): boolean {
  if (UNSPACED.test(text)) return false;
  const ideographs = text.match(IDEOGRAPHIC)?.length ?? 0;
  if (ideographs < MOSTLY * text.length) return true;
  return CSS.supports('text-justify', 'inter-character');
}

/** Where words begin in text that is written without spaces; empty for other text. */
export function wordBoundariesOf(text: string, lang: string): number[] {
  if (!UNSPACED.test(text) || !('Segmenter' in Intl)) return [];
  const segmenter = new Intl.Segmenter(lang || undefined, { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ index }) => index).slice(1);
}
