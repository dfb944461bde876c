// Figures: speed and memory of reading and rendering, natively and in
// WebAssembly, beside JSON.parse with Portable Text; then breaks, hyphenation and
// line breaking, natively and on painted pages (bench-page.mjs), and cards beside a
// CSS grid (bench-cards.mjs). CPU time, medians of alternated rounds. Run by `make bench`, after dist/ and the release preset.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { toHTML } from '@portabletext/to-html';
import { makeArticle, makePortableText } from '../tests/bench/make-articles.mjs';

const root = new URL('../', import.meta.url).pathname;
const folder = `${root}build/bench`;
const MEGABYTE = 1e6;
const ROUNDS = 15;
const LEVELS = 1_000_000;
const FRENCH_WORDS = '/usr/share/dict/french'; // Debian's wfrench

/** CPU milliseconds of one call. */
function timeOf(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(values) {
  return values.sort((a, b) => a - b)[values.length >> 1];
}

/** Runs all works in turn, again and again; gives each one's median. */
function alternate(works, rounds) {
  const times = works.map(() => []);
  for (let i = 0; i < rounds; i++) {
    works.forEach((work, at) => {
      times[at].push(timeOf(work));
    });
  }
  return times.map(median);
}

/** The engine, and the memory it runs in. */
async function loadEngine() {
  let memory;
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...source) => {
    const result = await instantiate(...source);
    memory = Object.values(result.instance.exports).find(
      (each) => each instanceof WebAssembly.Memory,
    );
    return result;
  };
  const { createBroadsheet } = await import('../dist/server.mjs');
  const broadsheet = await createBroadsheet();
  WebAssembly.instantiate = instantiate;
  return { broadsheet, megabytes: () => memory.buffer.byteLength / MEGABYTE };
}

async function writeArticles() {
  await mkdir(folder, { recursive: true });
  const paths = [];
  for (const size of [1, 10]) {
    const json = JSON.stringify(makeArticle(size * MEGABYTE));
    paths.push(`${folder}/article-${size}mb.json`);
    await writeFile(paths.at(-1), json);
  }
  paths.push(`${folder}/deep.json`);
  await writeFile(paths.at(-1), '['.repeat(LEVELS));
  return paths;
}

async function benchMemory(size) {
  const { broadsheet, megabytes } = await loadEngine();
  const json = JSON.stringify(makeArticle(size * MEGABYTE));
  const before = megabytes();
  const article = broadsheet.parse(json);
  const read = megabytes() - before;
  broadsheet.toHTML(article);
  return `${read.toFixed(1)} MB to read it, ${(megabytes() - before).toFixed(1)} MB with HTML`;
}

async function benchWasm() {
  const { broadsheet } = await loadEngine();
  for (const size of [1, 10]) {
    const json = JSON.stringify(makeArticle(size * MEGABYTE));
    const portable = JSON.stringify(makePortableText(size * MEGABYTE));
    let article = broadsheet.parse(json);
    let blocks;
    const [parse, html, theirParse, theirHtml] = alternate(
      [
        () => {
          article = broadsheet.parse(json);
        },
        () => broadsheet.toHTML(article),
        () => {
          blocks = JSON.parse(portable);
        },
        () => toHTML(blocks),
      ],
      size > 1 ? 3 : ROUNDS,
    );
    const [ours, theirs] = [json, portable].map((each) => Buffer.byteLength(each) / MEGABYTE);
    const row = (name, megabytes, a, b) =>
      `${name} ${megabytes.toFixed(1).padStart(5)} MB: parse ${(megabytes / (a / 1e3)).toFixed(1).padStart(6)}  html ${(megabytes / (b / 1e3)).toFixed(1).padStart(6)} MB/s; both ${(a + b).toFixed(0).padStart(4)} ms`;
    console.log(`${row('wasm    ', ours, parse, html)}; memory ${await benchMemory(size)}`);
    console.log(row('Portable', theirs, theirParse, theirHtml));
  }
  const deep = '['.repeat(LEVELS);
  const [time] = alternate([() => broadsheet.parse(deep)], ROUNDS);
  console.log(`wasm     ${LEVELS} levels of nesting: refused after ${time.toFixed(1)} ms`);
}

function run(name, args) {
  const program = `${root}build/release/tests/bench/${name}`;
  process.stdout.write(execFileSync(program, args, { encoding: 'utf8' }));
}

/** The French text of typeset_bench: its words, once each, and all of it. */
async function writeFrench() {
  execFileSync(process.execPath, [`${root}tests/bench/typeset_texts.mjs`], { stdio: 'ignore' });
  const text = (await readFile(`${folder}/typeset/long.txt`, 'utf8')).replaceAll('\u00ad', '');
  await writeFile(`${folder}/text.txt`, text);
  const words = new Set(text.toLowerCase().match(/\p{L}{5,}/gu));
  await writeFile(`${folder}/words.txt`, `${[...words].join('\n')}\n`);
}

async function benchText() {
  try {
    await writeFrench();
  } catch {
    console.log('\nbreaks, hyphenation, lines, set pages: skipped, no texts in BROADSHEET_SHARED');
    return;
  }
  console.log('');
  const words = [FRENCH_WORDS, `${folder}/words.txt`].find(existsSync);
  execFileSync(process.execPath, [`${root}tests/bench/text.mjs`, words], { stdio: 'inherit' });
  console.log('lines of a paragraph, native');
  run('typeset_bench', ['long']);
  run('typeset_bench', ['mixed']);
  console.log('\nset pages in Chromium, and the goals they are held to');
  execFileSync(process.execPath, [`${root}scripts/bench-page.mjs`], { stdio: 'inherit' });
}

for (const path of await writeArticles()) run('article_bench', [path]);
await benchWasm();
await benchText();
console.log('\ncards in Chromium, CPU of the main thread');
execFileSync(process.execPath, [`${root}scripts/bench-cards.mjs`], { stdio: 'inherit' });
