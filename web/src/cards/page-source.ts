// Where the elements of a page of cards come from.
import type { RenderOptions } from '../api.js';
import type { BroadsheetCore } from '../broadsheet.js';
import type { CardFeed } from '../card-feed.js';
import type { GroupSource } from './group.js';

/** The section with cards [begin, end) of a page. */
export function buildSection(
  { engine, kit }: BroadsheetCore,
  feed: CardFeed,
  page: number,
  range: readonly [begin: number, end: number],
  options: RenderOptions,
): HTMLElement {
  const commands = feed.commands(page, range, options);
  return kit.buildElement(commands, engine.vocabulary, document) as HTMLElement;
}

export function pageSource(
  core: BroadsheetCore,
  feed: CardFeed,
  page: number,
  options: RenderOptions,
): GroupSource {
  const { count, slots, lang } = feed.pages[page]!;
  return {
    count,
    slots,
    lang,
    build: (begin, end) => {
      const section = buildSection(core, feed, page, [begin, end], options);
      return [...section.querySelector('.broadsheet-cards')!.children] as HTMLElement[];
    },
  };
}
