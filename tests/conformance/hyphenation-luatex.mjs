// Hyphenates the same words with LuaTeX and with our packs; every difference is
// an error. Both get the patterns of the npm package hyphen, LuaTeX as text.
//
//   node tests/conformance/hyphenation-luatex.mjs PROGRAM [TAG…]
//
// PROGRAM is the built hyphenate_words. Words: Debian's lists (wfrench,
// wamerican, wngerman) where installed, and for every language words stitched
// together from its own patterns, which reach far more of them. Skips, saying
// so, where luatex is not installed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hyphenationSection, languages, readPatterns } from '../../scripts/hyphenation-packs.mjs';
import { writePack } from '../../scripts/pack.mjs';

const WORD_LISTS = { fr: 'french', en: 'american-english', de: 'ngerman' };
const STITCHED_WORDS = 4000;
// Our own rules part from TeX's at apostrophes, hyphens and digits.
const COMPARABLE = /^[\p{L}\p{M}\u200c\u200d]{2,60}$/u;

/** A small generator, so that every run has the same words. */
function randomFrom(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function stitchedWords(patterns) {
  const random = randomFrom(patterns.length);
  const parts = patterns
    .map(([letters]) => letters.replaceAll('.', ''))
    .filter((part) => COMPARABLE.test(`${part}${part}`));
  if (parts.length === 0) return [];
  return Array.from({ length: STITCHED_WORDS }, () =>
    Array.from({ length: 1 + random(4) }, () => parts[random(parts.length)]).join(''),
  );
}

function wordsOf(tag, patterns, exceptions) {
  const list = `/usr/share/dict/${WORD_LISTS[tag]}`;
  const listed =
    tag in WORD_LISTS && existsSync(list) ? readFileSync(list, 'utf8').split('\n') : [];
  const alphabet = new Set(patterns.flatMap(([letters]) => [...letters]));
  // TeX stops at a letter without a code; so may only letters it knows be used.
  return [...listed, ...exceptions.map(([word]) => word), ...stitchedWords(patterns)].filter(
    (word) =>
      COMPARABLE.test(word) && [...word.toLowerCase()].every((letter) => alphabet.has(letter)),
  );
}

function withDigits([letters, levels]) {
  const text = letters.split('').map((letter, index) => `${levels[index] || ''}${letter}`);
  return text.join('') + (levels[letters.length] || '');
}

function withHyphens([word, points]) {
  return word
    .split('')
    .map((letter, index) => (points.includes(index) ? `-${letter}` : letter))
    .join('');
}

const LUA = `
local language = lang.new()
local function lines(name) local all = {} for line in io.lines(name) do all[#all + 1] = line end return all end
lang.patterns(language, table.concat(lines("patterns"), " "))
lang.hyphenation(language, table.concat(lines("exceptions"), " "))
local characters = {}
for _, line in ipairs(lines("letters")) do
  local from, to = line:match("(%d+) (%d+)")
  lang.sethjcode(language, tonumber(from), tonumber(to))
  characters[tonumber(from)] = { width = 1000 }
end
local font_id = font.define({ name = "any", size = 655360, characters = characters, parameters = {} })
local left, right = table.unpack(lines("minima"))
local glyph, disc = node.id("glyph"), node.id("disc")
local out = io.open("hyphenated", "w")
for word in io.lines("words") do
  local first = node.new("glue")
  local last = first
  for _, code in utf8.codes(word) do
    local n = node.new("glyph", 1)
    n.char, n.font, n.lang, n.uchyph = code, font_id, lang.id(language), 1
    n.left, n.right = tonumber(left), tonumber(right)
    last.next, n.prev = n, last
    last = n
  end
  local stop = node.new("glue")
  last.next, stop.prev = stop, last
  lang.hyphenate(first, stop)
  local n = first
  while n do
    if n.id == glyph then out:write(utf8.char(n.char)) elseif n.id == disc then out:write("-") end
    n = n.next
  end
  out:write("\\n")
  node.flush_list(first)
end
out:close()
`;

/** LuaTeX holds patterns to the minima but not exceptions; TeX itself does both. */
function withinMinima(hyphenated, { left, right }) {
  const parts = hyphenated.split('-');
  const length = parts.join('').length;
  let done = 0;
  return parts.reduce((text, part) => {
    const allowed = done >= left && length - done >= right;
    done += part.length;
    return `${text}${text !== '' && allowed ? '-' : ''}${part}`;
  }, '');
}

function hyphenateWithLuatex(folder, { left, right }, { patterns, exceptions }, words) {
  const write = (name, lines) =>
    writeFileSync(join(folder, name), lines.map((line) => `${line}\n`).join(''));
  const letters = new Set([
    ...patterns.flatMap(([text]) => [...text]),
    ...words.flatMap((word) => [...word]),
  ]);
  write('patterns', patterns.map(withDigits));
  write('exceptions', exceptions.map(withHyphens));
  write('minima', [left, right]);
  write('words', words);
  write(
    'letters',
    [...letters].map((letter) => `${letter.codePointAt(0)} ${letter.toLowerCase().codePointAt(0)}`),
  );
  writeFileSync(join(folder, 'run.lua'), LUA);
  writeFileSync(
    join(folder, 'run.tex'),
    '\\catcode`\\{=1 \\catcode`\\}=2 \\directlua{dofile("run.lua")}\\end\n',
  );
  const run = spawnSync('luatex', ['--ini', '--interaction=batchmode', 'run.tex'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`luatex failed: ${run.stdout}${run.stderr}`);
  return readFileSync(join(folder, 'hyphenated'), 'utf8').trimEnd().split('\n');
}

function hyphenateWithOurs(program, folder, tag, words) {
  const file = join(folder, 'pack');
  writeFileSync(file, writePack({ tag, sections: { hyph: hyphenationSection(tag) } }));
  const run = spawnSync(program, [file], {
    input: `${words.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(`${program} failed on ${tag}: ${run.stderr}`);
  return run.stdout.trimEnd().split('\n');
}

function compare(program, folder, language) {
  const read = readPatterns(language.patterns);
  const words = wordsOf(language.tag, read.patterns, read.exceptions);
  if (words.length === 0) return 0;
  const theirs = hyphenateWithLuatex(folder, language, read, words).map((word) =>
    withinMinima(word, language),
  );
  const ours = hyphenateWithOurs(program, folder, language.tag, words);
  const different = words.flatMap((_, i) =>
    ours[i] === theirs[i] ? [] : [`${ours[i]} where TeX has ${theirs[i]}`],
  );
  const points = theirs.join('').split('-').length - 1;
  console.log(
    `${language.tag}: ${words.length} words, ${points} points, ${different.length} differences`,
  );
  for (const line of different.slice(0, 5)) console.log(`  ${line}`);
  return different.length;
}

const [program, ...tags] = process.argv.slice(2);
if (program === undefined) {
  console.error('usage: node tests/conformance/hyphenation-luatex.mjs PROGRAM [TAG…]');
  process.exit(2);
}
if (spawnSync('luatex', ['--version']).status !== 0) {
  console.log('skipped: luatex is not installed (Debian package texlive-luatex)');
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-luatex-'));
try {
  const chosen = languages.filter(({ tag }) => tags.length === 0 || tags.includes(tag));
  const differences = chosen.reduce((sum, language) => sum + compare(program, folder, language), 0);
  process.exitCode = differences === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
