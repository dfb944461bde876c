// What all entries on one page share, even when a page loads two of them.
import { Choices } from './reading/choices.js';
import { Place } from './reading/place.js';

interface PageState {
  readonly choices: Choices;
  readonly place: Place;
}

const KEY = Symbol.for('broadsheet.page/1');

export function pageState(): PageState {
  const holder = globalThis as { [KEY]?: PageState };
  if (!holder[KEY]) {
    const place = new Place();
    holder[KEY] = { choices: new Choices(place), place };
  }
  return holder[KEY];
}
