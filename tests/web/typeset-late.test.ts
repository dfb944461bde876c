// What stands below the view is set when a change of width has come to rest, or before it is seen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachEngine } from './engines/index.js';
import { openSet, settle, setWidth } from './support/set-page.js';
import { useSite } from './support/site.js';

const SENTENCE =
  'Les gouvernements internationalement reconnus entretiennent des relations diplomatiques, et ' +
  'leurs représentants se rencontrent régulièrement pour parler du commerce et de la sécurité. ';
const SHORT = '<p id="short">Une phrase, la plus courte de toutes, sur deux lignes.</p>';
const TEXT = `${SHORT}${`<p>${SENTENCE.repeat(3)}</p>`.repeat(12)}`;

const site = useSite();

/** Widths of the first and the last long paragraph. */
function widths(): number[] {
  const all = [...document.querySelectorAll('#text p:not(#short)')];
  return [all[0]!, all.at(-1)!].map((each) => Math.round(each.getBoundingClientRect().width));
}

forEachEngine('set text below the view', (engine) => {
  const open = (url: string) => engine.open(url, { width: 1000, height: 600 });

  test('what is scrolled to after a change of width is set for it', async () => {
    const page = await openSet(site, open, TEXT);
    await setWidth(page, 400);
    for (const width of [700, 500]) {
      await setWidth(page, width);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await settle(page);
      assert.deepEqual(await page.evaluate(widths), [width, width]);
    }
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
});
