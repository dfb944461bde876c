// docs/accessibility.md speaks of every criterion, and of no test that is not there.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { projectFile, readText } from './support/paths.js';

const DOCS = readText('docs/accessibility.md');

/** WCAG 2.2, levels A and AA: from the first to the last of each guideline, but for what is AAA. */
const CRITERIA =
  '1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 ' +
  '1.4.10 1.4.11 1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 ' +
  '2.4.6 2.4.7 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 ' +
  '3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3';

/** The criteria of a table's first column: `1.2.1–1.2.5` stands for five. */
function criteriaOf(section: string): Set<string> {
  const found = new Set<string>();
  for (const [, cell = ''] of section.matchAll(/^\| (\d[^|]*)\|/gm)) {
    for (const [, first = '', last = first] of cell.matchAll(/(\d+\.\d+\.\d+)(?:–([\d.]+\d))?/g)) {
      const number = (criterion: string) => Number(criterion.split('.')[2]);
      const guideline = first.replace(/\d+$/, '');
      for (let i = number(first); i <= number(last); i++) found.add(guideline + i);
    }
  }
  return found;
}

test('every criterion of WCAG 2.2, levels A and AA, has its row', () => {
  const section = DOCS.slice(DOCS.indexOf('## Level A and AA'), DOCS.indexOf('## AAA'));
  const found = criteriaOf(section);
  const criteria = CRITERIA.split(' ');
  assert.equal(criteria.length, 55);
  assert.deepEqual(
    criteria.filter((each) => !found.has(each)),
    [],
  );
});

test('every test that is named exists', () => {
  const named = [...DOCS.matchAll(/\b([a-z]+(?:-[a-z]+)*): ((?:“[^”]+”)(?:, “[^”]+”)*)/g)];
  assert.ok(named.length > 25, `${named.length}`);
  for (const [, file = '', titles = ''] of named) {
    const path = `tests/web/${file}.test.ts`;
    assert.ok(existsSync(projectFile(path)), path);
    const source = readText(path).replaceAll('\n', ' ');
    for (const [, title = ''] of titles.matchAll(/“([^”]+)”/g)) {
      assert.ok(source.includes(title.replace(/\s+/g, ' ')), `${path} has no “${title}”`);
    }
  }
});
