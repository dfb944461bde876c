// Writes seeds for the fuzz targets, one folder each, out of the examples and,
// where they lie, the corpora (see tests/support/corpora.h). Run by `make fuzz`.
//   node scripts/fuzz-seeds.mjs FOLDER
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';

const root = new URL('../', import.meta.url).pathname;
const corpora = process.env.BROADSHEET_CORPORA ?? `${root}../shared/corpora`;
const out = process.argv[2];
const MAXIMUM_BYTES = 8192; // Longer ones slow the search down.

async function listed(folder) {
  const names = await readdir(folder).catch(() => []);
  return names.map((name) => `${folder}/${name}`);
}

async function copyAll(paths, target) {
  await mkdir(`${out}/${target}`, { recursive: true });
  await Promise.all(
    paths.map((path) => copyFile(path, `${out}/${target}/${basename(path)}`).catch(() => {})),
  );
}

async function writeAll(texts, target) {
  await mkdir(`${out}/${target}`, { recursive: true });
  await Promise.all(
    texts
      .filter((text) => text.length > 0 && text.length < MAXIMUM_BYTES)
      .map((text, i) => writeFile(`${out}/${target}/${i}`, text)),
  );
}

async function lines(path) {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').filter(Boolean);
}

const articles = (await listed(`${root}examples/articles`)).filter((path) =>
  path.endsWith('.json'),
);
const suite = await listed(`${corpora}/json/JSONTestSuite/test_parsing`);
await copyAll(
  [...articles, ...suite.filter((path) => !/100000|nested/.test(path))],
  'read_document_fuzz',
);
await copyAll(articles, 'article_html_fuzz');

const expectations = JSON.parse(
  await readFile(`${corpora}/xss/dompurify_expect.json`, 'utf8').catch(() => '[]'),
);
const payloads = (await lines(`${corpora}/xss/live_payloads.jsonl`)).map((line) =>
  JSON.parse(line),
);
await writeAll(
  [...expectations, ...payloads].map(({ payload, p }) => payload ?? p ?? ''),
  'read_html_fuzz',
);
await writeAll(
  (await lines(`${corpora}/french/pairs.jsonl`)).map((line) =>
    Buffer.from(`\0\0\0\0${JSON.parse(line).in}`, 'utf16le'),
  ),
  'find_breaks_fuzz',
);
// graphemes_fuzz takes bare code units, hyphenation_fuzz a byte and a pack.
await writeAll(
  (await lines(`${corpora}/french/pairs.jsonl`)).map((line) =>
    Buffer.from(JSON.parse(line).in, 'utf16le'),
  ),
  'graphemes_fuzz',
);
const pack = await readFile(`${root}dist/lang/fr.bin`).catch(() => Buffer.alloc(0));
await writeAll([Buffer.concat([Buffer.from('\x08t\0e\0x\0t\0'), pack])], 'hyphenation_fuzz');
// polish_fuzz takes a byte, the language, and a text.
await writeAll(
  (await lines(`${corpora}/french/pairs.jsonl`)).map((line, i) =>
    Buffer.from(`${String.fromCharCode(i % 32)}${JSON.parse(line).in}`),
  ),
  'polish_fuzz',
);
