// broadsheet validate|render FILE: see docs/cli.md.
import { readFile, writeFile } from 'node:fs/promises';
import { Command, CommanderError } from 'commander';
import type { Broadsheet } from '../api.js';
import { type Finding, findingsIn, summary, visible, written } from './findings.js';
import { standalonePage } from './page.js';
import { addPolish } from './polish.js';
import { addTextCommands } from './text.js';

/** What the process ends with. */
const FOUND_ERRORS = 1;
const FAILED = 2;

interface Input {
  /** As findings name it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** `-` is standard input. Nothing, and a line on standard error, when it cannot be read. */
async function read(path: string): Promise<Input | undefined> {
  try {
    if (path !== '-') return { name: path, bytes: await readFile(path) };
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    return { name: '<stdin>', bytes: Buffer.concat(chunks) };
  } catch (error) {
    complain(error);
    return undefined;
  }
}

async function load(): Promise<Broadsheet> {
  const entry: typeof import('../server.js') = await import('./server.mjs' as string);
  return entry.createBroadsheet();
}

function complain(error: unknown): void {
  console.error(visible(`broadsheet: ${error instanceof Error ? error.message : error}`));
}

async function validate(paths: readonly string[], { json }: { json?: boolean }): Promise<void> {
  const broadsheet = await load();
  const findings: Finding[] = [];
  let articles = 0;
  for (const path of paths) {
    const input = await read(path);
    if (!input) continue;
    articles++;
    const found = findingsIn(input.name, input.bytes, broadsheet.parse(input.bytes));
    if (!json) for (const finding of found) console.log(written(finding));
    findings.push(...found);
  }
  if (json) console.log(JSON.stringify(findings, null, 2));
  const unreadable = paths.length - articles;
  console.error(summary(articles, findings, unreadable));
  if (unreadable > 0) process.exitCode = FAILED;
  else if (findings.some(({ severity }) => severity === 'error')) process.exitCode = FOUND_ERRORS;
}

async function render(path: string, { output }: { output?: string }): Promise<void> {
  const input = await read(path);
  if (!input) {
    process.exitCode = FAILED;
    return;
  }
  const broadsheet = await load();
  const article = broadsheet.parse(input.bytes);
  for (const finding of findingsIn(input.name, input.bytes, article)) {
    console.error(written(finding));
  }
  if (!article.ok) {
    process.exitCode = FOUND_ERRORS;
    return;
  }
  const page = await standalonePage(broadsheet, article);
  if (output) await writeFile(output, page);
  else process.stdout.write(page);
}

const program = new Command('broadsheet')
  .description('Checks news articles (JSON of the format broadsheet-article/1) and renders them.')
  .exitOverride()
  .addHelpText(
    'after',
    `
Examples:
  broadsheet validate articles/*.json
  curl -s https://example.com/article.json | broadsheet validate -
  broadsheet render article.json -o article.html`,
  );

program
  .command('validate')
  .description('check articles; one line for each finding, on standard output')
  .argument('<files...>', 'JSON files; - is standard input')
  .option('--json', 'write an array of {file, line, column, severity, code, pointer, message}')
  .addHelpText(
    'after',
    `
A line is FILE:LINE:COLUMN severity code pointer: message. A summary follows on standard error.

Exit status: 0, no article has an error (warnings count for nothing); 1, one has; 2, a file cannot
be read (the others are checked).`,
  )
  .action(validate);

program
  .command('render')
  .description('write an article as a complete HTML page that needs no other file')
  .argument('<file>', 'JSON file; - is standard input')
  .option('-o, --output <file>', 'where to write (default: standard output)')
  .addHelpText(
    'after',
    `
Findings go to standard error. An article with errors is rendered as far as it can be shown.

Exit status: 0, the page is written; 1, there is no article to show; 2, a file cannot be read or
written.`,
  )
  .action(render);

addTextCommands(program);
addPolish(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has said what is wrong, or given the help that was asked for.
    process.exitCode = error.exitCode === 0 ? 0 : FAILED;
  } else {
    complain(error);
    process.exitCode = FAILED;
  }
}
