// Prints what dist/ weighs: Brotli, gzip and raw bytes of each file, and of what a
// page loads for a French article, against the budget. Fails when that is past it.
import { readdir, readFile } from 'node:fs/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
// broadsheet.js holds the stylesheet and the glue.
const DROP_IN = ['broadsheet.js', 'broadsheet.wasm', 'lang/fr.bin'];
const BUDGET = 59_000; // Brotli; React with react-dom alone takes 59.3 KB.

async function sizesOf(name) {
  const bytes = await readFile(new URL(name, dist));
  return [brotliCompressSync(bytes).length, gzipSync(bytes, { level: 9 }).length, bytes.length];
}

function print(name, sizes) {
  console.log(name.padEnd(28) + sizes.map((size) => String(size).padStart(9)).join(''));
}

const names = (await readdir(dist, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map(({ name, parentPath, path }) => `${parentPath ?? path}/${name}`)
  .map((path) => path.slice(path.lastIndexOf('dist/') + 'dist/'.length).replace(/^\//, ''))
  // The other languages differ by their hyphenation patterns alone.
  .filter((name) => !name.startsWith('lang/') || DROP_IN.includes(name))
  .sort();

console.log(`${''.padEnd(28)}   brotli     gzip      raw`);
const total = [0, 0, 0];
for (const name of names) {
  const sizes = await sizesOf(name);
  print(name, sizes);
  if (DROP_IN.includes(name)) {
    sizes.forEach((size, i) => {
      total[i] += size;
    });
  }
}
print(DROP_IN.join(' + '), total);
console.log(
  `budget ${BUDGET}: ${total[0] > BUDGET ? 'over by' : 'room for'} ${Math.abs(BUDGET - total[0])}`,
);
if (total[0] > BUDGET) process.exitCode = 1;
