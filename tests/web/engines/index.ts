// The same test in Chromium, Firefox and WebKitGTK.
import { after, afterEach, before, describe } from 'node:test';
import { Chromium } from './chromium.js';
import type { Engine, EngineName, EnginePage, Size } from './engine.js';
import { Firefox } from './firefox.js';
import { WebKit } from './webkit.js';

export { Chromium, ChromiumPage } from './chromium.js';
export type { Engine, EngineName, EnginePage, Size } from './engine.js';

const STARTS: Readonly<Record<EngineName, () => Promise<Engine>>> = {
  Chromium: Chromium.start,
  Firefox: Firefox.start,
  WebKit: WebKit.start,
};

/** Narrow it while working: BROADSHEET_ENGINES=Firefox,WebKit. */
export const ENGINE_NAMES = (Object.keys(STARTS) as EngineName[]).filter((name) => {
  const wanted = process.env.BROADSHEET_ENGINES;
  return !wanted || wanted.split(',').includes(name);
});

export interface EngineUnderTest {
  readonly name: EngineName;
  open(url: string, size?: Size): Promise<EnginePage>;
}

/**
 * Describes `title` once per engine, each with a browser that starts before its first test and ends
 * after its last. A browser that does not start fails them.
 */
export function forEachEngine(title: string, define: (engine: EngineUnderTest) => void): void {
  for (const name of ENGINE_NAMES) {
    describe(`${title}, in ${name}`, () => {
      let engine: Engine | undefined;
      const pages = new Set<EnginePage>();
      before(async () => {
        engine = await STARTS[name]();
      });
      after(async () => {
        await engine?.stop();
      });
      // A test that fails leaves its page open, and what it stored with it.
      afterEach(async () => {
        for (const page of pages) await page.close();
        pages.clear();
      });
      define({
        name,
        async open(url, size) {
          if (!engine) throw new Error(`${name} is not running`);
          const page = await engine.open(url, size);
          pages.add(page);
          return page;
        },
      });
    });
  }
}
