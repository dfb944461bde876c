// How cards are set on this page, the host's own rules included: read off
// a card that is never seen.

import type { BroadsheetCore } from '../broadsheet.js';
import { blockSizeOf, isVertical } from './axes.js';
import { CARD_PARTS, type ListStyle, type PartStyle } from './codec.js';

/** What the words of a part are measured in. CSS px. */
export interface PartFont {
  readonly font: string;
  readonly fontSize: number;
  readonly letterSpacing: number;
  readonly wordSpacing: number;
  readonly transform: string;
}

/** Words of a part that are emphasised, or marked otherwise. */
export interface MarkFont extends PartFont {
  /** What is shown before and after them: quotation marks. */
  readonly around: number;
}

export interface CardStyles {
  readonly style: ListStyle;
  readonly fonts: readonly PartFont[];
  readonly leadFonts: readonly PartFont[];
  /** Of words of a part within these elements, the outermost first: `em code`. */
  markFont(part: number, lead: boolean, marks: string): MarkFont;
  /** Height of a slot without what it holds. */
  readonly slotFrame: number;
  /** Changes when anything does that was measured. */
  readonly key: string;
}

const LINES = 4;

type Kit = BroadsheetCore['kit'];

export function readStyles(list: HTMLElement, kit: Kit): CardStyles {
  const { px } = kit;
  const probe = createProbe(list);
  const cards = [...probe.querySelectorAll<HTMLElement>('.broadsheet-card')];
  const parts = cards.map((card) => readParts(card, kit));
  const { columnGap, rowGap, fontSize } = getComputedStyle(list);
  const text = probe.querySelector<HTMLElement>('.broadsheet-card-text')!;
  const style: ListStyle = {
    fontSize: px(fontSize),
    columnGap: Math.round(px(columnGap)),
    rowGap: Math.round(px(rowGap)),
    pictureGap: px(getComputedStyle(text).marginBlockStart),
    card: parts[0]!.map((part) => part.style),
    lead: parts[1]!.map((part) => part.style),
  };
  const fonts = parts[0]!.map((part) => part.font);
  const leadFonts = parts[1]!.map((part) => part.font);
  const slotFrame = Math.ceil(blockSizeOf(probe.lastElementChild!));
  probe.remove();
  const known = new Map<string, MarkFont>();
  const markFont = (part: number, lead: boolean, marks: string) => {
    const key = `${part} ${lead} ${marks}`;
    const found = known.get(key) ?? readMark(list, kit, { part, lead, marks });
    known.set(key, found);
    return found;
  };
  return { style, fonts, leadFonts, markFont, slotFrame, key: JSON.stringify([fonts, leadFonts]) };
}

function create(tag: string, ...classes: string[]): HTMLElement {
  const element = document.createElement(tag);
  element.classList.add(...classes);
  return element;
}

/**
 * A list like `list`, of items like its own: a host's rule for either reaches the probe. It stands
 * last, since Chromium styles anew all that is in a list when something is put beside it.
 */
function createProbe(list: HTMLElement): HTMLElement {
  const probe = list.cloneNode(false) as HTMLElement;
  probe.classList.add('broadsheet-cards-probe');
  probe.removeAttribute('style');
  probe.setAttribute('aria-hidden', 'true');
  for (const lead of [false, true]) {
    const card = create('li', 'broadsheet-card');
    // Not the first child of its card: it has its margin.
    const text = create('div', 'broadsheet-card-text');
    if (lead) card.classList.add('broadsheet-card-lead');
    for (const name of CARD_PARTS) {
      const heading = list.querySelector('.broadsheet-card-title')?.localName ?? 'h3';
      const part = create(name === 'broadsheet-card-title' ? heading : 'p', name);
      part.textContent = Array(LINES).fill('x').join('\n');
      text.append(part);
    }
    card.append(create('div'), text);
    probe.append(card);
  }
  const slot = create('aside', 'broadsheet-slot');
  const label = create('p', 'broadsheet-slot-label');
  label.textContent = 'x';
  slot.append(label);
  const item = create('li', 'broadsheet-card-slot');
  item.append(slot);
  probe.append(item);
  list.parentElement!.append(probe);
  return probe;
}

function readParts(card: HTMLElement, kit: Kit): { style: PartStyle; font: PartFont }[] {
  const { px } = kit;
  return CARD_PARTS.map((name) => {
    const element = card.querySelector<HTMLElement>(`.${name}`)!;
    const style = getComputedStyle(element);
    const padding = px(style.paddingBlockStart) + px(style.paddingBlockEnd);
    const border = px(style.borderBlockStartWidth) + px(style.borderBlockEndWidth);
    const height = blockSizeOf(element) - padding - border;
    const font = readFont(style, kit);
    return {
      style: {
        fontSize: font.fontSize,
        lineHeight: height / LINES,
        before: px(style.marginBlockStart),
        frame: padding + border + px(style.marginBlockEnd),
        sides:
          px(style.paddingInlineStart) +
          px(style.paddingInlineEnd) +
          px(style.borderInlineStartWidth) +
          px(style.borderInlineEndWidth),
      },
      font,
    };
  });
}

function readFont(style: CSSStyleDeclaration, { fontOf, px }: Kit): PartFont {
  return {
    font: fontOf(style),
    fontSize: px(style.fontSize),
    letterSpacing: px(style.letterSpacing),
    wordSpacing: px(style.wordSpacing),
    transform: style.textTransform,
  };
}

interface MarkedWords {
  readonly part: number;
  readonly lead: boolean;
  readonly marks: string;
}

function readMark(list: HTMLElement, kit: Kit, { part, lead, marks }: MarkedWords): MarkFont {
  const probe = createProbe(list);
  const parent = probe.children[lead ? 1 : 0]!.querySelector(`.${CARD_PARTS[part]}`)!;
  let [outermost, innermost]: (HTMLElement | undefined)[] = [];
  for (const tag of marks.split(' ')) {
    const element = document.createElement(tag);
    if (innermost) innermost.append(element);
    else parent.append(element);
    outermost ??= element;
    innermost = element;
  }
  const words = document.createTextNode('x');
  innermost!.append(words);
  const range = document.createRange();
  range.selectNode(words);
  const font = readFont(getComputedStyle(innermost!), kit);
  const around = inlineExtent(outermost!) - inlineExtent(range);
  probe.remove();
  return { ...font, around: Math.max(0, around) };
}

/** Along a line that lies or stands. */
function inlineExtent(of: Element | Range): number {
  const { width, height } = of.getBoundingClientRect();
  const element = of instanceof Element ? of : of.startContainer.parentElement!;
  return isVertical(element) ? height : width;
}
