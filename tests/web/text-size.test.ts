// The text-size control in Chromium, Firefox and WebKit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EnginePage, forEachEngine } from './engines/index.js';
import {
  eventsOf,
  openArticle,
  property,
  putArticle,
  ready,
  SEED,
  setProperty,
} from './support/article-page.js';
import { useSite } from './support/site.js';

const site = useSite();

/** The radio buttons of the page's first control: names, sizes of target, which is on. */
function radios(page: EnginePage) {
  return page.evaluate(() => {
    const root = document.querySelector('.broadsheet-controls')!.shadowRoot!;
    const group = root.querySelector('[role=radiogroup]')!;
    return {
      group: group.querySelector('legend')!.textContent,
      names: [...group.querySelectorAll('input')].map((each) => each.ariaLabel),
      targets: [...group.querySelectorAll('label')].map((each) => {
        const { width, height } = each.getBoundingClientRect();
        return Math.min(width, height);
      }),
      checked: [...group.querySelectorAll('input')].findIndex((each) => each.checked) + 1,
      focused: root.activeElement?.getAttribute('value') ?? null,
    };
  });
}

const focusChecked = (page: EnginePage) =>
  page.evaluate(() => {
    const root = document.querySelector('.broadsheet-controls')!.shadowRoot!;
    root.querySelector<HTMLInputElement>('input:checked')!.focus();
  });

/** The size of the article's text by that of its surroundings. */
const ratio = (page: EnginePage) =>
  page.evaluate(() => {
    const [own, around] = ['.broadsheet-article', 'main'].map((each) =>
      Number.parseFloat(getComputedStyle(document.querySelector(each)!).fontSize),
    );
    return Math.round((own! / around!) * 1000) / 1000;
  });

forEachEngine('text size', (engine) => {
  test('is a group named in the article’s language, of five named targets of 44 px', async () => {
    const page = await openArticle(engine, site, SEED, { size: { width: 320, height: 700 } });
    const { group, names, targets, checked } = await radios(page);
    assert.equal(group, 'Taille du texte');
    assert.deepEqual(names, ['Petite', 'Normale', 'Grande', 'Très grande', 'Maximale']);
    assert.ok(Math.min(...targets) >= 44, String(targets));
    assert.equal(checked, 2);
    assert.deepEqual(await page.complaints(), []);
  });

  test('moves by arrows, Home and End, and wraps', async () => {
    const page = await openArticle(engine, site, SEED);
    await focusChecked(page);
    const steps: [key: string, scale: number, ratio: number][] = [
      ['ArrowRight', 3, 1.2],
      ['ArrowDown', 4, 1.5],
      ['ArrowLeft', 3, 1.2],
      ['End', 5, 2],
      ['ArrowRight', 1, 0.875],
      ['ArrowUp', 5, 2],
      ['Home', 1, 0.875],
    ];
    for (const [key, scale, size] of steps) {
      await page.press(key);
      const { checked, focused } = await radios(page);
      assert.deepEqual([checked, focused, await ratio(page)], [scale, String(scale), size], key);
    }
  });

  test('moves by arrows as the eye does in a page from right to left', async () => {
    const article = { lang: 'ar', title: 'عنوان', body: [{ type: 'paragraph', text: 'نص' }] };
    const page = await openArticle(engine, site, article, { lang: 'ar', dir: 'rtl' });
    assert.equal((await radios(page)).group, 'حجم النص');
    await focusChecked(page);
    await page.press('ArrowLeft');
    assert.equal((await radios(page)).checked, 3);
    await page.press('ArrowRight');
    assert.equal((await radios(page)).checked, 2);
  });

  test('is a property, an attribute and an event, and refuses what is no step', async () => {
    const page = await openArticle(engine, site, SEED, { attributes: 'text-scale="4"' });
    assert.equal(await property(page, 'textScale'), 4);
    await setProperty(page, 'textScale', 5);
    await page.evaluate(() => {
      document.querySelector('broadsheet-article')!.setAttribute('text-scale', '1');
    });
    assert.equal((await radios(page)).checked, 1);
    assert.deepEqual(await eventsOf(page, 'broadsheet-text-scale'), [
      { textScale: 5 },
      { textScale: 1 },
    ]);
    await assert.rejects(setProperty(page, 'textScale', 9), /textScale is one of 1, 2, 3, 4, 5/);
  });

  test('is shared by all widgets of a page and by other pages, and remembered', async () => {
    const url = putArticle(site, SEED);
    const src = url.replace(/.*page-(\d+).*/, '/article-$1.json');
    const two = `<broadsheet-article src="${src}"></broadsheet-article>
      <broadsheet-article src="${src}" controls=""></broadsheet-article>`;
    const page = await openArticle(engine, site, SEED, { body: two });
    const other = await engine.open(url);
    await ready(other);
    await page.click('input[value="4"]');
    const scales = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.broadsheet-article')].map((each) =>
          each.getAttribute('data-text-scale'),
        ),
      );
    assert.deepEqual(await scales(), ['4', '4']);
    await other.waitFor(
      () => document.querySelector('.broadsheet-article')?.getAttribute('data-text-scale') === '4',
    );
    assert.equal((await radios(other)).checked, 4);
    await page.reload();
    await ready(page);
    assert.equal((await radios(page)).checked, 4);
  });

  test('is not remembered where the host says so', async () => {
    const page = await openArticle(engine, site, SEED, { attributes: 'persist="none"' });
    await page.click('input[value="3"]');
    assert.equal(await ratio(page), 1.2);
    await page.reload();
    await ready(page);
    assert.equal(await ratio(page), 1);
  });
});
