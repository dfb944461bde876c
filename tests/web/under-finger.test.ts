// While a control is on screen it does not move under the finger, whatever it sets, in Chromium,
// Firefox and WebKit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EnginePage, forEachEngine, type Size } from './engines/index.js';
import { ALL_CONTROLS, longArticle, openArticle } from './support/article-page.js';
import { useSite } from './support/site.js';

const site = useSite();

/** Each setting of the bar and of its panel, to its ends and back; a switch is pressed twice. */
const PRESSES = [
  ...[5, 1, 4, 2].map((value) => `.text-size input[value="${value}"]`),
  ...['dark', 'sepia', 'contrast', 'light', 'system'].map((value) => `.theme [value=${value}]`),
  ...['sans', 'hyperlegible', 'serif', 'publisher'].map((value) => `.font [value=${value}]`),
  ...['widest', 'wide', 'normal'].map((value) => `.spacing [value=${value}]`),
  ...['narrow', 'wide', 'normal'].map((value) => `.width [value=${value}]`),
  ...['[name=align]', '[name=align]', '[name=hyphenate]', '[name=hyphenate]'],
];

interface Place {
  readonly left: number;
  readonly top: number;
}

/** Where a control is on screen, brought there when it is not. */
async function placeOf(page: EnginePage, selector: string): Promise<Place> {
  await page.evaluate((wanted) => {
    const { shadowRoot } = document.querySelector('.broadsheet-controls')!;
    const input = shadowRoot!.querySelector(wanted)!;
    const { top, bottom } = input.getBoundingClientRect();
    if (top >= 0 && bottom <= innerHeight) return;
    input.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, selector);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)));
  return look(page, selector);
}

function look(page: EnginePage, selector: string): Promise<Place> {
  return page.evaluate((wanted) => {
    const { shadowRoot } = document.querySelector('.broadsheet-controls')!;
    const { left, top } = shadowRoot!.querySelector(wanted)!.getBoundingClientRect();
    return { left, top };
  }, selector);
}

/** Presses one after the other; gives what moved, and how far. */
async function pressAll(page: EnginePage): Promise<string[]> {
  await page.click('button.settings');
  await page.waitFor(
    () =>
      document.querySelector('.broadsheet-controls')!.shadowRoot!.querySelector('.panel') !== null,
  );
  const moved: string[] = [];
  for (const selector of PRESSES) {
    const before = await placeOf(page, selector);
    await page.click(selector);
    // A face may have to come first; what is out of sight is set later, and cards after it.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 350)));
    await page.frames(3);
    const { left, top } = await look(page, selector);
    if (Math.abs(top - before.top) > 2 || Math.abs(left - before.left) > 2) {
      moved.push(`${selector}: ${before.left}, ${before.top} → ${left}, ${top}`);
    }
  }
  return moved;
}

const SIZES: readonly Size[] = [
  { width: 1280, height: 800 },
  { width: 390, height: 760 },
];

forEachEngine('under the finger', (engine) => {
  for (const size of SIZES) {
    test(`no control moves at the top of a page ${size.width} px wide`, async () => {
      const page = await openArticle(engine, site, longArticle(8), {
        attributes: `controls="${ALL_CONTROLS}"`,
        size,
      });
      assert.deepEqual(await pressAll(page), []);
    });

    test(`no control moves half-way down a long page ${size.width} px wide`, async () => {
      site.putJson('/above.json', longArticle(8));
      site.putJson('/below.json', longArticle(8));
      const page = await openArticle(engine, site, longArticle(1), {
        body: `<broadsheet-article src="/above.json" controls=""></broadsheet-article>
          <broadsheet-article src="/below.json" controls="${ALL_CONTROLS}"></broadsheet-article>`,
        size,
      });
      await page.waitFor(() => document.querySelector('.broadsheet-controls') !== null);
      await page.evaluate(() => {
        const controls = document.querySelector('.broadsheet-controls')!;
        controls.scrollIntoView({ block: 'center', behavior: 'instant' });
      });
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
      assert.deepEqual(await pressAll(page), []);
    });
  }
});
