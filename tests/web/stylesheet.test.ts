// What the stylesheet costs a page: a browser tries every rule on every element, unless the rule
// itself says where it can hold.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from './support/paths.js';

/** The selectors of a minified stylesheet, one for each part of a list. */
function selectorsOf(css: string): string[] {
  const preludes = [...css.matchAll(/(?<=[{};])[^{}@;]+(?=\{)/g)].map(([prelude]) => prelude);
  return preludes.flatMap(partsOf);
}

/** A list at the commas that stand in no parentheses. */
function partsOf(list: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of list) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

/** Without pseudo-classes that offer a choice: browsers tell nothing from those beforehand. */
function certainPartOf(selector: string): string {
  const choice = /:(is|where|not|has)\((?:[^()]*,[^()]*)\)/g;
  const negation = /:not\([^()]*\)/g;
  let rest = selector;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(negation, '').replace(choice, '');
  }
  return rest;
}

test('every selector names something of ours outside of what it leaves to choose', () => {
  const selectors = selectorsOf(readText('dist/broadsheet.css'));
  const vague = selectors.filter(
    (each) => !/broadsheet|^:root$|^to$|^from$/.test(certainPartOf(each)),
  );
  assert.ok(selectors.length > 300, `${selectors.length} selectors were found`);
  assert.deepEqual(vague, []);
});

test('no highlight is styled while nothing is read aloud: it would slow every element', () => {
  assert.doesNotMatch(readText('dist/broadsheet.css'), /::highlight/);
});
