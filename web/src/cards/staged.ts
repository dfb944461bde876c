// Cards that are in the document already, an article's or a server's: laid out, and
// followed by further pages.
import type { CardSlot, CardsOptions } from '../api.js';
import type { BroadsheetCore } from '../broadsheet.js';
import type { CardFeed } from '../card-feed.js';
import { pageSource } from './page-source.js';
import { Pager } from './pager.js';
import { CardStage } from './stage.js';

export interface StagedCards {
  readonly stage: CardStage;
  destroy(): void;
}

/** `seen`: they keep the height they have where the reader may have seen it. */
export function stageCards(
  core: BroadsheetCore,
  root: Element,
  options: CardsOptions,
  seen: boolean,
): StagedCards | undefined {
  const list = root.querySelector<HTMLElement>('.broadsheet-recommended .broadsheet-cards');
  if (!list) return undefined;
  const section = list.parentElement!;
  const { top, height } = section.getBoundingClientRect();
  const { lang } = list.closest<HTMLElement>('[lang]') ?? { lang: '' };
  const strings = core.engine.strings(lang);
  const stage = new CardStage(core, list, strings, options.layout);
  const pager = createPager(core, list, options, { lang, strings, stage });
  const items = [...list.children] as HTMLElement[];
  stage.settle(section, seen && top < innerHeight ? height : 0, () => {
    stage.add({ ...countItems(items, core), lang, build: () => items });
  });
  return {
    stage,
    destroy() {
      pager?.destroy();
      stage.destroy();
    },
  };
}

function countItems(items: readonly Element[], { kit }: BroadsheetCore) {
  const slots: CardSlot[] = [];
  let count = 0;
  for (const item of items) {
    const slot = item.querySelector(':scope > .broadsheet-slot');
    if (slot) slots.push({ before: count, sizes: kit.sizesOf(slot) });
    else count++;
  }
  return { count, slots };
}

interface Place {
  readonly lang: string;
  readonly strings: Readonly<Record<string, string>>;
  readonly stage: CardStage;
}

/** Undefined where no page follows. */
function createPager(
  core: BroadsheetCore,
  list: HTMLElement,
  options: CardsOptions,
  { lang, strings, stage }: Place,
): Pager | undefined {
  const next = list.getAttribute('data-next');
  if (!next) return undefined;
  const feed: CardFeed = core.newFeed({ lang, exclude: namesOf(list) });
  return new Pager(core.kit, feed, list, {
    strings,
    next,
    onScroll: options.more === 'scroll',
    add: () => stage.add(pageSource(core, feed, feed.pages.length - 1, options)),
  });
}

/** What the cards of a list may be known by. */
function namesOf(list: HTMLElement): string[] {
  const attributes = (name: string) =>
    [...list.querySelectorAll(`[${name}]`)].map((each) => each.getAttribute(name)!);
  return [...attributes('data-card'), ...attributes('href')];
}
