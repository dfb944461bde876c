// broadsheet validate|render FILE
import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { Article, Broadsheet } from '../api.js';
import { standalonePage } from './page.js';
import { addPolish } from './polish.js';

/** `-` is standard input. */
async function read(path: string): Promise<Uint8Array> {
  if (path !== '-') return readFile(path);
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function load(): Promise<Broadsheet> {
  const entry: typeof import('../server.js') = await import('./server.mjs' as string);
  return entry.createBroadsheet();
}

function report(path: string, { diagnostics }: Article): void {
  for (const { severity, code, pointer, message } of diagnostics) {
    console.error(`${path}: ${severity} ${code} ${pointer || '/'}: ${message}`);
  }
}

const program = new Command('broadsheet').description('Checks and renders articles.');

program
  .command('validate')
  .description('check articles; exit 1 when one has an error')
  .argument('<files...>', 'JSON files; - is standard input')
  .action(async (files: string[]) => {
    const broadsheet = await load();
    for (const path of files) {
      const article = broadsheet.parse(await read(path));
      report(path, article);
      if (article.diagnostics.some(({ severity }) => severity === 'error')) process.exitCode = 1;
    }
  });

program
  .command('render')
  .description('write an article as a complete HTML page')
  .argument('<file>', 'JSON file; - is standard input')
  .option('-o, --output <file>', 'where to write; default: standard output')
  .action(async (path: string, { output }: { output?: string }) => {
    const broadsheet = await load();
    const article = broadsheet.parse(await read(path));
    report(path, article);
    if (!article.ok) {
      process.exitCode = 1;
      return;
    }
    const page = await standalonePage(broadsheet, article);
    if (output) await writeFile(output, page);
    else process.stdout.write(page);
  });

addPolish(program);

try {
  await program.parseAsync();
} catch (error) {
  console.error(`broadsheet: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}
