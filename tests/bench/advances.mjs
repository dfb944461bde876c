// Writes the advance widths of a TrueType font's Latin characters, in 1/1000 em,
// one `hexadecimal-code-point width` per line. liberation_serif.advances was
// made by it from LiberationSerif-Regular.ttf (Debian's fonts-liberation).
//
//   node tests/bench/advances.mjs FONT.ttf > tests/bench/liberation_serif.advances
import { readFileSync } from 'node:fs';

const font = readFileSync(process.argv[2]);

/** Offset of a table: https://learn.microsoft.com/typography/opentype/spec/otff */
function table(tag) {
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16) {
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`no table ${tag}`);
}

/** Glyph of a character by cmap format 4, the one every BMP font carries. */
function glyphFinder() {
  const cmap = table('cmap');
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 8 + 8 * i);
    if (font.readUInt16BE(at) === 4) return (code) => glyphOf(at, code);
  }
  throw new Error('no cmap of format 4');
}

function glyphOf(at, code) {
  const doubledCount = font.readUInt16BE(at + 6);
  for (let i = 0; i < doubledCount; i += 2) {
    const end = at + 14 + i;
    if (font.readUInt16BE(end) < code) continue;
    const start = end + doubledCount + 2;
    if (font.readUInt16BE(start) > code) return 0;
    const delta = font.readUInt16BE(start + doubledCount);
    const range = start + 2 * doubledCount;
    const offset = font.readUInt16BE(range);
    if (offset === 0) return (code + delta) & 0xffff;
    const glyph = font.readUInt16BE(range + offset + 2 * (code - font.readUInt16BE(start)));
    return glyph && (glyph + delta) & 0xffff;
  }
  return 0;
}

const unitsPerEm = font.readUInt16BE(table('head') + 18);
const longMetrics = font.readUInt16BE(table('hhea') + 34);
const hmtx = table('hmtx');
const glyph = glyphFinder();
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x2010, 0x2026],
  [0x202f, 0x202f],
  [0x20ac, 0x20ac],
];
for (const [first, last] of ranges) {
  for (let code = first; code <= last; code++) {
    const index = glyph(code);
    if (index === 0) continue;
    const advance = font.readUInt16BE(hmtx + 4 * Math.min(index, longMetrics - 1));
    console.log(`${code.toString(16)} ${((1000 * advance) / unitsPerEm).toFixed(3)}`);
  }
}
