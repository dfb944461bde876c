// One paragraph of the page, and its twin in the engine.
import type { Engine, EngineLines, Handle, PieceList } from '../engine.js';
import { collectParagraph, type NativeReason, type ParagraphText, type Run } from './collect.js';
import type { Ruler } from './measure.js';
import { BrokenText, segmentsOf } from './patch.js';

/** Below this measure, in em, spaces cannot carry justification. */
const NARROWEST_EM = 13;
/** Spaces give up at most this share of their width: BreakCosts::space_shrink. */
const SPACE_SHRINK = 0.325;
const HYPHEN = '\u2010';

export class SetParagraph {
  readonly element: HTMLElement;
  readonly text: ParagraphText;
  readonly handle: Handle;
  readonly #nodes: ReadonlyMap<Run, BrokenText>;
  readonly #spaceEm: number;
  readonly #hadStyle: boolean;
  readonly #engine: Engine;

  /** Prepares `element`, or says why the browser keeps it. */
  static prepare(
    element: HTMLElement,
    engine: Engine,
    ruler: Ruler,
    hyphenate: boolean,
  ): SetParagraph | NativeReason {
    const text = collectParagraph(element);
    if (typeof text === 'string') return text;
    return new SetParagraph(element, text, engine, ruler, hyphenate);
  }

  private constructor(
    element: HTMLElement,
    text: ParagraphText,
    engine: Engine,
    ruler: Ruler,
    hyphenate: boolean,
  ) {
    this.element = element;
    this.text = text;
    this.#engine = engine;
    this.#hadStyle = element.hasAttribute('style');
    this.#nodes = new Map(text.runs.map((run) => [run, new BrokenText(run.node)]));
    const lang = element.closest('[lang]')?.getAttribute('lang') ?? '';
    const cuts = text.runs.map(({ begin }) => begin).slice(1);
    const { handle, pieces } = engine.cutParagraph(lang, text.text, cuts, hyphenate);
    this.handle = handle;
    const font = text.runs[0]!.font;
    this.#spaceEm = ruler.width(font, ' ') / text.fontSize;
    const widths = measurePieces(text, pieces, ruler);
    engine.measureParagraph(handle, widths, ruler.width(font, HYPHEN) / text.fontSize);
  }

  /** The measure in em, or nothing where it is too narrow. */
  measure(): number | undefined {
    const style = getComputedStyle(this.element);
    const width =
      this.element.getBoundingClientRect().width -
      Number.parseFloat(style.paddingLeft) -
      Number.parseFloat(style.paddingRight) -
      Number.parseFloat(style.borderLeftWidth) -
      Number.parseFloat(style.borderRightWidth);
    const fontSize = Number.parseFloat(style.fontSize);
    const measure = width / fontSize;
    return fontSize > 0 && measure >= NARROWEST_EM ? measure : undefined;
  }

  isIntact(): boolean {
    return [...this.#nodes.values()].every((node) => node.isIntact());
  }

  show({ lines, lastWidth }: EngineLines, measure: number): void {
    const { classList, style } = this.element;
    for (const [run, node] of this.#nodes) node.apply(segmentsOf(run, lines));
    setProperty(style, '--broadsheet-tight', `${(-SPACE_SHRINK * this.#spaceEm).toFixed(4)}em`);
    setProperty(style, '--broadsheet-fill', `${Math.max(0, measure - lastWidth).toFixed(3)}em`);
    if (!classList.contains('broadsheet-set')) classList.add('broadsheet-set');
  }

  /** Natural flow: the text in whole nodes, as it was. */
  restore(): void {
    for (const node of this.#nodes.values()) node.restore();
    this.#unmark();
  }

  /** Natural flow for a text that somebody else has changed. */
  abandon(): void {
    for (const node of this.#nodes.values()) node.abandon();
    this.#unmark();
  }

  #unmark(): void {
    const { classList, style } = this.element;
    classList.remove('broadsheet-set');
    if (classList.length === 0) this.element.removeAttribute('class');
    style.removeProperty('--broadsheet-tight');
    style.removeProperty('--broadsheet-fill');
    if (!this.#hadStyle) this.element.removeAttribute('style');
  }

  dispose(): void {
    this.#engine.disposeParagraph(this.handle);
  }
}

function setProperty(style: CSSStyleDeclaration, name: string, value: string): void {
  if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
}

/** The width of each piece in em of the paragraph. */
function measurePieces(
  { text, runs, fontSize }: ParagraphText,
  pieces: PieceList,
  ruler: Ruler,
): Float32Array {
  const widths = new Float32Array(pieces.length);
  let runIndex = 0;
  let wordBegin = 0;
  let before = 0; // of the word so far, px
  for (let i = 0; i < pieces.length; i++) {
    const { begin, end, isSpace } = pieces.at(i);
    while (runs[runIndex]!.end <= begin) runIndex++;
    const { font, begin: runBegin } = runs[runIndex]!;
    if (isSpace) {
      const space = text[begin] === '\u00A0' ? '\u00A0' : ' ';
      widths[i] =
        ruler.spaceWidth(font, space, text[begin - 1] ?? '', text[end] ?? '') / fontSize;
      wordBegin = end;
      before = 0;
      continue;
    }
    if (wordBegin < runBegin) {
      wordBegin = runBegin;
      before = 0;
    }
    // As a part of its word, so that kerning at the hyphen is counted.
    const upToHere = ruler.width(font, text.slice(wordBegin, end));
    widths[i] = (upToHere - before) / fontSize;
    before = upToHere;
  }
  return widths;
}
