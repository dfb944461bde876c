// docs/typesetting.md names what the public types name: nothing less, nothing more.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from './support/paths.js';

const page = readText('docs/typesetting.md');
const api = readText('web/src/api.ts');

/** The names in the first column of the table under `heading`. */
function rowsUnder(heading: string): string[] {
  const section = page.split(`${heading}\n`)[1]!.split(/\n##/)[0]!;
  const cells = [...section.matchAll(/^\| (`[^|]*`) \|/gm)].map(([, cell]) => cell!);
  return cells
    .flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!))
    .filter((name) => name !== 'native');
}

test('every reason to leave a paragraph to the browser has its row', () => {
  const reasons = api.split('export type NativeReason =')[1]!.split(';')[0]!;
  const names = [...reasons.matchAll(/'([a-z-]+)'/g)].map(([, name]) => name!);
  assert.ok(names.length > 10);
  assert.deepEqual(rowsUnder("### What stays the browser's"), names);
});

test('every figure of a report has its row', () => {
  const quality = api.split('export interface LineQuality {')[1]!.split('\n}')[0]!;
  const names = [...quality.matchAll(/readonly (\w+):/g)].map(([, name]) => name!);
  assert.ok(names.length > 10);
  assert.deepEqual(rowsUnder('## report()').sort(), names.sort());
});
