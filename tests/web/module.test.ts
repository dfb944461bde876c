// The module in Node, through the entries for servers and the edge.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type * as Api from '../../web/src/api.js';
import { projectFile, readText } from './support/paths.js';

type Entry = Pick<typeof Api, 'createBroadsheet'>;

function entry(name: string): Promise<Entry> {
  return import(pathToFileURL(projectFile(`dist/${name}`)).href);
}

const { createBroadsheet } = await entry('server.mjs');
const seed = readText('examples/articles/mali-russie.json');

test('dist/ holds what is published, and nothing else', () => {
  assert.deepEqual(readdirSync(projectFile('dist')).sort(), [
    'article.schema.json',
    'broadsheet-early.js',
    'broadsheet.css',
    'broadsheet.js',
    'broadsheet.mjs',
    'broadsheet.wasm',
    'cli.mjs',
    'custom-elements.json',
    'edge.mjs',
    'element.mjs',
    'index.d.ts',
    'lang',
    'server.mjs',
  ]);
});

test('the early script stays under 1 KB', () => {
  assert.ok(readText('dist/broadsheet-early.js').length < 1024);
});

test('an article is read from a string, from bytes and from an object alike', async () => {
  const broadsheet = await createBroadsheet();
  const forms = [seed, new TextEncoder().encode(seed), JSON.parse(seed) as object];
  for (const form of forms) {
    const { ok, diagnostics, title, lang, wordCount, readingMinutes } = broadsheet.parse(form);
    assert.deepEqual(
      { ok, diagnostics, title, lang, wordCount, readingMinutes },
      {
        ok: true,
        diagnostics: [],
        title: 'Le président malien Assimi Goita reçu par Vladimir Poutine',
        lang: 'fr',
        wordCount: 276,
        readingMinutes: 2,
      },
    );
  }
});

test('every word of the source article is in its HTML, in order', async () => {
  const broadsheet = await createBroadsheet();
  const html = broadsheet.toHTML(broadsheet.parse(seed));
  assert.match(html, /<h1 class="broadsheet-title">Le président malien/);
  assert.match(html, /Temps de lecture\u00a0: 2\u00a0min/);
  assert.match(html, /Lire aussi\u00a0:/);
  assert.match(html, /© DR/);
  assert.equal(html.match(/<li class="broadsheet-card"/g)?.length, 6);
  assert.equal(html.match(/<p class="broadsheet-kicker">Afrique</g)?.length, 6);
});

test('an article that is not ok is thrown with its code, never rendered', async () => {
  const broadsheet = await createBroadsheet();
  const article = broadsheet.parse('{"title":""}');
  assert.equal(article.ok, false);
  assert.throws(() => broadsheet.toHTML(article), {
    name: 'BroadsheetError',
    code: 'missing-title',
    diagnostics: article.diagnostics,
  });
});

test('what is no article of ours is refused', async () => {
  const broadsheet = await createBroadsheet();
  const article = broadsheet.parse(seed);
  assert.throws(() => broadsheet.toHTML({ ...article }), TypeError);
});

test('a value that JSON cannot say ends in a diagnostic', async () => {
  const broadsheet = await createBroadsheet();
  for (const value of [undefined, () => {}, Symbol('x')]) {
    const { ok, diagnostics } = broadsheet.parse(value as unknown as object);
    assert.equal(ok, false);
    assert.equal(diagnostics[0]?.code, 'json-syntax');
  }
});

test('the lang option is for articles that do not say their own', async () => {
  const broadsheet = await createBroadsheet();
  assert.equal(broadsheet.parse('{"title":"x"}', { lang: 'fr' }).lang, 'fr');
  assert.equal(broadsheet.parse('{"title":"x","lang":"en"}', { lang: 'fr' }).lang, 'en');
});

test('strings of the host replace those of the pack', async () => {
  const broadsheet = await createBroadsheet({
    strings: { fr: { readingTime: 'À lire en {n} minutes' } },
  });
  const html = broadsheet.toHTML(broadsheet.parse(seed));
  assert.match(html, /À lire en 2 minutes/);
  assert.match(html, /Lire aussi\u00a0:/);
});

test('hundreds of articles, one good between bad ones, do not disturb each other', async () => {
  const broadsheet = await createBroadsheet();
  const expected = broadsheet.toHTML(broadsheet.parse(seed));
  for (let i = 0; i < 200; i++) {
    broadsheet.parse('['.repeat(10_000));
    broadsheet.parse(seed.slice(0, i * 20));
    assert.equal(broadsheet.toHTML(broadsheet.parse(seed)), expected);
  }
});

test('a megabyte of text grows the memory and comes out whole', async () => {
  const broadsheet = await createBroadsheet();
  const text = 'é😀 <b>'.repeat(150_000);
  const html = broadsheet.toHTML(
    broadsheet.parse({ title: 'x', body: [{ type: 'paragraph', text }] }),
  );
  assert.ok(html.includes(text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')));
});

test('a module that is broken is refused with a code', async () => {
  const { createBroadsheet: atTheEdge } = await entry('edge.mjs');
  await assert.rejects(atTheEdge({ wasm: new Uint8Array([1, 2, 3]) }), { code: 'wasm-failed' });
  await assert.rejects(atTheEdge(), { code: 'wasm-failed' });
});

test('the edge renders what the server renders, from a compiled module', async () => {
  const { createBroadsheet: atTheEdge } = await entry('edge.mjs');
  const wasm = new WebAssembly.Module(await readFile(projectFile('dist/broadsheet.wasm')));
  const fr = await readFile(projectFile('dist/lang/fr.bin'));
  const [edge, server] = [await atTheEdge({ wasm, languages: { fr } }), await createBroadsheet()];
  assert.equal(edge.toHTML(edge.parse(seed)), server.toHTML(server.parse(seed)));
});

test('importing any entry on a server has no effect but the import', async () => {
  const before = Object.keys(globalThis);
  for (const name of ['broadsheet.mjs', 'element.mjs', 'server.mjs', 'edge.mjs']) {
    await entry(name);
  }
  assert.deepEqual(Object.keys(globalThis), before);
});

test('the server example prints a whole page', () => {
  const page = execFileSync(process.execPath, [projectFile('examples/server/render.mjs')], {
    encoding: 'utf8',
  });
  assert.match(page, /^<!doctype html>\n<html lang="fr">/);
  assert.match(page, /<script type="application\/ld\+json">\{"@context"/);
  assert.match(page, /<\/html>\n$/);
});

test('the command line validates and renders', () => {
  const run = (args: string[], input = '') =>
    spawnSync(process.execPath, [projectFile('dist/cli.mjs'), ...args], {
      encoding: 'utf8',
      input,
    });
  const path = 'examples/articles/mali-russie.json';
  assert.equal(run(['validate', path]).status, 0);
  const bad = run(['validate', '-'], '{"title":3}');
  assert.equal(bad.status, 1);
  assert.match(bad.stderr, /error wrong-type \/title/);
  assert.match(run(['render', path]).stdout, /^<!doctype html>[\s\S]*<\/html>\n$/);
  assert.equal(run(['render', 'nowhere.json']).status, 2);
});

test('punctuation and spacing are the language’s, unless the host says otherwise', async () => {
  const broadsheet = await createBroadsheet();
  const article = broadsheet.parse({ title: '"L\'eau" !', lang: 'fr' });
  const title = (options?: Api.RenderOptions) =>
    broadsheet.toHTML(article, options).match(/<h1[^>]*>(.*?)<\/h1>/)?.[1];
  assert.equal(title(), '«\u00A0L’eau\u00A0»\u202F!');
  assert.equal(title({ polish: 'auto' }), '«\u00A0L’eau\u00A0»\u202F!');
  assert.equal(title({ polish: 'none' }), "&quot;L'eau&quot; !");
  assert.equal(title({ polish: { off: ['fr-quotes'] } }), '&quot;L’eau&quot;\u202F!');
  assert.equal(article.title, '"L\'eau" !');
  assert.equal(JSON.parse(broadsheet.toJSONLD(article)).headline, '"L\'eau" !');
});

test('the command line polishes lines, and trims nothing', () => {
  const polish = (input: string, ...args: string[]) =>
    spawnSync(process.execPath, [projectFile('dist/cli.mjs'), 'polish', ...args], {
      encoding: 'utf8',
      input,
    });
  assert.equal(
    polish('  "a" !  \r\n\nb ?', '--lang', 'FR').stdout,
    '  «\u00A0a\u00A0»\u202F!  \r\n\nb\u202F?',
  );
  assert.equal(polish('"a" !\n', '--lang', 'fr-ca-x-test').stdout, '«\u00A0a\u00A0»!\n');
  assert.equal(polish('a !\n', '--lang', 'fr', '--off', 'punctuation-spaces').stdout, 'a !\n');
  assert.equal(polish('', '--lang', 'fr').stdout, '');
  assert.notEqual(polish('a').status, 0);
});
