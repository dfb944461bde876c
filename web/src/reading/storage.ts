// Where choices are kept, for the widget and broadsheet-early.js.

/** Before the attribute of a setting: its key in localStorage. */
export const KEY_PREFIX = 'broadsheet-';
/** Before the attribute of a setting: what broadsheet-early.js sets on the root. */
export const ROOT_PREFIX = 'data-broadsheet-';

// Storage may be forbidden, or full: then a choice lasts as long as the page.
export function readStorage(attribute: string): string | null {
  try {
    return localStorage.getItem(KEY_PREFIX + attribute);
  } catch {
    return null;
  }
}

export function writeStorage(attribute: string, value: string): void {
  try {
    localStorage.setItem(KEY_PREFIX + attribute, value);
  } catch {}
}
