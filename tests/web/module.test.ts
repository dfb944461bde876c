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
    'cards.mjs',
    'cli.mjs',
    'controls.mjs',
    'custom-elements.json',
    'edge.mjs',
    'element.mjs',
    'fonts',
    'index.d.ts',
    'lang',
    'server.mjs',
  ]);
});

test('dist/lang/ holds a pack for each language, and whose patterns they are', () => {
  const [licences, ...packs] = readdirSync(projectFile('dist/lang')).sort();
  assert.equal(licences, 'LICENSES.txt');
  assert.ok(packs.length > 80 && packs.every((name) => name.endsWith('.bin')));
  const text = readText('dist/lang/LICENSES.txt');
  for (const name of packs) {
    const pack = readText(`dist/lang/${name}`);
    const notice = /Hyphenation patterns \(hyph-[^\0]+$/.exec(pack)?.[0];
    if (notice !== undefined) assert.ok(text.includes(notice) && text.includes(name), name);
  }
  for (const title of [
    'MIT License',
    'GNU LESSER GENERAL PUBLIC',
    'LaTeX Project Public License',
  ]) {
    assert.ok(text.toLowerCase().includes(title.toLowerCase()), title);
  }
  assert.doesNotMatch(text, /undefined|<year>|<copyright holders>/);
});

test('what npm publishes has the packs and their licences', () => {
  const listed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ files }] = JSON.parse(listed) as [{ files: { path: string }[] }];
  const paths = files.map(({ path }) => path);
  for (const path of ['dist/lang/LICENSES.txt', 'dist/lang/fr.bin', 'dist/cli.mjs']) {
    assert.ok(paths.includes(path), path);
  }
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

test('a limit of the host’s holds for its own call alone, and is reported by name', async () => {
  const broadsheet = await createBroadsheet();
  const codeWith = (limits: Api.Limits) => broadsheet.parse(seed, { limits }).diagnostics[0]?.code;
  assert.equal(codeWith({ bytes: 100 }), 'limit-bytes');
  assert.equal(codeWith({ depth: 2 }), 'limit-depth');
  assert.equal(codeWith({ blocks: 3 }), 'limit-blocks');
  assert.equal(codeWith({ cards: 5 }), 'limit-cards');
  assert.equal(codeWith({ text: 10 }), 'limit-text');
  assert.equal(codeWith({}), undefined);
});

test('the deepest nesting that can be asked for is read, and one more level is not', async () => {
  const broadsheet = await createBroadsheet();
  const nested = (levels: number) =>
    `{"title":"x","body":${'['.repeat(levels)}${']'.repeat(levels)}}`;
  const limits = { depth: 100_000 };
  assert.equal(broadsheet.parse(nested(511), { limits }).ok, true);
  assert.equal(broadsheet.parse(nested(512), { limits }).diagnostics[0]?.code, 'limit-depth');
});

test('a million levels of nesting end in a diagnostic', async () => {
  const broadsheet = await createBroadsheet();
  const { diagnostics } = broadsheet.parse('['.repeat(1_000_000));
  assert.equal(diagnostics[0]?.code, 'limit-depth');
});

test('strings of the host replace those of the pack', async () => {
  const broadsheet = await createBroadsheet({
    strings: { fr: { readingTime: 'À lire en {n} minutes' } },
  });
  const html = broadsheet.toHTML(broadsheet.parse(seed));
  assert.match(html, /À lire en 2 minutes/);
  assert.match(html, /Lire aussi\u00a0:/);
});

test('the host’s strings take plurals, digits and regions', async () => {
  const strings = {
    pl: { readingTime: '{n} minuta|{n} minuty|{n} minut' },
    fr: { comma: ' ; ' },
    'fr-CA': { readingTime: '{n} minute|{n} minutes' },
    br: { readingTime: 'Amzer lenn: {n} min' },
    fa: { digits: '0123456789' },
  };
  const broadsheet = await createBroadsheet({ strings });
  const html = (lang: string, readingTime: number) =>
    broadsheet.toHTML(
      broadsheet.parse({
        title: 'x',
        lang,
        readingTime,
        authors: [{ name: 'A' }, { name: 'B' }, { name: 'C' }],
      }),
    );
  assert.match(html('pl', 22), />22 minuty</);
  assert.match(html('pl-PL', 25), />25 minut</);
  assert.match(html('fr-CA', 1), />1 minute</);
  assert.match(html('fr-CA', 1), /A<\/bdi> ; <bdi.*Par|Par <.*A<\/bdi> ; /s);
  assert.match(html('br', 2), />Amzer lenn: 2 min</);
  assert.match(html('fa', 12), />زمان مطالعه: 12\u00a0دقیقه</);
  assert.match(html('de-1901', 2), />Lesezeit: 2\u00a0Min\.</);
  assert.match(html('zh-TW', 2), />閱讀時間：2分鐘</);
  assert.match(html('no', 2), />Lesetid: 2\u00a0min</);
});

test('dates are written as each language writes them', async () => {
  const broadsheet = await createBroadsheet();
  const cases: [tag: string, day: string, moment: string][] = [
    ['en', 'June\u00a01, 2025', 'June\u00a023, 2025, 6:05\u00a0p.m.'],
    ['en-AU', '1\u00a0June 2025', '23\u00a0June 2025, 18:05'],
    ['fr', '1er\u00a0juin 2025', '23\u00a0juin 2025 à 18\u00a0h\u00a005'],
    ['de', '1.\u00a0Juni 2025', '23.\u00a0Juni 2025, 18:05\u00a0Uhr'],
    ['it', '1º\u00a0giugno 2025', '23\u00a0giugno 2025, ore\u00a018:05'],
    ['pt-BR', '1º de junho de 2025', '23 de junho de 2025, 18h05'],
    ['pl', '1\u00a0czerwca 2025', '23\u00a0czerwca 2025, 18:05'],
    ['ru', '1\u00a0июня 2025', '23\u00a0июня 2025, 18:05'],
    ['hu', '2025. június\u00a01.', '2025. június\u00a023. 18:05'],
    ['fi', '1.\u00a0kesäkuuta 2025', '23.\u00a0kesäkuuta 2025 klo\u00a018.05'],
    ['he', '1 ביוני 2025', '23 ביוני 2025, 18:05'],
    ['fa', '۱\u00a0ژوئن ۲۰۲۵', '۲۳\u00a0ژوئن ۲۰۲۵، ساعت ۱۸:۰۵'],
    ['ar', '1\u00a0يونيو 2025', '23\u00a0يونيو 2025، 18:05'],
    ['ja', '2025年6月1日', '2025年6月23日 18時05分'],
    ['zh-Hant', '2025年6月1日', '2025年6月23日 18:05'],
    ['ko', '2025년 6월 1일', '2025년 6월 23일 18:05'],
    ['th', '1\u00a0มิถุนายน 2568', '23\u00a0มิถุนายน 2568 เวลา 18.05\u00a0น.'],
    ['vi', '1/6/2025', '23/6/2025, 18:05'],
  ];
  for (const [lang, day, moment] of cases) {
    const html = broadsheet.toHTML(
      broadsheet.parse({
        title: 'x',
        lang,
        published: '2025-06-01',
        modified: '2025-06-23T18:05:00+03:00',
      }),
    );
    const written = [...html.matchAll(/<time[^>]*>([^<]*)</g)].map(([, text]) => text);
    assert.deepEqual(written, [day, moment], lang);
  }
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
