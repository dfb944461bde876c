// A line end starts text order anew: a mark on either side tells both lines
// what stood there. https://www.unicode.org/reports/tr9/#P1
import type { ParagraphText, Run } from './collect.js';

export type Mark = 'ltr' | 'rtl' | undefined;

const RTL_LETTER =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;

/** Whether lines of `text` may need marks. */
export function isMixed({ text, runs, isRtl }: ParagraphText): boolean {
  if (runs.some((run) => run.isRtl !== isRtl)) return true;
  const other = isRtl ? /\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}/u : RTL_LETTER;
  return other.test(text);
}

/**
 * The mark for a line end at `offset`: the direction of what stands there, where it is not that of
 * the text around. A line end between two words of one direction stands in that direction (N1);
 * numbers go with the letters before them (W7).
 */
export function markAt(paragraph: ParagraphText, offset: number): Mark {
  const run = paragraph.runs.find(({ end }) => offset <= end) ?? paragraph.runs.at(-1)!;
  const text = textAround(paragraph, run);
  const at = text.offsetOf(offset);
  const before = strongBefore(text.text, at) ?? run.isRtl;
  const after = strongAfter(text.text, at, before) ?? run.isRtl;
  if (before !== after || before === run.isRtl) return undefined;
  return before ? 'rtl' : 'ltr';
}

/** The text that is ordered together with `run`'s. */
function textAround({ runs, text }: ParagraphText, run: Run) {
  const together = runs.filter(({ isolate }) => isolate === run.isolate);
  return {
    text: together.map(({ begin, end }) => text.slice(begin, end)).join(''),
    offsetOf(offset: number): number {
      let length = 0;
      for (const { begin, end } of together) {
        if (offset <= end) return length + Math.max(0, offset - begin);
        length += end - begin;
      }
      return length;
    },
  };
}

/** Whether the last letter before `at` is right to left. */
function strongBefore(text: string, at: number): boolean | undefined {
  for (let i = at - 1; i >= 0; i--) {
    const character = text[i]!;
    if (RTL_LETTER.test(character)) return true;
    if (LETTER.test(character)) return false;
  }
  return undefined;
}

function strongAfter(text: string, at: number, before: boolean): boolean | undefined {
  for (let i = at; i < text.length; i++) {
    const character = text[i]!;
    if (RTL_LETTER.test(character)) return true;
    if (DIGIT.test(character)) return before;
    if (LETTER.test(character)) return false;
  }
  return undefined;
}
