// The reader's text size: one per page, shared by all widgets, remembered.
import type { TextScale } from './api.js';

export const TEXT_SCALES: readonly TextScale[] = [1, 2, 3, 4, 5];
export const DEFAULT_TEXT_SCALE: TextScale = 2;
/** Read by broadsheet-early.js too. */
export const STORAGE_KEY = 'broadsheet-text-scale';
/** Set by broadsheet-early.js on the root, for articles that the widget has not reached. */
export const EARLY_ATTRIBUTE = 'data-broadsheet-text-scale';

export function isTextScale(value: unknown): value is TextScale {
  return TEXT_SCALES.includes(value as TextScale);
}

/** The step that `text` names, or undefined. */
export function parseTextScale(text: string | null | undefined): TextScale | undefined {
  const value = text ? Number(text) : undefined;
  return isTextScale(value) ? value : undefined;
}

type Listener = (scale: TextScale) => void;

/** The chosen step, undefined until the reader chooses one. */
export class TextScaleChoice {
  #scale: TextScale | undefined;
  readonly #listeners = new Set<Listener>();

  constructor() {
    globalThis.addEventListener?.('storage', (event) => {
      const scale = event.key === STORAGE_KEY ? parseTextScale(event.newValue) : undefined;
      if (scale !== undefined) this.#set(scale);
    });
  }

  get(persist: 'local' | 'none'): TextScale | undefined {
    this.#scale ??= persist === 'local' ? parseTextScale(readStorage()) : undefined;
    return this.#scale;
  }

  choose(scale: TextScale, persist: 'local' | 'none'): void {
    if (persist === 'local') writeStorage(String(scale));
    this.#set(scale);
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(scale: TextScale): void {
    this.#scale = scale;
    for (const listener of [...this.#listeners]) listener(scale);
  }
}

// Storage may be forbidden, or full: then the choice lasts as long as the page.
function readStorage(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

function writeStorage(value: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, value);
  } catch {}
}
