// Compiles the tests of web/ and runs them with Node's own runner.
//   node scripts/test-web.mjs [NAME…]   only files whose path contains a NAME
import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
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

const { status } = spawnSync(
  process.execPath,
  [
    '--enable-source-maps',
    '--test',
    '--test-reporter=spec',
    ...files.map((name) => `build/tests-web/${name.replace('.ts', '.mjs')}`),
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);
