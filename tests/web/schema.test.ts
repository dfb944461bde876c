// dist/article.schema.json refuses exactly what the engine gives an error for.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type * as Api from '../../web/src/api.js';
import { type Json, type Mutant, mutants, sample } from './support/mutations.js';
import { projectFile, readText } from './support/paths.js';
import { randomNumbers } from './support/random.js';
import { PARTS, WHOLE_ARTICLES } from './support/whole-articles.js';

const schema = JSON.parse(readText('dist/article.schema.json'));
const ajv = new Ajv2020({ strict: true });
addFormats.default(ajv);
const isValid = ajv.compile(schema);

const { createBroadsheet } = (await import(
  pathToFileURL(projectFile('dist/server.mjs')).href
)) as Pick<typeof Api, 'createBroadsheet'>;

const EXAMPLES = readdirSync(projectFile('examples/articles'));
/** Of a long article, so many mutants; of a short one, all. */
const PER_EXAMPLE = 2_000;
/** The engine frees an article when the event loop turns; a test in a loop starts anew instead. */
const PER_ENGINE = 2_000;

function example(name: string): Json {
  return JSON.parse(readText(`examples/articles/${name}`));
}

/** Where schema and engine differ; and how many articles both accept, and both refuse. */
async function compare(articles: Iterable<Mutant>) {
  const differences: string[] = [];
  const both = { accept: 0, refuse: 0 };
  let broadsheet = await createBroadsheet();
  let parsed = 0;
  for (const { name, article } of articles) {
    if (++parsed % PER_ENGINE === 0) broadsheet = await createBroadsheet();
    const { diagnostics } = broadsheet.parse(JSON.stringify(article));
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const valid = isValid(article);
    if (valid === (errors.length === 0)) {
      both[valid ? 'accept' : 'refuse']++;
      continue;
    }
    const reason = valid
      ? `the engine alone: ${errors.map((error) => `${error.code} ${error.pointer}`).join(', ')}`
      : `the schema alone: ${ajv.errorsText(isValid.errors, { dataVar: '' })}`;
    differences.push(`${name}\n    ${reason}`);
  }
  return { differences: differences.slice(0, 20), both };
}

function assertSame(differences: string[]): void {
  assert.ok(differences.length === 0, `refused by one side only:\n${differences.join('\n')}`);
}

test('the schema is a valid JSON Schema of 2020-12, in strict mode', () => {
  assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
  assert.ok(ajv.validateSchema(schema), ajv.errorsText(ajv.errors));
});

test('every example article is accepted by the schema and without findings by the engine', async () => {
  const broadsheet = await createBroadsheet();
  for (const name of EXAMPLES) {
    assert.ok(isValid(example(name)), `${name}: ${ajv.errorsText(isValid.errors)}`);
    assert.deepEqual(broadsheet.parse(example(name) as object).diagnostics, [], name);
  }
});

test('articles that use every field, block and mark are accepted by both', async () => {
  const articles = Object.entries(WHOLE_ARTICLES).map(([name, article]) => ({ name, article }));
  const { differences, both } = await compare(articles);
  assertSame(differences);
  assert.deepEqual(both, { accept: articles.length, refuse: 0 });
});

function* mutantsOfParts(): Generator<Mutant> {
  for (const [part, article] of Object.entries(PARTS)) {
    for (const mutant of mutants(structuredClone(article))) {
      yield { ...mutant, name: `${part}: ${mutant.name}` };
    }
  }
}

test('schema and engine agree on tens of thousands of articles, each wrong in one place', async () => {
  const { differences, both } = await compare(mutantsOfParts());
  assertSame(differences);
  assert.ok(both.accept > 5_000 && both.refuse > 20_000, JSON.stringify(both));
});

test('both refuse more cards in a list, and more blocks in one place, than the limit', async () => {
  const cards = Array.from({ length: 200_001 }, () => ({ title: 'x' }));
  const blocks = Array.from({ length: 100_001 }, () => ({ type: 'divider' }));
  const { differences, both } = await compare([
    { name: 'cards', article: { title: 'x', recommended: { items: cards } } },
    { name: 'cards, one fewer', article: { title: 'x', recommended: { items: cards.slice(1) } } },
    { name: 'blocks', article: { title: 'x', body: blocks } },
    { name: 'blocks, one fewer', article: { title: 'x', body: blocks.slice(1) } },
  ]);
  assertSame(differences);
  assert.deepEqual(both, { accept: 2, refuse: 2 });
});

/** Pieces that strings of each kind of field are put together from. */
const PIECES: Readonly<Record<string, readonly string[]>> = {
  url: ['http', 'S', ':', '/', 'mailto', 'tel', 'x', '\t', '\n', ' ', '\u0001', '+', '1', 'é', '#'],
  srcset: [
    'a.jpg',
    ',',
    ' ',
    '\n',
    '1',
    'x',
    'w',
    '.',
    'data:',
    'HTTPS:',
    '\u0001',
    '\u000b',
    '\f',
  ],
  published: [
    '2024-02-29',
    '1900-02-29',
    'T',
    't',
    ' ',
    '23:59:59',
    '24:00',
    'Z',
    '+',
    '-',
    '01:00',
  ],
  lang: ['f', 'fr', 'x', 'I', '-', '1', 'Hant', '12345678', '_', 'é'],
  text: ['', ' ', '\n', '\f', '\u000b', '\u00a0', '\u2003', '\ufeff', '\u0000', 'x'],
};

function articleWith(field: string, value: string): Json {
  if (field === 'text') return { title: value };
  if (field === 'srcset') return { title: 'x', hero: { src: '/x', srcset: value } };
  return { title: 'x', [field]: value };
}

function* randomStrings(seed: number): Generator<Mutant> {
  const random = randomNumbers(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  for (const [field, pieces] of Object.entries(PIECES)) {
    for (let i = 0; i < 3_000; i++) {
      const parts = Array.from({ length: below(9) }, () => pieces[below(pieces.length)]!);
      const value = parts.join('');
      yield { name: `${field} = ${JSON.stringify(value)}`, article: articleWith(field, value) };
    }
  }
}

test('schema and engine agree on URLs, srcsets, dates, tags and blanks of random pieces', async () => {
  const { differences, both } = await compare(randomStrings(1));
  assertSame(differences);
  assert.ok(both.accept > 2_000 && both.refuse > 2_000, JSON.stringify(both));
});

for (const name of EXAMPLES) {
  test(`schema and engine agree on mutants of ${name}`, async () => {
    const total = [...mutants(example(name))].length;
    const step = Math.max(1, Math.ceil(total / PER_EXAMPLE));
    const { differences, both } = await compare(sample(mutants(example(name)), step));
    assertSame(differences);
    assert.ok(both.accept > 200 && both.refuse > 200, JSON.stringify(both));
  });
}
