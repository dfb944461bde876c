// What all entries on one page share, even when a page loads two of them.
import { TextScaleChoice } from './text-scale.js';

interface PageState {
  readonly textScale: TextScaleChoice;
}

const KEY = Symbol.for('broadsheet.page/1');

export function pageState(): PageState {
  const holder = globalThis as { [KEY]?: PageState };
  holder[KEY] ??= { textScale: new TextScaleChoice() };
  return holder[KEY];
}
