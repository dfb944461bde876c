// One paragraph of the page, and its twin in the engine.
import type { NativeReason, TypesetOptions } from '../api.js';
import type { Engine } from '../engine.js';
import { isMixed, markAt } from './bidi.js';
import { collectParagraph, type ParagraphText, type Run } from './collect.js';
import { paintsAsMeasured } from './font.js';
import { columnOf, type Parents, roomOf, type Surroundings, surroundingsOf } from './geometry.js';
import { HeldWidth } from './held.js';
import { measurePieces, type Ruler, trailingSpace } from './measure.js';
import { BrokenText, type PageLine, segmentsOf } from './patch.js';
import { canJustify, canTrack, wordBoundariesOf } from './scripts.js';
import { type EngineLines, LineMode, type ParagraphHandle, type SetRequest } from './wire.js';

/** Below this measure, in em, spaces cannot carry justification. */
const NARROWEST_JUSTIFIED_EM = 14;
/** Below this one, nothing that we could choose is left. */
const NARROWEST_EM = 3;
/** Spaces give up at most this share of their width: BreakCosts::space_shrink. */
const SPACE_SHRINK = 0.325;
const MEASURE_TOLERANCE_EM = 0.001;
const LOOSENESS = '--broadsheet-looseness';

/** What the setting adds to an element, beside custom properties. */
export const SET_CLASSES = [
  'broadsheet-set',
  'broadsheet-justified',
  'broadsheet-contained',
  'broadsheet-held',
  'broadsheet-waiting',
];
export const SET_PROPERTIES = ['--broadsheet-tight', '--broadsheet-block-size'];

/** What a paragraph is for: headlines, captions and the like are balanced. */
export type Role = 'text' | 'headline';

export interface Target {
  readonly element: HTMLElement;
  readonly role: Role;
}

/** A paragraph and where it stands. */
export interface Placed {
  readonly paragraph: SetParagraph;
  /** Its border box. */
  readonly box: DOMRect;
  /** Of its lines at another width, CSS px: about so much. */
  readonly likelyHeight: number;
  /** Whether it need not be set while it is out of sight. */
  readonly waits: boolean;
}

/** What the engine is asked for a paragraph, and what its answer means on the page. */
export interface Asked {
  readonly paragraph: SetParagraph;
  readonly request: SetRequest;
  /** Of the column and of the paragraph's border box, CSS px. */
  readonly width: number;
  readonly boxWidth: number;
  /** Height of a line, CSS px; NaN where the page does not say. */
  readonly leading: number;
}

export class SetParagraph {
  readonly element: HTMLElement;
  readonly role: Role;
  readonly text: ParagraphText;
  /** Of an unstretched space, CSS px at the paragraph's first size. */
  readonly naturalSpace: number;
  /** After the last word, em. */
  readonly #trailingSpace: number;
  readonly #engine: Engine;
  readonly #options: TypesetOptions;
  readonly #style: CSSStyleDeclaration;
  readonly #surroundings: Surroundings;
  readonly #nodes: ReadonlyMap<Run, BrokenText>;
  readonly #held: HeldWidth;
  readonly #hadStyle: boolean;
  readonly #hadClass: boolean;
  readonly #isMixed: boolean;
  readonly #tracks: boolean;
  #handle: ParagraphHandle;
  #hyphenates: boolean;
  readonly #canJustify: boolean;
  #isSet = false;
  #waits = false;
  #lines = 0;
  #fill: HTMLElement | undefined;
  #fillSize = '';
  #leading = 0; // CSS px
  #boxWidth = 0; // CSS px
  #measure = 0; // em
  /** Whether nothing takes its width from this paragraph. */
  isContained = false;

  /** Prepares `target`, or says why the browser keeps it. */
  static prepare(
    target: Target,
    engine: Engine,
    ruler: Ruler,
    options: TypesetOptions,
  ): SetParagraph | NativeReason {
    const text = collectParagraph(target.element, options.lang);
    if (typeof text === 'string') return text;
    const fits = text.runs.every(({ node, font, spacing }) =>
      paintsAsMeasured(node, font, spacing, ruler),
    );
    return fits ? new SetParagraph(target, text, engine, ruler, options) : 'font';
  }

  private constructor(
    { element, role }: Target,
    text: ParagraphText,
    engine: Engine,
    ruler: Ruler,
    options: TypesetOptions,
  ) {
    this.element = element;
    this.role = role;
    this.text = text;
    this.#engine = engine;
    this.#options = options;
    this.#style = getComputedStyle(element);
    this.#surroundings = surroundingsOf(element);
    this.#held = new HeldWidth(element, this.#style);
    this.#hadStyle = element.hasAttribute('style');
    this.#hadClass = element.hasAttribute('class');
    this.#nodes = new Map(text.runs.map((run) => [run, new BrokenText(run.node)]));
    this.#canJustify = canJustify(text.text);
    this.#isMixed = isMixed(text);
    this.#tracks = canTrack(text.text) && text.runs.every((run) => run.spacing.letterSpacing === 0);
    const { font, spacing } = text.runs[0]!;
    this.naturalSpace = ruler.width(font, ' ') + spacing.letterSpacing;
    this.#trailingSpace = trailingSpace(text, ruler);
    this.#hyphenates = role === 'text' && options.hyphenate !== 'none';
    this.#handle = this.#cut(ruler);
  }

  get handle(): ParagraphHandle {
    return this.#handle;
  }

  /** A headline whose words are too long for its column is divided after all. */
  divideWords(ruler: Ruler): boolean {
    if (this.#hyphenates || this.#options.hyphenate === 'none') return false;
    this.#hyphenates = true;
    this.dispose();
    this.#handle = this.#cut(ruler);
    return true;
  }

  #cut(ruler: Ruler): ParagraphHandle {
    const { text, runs, lang, foreign } = this.text;
    const { handle, pieces } = this.#engine.cutParagraph({
      lang,
      text,
      foreign,
      cuts: runs.slice(1).map(({ begin }) => begin),
      wordBoundaries: wordBoundariesOf(text, lang),
      hyphenate: this.#hyphenates,
      headline: this.role === 'headline',
    });
    this.#engine.measureParagraph(handle, measurePieces(this.text, pieces, ruler));
    return handle;
  }

  /** Whether its height can be told from its lines, and nobody is in it: `inUse` has the focus. */
  canWait(inUse: Element | null): boolean {
    return this.#isKnown && !this.element.contains(inUse);
  }

  get #isKnown(): boolean {
    return this.#isSet && this.#leading > 0 && this.#surroundings.floats.length === 0;
  }

  /** Where it stands now. */
  place(parents: Parents, mayWait: boolean, inUse: Element | null): Placed {
    const box = this.element.getBoundingClientRect();
    const width = box.width + this.#held.added(parents);
    const likelyLines = Math.round((this.#lines * this.#boxWidth) / width);
    return {
      paragraph: this,
      box,
      likelyHeight: this.#isKnown && width > 0 ? likelyLines * this.#leading : box.height,
      waits: mayWait && this.canWait(inUse),
    };
  }

  /** What to ask of the engine, or nothing where the paragraph has no room. Only reads the page. */
  ask(parents: Parents): Asked | undefined {
    const box = this.element.getBoundingClientRect();
    const added = this.#held.added(parents);
    const column = columnOf(box, added, this.#surroundings, this.#style);
    if (!column) return undefined;
    this.#held.track(column.width, parents);
    const room = roomOf(this.element, this.#surroundings, this.#style, column);
    const fontSize = Number.parseFloat(this.#style.fontSize);
    if (!(fontSize > 0)) return undefined;
    const measures = room.measures.map((measure) => measure / fontSize);
    if (Math.min(...measures) < NARROWEST_EM) return undefined;
    const request = {
      paragraph: this.#handle,
      mode: this.#mode(measures),
      hang: room.hang && this.role === 'text',
      letterFit: this.#tracks,
      looseness: Number.parseInt(this.#style.getPropertyValue(LOOSENESS), 10) || 0,
      measures,
    };
    const leading = Number.parseFloat(this.#style.lineHeight);
    return { paragraph: this, request, width: column.width, boxWidth: box.width + added, leading };
  }

  #mode(measures: readonly number[]): LineMode {
    if (this.role === 'headline') return LineMode.Balanced;
    const { align = 'auto' } = this.#options;
    if (align === 'start' || !this.#canJustify) return LineMode.Ragged;
    if (align === 'justify') return LineMode.Justify;
    // Of a set paragraph the style is ours; what its host says is remembered.
    const isCentred = !this.#isSet && /center|right|end/.test(hostAlignment(this.#style));
    if (isCentred) this.#centred = true;
    const isNarrow = Math.min(...measures) < NARROWEST_JUSTIFIED_EM;
    return this.#centred || isNarrow ? LineMode.Ragged : LineMode.Justify;
  }
  #centred = false;

  get isSet(): boolean {
    return this.#isSet;
  }

  isIntact(): boolean {
    for (const node of this.#nodes.values()) if (!node.isIntact()) return false;
    return true;
  }

  show({ lines, lastWidth }: EngineLines, { request, boxWidth, leading }: Asked): void {
    const { classList, style } = this.element;
    const { mode, measures } = request;
    const pageLines = this.#mark(lines);
    for (const [run, node] of this.#nodes) node.apply(segmentsOf(run, pageLines));
    const justified = mode === LineMode.Justify;
    if (justified) {
      const tight = (-SPACE_SHRINK * this.naturalSpace) / this.text.fontSize;
      const measure = measures[Math.min(lines.length, measures.length) - 1]!;
      setProperty(style, '--broadsheet-tight', `${tight.toFixed(4)}em`);
      this.#fillLast(measure - lastWidth - this.#trailingSpace);
    } else {
      this.#removeFill();
    }
    classList.toggle('broadsheet-justified', justified);
    if (this.isContained) classList.add('broadsheet-contained');
    if (this.#waits) classList.remove('broadsheet-waiting');
    if (!this.#isSet) classList.add('broadsheet-set');
    this.#isSet = true;
    this.#waits = false;
    this.#lines = lines.length;
    this.#leading = leading;
    this.#boxWidth = boxWidth;
    this.#measure = measures[measures.length - 1]!;
  }

  /** Whether its lines are those of the width that it has. */
  isSetFor(parents: Parents): boolean {
    const asked = this.ask(parents);
    const measure = asked?.request.measures.at(-1) ?? 0;
    return this.#isSet && Math.abs(measure - this.#measure) < MEASURE_TOLERANCE_EM;
  }

  /** Holds its width until it is set anew: where the page changes it, nothing is laid out twice. */
  hold({ width }: Asked): void {
    this.#held.hold(width);
  }

  /** Lets go of its width; true where it was held. */
  letGo(): boolean {
    return this.#held.letGo();
  }

  /**
   * After the last line's text, so that its spaces come out natural. em. Where there is no room the
   * line is stretched to the edge, by less than a space.
   */
  #fillLast(width: number): void {
    if (width <= 0) {
      this.#removeFill();
      return;
    }
    if (!this.#fill?.isConnected) {
      this.#fill = this.element.ownerDocument.createElement('broadsheet-fill');
      this.#fillSize = '';
      this.element.append(this.#fill);
    }
    const size = `${width.toFixed(3)}em`;
    if (this.#fillSize === size) return;
    this.#fillSize = size;
    // A custom property would take twice as long.
    this.#fill.style.setProperty('inline-size', size, 'important');
  }

  #removeFill(): void {
    this.#fill?.remove();
    this.#fill = undefined;
  }

  #mark(lines: EngineLines['lines']): readonly PageLine[] {
    if (!this.#isMixed) return lines;
    const last = lines.length - 1;
    return lines.map((line, i) => ({
      ...line,
      mark: i < last ? markAt(this.text, line.end) : undefined,
    }));
  }

  /** Out of sight until it is shown anew, `height` CSS px high; 0: as it is. */
  hide(height: number): void {
    const reserved = `${(height || this.#lines * this.#leading).toFixed(2)}px`;
    setProperty(this.element.style, '--broadsheet-block-size', reserved);
    this.#held.letGo();
    if (this.#waits) return;
    this.#waits = true;
    this.element.classList.add('broadsheet-waiting');
  }

  /** Where a place in the page is in the paragraph's text. */
  offsetOf(node: Node, offset: number): number | undefined {
    for (const [run, broken] of this.#nodes) {
      const found = broken.offsetOf(node, offset);
      if (found !== undefined) return run.begin + found;
    }
    return undefined;
  }

  placeOf(offset: number): { node: Text; offset: number } {
    const run =
      this.text.runs.find(({ end }) => offset < end) ?? this.text.runs[this.text.runs.length - 1]!;
    return this.#nodes.get(run)!.placeOf(offset - run.begin);
  }

  /** Natural flow: the text in whole nodes, as it was. */
  restore(): void {
    if (!this.#isSet) return;
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
    this.#removeFill();
    classList.remove(...SET_CLASSES);
    if (!this.#hadClass) this.element.removeAttribute('class');
    for (const property of SET_PROPERTIES) style.removeProperty(property);
    this.#held.letGo();
    // Reading it first: an attribute that the browser has yet to write cannot be removed.
    if (!this.#hadStyle && this.element.getAttribute('style') === '') {
      this.element.removeAttribute('style');
    }
    this.#isSet = false;
    this.#waits = false;
  }

  dispose(): void {
    this.#engine.disposeParagraph(this.#handle);
  }
}

function hostAlignment({ textAlign }: CSSStyleDeclaration): string {
  return textAlign.replace('-webkit-', '');
}

function setProperty(style: CSSStyleDeclaration, name: string, value: string): void {
  if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
}
