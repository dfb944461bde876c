// Every text of JSONTestSuite, through the module: https://github.com/nst/JSONTestSuite
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type * as Api from '../../web/src/api.js';
import { projectFile } from './support/paths.js';

const corpora = process.env.BROADSHEET_CORPORA ?? projectFile('../shared/corpora');
const folder = `${corpora}/json/JSONTestSuite/test_parsing`;
const skip = existsSync(folder) ? false : 'no json/JSONTestSuite in BROADSHEET_CORPORA';

const { createBroadsheet } = (await import(
  pathToFileURL(projectFile('dist/server.mjs')).href
)) as Pick<typeof Api, 'createBroadsheet'>;
const broadsheet = await createBroadsheet();

/** 100,000 levels that are never closed: the limit is met before the fault. */
const TOO_DEEP = ['n_structure_100000_opening_arrays.json', 'n_structure_open_array_object.json'];

function files(verdict: 'y' | 'n' | 'i'): string[] {
  return readdirSync(folder).filter((name) => name.startsWith(`${verdict}_`));
}

function errors(name: string): string[] {
  return broadsheet
    .parse(readFileSync(`${folder}/${name}`))
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

test('no JSON is called a syntax error', { skip }, () => {
  const names = files('y');
  assert.equal(names.length, 95);
  for (const name of names) assert.ok(!errors(name).includes('json-syntax'), name);
});

test('what is not JSON is called so, or too deep', { skip }, () => {
  const names = files('n');
  assert.equal(names.length, 188);
  for (const name of names) {
    assert.deepEqual(errors(name), [TOO_DEEP.includes(name) ? 'limit-depth' : 'json-syntax'], name);
  }
});

test('a number is the same in every form that JSON has', () => {
  for (const width of ['640', '640.0', '6.4e2', '0.64E+3', '64000e-2', `64${'0'.repeat(25)}e-24`]) {
    const image = `{"type":"image","src":"a.jpg","alt":"","width":${width}}`;
    const article = broadsheet.parse(`{"title":"x","body":[${image}]}`);
    assert.deepEqual(article.diagnostics, [], width);
    assert.match(broadsheet.toHTML(article), /width="640"/, width);
  }
});

test('a number too small or of too many digits is no fault of the syntax', () => {
  for (const minutes of ['1e-999', '-0.0', `0.${'3'.repeat(999)}`, '9'.repeat(300)]) {
    const { ok, diagnostics } = broadsheet.parse(`{"title":"x","readingTime":${minutes}}`);
    assert.ok(ok, minutes);
    assert.equal(diagnostics[0]?.code, 'bad-value', minutes);
  }
});

test('a control character is named in the message', () => {
  const message = broadsheet.parse('{"title":"\u0001"}').diagnostics[0]?.message ?? '';
  assert.match(message, /^not JSON at line 1, column 11: .*U\+0001/);
});

test('where parsers may differ, nothing crashes', { skip }, () => {
  const names = files('i');
  assert.equal(names.length, 35);
  for (const name of names) errors(name);
  assert.ok(broadsheet.parse('{"title":"still here"}').ok);
});
