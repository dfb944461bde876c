// The text engine beside others, in one run: distinct French words hyphenated
// per CPU second, and UAX #14 line breaks in megabytes per CPU second.
//
//   node tests/bench/text.mjs [WORDS]    after `make build`
//
// WORDS has one word a line; by default Debian's /usr/share/dict/french
// (package wfrench). libhyphen runs where libhyphen-dev and hyphen-fr are
// installed. Rounds take turns, each on words that no round before it saw, so
// that no cache of words helps.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import hyphenopoly from 'hyphenopoly';

const require = createRequire(import.meta.url);
const root = new URL('../../', import.meta.url).pathname;
const ROUNDS = 9;
const SOFT_HYPHEN = /\u00ad/g;
const DICTIONARY = '/usr/share/hyphen/hyph_fr.dic';
const DEFAULT_WORDS = '/usr/share/dict/french';

function readWords(path) {
  if (!existsSync(path)) {
    console.error(`no list of words at ${path}: install wfrench, or name one`);
    process.exit(2);
  }
  const words = [...new Set(readFileSync(path, 'utf8').split('\n').filter(Boolean))];
  // In an order that is always the same and of no help to a cache.
  for (let i = words.length - 1, seed = 1; i > 0; i--) {
    seed = (seed * 48271) % 2147483647;
    const j = seed % (i + 1);
    [words[i], words[j]] = [words[j], words[i]];
  }
  return words;
}

const countSoftHyphens = (text) => text.match(SOFT_HYPHEN)?.length ?? 0;

/** Each gives how many points it found in `words`. */
async function contenders() {
  const { createBroadsheet } = await import(`${root}dist/server.mjs`);
  const pack = readFileSync(`${root}dist/lang/fr.bin`);
  const { engine } = await createBroadsheet({ languages: { fr: pack } });
  const Hypher = require('hypher');
  const hypher = new Hypher(require('hyphenation.fr'));
  const { hyphenateSync } = require('hyphen/fr');
  const polyfill = hyphenopoly.config({
    require: ['fr'],
    hyphen: '\u00ad',
    sync: true,
    loaderSync: (file, folder) => readFileSync(new URL(file, folder)),
  });
  return {
    'Broadsheet, wasm': (words) => engine.hyphenateText('fr', words.join('\n')).length,
    hypher: (words) => words.reduce((sum, word) => sum + hypher.hyphenate(word).length - 1, 0),
    hyphen: (words) => countSoftHyphens(hyphenateSync(words.join('\n'))),
    hyphenopoly: (words) => countSoftHyphens(polyfill(words.join('\n'))),
  };
}

function cpuSeconds(work) {
  const begin = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) * 1e-6;
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

async function benchScripts(words) {
  const each = await contenders();
  const size = Math.floor(words.length / ROUNDS);
  const rates = new Map(Object.keys(each).map((name) => [name, []]));
  const points = new Map(Object.keys(each).map((name) => [name, 0]));
  for (let round = 0; round < ROUNDS; round++) {
    const part = words.slice(round * size, (round + 1) * size);
    for (const [name, run] of Object.entries(each)) {
      let found = 0;
      const seconds = cpuSeconds(() => {
        found = run(part);
      });
      rates.get(name).push(part.length / seconds);
      points.set(name, points.get(name) + found);
    }
  }
  for (const [name, list] of rates) {
    const rate = (median(list) * 1e-6).toFixed(2).padStart(6);
    console.log(`${name.padEnd(18)} ${rate} M words/s  (${points.get(name)} points)`);
  }
}

/** Ours and libhyphen's, in alternation inside one program. */
function benchNative(words, folder) {
  execFileSync(`${root}scripts/cmake-build.sh`, ['release', 'hyphenation_bench', 'unicode_bench'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const list = join(folder, 'words.txt');
  writeFileSync(list, `${words.join('\n')}\n`);
  const dictionary = existsSync(DICTIONARY) ? [DICTIONARY] : [];
  const bench = (name, args) =>
    execFileSync(`${root}build/release/tests/bench/${name}`, args, { encoding: 'utf8' });
  const printed = bench('hyphenation_bench', [`${root}dist/lang/fr.bin`, list, ...dictionary]);
  process.stdout.write(
    printed.replace(/^(ours|libhyphen|loading) +/gm, (_, name) =>
      `${{ ours: 'Broadsheet, native', loading: '  patterns loaded in' }[name] ?? name} `.padEnd(
        19,
      ),
    ),
  );
  const text = join(folder, 'French text');
  writeFileSync(text, articleText());
  return () => process.stdout.write(bench('unicode_bench', [text]).replace(`${text}\n`, ''));
}

function articleText() {
  const { title, body } = JSON.parse(
    readFileSync(`${root}examples/articles/mali-russie.json`, 'utf8'),
  );
  return [title, ...body.map(({ text }) => text).filter((text) => typeof text === 'string')].join(
    '\n',
  );
}

const words = readWords(process.argv[2] ?? DEFAULT_WORDS);
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
try {
  console.log(`Hyphenation of ${words.length} distinct French words`);
  const benchBreaks = benchNative(words, folder);
  await benchScripts(words);
  console.log('UAX #14 and UAX #29, native, of UTF-16');
  benchBreaks();
} finally {
  rmSync(folder, { recursive: true });
}
