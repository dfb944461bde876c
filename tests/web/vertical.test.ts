// Pages whose lines stand upright, from right to left and from left to right, in Chromium, Firefox
// and WebKit: the reader's place is kept along them, and nothing is as long as a line by accident.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EnginePage, forEachEngine } from './engines/index.js';
import {
  ALL_CONTROLS,
  CHANGES_AND_BACK,
  longArticle,
  openArticle,
  setProperty,
} from './support/article-page.js';
import { readText } from './support/paths.js';
import { useSite } from './support/site.js';

const site = useSite();

const MODES = ['vertical-rl', 'vertical-lr'] as const;
type Mode = (typeof MODES)[number];

const SIZE = { width: 800, height: 620 };

function open(
  engine: Parameters<typeof openArticle>[0],
  mode: Mode,
  article: object | string,
): Promise<EnginePage> {
  site.put(`/${mode}.css`, { body: `html { writing-mode: ${mode} }`, type: 'text/css' });
  return openArticle(engine, site, article, {
    attributes: `controls="${ALL_CONTROLS}"`,
    head: `<link rel="stylesheet" href="/${mode}.css">`,
    size: SIZE,
  });
}

async function scrollTo(page: EnginePage, mode: Mode, share: number): Promise<void> {
  await page.evaluate(
    (sign, part) => {
      const { scrollWidth } = document.documentElement;
      window.scrollTo({ left: sign * scrollWidth * part, behavior: 'instant' });
    },
    mode === 'vertical-rl' ? -1 : 1,
    share,
  );
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
}

/** Remembers, as `mark`, the first character of the first whole line: found by looking at every one. */
function markLine(page: EnginePage, mode: Mode): Promise<string> {
  return page.evaluate((isFromRight) => {
    const start = ({ left, right }: DOMRect) => (isFromRight ? innerWidth - right : left);
    const range = document.createRange();
    for (const paragraph of document.querySelectorAll('.broadsheet-body > p')) {
      const rect = paragraph.getBoundingClientRect();
      if (start(rect) + rect.width < 0 || start(rect) > innerWidth) continue;
      const text = paragraph.firstChild as Text;
      for (let at = 0; at < text.length; at++) {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const box = range.getBoundingClientRect();
        if (box.width === 0 || start(box) < 0) continue;
        Object.assign(globalThis, { mark: { text, at, start: start(box) } });
        return text.data.slice(at, at + 30);
      }
    }
    throw new Error('no line in sight');
  }, mode === 'vertical-rl');
}

/** How far the marked line is from where it was, in lines. */
function moved(page: EnginePage, mode: Mode): Promise<number> {
  return page.evaluate((isFromRight) => {
    const { mark } = globalThis as unknown as { mark: { text: Text; at: number; start: number } };
    const range = document.createRange();
    range.setStart(mark.text, mark.at);
    range.setEnd(mark.text, mark.at + 1);
    const { left, right } = range.getBoundingClientRect();
    const leading = getComputedStyle(mark.text.parentElement!).lineHeight;
    const start = isFromRight ? innerWidth - right : left;
    return (start - mark.start) / Number.parseFloat(leading);
  }, mode === 'vertical-rl');
}

async function change(page: EnginePage, name: string, value: unknown): Promise<void> {
  await setProperty(page, name, value);
  await page.waitFor(
    (key, wanted) => Reflect.get(document.querySelector('broadsheet-article')!, key) === wanted,
    name,
    value as string,
  );
  await page.frames(3);
}

forEachEngine('a vertical page', (engine) => {
  for (const mode of MODES) {
    test(`keeps the line being read within a line through every setting: ${mode}`, async () => {
      const page = await open(engine, mode, longArticle(6));
      for (const share of [0.25, 0.6]) {
        await scrollTo(page, mode, share);
        for (const [name, value] of CHANGES_AND_BACK) {
          await markLine(page, mode);
          await change(page, name, value);
          const by = await moved(page, mode);
          assert.ok(Math.abs(by) <= 1.05, `${share}, ${name} ${value}: ${by} lines`);
        }
      }
    });

    test(`gives the same line after changes and back, and when it is turned: ${mode}`, async () => {
      const page = await open(engine, mode, longArticle(6));
      await scrollTo(page, mode, 0.5);
      const text = await markLine(page, mode);
      for (const [name, value] of CHANGES_AND_BACK) await change(page, name, value);
      await page.resize(SIZE.width, 480);
      await page.frames(3);
      assert.ok(Math.abs(await moved(page, mode)) <= 1.05, `turned: ${await moved(page, mode)}`);
      await page.resize(SIZE.width, SIZE.height);
      await page.frames(3);
      const by = await moved(page, mode);
      assert.ok(Math.abs(by) <= 0.1, `${by} lines: ${text}`);
    });

    test(`yields to the control while that is on screen: ${mode}`, async () => {
      const page = await open(engine, mode, longArticle(6));
      const place = (value: number) =>
        page.evaluate((each) => {
          const root = document.querySelector('.broadsheet-controls')!.shadowRoot!;
          return root.querySelector(`input[value="${each}"]`)!.getBoundingClientRect().left;
        }, value);
      // WebKit cannot be told to click where a vertical page is scrolled to.
      await page.evaluate(() => {
        const root = document.querySelector('.broadsheet-controls')!.shadowRoot!;
        root.host.scrollIntoView({ block: 'center', behavior: 'instant' });
        root.querySelector<HTMLInputElement>('input:checked')!.focus({ preventScroll: true });
      });
      await page.frames(3);
      const before = await place(2);
      for (const scale of [5, 1, 4, 2]) {
        await change(page, 'textScale', scale);
        const now = await place(2);
        assert.ok(Math.abs(now - before) <= 2, `size ${scale}: ${before} → ${now}`);
      }
    });

    test(`shows pictures and players no longer than the window is wide: ${mode}`, async () => {
      const page = await open(engine, mode, readText('examples/articles/tout.fr.json'));
      const found = await page.evaluate(() => {
        const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
        return {
          audio: box('audio').height,
          wide: [...document.querySelectorAll('.broadsheet-figure :is(img, video)')].filter(
            (each) => each.getBoundingClientRect().width > innerWidth,
          ).length,
        };
      });
      assert.ok(found.audio < 120, `the audio player is ${found.audio} px high`);
      assert.equal(found.wide, 0);
    });
  }
});
