// What crosses between the engine and the page: see wasm/typeset_bindings.cpp.
import type { LineQuality } from '../api.js';

/** A paragraph inside the engine. */
export type ParagraphHandle = number;

/** The highest bit of a number, where it says more than the number. */
const FLAG = 1 << 31;
const WIDTH_PRECISION = 10_000;

export interface Piece {
  readonly begin: number;
  readonly end: number;
  readonly isSpace: boolean;
}

/** What a paragraph was cut into: begin and end of each piece. */
export class PieceList {
  readonly #words: Uint32Array;

  constructor(words: Uint32Array) {
    this.#words = words;
  }

  get length(): number {
    return this.#words.length / 2;
  }

  at(index: number): Piece {
    const end = this.#words[2 * index + 1]!;
    return { begin: this.#words[2 * index]!, end: end & ~FLAG, isSpace: (end & FLAG) !== 0 };
  }
}

/** A stretch of a paragraph in another language than the paragraph's. */
export interface ForeignRun {
  readonly begin: number;
  readonly end: number;
  readonly lang: string;
}

/** A paragraph as the engine is to cut it. Offsets are in `text`, ascending. */
export interface ParagraphSource {
  readonly lang: string;
  readonly text: string;
  /** Where the font changes. */
  readonly cuts: readonly number[];
  /** Where words of Thai, Lao, Khmer or Burmese begin. */
  readonly wordBoundaries: readonly number[];
  readonly foreign: readonly ForeignRun[];
  readonly hyphenate: boolean;
  /** Articles and prepositions cling to the next word. */
  readonly headline: boolean;
}

const HYPHENATE = 1;
const HEADLINE = 2;

export function kindOf({ hyphenate, headline }: ParagraphSource): number {
  return (hyphenate ? HYPHENATE : 0) | (headline ? HEADLINE : 0);
}

/** As LineMode in src/typeset/set_paragraph.h. */
export enum LineMode {
  Justify,
  Ragged,
  Balanced,
}

export interface SetRequest {
  readonly paragraph: ParagraphHandle;
  readonly mode: LineMode;
  readonly hang: boolean;
  readonly letterFit: boolean;
  readonly looseness: number;
  /** em, one for each line, the last for all further ones. */
  readonly measures: readonly number[];
}

const HANG = 4;
const LETTER_FIT = 8;

export function writeRequests(requests: readonly SetRequest[]): Uint32Array {
  const words: number[] = [];
  const bits = new Float32Array(1);
  const asWord = new Uint32Array(bits.buffer);
  for (const { paragraph, mode, hang, letterFit, looseness, measures } of requests) {
    const flags = (hang ? HANG : 0) | (letterFit ? LETTER_FIT : 0);
    words.push(paragraph, mode | flags, looseness, measures.length);
    for (const measure of measures) {
      bits[0] = measure;
      words.push(asWord[0]!);
    }
  }
  return Uint32Array.from(words);
}

/** Where a line ends: see SetLine in src/typeset/set_paragraph.h. */
export interface EngineLine {
  readonly end: number;
  readonly hyphen: boolean;
  /** Steps of letter-fit. */
  readonly fit: number;
  readonly hangStart: number;
  readonly hangEnd: number;
}

export interface EngineLines {
  readonly lines: readonly EngineLine[];
  /** em */
  readonly lastWidth: number;
  /** Some word is wider than its line. */
  readonly overfull: boolean;
}

export function readLines(words: Uint32Array): EngineLines[] {
  const paragraphs: EngineLines[] = [];
  for (let at = 0; at < words.length; ) {
    const head = words[at]!;
    const last = at + 2 + 2 * (head & ~FLAG);
    const lines: EngineLine[] = [];
    for (let i = at + 2; i < last; i += 2) lines.push(readLine(words[i]!, words[i + 1]!));
    const lastWidth = words[at + 1]! / WIDTH_PRECISION;
    paragraphs.push({ lines, lastWidth, overfull: (head & FLAG) !== 0 });
    at = last;
  }
  return paragraphs;
}

function readLine(end: number, look: number): EngineLine {
  return {
    end: end & ~FLAG,
    hyphen: (end & FLAG) !== 0,
    fit: (look << 24) >> 24,
    hangStart: (look >> 8) & 0xff,
    hangEnd: (look >> 16) & 0xff,
  };
}

/** In the order of append_report in wasm/typeset_bindings.cpp. */
const REPORT_KEYS = [
  'paragraphs',
  'lines',
  'runts',
  'shortLast',
  'badEdges',
  'overfull',
  'longestLadder',
  'edgeError',
  'justified',
  'msd',
  'worst',
  'tightest',
  'loosePct',
  'hyphenatedPct',
  'riversPer100',
] as const;

/** One report for each paragraph, then that of all. `spaces`: CSS px. */
export function readReports(words: Uint32Array, spaces: readonly number[]): LineQuality[] {
  const figures = new Float32Array(words.buffer, words.byteOffset, words.length);
  const size = REPORT_KEYS.length;
  return Array.from({ length: figures.length / size }, (_, row) => {
    const entries = REPORT_KEYS.map((key, column) => [key, figures[row * size + column]]);
    const naturalSpace = spaces[row] ?? spaces[0];
    return { ...Object.fromEntries(entries), naturalSpace } as LineQuality;
  });
}
