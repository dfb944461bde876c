// The reader's place in a long article is kept, in Chromium, Firefox and WebKit.
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
import { useSite } from './support/site.js';

const site = useSite();

/**
 * Remembers the first character of the topmost whole line as `mark`: another look at it than the
 * widget's own, by hit testing.
 */
function markLine(page: EnginePage): Promise<string> {
  return page.evaluate(() => {
    const { left, width } = document.querySelector('.broadsheet-body')!.getBoundingClientRect();
    const at = (y: number) => {
      for (const x of [left + 4, left + 30, left + width / 3]) {
        const caret = document.caretPositionFromPoint
          ? document.caretPositionFromPoint(x, y)
          : undefined;
        const range = caret
          ? { node: caret.offsetNode, offset: caret.offset }
          : (() => {
              const found = document.caretRangeFromPoint(x, y);
              return found && { node: found.startContainer, offset: found.startOffset };
            })();
        if (
          range?.node instanceof Text &&
          range.node.parentElement!.closest('.broadsheet-body p')
        ) {
          const box = document.createRange();
          const offset = Math.min(range.offset, range.node.length - 1);
          box.setStart(range.node, offset);
          box.setEnd(range.node, offset + 1);
          const { top, bottom } = box.getBoundingClientRect();
          if (top >= 0 && top <= y && bottom >= y) return box;
        }
      }
      return undefined;
    };
    for (let y = 2; y < innerHeight / 2; y += 2) {
      const box = at(y);
      if (!box) continue;
      // The text nodes of set paragraphs come and go: the character is found by its number.
      const block = box.startContainer.parentElement!.closest('p, h2')!;
      const before = document.createRange();
      before.setStart(block, 0);
      before.setEnd(box.startContainer, box.startOffset);
      const offset = before.toString().length;
      const { top } = box.getBoundingClientRect();
      Object.assign(globalThis, { mark: { block, offset, top } });
      return block.textContent!.slice(offset, offset + 30);
    }
    throw new Error('no line in sight');
  });
}

/** How far the marked line is from where it was, once it rests. */
async function moved(page: EnginePage): Promise<number> {
  let last = Number.NaN;
  for (let same = 0, tries = 0; same < 5 && tries < 100; tries++) {
    // A timer may change the layout; the place is kept in the frame that shows it.
    await page.frames(2);
    const now = await page.evaluate(distance);
    same = now === last ? same + 1 : 0;
    last = now;
  }
  return last;
}

/** Runs in the page. */
function distance(): number {
  const { mark } = globalThis as unknown as {
    mark: { block: Element; offset: number; top: number };
  };
  const texts = document.createTreeWalker(mark.block, NodeFilter.SHOW_TEXT);
  let left = mark.offset;
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    if (left < text.length) {
      const range = document.createRange();
      range.setStart(text, left);
      range.setEnd(text, left + 1);
      return [...range.getClientRects()].at(-1)!.top - mark.top;
    }
    left -= text.length;
  }
  throw new Error('the text has gone');
}

/** The height of a line, in px. */
const line = (page: EnginePage) =>
  page.evaluate(() =>
    Number.parseFloat(getComputedStyle(document.querySelector('.broadsheet-body p')!).lineHeight),
  );

/** What waits out of sight is reckoned a little later. */
async function settle(page: EnginePage): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  await page.frames(2);
}

async function scrollTo(page: EnginePage, share: number): Promise<void> {
  await page.evaluate((part) => {
    const { scrollHeight } = document.documentElement;
    window.scrollTo({ top: scrollHeight * part, behavior: 'instant' });
  }, share);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
}

const open = (engine: Parameters<typeof openArticle>[0], more: object[] = []) =>
  openArticle(engine, site, longArticle(12, more), {
    attributes: `controls="${ALL_CONTROLS}"`,
    size: { width: 700, height: 800 },
  });

forEachEngine('the place', (engine) => {
  test('holds within a line through size, spacing, width and typeface', async () => {
    const page = await open(engine);
    for (const share of [0.25, 0.6]) {
      await scrollTo(page, share);
      const changes: [string, unknown][] = [
        ['textScale', 5],
        ['spacing', 'widest'],
        ['width', 'narrow'],
        ['font', 'hyperlegible'],
        ['font', 'publisher'],
        ['width', 'normal'],
        ['spacing', 'normal'],
        ['textScale', 2],
      ];
      for (const [name, value] of changes) {
        await markLine(page);
        const before = await line(page);
        await setProperty(page, name, value);
        await page.waitFor(
          (key, wanted) =>
            Reflect.get(document.querySelector('broadsheet-article')!, key) === wanted,
          name,
          value as string,
        );
        await page.frames(3);
        const height = Math.max(before, await line(page));
        const by = await moved(page);
        assert.ok(Math.abs(by) <= height + 1, `${name}: ${by} px`);
      }
    }
  });

  test('five changes of every kind and back give the same line', async () => {
    for (const share of [0.2, 0.5, 0.9]) {
      const page = await open(engine);
      await scrollTo(page, share);
      const text = await markLine(page);
      for (const [name, value] of CHANGES_AND_BACK) {
        await setProperty(page, name, value);
        await page.waitFor(
          (key, wanted) =>
            Reflect.get(document.querySelector('broadsheet-article')!, key) === wanted,
          name,
          value as string,
        );
        await page.frames(2);
        // In the midst of it all the window turns, and turns back.
        if (name === 'align') await page.resize(value === 'start' ? 900 : 700, 800);
      }
      await settle(page);
      assert.ok(Math.abs(await moved(page)) <= 1, `${share}: ${await moved(page)} px: ${text}`);
      await page.close();
    }
  });

  test('five changes of size and back give the same line', async () => {
    const page = await open(engine);
    await scrollTo(page, 0.5);
    const text = await markLine(page);
    for (const scale of [3, 4, 5, 1, 4, 2]) {
      await setProperty(page, 'textScale', scale);
      await page.frames(2);
    }
    await settle(page);
    assert.ok(Math.abs(await moved(page)) <= 1, `${await moved(page)} px: ${text}`);
  });

  test('holds when the window turns, and turns back', async () => {
    const page = await open(engine);
    await scrollTo(page, 0.5);
    await markLine(page);
    await page.resize(900, 640);
    await settle(page);
    assert.ok(Math.abs(await moved(page)) <= (await line(page)) + 1, `${await moved(page)} px`);
    await page.resize(700, 800);
    await settle(page);
    assert.ok(Math.abs(await moved(page)) <= 2, `${await moved(page)} px`);
  });

  test('holds when pictures above it come late', async () => {
    const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="500"/>';
    site.put('/late.svg', { body: picture, type: 'image/svg+xml', delay: 1500 });
    const page = await open(engine, [{ type: 'image', src: '/late.svg', alt: 'Un dessin' }]);
    await page.evaluate(() => {
      for (const image of document.images) image.loading = 'eager';
    });
    await scrollTo(page, 0.5);
    await markLine(page);
    const before = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.waitFor(() => [...document.images].every((image) => image.complete));
    await page.frames(4);
    const after = await page.evaluate(() => document.documentElement.scrollHeight);
    assert.ok(after > before + 200, `${before} → ${after}`);
    assert.ok(Math.abs(await moved(page)) <= 1, `${await moved(page)} px`);
  });

  test('goes along when something jumps, though the text above changes meanwhile', async () => {
    const page = await open(engine);
    await scrollTo(page, 0.3);
    await page.evaluate(async () => {
      document.documentElement.style.setProperty('overflow-anchor', 'none');
      const above = document.querySelector<HTMLElement>('.broadsheet-header')!;
      const top = document.documentElement.scrollHeight * 0.6;
      window.scrollTo({ top, behavior: 'instant' });
      above.style.paddingBlockStart = '60px';
      // A change, before the page has told of the scrolling.
      Object.assign(document.querySelector('broadsheet-article')!, { spacing: 'wide' });
    });
    await settle(page);
    const share = await page.evaluate(() => scrollY / document.documentElement.scrollHeight);
    assert.ok(share > 0.5, `${share}`);
  });

  test('yields to the control while that is on screen, at the top of the page too', async () => {
    const page = await open(engine);
    const top = (value: number) =>
      page.evaluate((each) => {
        const root = document.querySelector('.broadsheet-controls')!.shadowRoot!;
        return root.querySelector(`input[value="${each}"]`)!.getBoundingClientRect().top;
      }, value);
    const before = await top(2);
    for (const scale of [5, 1, 4, 2]) {
      await page.click(`input[value="${scale}"]`);
      await page.frames(3);
      const now = await top(scale);
      assert.ok(Math.abs(now - before) <= 2, `size ${scale}: ${before} → ${now}`);
    }
  });

  test('leaves the page alone at its top, and where the reader scrolls', async () => {
    const page = await open(engine);
    await page.resize(500, 800);
    assert.equal(await page.evaluate(() => scrollY), 0);
    await scrollTo(page, 0.4);
    const at = await page.evaluate(() => scrollY);
    await page.evaluate(() => window.scrollBy({ top: 333, behavior: 'instant' }));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
    assert.ok(Math.abs((await page.evaluate(() => scrollY)) - at - 333) <= 1);
  });
});
