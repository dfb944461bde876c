// The rules that keep the house simple: see CONTRIBUTING.md.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { projectFile, readText } from './support/paths.js';

/** Each folder may include itself and those before it. */
const FOLDERS = [
  'base',
  'unicode',
  'document',
  'typography',
  'render',
  'hyphenation',
  'typeset',
  'layout',
];

function sources(folder: string): string[] {
  return readdirSync(projectFile(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(cpp|h)$/.test(name))
    .map((name) => `${folder}/${name}`);
}

function includes(path: string): string[] {
  return [...readText(path).matchAll(/^#include "([^"]+)"/gm)].map(([, name]) => name!);
}

test('in src/ a folder includes itself and the folders above it, nothing below', () => {
  const wrong: string[] = [];
  for (const path of sources('src')) {
    const folder = path.split('/')[1]!;
    const rank = FOLDERS.indexOf(folder);
    if (rank < 0) continue; // broadsheet.h and broadsheet.cpp see everything.
    for (const name of includes(path)) {
      const other = FOLDERS.indexOf(name.split('/')[0]!);
      if (other > rank || name === 'broadsheet.h') wrong.push(`${path} includes ${name}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('every folder of src/ has its place in the order', () => {
  const folders = readdirSync(projectFile('src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  assert.deepEqual(
    folders.filter((name) => !FOLDERS.includes(name)),
    [],
  );
});

test('the engine does no I/O, reads no clock, throws nothing and knows no Emscripten', () => {
  const banned =
    /#include <(iostream|fstream|cstdio|chrono|ctime|thread|emscripten)|\bthrow\b|\btry\b/;
  const wrong = sources('src').filter((path) =>
    banned.test(readText(path).replace(/\/\/.*$/gm, '')),
  );
  assert.deepEqual(wrong, []);
});

// Two would be one to the linker: it keeps either's inline functions for both.
test('no two headers of src/ define a type of the same name', () => {
  const home = new Map<string, string>();
  const twice: string[] = [];
  for (const path of sources('src').filter((name) => name.endsWith('.h'))) {
    const types = /^(?:struct|class|enum(?: class)?) (\w+)[^;{]*\{/gm;
    for (const [, name] of readText(path).matchAll(types)) {
      if (home.has(name!)) twice.push(`${name} in ${home.get(name!)} and ${path}`);
      home.set(name!, path);
    }
  }
  assert.ok(home.has('PreparedParagraph'));
  assert.deepEqual(twice, []);
});

test('nlohmann_json is used by one file alone, and Emscripten by wasm/ alone', () => {
  const all = [...sources('src'), ...sources('wasm')];
  const users = (pattern: RegExp) => all.filter((path) => pattern.test(readText(path)));
  assert.deepEqual(users(/#include "nlohmann/), ['src/document/json_value.cpp']);
  assert.deepEqual(users(/#include <emscripten/).sort(), [
    'wasm/article_bindings.cpp',
    'wasm/card_bindings.cpp',
    'wasm/crossing.cpp',
    'wasm/embind_types.cpp',
    'wasm/text_bindings.cpp',
    'wasm/typeset_bindings.cpp',
  ]);
});

test('nothing in web/ parses HTML or makes code of text', () => {
  const banned =
    /(inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|setHTML|\beval\(|new Function/;
  const scripts = readdirSync(projectFile('web/src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `web/src/${name}`);
  assert.deepEqual(
    scripts.filter((path) => banned.test(readText(path))),
    [],
  );
  for (const name of ['broadsheet.js', 'broadsheet.mjs', 'element.mjs', 'cards.mjs']) {
    assert.doesNotMatch(readText(`dist/${name}`), banned, `dist/${name}`);
  }
});

test('what is loaded for cards alone brings no copy of the rest', () => {
  const files = readdirSync(projectFile('web/src/cards'));
  const imports = files.flatMap((name) =>
    [
      ...readText(`web/src/cards/${name}`).matchAll(/^(?:import|export) [^;]*?from '([^']+)';/gm),
    ].map(([statement, from]) => ({ name, from: from!, isType: /^\w+ type /.test(statement) })),
  );
  assert.ok(imports.length > 20);
  assert.deepEqual(
    imports.filter(({ from, isType }) => from.startsWith('../') && !isType),
    [],
  );
});

test('every language gives exactly the strings that the engine knows', () => {
  const source = readText('src/typography/strings.cpp');
  const keys = [...source.matchAll(/\{StringKey::\w+,\s*"(\w+)"/g)].map(([, name]) => name!);
  assert.ok(keys.length > 20);
  const folder = 'src/typography/languages';
  for (const name of readdirSync(projectFile(folder))) {
    const given = Object.keys(JSON.parse(readText(`${folder}/${name}`)));
    assert.deepEqual(given, keys, name);
  }
});

test('docs/reading-time.md gives the speeds that the engine reckons with', () => {
  const source = readText('src/typography/reading_time.cpp');
  const document = readText('docs/reading-time.md');
  const inSource = [...source.matchAll(/Speed\{"(\w+)", (\d+)\}/g)].map(
    ([, tag, speed]) => `${tag} ${speed}`,
  );
  const inDocument = [...document.matchAll(/^\| `(\w+)` \| (\d+) words/gm)].map(
    ([, tag, speed]) => `${tag} ${speed}`,
  );
  assert.ok(inSource.length > 10);
  assert.deepEqual(inDocument.sort(), inSource.sort());
  for (const [, speed] of source.matchAll(/PerMinute = (\d+);/g)) {
    assert.match(document, new RegExp(`\\| ${speed} (words|characters) \\|`));
  }
});

test('every language has words in order: months, places, digits', () => {
  const folder = 'src/typography/languages';
  const placeholders = (text: string) =>
    new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!));
  const french = JSON.parse(readText(`${folder}/fr.json`)) as Record<string, string>;
  for (const name of readdirSync(projectFile(folder))) {
    const words = JSON.parse(readText(`${folder}/${name}`)) as Record<string, string>;
    assert.equal(words.months?.split('|').length, 12, name);
    assert.equal([...(words.digits ?? '')].length, 10, name);
    for (const [key, text] of Object.entries(words)) {
      assert.ok(text.trim() !== '' && text.normalize('NFC') === text, `${name} ${key}`);
      if (['date', 'dateTime', 'readingTime'].includes(key)) continue;
      assert.deepEqual(placeholders(text), placeholders(french[key] ?? ''), `${name} ${key}`);
    }
  }
});
