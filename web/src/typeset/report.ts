// How well paragraphs are set, as the engine reckons it.
import type { LineQuality, NativeReason, ParagraphReport, QualityReport } from '../api.js';
import type { Engine } from '../engine.js';
import type { SetParagraph, Target } from './paragraph.js';

const NOTHING: LineQuality = {
  paragraphs: 0,
  lines: 0,
  runts: 0,
  shortLast: 0,
  badEdges: 0,
  overfull: 0,
  longestLadder: 0,
  edgeError: 0,
  naturalSpace: 0,
  justified: 0,
  msd: 0,
  worst: 0,
  tightest: 9,
  loosePct: 0,
  hyphenatedPct: 0,
  riversPer100: 0,
};

/** Headlines and captions are balanced, not spaced: they are not counted. */
export function reportOf(
  engine: Engine,
  targets: readonly Target[],
  paragraphs: ReadonlyMap<HTMLElement, SetParagraph>,
  native: ReadonlyMap<HTMLElement, NativeReason>,
): QualityReport {
  const texts = targets.filter(({ role }) => role === 'text').map(({ element }) => element);
  const set = texts
    .filter((element) => !native.has(element))
    .map((element) => paragraphs.get(element))
    .filter((each) => each !== undefined);
  const sizes = set.map(({ element }) => Number.parseFloat(getComputedStyle(element).fontSize));
  const spaces = set.map(({ naturalSpace, text }, i) => (naturalSpace / text.fontSize) * sizes[i]!);
  const figures = engine.reportParagraphs(
    set.map(({ handle }) => handle),
    spaces,
    sizes,
  );
  const ofElement = new Map(set.map(({ element }, i) => [element, figures[i]!]));
  return {
    total: { ...(figures.at(-1) ?? NOTHING), native: texts.length - set.length },
    paragraphs: texts.map((element): ParagraphReport => {
      const reason = native.get(element);
      return reason
        ? { element, native: reason }
        : { element, ...(ofElement.get(element) ?? NOTHING) };
    }),
  };
}

/** Of a page on which nothing is set. */
export function emptyReport(engine: Engine): QualityReport {
  return reportOf(engine, [], new Map(), new Map());
}
