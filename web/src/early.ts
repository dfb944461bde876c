// broadsheet-early.js: a blocking script for pages that a server rendered. It
// applies the remembered text size before the first paint.
import { EARLY_ATTRIBUTE, parseTextScale, STORAGE_KEY } from './text-scale.js';

try {
  const scale = parseTextScale(localStorage.getItem(STORAGE_KEY));
  if (scale) document.documentElement.setAttribute(EARLY_ATTRIBUTE, String(scale));
} catch {}
