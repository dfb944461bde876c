// A paragraph of the page as text: what the engine is given, or why it is not.

import type { NativeReason } from '../api.js';
import { px } from '../px.js';
import { fontOf, type Spacing } from './font.js';
import type { ForeignRun } from './wire.js';

/** A stretch of text in one font. Offsets are in the paragraph's text. */
export interface Run {
  readonly node: Text;
  readonly begin: number;
  readonly end: number;
  readonly font: string;
  readonly spacing: Spacing;
  /** The nearest element whose text is ordered by itself; undefined for the paragraph. */
  readonly isolate: Element | undefined;
  readonly isRtl: boolean;
}

export interface ParagraphText {
  readonly text: string;
  readonly runs: readonly Run[];
  readonly lang: string;
  readonly foreign: readonly ForeignRun[];
  /** CSS px. */
  readonly fontSize: number;
  readonly isRtl: boolean;
  /** What inline elements add to their text: by the offset before which it stands. */
  readonly insets: ReadonlyMap<number, Inset>;
}

interface Inset {
  /** Of an element that begins here. */
  readonly begin: Added;
  /** Of one that ends here. */
  readonly end: Added;
}

export interface Added {
  /** Padding, border, margin and letter-spacing, CSS px. */
  width: number;
  /** Of `::before` or `::after`. */
  readonly texts: { readonly font: string; readonly text: string }[];
}

/** In em: past these a reader has chosen spacing, and the browser spaces for them. */
const READERS_LETTER_SPACING = 0.06;
const READERS_WORD_SPACING = 0.1;
const DIRECTIONAL_CONTROL = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/;
const REPLACED =
  /^(img|svg|video|audio|iframe|canvas|input|button|select|textarea|object|embed|math|ruby)$/;

/** The text of `paragraph`, or why the browser keeps it. */
export function collectParagraph(
  paragraph: HTMLElement,
  fallbackLang = '',
): ParagraphText | NativeReason {
  const style = getComputedStyle(paragraph);
  const lang = langOf(paragraph) || fallbackLang;
  return reasonOfStyle(paragraph, style) ?? new Collector(paragraph, style, lang).collect();
}

class Collector {
  readonly #paragraph: HTMLElement;
  readonly #style: CSSStyleDeclaration;
  readonly #runs: Run[] = [];
  readonly #insets = new Map<number, Inset>();
  readonly #foreign: { begin: number; end: number; lang: string }[] = [];
  readonly #lang: string;
  #text = '';

  constructor(paragraph: HTMLElement, style: CSSStyleDeclaration, lang: string) {
    this.#paragraph = paragraph;
    this.#style = style;
    this.#lang = lang;
  }

  collect(): ParagraphText | NativeReason {
    const reason = this.#walk(this.#paragraph, this.#style, undefined);
    if (reason) return reason;
    if (this.#text.trim() === '') return 'empty';
    if (DIRECTIONAL_CONTROL.test(this.#text)) return 'directional-control';
    return {
      text: this.#text,
      runs: this.#runs,
      lang: this.#lang,
      foreign: this.#foreign,
      fontSize: px(this.#style.fontSize),
      isRtl: this.#style.direction === 'rtl',
      insets: this.#insets,
    };
  }

  #walk(
    parent: HTMLElement,
    style: CSSStyleDeclaration,
    isolate: Element | undefined,
  ): NativeReason | undefined {
    const look = {
      font: fontOf(style),
      spacing: { letterSpacing: px(style.letterSpacing), wordSpacing: px(style.wordSpacing) },
      isolate,
      isRtl: style.direction === 'rtl',
    };
    for (const child of parent.childNodes) {
      if (child instanceof Text) {
        const begin = this.#text.length;
        this.#text += child.data;
        if (child.data) this.#runs.push({ node: child, begin, end: this.#text.length, ...look });
      } else if (child instanceof HTMLElement) {
        const reason = this.#enter(child, isolate);
        if (reason) return reason;
      } else if (child instanceof Element) {
        return 'picture';
      }
    }
    return undefined;
  }

  #enter(element: HTMLElement, isolate: Element | undefined): NativeReason | undefined {
    const style = getComputedStyle(element);
    // Beside the text, not of it.
    if (style.display === 'none' || style.float !== 'none') return undefined;
    const reason = reasonOfInline(element, style);
    if (reason) return reason;
    const begin = this.#text.length;
    addEdge(this.#inset(begin).begin, element, style, 'Start');
    const isIsolated =
      /isolate|override/.test(style.unicodeBidi) || style.direction !== this.#style.direction;
    const inner = this.#walk(element, style, isIsolated ? element : isolate);
    if (inner) return inner;
    const end = this.#text.length;
    addEdge(this.#inset(end).end, element, style, 'End');
    this.#addForeign(element, begin, end);
    return undefined;
  }

  #addForeign(element: HTMLElement, begin: number, end: number): void {
    const lang = element.getAttribute('lang');
    const last = this.#foreign.at(-1)?.end ?? 0;
    if (lang && lang !== this.#lang && begin >= last && end > begin) {
      this.#foreign.push({ begin, end, lang });
    }
  }

  #inset(offset: number): Inset {
    let inset = this.#insets.get(offset);
    if (!inset) {
      inset = { begin: { width: 0, texts: [] }, end: { width: 0, texts: [] } };
      this.#insets.set(offset, inset);
    }
    return inset;
  }
}

export function langOf(element: Element): string {
  return element.closest('[lang]')?.getAttribute('lang') ?? '';
}

function reasonOfStyle(element: HTMLElement, style: CSSStyleDeclaration): NativeReason | undefined {
  if (style.display === 'none' || style.visibility === 'collapse') return 'hidden';
  if (element.getClientRects().length === 0) return 'hidden';
  if (element.isContentEditable) return 'editable';
  if (style.writingMode !== 'horizontal-tb') return 'writing-mode';
  if (/flex|grid|table/.test(style.display)) return 'mixed';
  if (style.columnCount !== 'auto' || style.columnWidth !== 'auto') return 'columns';
  if (keepsWhiteSpace(style)) return 'white-space';
  if (hasReadersSpacing(style)) return 'spacing';
  if (!generatesOnly(element, () => false)) return 'generated';
  if (getComputedStyle(element, '::first-letter').float !== 'none') return 'first-letter';
  return style.textTransform === 'none' ? undefined : 'transform';
}

function keepsWhiteSpace({ whiteSpace, whiteSpaceCollapse }: CSSStyleDeclaration): boolean {
  return /pre|break|preserve/.test(whiteSpaceCollapse || whiteSpace) || whiteSpace === 'nowrap';
}

/** WCAG 2.2, 1.4.12 asks for .12 em between letters and .16 em between words. */
function hasReadersSpacing(style: CSSStyleDeclaration): boolean {
  const size = px(style.fontSize);
  return (
    Math.abs(px(style.letterSpacing)) > READERS_LETTER_SPACING * size ||
    Math.abs(px(style.wordSpacing)) > READERS_WORD_SPACING * size
  );
}

function reasonOfInline(
  element: HTMLElement,
  style: CSSStyleDeclaration,
): NativeReason | undefined {
  if (element.localName === 'br') return 'line-break';
  if (REPLACED.test(element.localName)) return 'picture';
  if (style.display !== 'inline') return 'inline-block';
  if (style.position === 'absolute' || style.position === 'fixed') return 'inline-block';
  if (style.textTransform !== 'none') return 'transform';
  if (element.isContentEditable) return 'editable';
  return generatesOnly(element, isPlainText) ? undefined : 'generated';
}

/** What a computed `content` shows, and what it says. */
const CONTENT_STRING = /^"((?:[^"\\]|\\")*)"(?: \/ .*)?$/;

/** Nothing of `element`'s but what is `allowed` comes from `::before` or `::after`. */
function generatesOnly(
  element: HTMLElement,
  isAllowed: (style: CSSStyleDeclaration) => boolean,
): boolean {
  return ['::before', '::after'].every((pseudo) => {
    const style = getComputedStyle(element, pseudo);
    return isNothing(style) || isAllowed(style);
  });
}

function isNothing({ content, display }: CSSStyleDeclaration): boolean {
  return content === 'none' || content === 'normal' || content === '""' || display === 'none';
}

/** Text in the line, whose width can be measured. */
function isPlainText({ content, display, position, float }: CSSStyleDeclaration): boolean {
  const isInLine = display === 'inline' && position === 'static' && float === 'none';
  return isInLine && CONTENT_STRING.test(content);
}

/** Adds what stands at one edge of an inline element, between its text and its neighbour's. */
function addEdge(
  added: Added,
  element: HTMLElement,
  style: CSSStyleDeclaration,
  edge: 'Start' | 'End',
): void {
  added.width += edgeWidth(style, edge);
  const generated = getComputedStyle(element, edge === 'Start' ? '::before' : '::after');
  if (isNothing(generated)) return;
  const text = CONTENT_STRING.exec(generated.content)![1]!.replaceAll('\\"', '"');
  const edges = edgeWidth(generated, 'Start') + edgeWidth(generated, 'End');
  added.width += edges + px(generated.letterSpacing) * text.length;
  added.texts.push({ font: fontOf(generated), text });
}

function edgeWidth(style: CSSStyleDeclaration, edge: 'Start' | 'End'): number {
  return (
    px(style[`marginInline${edge}`]) +
    px(style[`borderInline${edge}Width`]) +
    px(style[`paddingInline${edge}`])
  );
}
