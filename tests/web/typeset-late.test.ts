// What is out of sight is set when a change of width has come to rest, or before it is seen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { forEachEngine } from './engines/index.js';
import { changeWidth, openSet, rest, setWidth } from './support/set-page.js';
import { useSite } from './support/site.js';

const SENTENCE =
  'Les gouvernements internationalement reconnus entretiennent des relations diplomatiques, et ' +
  'leurs représentants se rencontrent régulièrement pour parler du commerce et de la sécurité. ';
const SHORT = '<p id="short">Une phrase, la plus courte de toutes, sur deux lignes.</p>';
const LONG = `<p>${SENTENCE.repeat(3)}</p>`;
const TEXT = `${SHORT}${LONG.repeat(12)}`;

/** Longer than a change of width takes to come to rest. */
const LONG_REST_MS = 500;

const site = useSite();

/** Widths of the first and the last long paragraph. */
function widths(): number[] {
  const all = [...document.querySelectorAll('#text p:not(#short)')];
  return [all[0]!, all.at(-1)!].map((each) => Math.round(each.getBoundingClientRect().width));
}

/**
 * Changes the width so often that it is never at rest. The most that was seen at any time, at last
 * without a change: paragraphs in sight that wait, all that wait, and how far the page is wider than
 * its view.
 */
async function watch(changes: number) {
  const worst = { inSight: 0, waiting: 0, overflow: 0 };
  for (let i = 0; i <= changes; i++) {
    const width = 700 - 12 * i + (i % 5) * 40;
    if (i < changes) document.querySelector<HTMLElement>('#text')!.style.width = `${width}px`;
    for (let n = 0; n < 2; n++) await new Promise((resolve) => requestAnimationFrame(resolve));
    const waiting = [...document.querySelectorAll('.broadsheet-waiting')];
    const inSight = waiting.filter((each) => {
      const { top, bottom } = each.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    worst.inSight = Math.max(worst.inSight, inSight.length);
    worst.waiting = Math.max(worst.waiting, waiting.length);
    worst.overflow = Math.max(worst.overflow, document.documentElement.scrollWidth - innerWidth);
  }
  return worst;
}

forEachEngine('set text out of sight', (engine) => {
  const open = (url: string) => engine.open(url, { width: 1000, height: 600 });

  test('what is scrolled to after a change of width is set for it', async () => {
    const page = await openSet(site, open, TEXT);
    await changeWidth(page, 400);
    for (const width of [700, 500]) {
      await changeWidth(page, width);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await page.frames(3);
      assert.equal((await page.evaluate(watch, 0)).inSight, 0);
      assert.deepEqual(await page.evaluate(widths), [width, width]);
    }
    await page.close();
  });

  test('while the width changes, only what is out of sight waits, and nothing overflows', async () => {
    const page = await openSet(site, open, TEXT);
    for (const top of [0, 900]) {
      await page.evaluate((y) => scrollTo(0, y), top);
      await page.frames(2);
      const worst = await page.evaluate(watch, 24);
      assert.equal(worst.inSight, 0);
      assert.ok(worst.waiting > 0);
      assert.ok(worst.overflow <= 0, `${worst.overflow} px`);
    }
    await rest(page);
    assert.equal((await page.evaluate(watch, 0)).waiting, 0);
    await page.close();
  });

  test('one change alone sets all of a short text at once', async () => {
    const page = await openSet(site, open, TEXT);
    await setTimeout(LONG_REST_MS);
    await changeWidth(page, 500);
    const waiting = '.broadsheet-waiting, .broadsheet-held';
    assert.equal(await page.evaluate((all) => document.querySelectorAll(all).length, waiting), 0);
    assert.deepEqual(await page.evaluate(widths), [500, 500]);
    await page.close();
  });

  test('a width that stops following its column is right when it rests', async () => {
    const page = await openSet(site, open, TEXT, {
      style: '#text p:not(#short) { width: min(100%, 500px) }',
    });
    for (const width of [420, 460, 480, 560, 640]) await changeWidth(page, width);
    await rest(page);
    assert.deepEqual(await page.evaluate(widths), [500, 500]);
    assert.equal(await page.evaluate(() => document.querySelector('p')!.style.inlineSize), '');
    await page.close();
  });

  test('a link out of sight keeps the focus', async () => {
    const page = await openSet(site, open, `${TEXT}<p><a href="#x">${SENTENCE}</a></p>`);
    await page.evaluate(() => document.querySelector('a')!.focus({ preventScroll: true }));
    for (const width of [400, 420, 440]) await changeWidth(page, width);
    assert.equal(await page.evaluate(() => document.activeElement!.localName), 'a');
    await page.close();
  });

  test('widths are found where the paragraph that told them is hidden', async () => {
    const page = await openSet(site, open, TEXT, { style: '.off { display: none }' });
    await page.evaluate(() => document.querySelector('#short')!.classList.add('off'));
    await setWidth(page, 420);
    assert.deepEqual(await page.evaluate(widths), [420, 420]);
    await setWidth(page, 360);
    assert.deepEqual(await page.evaluate(widths), [360, 360]);
    await page.close();
  });

  test('text whose size the page changes is set for the new one', async () => {
    const page = await openSet(site, open, TEXT);
    for (const size of [27, 14, 36]) {
      await page.evaluate((px) => {
        document.querySelector<HTMLElement>('#text')!.style.fontSize = `${px}px`;
      }, size);
      await rest(page);
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('#text p')].map((p) => p.scrollWidth - p.clientWidth),
      );
      // Marks hang.
      assert.ok(Math.max(...wide) <= size / 2, `${size} px: ${wide}`);
    }
    await page.close();
  });
});
