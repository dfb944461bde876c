// broadsheet polish --lang TAG [FILE]
import { createReadStream } from 'node:fs';
import type { Command } from 'commander';
import type { Engine } from '../engine.js';

interface PolishOptions {
  readonly lang: string;
  readonly off?: string;
}

/** Registers the command. */
export function addPolish(program: Command): void {
  program
    .command('polish')
    .description('write text with the punctuation and spacing of its language; each line is a text')
    .argument('[file]', 'text file; - is standard input', '-')
    .requiredOption('-l, --lang <tag>', 'language of the text (BCP 47)')
    .option('--off <names>', 'rules to leave out, separated by commas')
    .action(async (file: string, { lang, off = '' }: PolishOptions) => {
      const server: typeof import('../server.js') = await import('./server.mjs' as string);
      const engine = await server.loadEngine();
      process.stdout.write(polishLines(engine, await read(file), lang, off));
    });
}

/** Line ends stay as they are, the last one included or not. */
function polishLines(engine: Engine, text: string, lang: string, off: string): string {
  return text.replace(/[^\r\n]+/g, (line) => engine.polishText(line, lang, off));
}

async function read(path: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  const input = path === '-' ? process.stdin : createReadStream(path);
  for await (const chunk of input) chunks.push(chunk as Uint8Array);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(chunks));
}
