// Builds dist/ from build/wasm and web/. Run by `make build`, after the module.
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { minify } from 'terser';
import { writeDeclarations } from './declarations.mjs';
import { writeLanguagePacks } from './language-packs.mjs';
import { articleSchema } from './schema.mjs';

const root = new URL('../', import.meta.url);
const file = (path) => new URL(path, root).pathname;
const log = (message) => console.error(`[build] ${message}`);

const shared = {
  bundle: true,
  minify: true,
  target: ['es2022'],
  legalComments: 'none',
  logLevel: 'warning',
  // What the entries load on demand is a file of its own.
  external: ['./controls.mjs', './cards.mjs'],
  alias: { 'broadsheet-glue': file('build/wasm/broadsheet.mjs') },
  plugins: [minifiedCss()],
  // Emscripten's glue has no use for its own address: we hand it the module.
  logOverride: { 'empty-import-meta': 'silent' },
};

/** Imports a stylesheet as text, minified. */
function minifiedCss() {
  return {
    name: 'minified-css',
    setup({ onLoad }) {
      onLoad({ filter: /\.css$/ }, async ({ path }) => ({
        contents: await minifyCss(path),
        loader: 'text',
      }));
    },
  };
}

async function minifyCss(path) {
  const result = await build({ entryPoints: [path], bundle: true, minify: true, write: false });
  return result.outputFiles[0].text.trim();
}

async function buildScripts(packTags) {
  const define = { PACK_TAGS: JSON.stringify(packTags) };
  const bundles = [
    ['index', 'broadsheet.mjs', { format: 'esm', platform: 'browser' }],
    ['element', 'element.mjs', { format: 'esm', platform: 'browser' }],
    ['classic', 'broadsheet.js', { format: 'iife', platform: 'browser' }],
    ['cards/tools', 'cards.mjs', { format: 'esm', platform: 'browser' }],
    ['controls/tools', 'controls.mjs', { format: 'esm', platform: 'browser' }],
    ['early', 'broadsheet-early.js', { format: 'iife', platform: 'browser' }],
    ['server', 'server.mjs', { format: 'esm', platform: 'node', minify: false }],
    ['edge', 'edge.mjs', { format: 'esm', platform: 'neutral' }],
    ['cli/main', 'cli.mjs', { format: 'esm', platform: 'node', minify: false, ...cliOptions }],
  ];
  await Promise.all(
    bundles.map(async ([entry, out, options]) => {
      const settings = { ...shared, define, ...options };
      const result = await build({
        ...settings,
        entryPoints: [file(`web/src/${entry}.ts`)],
        outfile: file(`dist/${out}`),
        write: false,
      });
      const [{ path, text }] = result.outputFiles;
      await writeFile(path, settings.minify ? await minifyMore(text, settings.format) : text);
    }),
  );
}

/** What esbuild leaves: mostly branches of Emscripten's glue that cannot be reached here. */
async function minifyMore(text, format) {
  const { code } = await minify(text, {
    ecma: 2020,
    module: format === 'esm',
    toplevel: true,
    compress: { passes: 2, sequences: false, keep_fargs: false },
  });
  return `${code}\n`;
}

const cliOptions = {
  // The command line finds the engine in server.mjs beside it.
  external: ['./server.mjs'],
  // The main file of jsonc-parser loads others in a way that no bundler follows.
  mainFields: ['module', 'main'],
  banner: {
    js: [
      '#!/usr/bin/env node',
      "import { createRequire as __createRequire } from 'node:module';",
      'const require = __createRequire(import.meta.url);',
    ].join('\n'),
  },
};

/** Atkinson Hyperlegible (SIL Open Font License), with its licence. */
async function copyFonts() {
  const source = file('node_modules/@fontsource/atkinson-hyperlegible/');
  await mkdir(file('dist/fonts'), { recursive: true });
  const names = (await readdir(`${source}files`)).filter((name) => name.endsWith('.woff2'));
  await Promise.all([
    ...names.map((name) => copyFile(`${source}files/${name}`, file(`dist/fonts/${name}`))),
    copyFile(`${source}LICENSE`, file('dist/fonts/LICENSE-OFL.txt')),
  ]);
}

async function main() {
  await mkdir(file('dist/lang'), { recursive: true });
  const packTags = await writeLanguagePacks(file('dist/lang/'));
  await Promise.all([
    copyFonts(),
    buildScripts(packTags),
    writeDeclarations(file('dist/index.d.ts')),
    copyFile(file('build/wasm/broadsheet.wasm'), file('dist/broadsheet.wasm')),
    minifyCss(file('web/styles/broadsheet.css')).then((css) =>
      writeFile(file('dist/broadsheet.css'), `${css}\n`),
    ),
    writeFile(file('dist/article.schema.json'), `${JSON.stringify(articleSchema, null, 2)}\n`),
    copyFile(file('web/custom-elements.json'), file('dist/custom-elements.json')),
  ]);
  log('dist/ is up to date');
}

await main();
