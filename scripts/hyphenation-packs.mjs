// Packs TeX's hyphenation patterns into the "hyph" section of a language pack.
// What the bytes mean is told in src/hyphenation/pattern_reader.h.
//
//   node scripts/hyphenation-packs.mjs FOLDER [TAG…]   writes FOLDER/<tag>.bin
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { languages } from './hyphenation-languages.mjs';
import { writePack } from './pack.mjs';

export { languages };

const require = createRequire(import.meta.url);
const VERSION = 1;
const TURKISH_CASE = 1;
const WORD_EDGE = '.';
// An exception is a pattern over a whole word whose levels beat all others:
// TeX's own end at 9.
const EXCEPTION_NO = 10;
const EXCEPTION_YES = 11;
// A break inside a compound's hyphen is the text's own, never a pattern's.
const NEVER_A_LETTER = /[-\s]/;

/**
 * Patterns of a file as [letters, levels], where levels[i] stands before
 * letters[i], and its exceptions as [word, offsets of its hyphens].
 */
export function readPatterns(name) {
  const [levelsTable, trie, exceptions = {}] = require(`hyphen/patterns/${name}.js`);
  const patterns = [];
  const walk = (node, prefix) => {
    for (const [letter, child] of Object.entries(node)) {
      const [children, index] =
        typeof child === 'number' ? [{}, child] : Array.isArray(child) ? child : [child, undefined];
      const letters = prefix + letter;
      if (index !== undefined) {
        const levels = levelsTable[index];
        // The file counts the levels of ".abc" from a on.
        patterns.push([letters, letters[0] === WORD_EDGE ? [0, ...levels] : levels]);
      }
      walk(children, letters);
    }
  };
  walk(trie, '');
  return {
    patterns: patterns.filter(([letters]) => !NEVER_A_LETTER.test(letters)),
    // The file counts the hyphens before each point too: as-so-ciate is [2, 5].
    exceptions: Object.entries(exceptions)
      .filter(([word]) => !NEVER_A_LETTER.test(word))
      .map(([word, found]) => [word, found.map((point, index) => point - index)]),
  };
}

function patternOfException([word, points]) {
  const levels = [0];
  for (let i = 0; i <= word.length; ++i)
    levels.push(points.includes(i) ? EXCEPTION_YES : EXCEPTION_NO);
  return [`${WORD_EDGE}${word}${WORD_EDGE}`, levels];
}

/** Letters by id: the word's edge is 1, the others follow by code unit. */
function alphabetOf(patterns) {
  const letters = new Set(patterns.flatMap(([text]) => text.split('')));
  letters.delete(WORD_EDGE);
  return [WORD_EDGE, ...[...letters].sort((a, b) => a.charCodeAt(0) - b.charCodeAt(0))];
}

/** Letters that decompose into another letter and a mark: [composed, base, mark]. */
function compositionsOf(alphabet) {
  const ids = new Map(alphabet.map((letter, index) => [letter, index + 1]));
  return alphabet.flatMap((letter) => {
    const parts = letter.normalize('NFD');
    const known = parts.length === 2 && /^\P{M}\p{M}$/u.test(parts) && ids.has(parts[0]);
    return known ? [[ids.get(letter), ids.get(parts[0]), parts.charCodeAt(1)]] : [];
  });
}

/** Levels without the zeros round them, most frequent first. */
function valuesOf(patterns) {
  const counts = new Map();
  const keys = patterns.map(([, levels]) => {
    const skip = levels.findIndex((level) => level !== 0);
    const end = levels.findLastIndex((level) => level !== 0) + 1;
    const key = skip < 0 ? '0:' : `${skip}:${levels.slice(skip, end).join()}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return key;
  });
  const order = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a));
  const ids = new Map(order.map((key, index) => [key, index + 1]));
  return { order, valueIds: keys.map((key) => ids.get(key)) };
}

const u16 = (value) => [value & 0xff, value >> 8];

/** The patterns in order, each told by how it differs from the one before. */
function tokensOf(entries, letterCount, dropCount) {
  const tokens = [];
  let previous = [];
  for (const { ids, value } of entries) {
    let shared = 0;
    while (shared < previous.length && ids[shared] === previous[shared]) ++shared;
    for (let drop = previous.length - shared; drop > 0; drop -= dropCount) {
      tokens.push(letterCount + Math.min(drop, dropCount));
    }
    tokens.push(...ids.slice(shared));
    const token = letterCount + dropCount + value;
    tokens.push(...(token <= 255 ? [token] : [0, ...u16(value)]));
    previous = ids;
  }
  return tokens;
}

function compareIds(a, b) {
  for (let i = 0; i < Math.min(a.ids.length, b.ids.length); ++i) {
    if (a.ids[i] !== b.ids[i]) return a.ids[i] - b.ids[i];
  }
  return a.ids.length - b.ids.length;
}

/** @param {import('./hyphenation-languages.mjs').Language} language */
function sectionOf({ tag, patterns: name, left, right }) {
  const read = readPatterns(name);
  const patterns = [...read.patterns, ...read.exceptions.map(patternOfException)];
  const alphabet = alphabetOf(patterns);
  if (alphabet.length > 240) throw new Error(`${tag}: ${alphabet.length} letters are too many`);
  const compositions = compositionsOf(alphabet);
  const { order, valueIds } = valuesOf(patterns);
  const ids = new Map(alphabet.map((letter, index) => [letter, index + 1]));
  const entries = patterns
    .map(([letters], index) => ({
      ids: letters.split('').map((c) => ids.get(c)),
      value: valueIds[index],
    }))
    .sort(compareIds);
  const dropCount = Math.min(12, 250 - alphabet.length);
  const values = order.flatMap((key) => {
    const [skip, list] = key.split(':');
    const levels = list === '' ? [] : list.split(',').map(Number);
    return [Number(skip), levels.length, ...levels];
  });
  return Uint8Array.from([
    VERSION,
    left,
    right,
    tag === 'tr' ? TURKISH_CASE : 0,
    alphabet.length,
    dropCount,
    ...u16(order.length),
    compositions.length,
    0,
    ...alphabet.slice(1).flatMap((letter) => u16(letter.charCodeAt(0))),
    ...compositions.flatMap(([composed, base, mark]) => [composed, base, ...u16(mark)]),
    ...values,
    ...tokensOf(entries, alphabet.length, dropCount),
  ]);
}

function languageOf(tag) {
  const language = languages.find((each) => each.tag === tag);
  if (language === undefined) throw new Error(`no hyphenation patterns for "${tag}"`);
  return language;
}

/** The "hyph" section of a pack; `tag` is one of `languages`. */
export function hyphenationSection(tag) {
  return sectionOf(languageOf(tag));
}

/** The "note" section of a pack: whose patterns they are, in UTF-8. */
export function noticeSection(tag) {
  return new TextEncoder().encode(languageOf(tag).notice);
}

function main(folder, tags) {
  mkdirSync(folder, { recursive: true });
  for (const { tag } of languages) {
    if (tags.length > 0 && !tags.includes(tag)) continue;
    const pack = writePack({
      tag,
      sections: { hyph: hyphenationSection(tag), note: noticeSection(tag) },
    });
    writeFileSync(join(folder, `${tag}.bin`), pack);
    console.log(`${tag}\t${pack.length}\t${brotliCompressSync(pack).length}`);
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.length < 3) {
    console.error('usage: node scripts/hyphenation-packs.mjs FOLDER [TAG…]');
    process.exit(2);
  }
  main(process.argv[2], process.argv.slice(3));
}
