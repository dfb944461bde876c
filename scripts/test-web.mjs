// Compiles the tests of web/ and runs them with Node's own runner.
//   node scripts/test-web.mjs [NAME…]   only files whose path contains a NAME
// A file in which something failed is run once more, alone, and must pass then.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
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

/** `a/x.test.ts`, as source maps have it, or `b/x.test.mjs` → `x.test.mjs` */
const builtName = (path) => basename(path).replace(/\.ts$/, '.mjs');
const pathOf = (name) => `build/tests-web/${name}`;

const failedList = `${root}build/tests-web/failed.txt`;
const runTests = (paths) =>
  spawnSync(
    process.execPath,
    [
      '--enable-source-maps',
      '--test',
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...[
        '--test-reporter=./scripts/failed-files.mjs',
        `--test-reporter-destination=${failedList}`,
      ],
      ...paths,
    ],
    { cwd: root, stdio: 'inherit' },
  ).status ?? 1;

/** Three browsers at once may keep one another waiting: what failed is tried once more, alone. */
function runAgain() {
  const failed = readFileSync(failedList, 'utf8').split('\n').map(builtName).filter(Boolean);
  if (failed.length === 0) return 1;
  console.error(`[test] once more, each alone: ${failed.join(', ')}`);
  return failed.map((name) => runTests([pathOf(name)])).find((code) => code !== 0) ?? 0;
}

const status = runTests(files.map((name) => pathOf(builtName(name))));
process.exit(status === 0 ? 0 : runAgain());
