// broadsheet-early.js: a blocking script for pages that a server rendered. It
// applies what the reader chose before the first paint: the text size, and what
// other controls the page says it has, in `data-controls` of the script.
import { parseSetting, SETTING_NAMES, SETTINGS } from './reading/settings.js';
import { ROOT_PREFIX, readStorage } from './reading/storage.js';

const offered = document.currentScript?.dataset.controls?.split(/\s+/) ?? [];
for (const name of SETTING_NAMES) {
  const { attribute } = SETTINGS[name];
  const value = parseSetting(name, readStorage(attribute));
  if (value && (name === 'textScale' || offered.includes(attribute))) {
    document.documentElement.setAttribute(ROOT_PREFIX + attribute, value);
  }
}
