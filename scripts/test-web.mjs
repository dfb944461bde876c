// Compiles the tests of web/ and runs them with Node's own runner.
//   node scripts/test-web.mjs [NAME…]   only files whose path contains a NAME
// A file in which something failed is run once more, alone, and must pass then.
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { cpus } from 'node:os';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url).pathname;
const wanted = process.argv.slice(2);

const files = (await readdir(`${root}tests/web`))
  .filter((name) => name.endsWith('.test.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));

await build({
  entryPoints: files.map((name) => `${root}tests/web/${name}`),
  outdir: `${root}build/tests-web`,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  // Imports that tests make inside a page.
  external: ['/dist/*'],
  platform: 'node',
  format: 'esm',
  target: ['node18'],
  sourcemap: 'inline',
  logLevel: 'warning',
});

const exec = promisify(execFile);

/** Runs one file; gives whether all of it passed, and what was said. */
async function runTests(name) {
  const path = `build/tests-web/${name.replace('.ts', '.mjs')}`;
  const options = ['--enable-source-maps', '--test', '--test-reporter=spec', path];
  const limits = { cwd: root, maxBuffer: Infinity };
  const { stdout, stderr, code } = await exec(process.execPath, options, limits).catch((e) => e);
  process.stdout.write(`\n${name}\n${stdout}${stderr}`);
  const counts = [...stdout.matchAll(/^ℹ (tests|pass|fail|skipped) (\d+)$/gm)];
  return {
    name,
    passed: code === undefined,
    counts: Object.fromEntries(counts.map(([, key, count]) => [key, Number(count)])),
  };
}

/** As many files at a time as leave a core to the browsers. */
async function runAll(names) {
  const results = [];
  const left = [...names];
  const work = async () => {
    for (let name = left.shift(); name; name = left.shift()) results.push(await runTests(name));
  };
  await Promise.all(Array.from({ length: Math.max(1, cpus().length - 1) }, work));
  return results;
}

const results = await runAll(files);
// Browsers may keep one another waiting: what failed is tried once more, alone.
const final = [];
for (const result of results) final.push(result.passed ? result : await runTests(result.name));

const sum = (key) => final.reduce((total, { counts }) => total + (counts[key] ?? 0), 0);
console.log(`\nℹ tests ${sum('tests')}\nℹ pass ${sum('pass')}\nℹ skipped ${sum('skipped')}`);
console.log(`ℹ fail ${sum('fail')}`);
const failed = final.filter(({ passed }) => !passed).map(({ name }) => name);
const twice = results.filter(({ passed }) => !passed).map(({ name }) => name);
if (twice.length > 0) console.log(`[test] run twice: ${twice.join(', ')}`);
if (failed.length > 0) console.log(`[test] failed: ${failed.join(', ')}`);
process.exit(failed.length > 0 || results.length === 0 ? 1 : 0);
