// Writes the texts that typeset_bench sets into build/bench/typeset/: one
// paragraph per line, hyphenation points as U+00AD (doubled where only a last
// resort, in proper nouns), French spaces in place.
//
//   article.txt  the seed article, about 400 words
//   long.txt     about 10,000 words: the Universal Declaration of Human Rights,
//                grouped anew five times, so that no two paragraphs break alike
//   mixed-N.txt  40 texts of 104 paragraphs of 15 to 165 words, of the same
//                sentences drawn at random, always the same ones
//
//   node tests/bench/typeset_texts.mjs     (BROADSHEET_SHARED: ../shared)
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import french from 'hyphen/fr/index.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const shared = process.env.BROADSHEET_SHARED ?? `${root}../shared`;
const folder = `${root}build/bench/typeset/`;

const NARROW = '\u202F';
const NO_BREAK = '\u00A0';
const SHY = '\u00AD';

/** The breaks and spaces that French forbids. */
function frenchSpaces(text) {
  return text
    .replace(/ +/g, ' ')
    .replace(/ ?([;!?])(?=\s|$)/g, `${NARROW}$1`)
    .replace(/ :/g, `${NO_BREAK}:`)
    .replace(/« ?/g, `«${NO_BREAK}`)
    .replace(/ ?»/g, `${NO_BREAK}»`)
    .replace(/(\d) (?=\p{Ll})/gu, `$1${NO_BREAK}`);
}

/** At least 2 letters before a hyphen and 3 after it; a doubled point in proper nouns. */
function hyphenateWord(word, offset, text) {
  const startsSentence = offset === 0 || /[.!?]\s*(«\s)?$/.test(text.slice(0, offset));
  const elided = /’$/.test(text.slice(0, offset));
  const proper = /^\p{Lu}/u.test(word) && (!startsSentence || elided);
  const parts = french.hyphenateSync(word, { minWordLength: 5 }).split(SHY);
  while (parts.length > 1 && parts[0].length < 2) parts.splice(0, 2, parts[0] + parts[1]);
  while (parts.length > 1 && parts.at(-1).length < 3)
    parts.splice(-2, 2, parts.at(-2) + parts.at(-1));
  return parts.join(proper ? SHY + SHY : SHY);
}

const prepare = (text) => frenchSpaces(text.trim()).replace(/\p{L}+/gu, hyphenateWord);

const isProse = (text) =>
  text.split(/\s+/).length >= 12 && !/Lire aussi|^Le président malien Assimi Goita reçu/.test(text);

/** Sentences in paragraphs of about `words` words. */
function regroup(sentences, words) {
  const paragraphs = [];
  let open = [];
  for (const sentence of sentences) {
    open.push(sentence);
    if (open.join(' ').split(' ').length < words) continue;
    paragraphs.push(open.join(' '));
    open = [];
  }
  return open.length > 0 ? [...paragraphs, open.join(' ')] : paragraphs;
}

const MIXED_TEXTS = 40;
const MIXED_PARAGRAPHS = 104;

/** Numbers from 0 to 1: mulberry32. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A text of `sentences` in any order. */
function mix(sentences, seed) {
  const random = randomFrom(seed);
  return Array.from({ length: MIXED_PARAGRAPHS }, () => {
    const words = 15 + 150 * random();
    const paragraph = [];
    while (paragraph.join(' ').split(' ').length < words) {
      paragraph.push(sentences[Math.floor(random() * sentences.length)]);
    }
    return paragraph.join(' ');
  });
}

const article = readFileSync(`${shared}/articles/mali-russie.fr.txt`, 'utf8')
  .split('\n')
  .filter(isProse);
const declaration = JSON.parse(readFileSync(`${shared}/corpora/lang/udhr_fra.json`, 'utf8')).paras;
const sentences = declaration.filter((text) => text.split(' ').length > 8);
const long = [...[45, 70, 95, 120, 160].flatMap((words) => regroup(sentences, words)), ...article];
const loose = [
  ...sentences,
  ...article.flatMap((text) => text.split(/(?<=[.!?»]) (?=[\p{Lu}«])/u)),
];
const mixed = Array.from({ length: MIXED_TEXTS }, (_, seed) => [`mixed-${seed}`, mix(loose, seed)]);

mkdirSync(folder, { recursive: true });
for (const [name, paragraphs] of [['article', article], ['long', long], ...mixed]) {
  writeFileSync(`${folder}${name}.txt`, `${paragraphs.map(prepare).join('\n')}\n`);
  if (name.startsWith('mixed')) continue;
  const words = paragraphs.join(' ').split(/\s+/).length;
  console.log(`${name}: ${paragraphs.length} paragraphs, ${words} words`);
}
