// The reader's choices: one set per page, shared by all widgets, remembered, and
// followed from tab to tab.
import type { Place } from './place.js';
import { parseSetting, SETTINGS, type SettingName, settingOfAttribute } from './settings.js';
import { KEY_PREFIX, readStorage, writeStorage } from './storage.js';

export type Persist = 'local' | 'none';
type Listener = (name: SettingName, value: string) => void;

export class Choices {
  readonly #place: Place;
  readonly #values = new Map<SettingName, string>();
  readonly #listeners = new Set<Listener>();

  constructor(place: Place) {
    this.#place = place;
    globalThis.addEventListener?.('storage', ({ key, newValue }) => {
      const name = settingOfAttribute(key?.slice(KEY_PREFIX.length) ?? '');
      const value = name && parseSetting(name, newValue);
      if (name && value && value !== this.#values.get(name)) this.#set(name, value);
    });
  }

  /** Undefined until the reader has chosen. */
  get(name: SettingName, persist: Persist): string | undefined {
    const known = this.#values.get(name);
    if (known !== undefined || persist === 'none') return known;
    const stored = parseSetting(name, readStorage(SETTINGS[name].attribute));
    if (stored !== undefined) this.#values.set(name, stored);
    return stored;
  }

  choose(name: SettingName, value: string, persist: Persist): void {
    if (persist === 'local') writeStorage(SETTINGS[name].attribute, value);
    this.#set(name, value);
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(name: SettingName, value: string): void {
    this.#values.set(name, value);
    this.#place.hold(() => {
      for (const listener of [...this.#listeners]) listener(name, value);
    });
  }
}
