// A virtual screen reader's walk through an article, in a page of any engine.
import { build } from 'esbuild';
import type { EnginePage } from '../engines/index.js';
import { root } from './paths.js';

interface Virtual {
  start(options: { container: Element }): Promise<void>;
  stop(): Promise<void>;
  next(): Promise<void>;
  lastSpokenPhrase(): Promise<string>;
  itemTextLog(): Promise<string[]>;
  spokenPhraseLog(): Promise<string[]>;
}

let script: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { virtual } from '@guidepup/virtual-screen-reader'",
      resolveDir: root,
    },
    bundle: true,
    format: 'iife',
    globalName: 'guidepup',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    write: false,
  });
  return `${outputFiles[0]!.text}\nObject.assign(globalThis, { guidepup });`;
}

export interface Walk {
  /** What it says at each step: roles, names, text. */
  readonly phrases: readonly string[];
  /** The text of each step that holds no others. */
  readonly texts: readonly string[];
}

/** Walks through the first element that matches, from its beginning to its end. */
export async function walk(page: EnginePage, selector: string): Promise<Walk> {
  script ??= bundle();
  await page.inject(await script);
  return page.evaluate(async (wanted) => {
    const { virtual } = (globalThis as unknown as { guidepup: { virtual: Virtual } }).guidepup;
    const container = document.querySelector(wanted)!;
    await virtual.start({ container });
    const first = await virtual.lastSpokenPhrase();
    for (let i = 0; i < 2000; i++) {
      await virtual.next();
      const said = await virtual.lastSpokenPhrase();
      if (said === `end of ${first}` || said === first) break;
    }
    const phrases = await virtual.spokenPhraseLog();
    const items = await virtual.itemTextLog();
    await virtual.stop();
    // What has an end holds others, and its name may repeat what they say.
    const ends = new Set(phrases.filter((phrase) => phrase.startsWith('end of ')));
    const texts = items.filter((text, i) => {
      const phrase = phrases[i]!;
      return text !== '' && !ends.has(phrase) && !ends.has(`end of ${phrase}`);
    });
    return { phrases, texts };
  }, selector);
}
