// How cards are set on this page, the host's own rules included: read off
// a card that is never seen.
import type { BroadsheetCore } from '../broadsheet.js';
import { CARD_PARTS, type ListStyle, type PartStyle } from './codec.js';

/** What the words of a part are measured in. CSS px. */
export interface PartFont {
  readonly font: string;
  readonly fontSize: number;
  readonly letterSpacing: number;
  readonly wordSpacing: number;
  readonly uppercase: boolean;
}

export interface CardStyles {
  readonly style: ListStyle;
  readonly fonts: readonly PartFont[];
  readonly leadFonts: readonly PartFont[];
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
  list.after(probe);
  const cards = [...probe.querySelectorAll<HTMLElement>('.broadsheet-card')];
  const parts = cards.map((card) => readParts(card, kit));
  const { columnGap, rowGap, fontSize } = getComputedStyle(list);
  const text = probe.querySelector<HTMLElement>('.broadsheet-card-text')!;
  const style: ListStyle = {
    fontSize: px(fontSize),
    columnGap: Math.round(px(columnGap)),
    rowGap: Math.round(px(rowGap)),
    pictureGap: Math.round(px(getComputedStyle(text).marginBlockStart)),
    card: parts[0]!.map((part) => part.style),
    lead: parts[1]!.map((part) => part.style),
  };
  const fonts = parts[0]!.map((part) => part.font);
  const leadFonts = parts[1]!.map((part) => part.font);
  const slotFrame = Math.ceil(probe.lastElementChild!.getBoundingClientRect().height);
  probe.remove();
  return { style, fonts, leadFonts, slotFrame, key: JSON.stringify([fonts, leadFonts]) };
}

function createProbe(list: HTMLElement): HTMLElement {
  const { ownerDocument: document } = list;
  const create = (tag: string, ...classes: string[]) => {
    const element = document.createElement(tag);
    element.classList.add(...classes);
    return element;
  };
  const probe = create('div', 'broadsheet-cards-probe');
  probe.setAttribute('aria-hidden', 'true');
  for (const lead of [false, true]) {
    const card = create('div', 'broadsheet-card');
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
  const item = create('div', 'broadsheet-card-slot');
  item.append(slot);
  probe.append(item);
  return probe;
}

function readParts(card: HTMLElement, { fontOf, px }: Kit): { style: PartStyle; font: PartFont }[] {
  return CARD_PARTS.map((name) => {
    const element = card.querySelector<HTMLElement>(`.${name}`)!;
    const style = getComputedStyle(element);
    const fontSize = px(style.fontSize);
    const padding = px(style.paddingBlockStart) + px(style.paddingBlockEnd);
    const border = px(style.borderBlockStartWidth) + px(style.borderBlockEndWidth);
    const height = element.getBoundingClientRect().height - padding - border;
    return {
      style: {
        fontSize,
        lineHeight: height / LINES,
        before: px(style.marginBlockStart),
        frame: padding + border + px(style.marginBlockEnd),
        sides:
          px(style.paddingInlineStart) +
          px(style.paddingInlineEnd) +
          px(style.borderInlineStartWidth) +
          px(style.borderInlineEndWidth),
      },
      font: {
        font: fontOf(style),
        fontSize,
        letterSpacing: px(style.letterSpacing),
        wordSpacing: px(style.wordSpacing),
        uppercase: style.textTransform === 'uppercase',
      },
    };
  });
}
