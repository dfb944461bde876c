// broadsheet hyphenate|breaks: the text engine, lines in and lines out.
//
// A line ends in LF (NUL with -z) and nothing is trimmed: the CR of a CRLF is
// the line's last character.
import { readdir, readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { BroadsheetCore } from '../broadsheet.js';
import type { Engine, Minima } from '../engine.js';
import { candidateTags } from '../languages.js';

interface InputOptions {
  readonly zero?: boolean;
}

interface HyphenateOptions extends InputOptions {
  readonly lang?: string;
  readonly min?: string;
}

interface BreaksOptions extends InputOptions {
  readonly lang?: string;
}

/** Gives the text that stands for one file or standard input. */
type Filter = (text: string, separator: string) => string;

const PACKS = new URL('./lang/', import.meta.url);
const SOFT_HYPHEN = '\u00ad';
/** Scripts whose words only a dictionary finds; the browser's and Node's have one. */
const SEGMENTED = ['th', 'lo', 'km', 'my'];

export function addTextCommands(program: Command): void {
  const input = (command: Command) =>
    command
      .argument('[files...]', 'UTF-8 text; - or none is standard input')
      .option('-z, --zero', 'lines end in NUL, in and out, and may hold line feeds');
  input(program.command('hyphenate'))
    .description('write each line with a soft hyphen (U+00AD) wherever a word may be divided')
    .option('-l, --lang <tag>', 'language of the text (BCP 47); needed')
    .option('-m, --min <left,right>', "fewest letters before and after; default: the language's")
    .action(hyphenate);
  input(program.command('breaks'))
    .description('write for each line the UTF-16 offsets where it may be broken, its end the last')
    .option('-l, --lang <tag>', "follow the language's customs, not UAX #14 alone")
    .action(breaks);
}

async function hyphenate(files: string[], options: HyphenateOptions): Promise<void> {
  if (options.lang === undefined) throw new Error('hyphenate needs --lang, e.g. --lang fr');
  const lang = checkedTag(options.lang);
  const minima = options.min === undefined ? undefined : readMinima(options.min);
  const engine = await loadEngine(lang);
  if (!engine.hyphenateText(lang, '')) {
    const known = (await packTags()).join(' ');
    throw new Error(`no hyphenation patterns for "${lang}"; there are packs for: ${known}`);
  }
  await run(files, options, (text) => hyphenated(engine, lang, text, minima));
}

async function breaks(files: string[], options: BreaksOptions): Promise<void> {
  const lang = options.lang === undefined ? '' : checkedTag(options.lang);
  const engine = await loadEngine('');
  const find = breakFinder(engine, lang);
  await run(files, options, (text, separator) =>
    linesOf(text, separator)
      .map((line) => `${find(line).join(' ')}${separator}`)
      .join(''),
  );
}

function hyphenated(engine: Engine, lang: string, text: string, minima?: Minima): string {
  const parts: string[] = [];
  let begin = 0;
  // To the engine a NUL is part of a word; offsets stay what they are.
  const words = text.replaceAll('\0', '\n');
  for (const point of engine.hyphenateText(lang, words, minima) ?? []) {
    parts.push(text.slice(begin, point));
    begin = point;
  }
  parts.push(text.slice(begin));
  return parts.join(SOFT_HYPHEN);
}

/** A line's opportunities; the end of a text is one (UAX #14, LB3), its start is none (LB2). */
function breakFinder(engine: Engine, lang: string): (line: string) => number[] {
  const language = lang.toLowerCase().split(/[-_]/)[0] ?? '';
  const segmenter = SEGMENTED.includes(language)
    ? new Intl.Segmenter(language, { granularity: 'word' })
    : undefined;
  return (line) => {
    if (line === '') return [];
    const words = segmenter ? Array.from(segmenter.segment(line), ({ index }) => index) : [];
    return [...engine.findBreaks(lang, line, words), line.length];
  };
}

/** The last line counts whether or not it is ended. */
function linesOf(text: string, separator: string): string[] {
  const lines = text.split(separator);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

async function run(files: string[], { zero }: InputOptions, filter: Filter): Promise<void> {
  const separator = zero ? '\0' : '\n';
  const outputs = [];
  for (const path of files.length > 0 ? files : ['-']) {
    outputs.push(filter(await readText(path), separator));
  }
  // A file that ends inside a line must not swallow the first of the next.
  const last = outputs.length - 1;
  const text = outputs.map((output, i) =>
    i < last && output !== '' && !output.endsWith(separator) ? output + separator : output,
  );
  await write(text.join(''));
}

/** What is ill-formed becomes U+FFFD; a byte order mark is a character like any other. */
async function readText(path: string): Promise<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  if (path !== '-') return decoder.decode(await readFile(path));
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return decoder.decode(Buffer.concat(chunks));
}

/** Nobody reads any more, e.g. `| head`: then there is nothing left to do. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') resolve();
      else reject(error);
    });
    process.stdout.write(text, () => resolve());
  });
}

function checkedTag(tag: string): string {
  if (/^[a-z]{1,8}([-_][a-z0-9]{1,8})*$/i.test(tag)) return tag;
  throw new Error(`--lang takes a language tag such as fr or pt-BR, not "${tag}"`);
}

function readMinima(text: string): Minima {
  const [, left, right] = /^(\d{1,2}),(\d{1,2})$/.exec(text) ?? [];
  if (Number(left) > 0 && Number(right) > 0) return { left: Number(left), right: Number(right) };
  throw new Error(`--min takes two numbers from 1 to 99, such as 2,3, not "${text}"`);
}

async function packTags(): Promise<string[]> {
  const names = await readdir(PACKS);
  return names.filter((name) => name.endsWith('.bin')).map((name) => name.replace('.bin', ''));
}

/** The engine, with the pack that serves `lang` alone. */
async function loadEngine(lang: string): Promise<Engine> {
  const tags = await packTags();
  const found = candidateTags(lang)
    .map((each) => tags.find((tag) => tag.toLowerCase() === each))
    .find((tag) => tag !== undefined);
  const languages = found ? { [found]: await readFile(new URL(`${found}.bin`, PACKS)) } : {};
  const entry: typeof import('../server.js') = await import('./server.mjs' as string);
  // What server.mjs gives is the core; its engine is no part of the public types.
  return ((await entry.createBroadsheet({ languages })) as BroadsheetCore).engine;
}
