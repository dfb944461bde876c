// The same paragraphs as the browser sets them: copies, justified and hyphenated
// by its own means, as wide as their originals.

const OURS = 'broadsheet-break, broadsheet-fill, broadsheet-probe';
const OF_TEXT = [
  'font',
  'lineHeight',
  'letterSpacing',
  'textIndent',
  'direction',
  'fontFeatureSettings',
  'fontVariationSettings',
];

/** A copy of `paragraph` as it would be without us. */
export function twinOf(paragraph) {
  const twin = document.createElement('p');
  twin.className = 'twin-text';
  twin.lang = paragraph.closest('[lang]')?.lang ?? '';
  twin.append(...paragraph.cloneNode(true).childNodes);
  for (const each of twin.querySelectorAll(OURS)) each.remove();
  for (const each of twin.querySelectorAll('broadsheet-fit')) each.replaceWith(...each.childNodes);
  for (const each of twin.querySelectorAll('[id]')) each.removeAttribute('id');
  twin.normalize();
  return twin;
}

/** Gives `twin` the letters and the width that its original has now. */
export function dress(twin, paragraph) {
  const style = getComputedStyle(paragraph);
  for (const name of OF_TEXT) twin.style[name] = style[name];
  // Ours is the spacing that set lines stretch from.
  twin.style.wordSpacing = 'normal';
  twin.style.inlineSize = `${contentWidth(paragraph, style)}px`;
}

function contentWidth(element, style) {
  const sides = ['paddingLeft', 'paddingRight', 'borderLeftWidth', 'borderRightWidth'];
  const room = sides.reduce((sum, side) => sum + Number.parseFloat(style[side]), 0);
  return element.getBoundingClientRect().width - room;
}

/** Each twin beside its original, or under the one before where that is longer than ours. */
export function align(pairs, container) {
  const origin = container.getBoundingClientRect().top;
  let free = 0;
  for (const { paragraph, twin } of pairs) {
    const top = Math.max(paragraph.getBoundingClientRect().top - origin, free);
    twin.style.top = `${top}px`;
    free = top + twin.offsetHeight + Number.parseFloat(getComputedStyle(twin).fontSize) / 2;
  }
  container.style.minBlockSize = `${free}px`;
}
