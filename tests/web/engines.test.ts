// The demo's article is the same in Chromium, Firefox and WebKitGTK.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachEngine } from './engines/index.js';
import { readText } from './support/paths.js';
import { useSite } from './support/site.js';

const site = useSite();

/** What the article reads in the engine that came first. */
let expected: string | undefined;

forEachEngine('the demo’s article', (engine) => {
  test('mounts without a complaint, fits at every width, and reads the same', async () => {
    const page = await engine.open(`${site.url}/`, { width: 1280, height: 900 });
    await page.waitFor(() => document.querySelector('.broadsheet-article h1') !== null);
    for (const width of [1280, 375, 320]) {
      await page.resize(width, 900);
      const { scroll, inner } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        inner: innerWidth,
      }));
      assert.equal(inner, width);
      assert.ok(scroll <= width, `${scroll} px of content at ${width} px`);
    }
    const text = await page.evaluate(
      () => document.querySelector('.broadsheet-article')!.textContent,
    );
    expected ??= text;
    assert.match(text, /Vladimir Poutine/);
    assert.equal(text, expected);
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test('the keyboard reaches the text size and changes it; the mouse too', async () => {
    site.put('/article.json', {
      body: readText('examples/articles/mali-russie.json'),
      type: 'application/json',
    });
    site.put(
      '/one.html',
      `<!doctype html><html lang="fr"><title>x</title>
      <script src="/dist/broadsheet.js" defer></script>
      <broadsheet-article src="/article.json"></broadsheet-article>`,
    );
    const page = await engine.open(`${site.url}/one.html`);
    const scale = () =>
      page.evaluate(
        () => (document.querySelector('broadsheet-article') as { textScale?: number }).textScale,
      );
    await page.waitFor(() => document.querySelector('.broadsheet-controls') !== null);
    for (let i = 0; i < 20; i++) {
      await page.press('Tab');
      const inControls = await page.evaluate(
        () => document.activeElement?.className === 'broadsheet-controls',
      );
      if (inControls) break;
    }
    await page.press('ArrowRight');
    assert.equal(await scale(), 3);
    await page.press('ArrowLeft');
    await page.press('ArrowLeft');
    assert.equal(await scale(), 1);
    await page.click('input[value="5"]');
    assert.equal(await scale(), 5);
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test('two pages at one time share what is stored; the next page starts afresh', async () => {
    const first = await engine.open(`${site.url}/`);
    const second = await engine.open(`${site.url}/`);
    await first.evaluate(() => localStorage.setItem('key', 'value'));
    assert.equal(await second.evaluate(() => localStorage.getItem('key')), 'value');
    await first.close();
    await second.close();
    const third = await engine.open(`${site.url}/`);
    assert.ok(!(await third.evaluate(() => localStorage.getItem('key'))));
    await third.close();
  });
});
