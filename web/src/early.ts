// broadsheet-early.js: a blocking script for pages that a server rendered. It
// applies what the reader chose before the first paint: the text size, and what
// other controls the page says it has, in `data-controls` of the script.
import { ROOT_PREFIX, readStorage } from './reading/storage.js';

const offered = document.currentScript?.dataset.controls?.split(/\s+/) ?? [];
for (const attribute of ['text-scale', ...offered]) {
  const value = readStorage(attribute);
  // What is no setting, or no value of one, is no concern of the stylesheet either.
  if (value && /^[\w-]+$/.test(attribute + value)) {
    document.documentElement.setAttribute(ROOT_PREFIX + attribute, value);
  }
}
