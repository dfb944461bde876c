// Language packs in Chromium: which are fetched, and whose words win.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { useChromium } from './support/chromium.js';
import { useSite } from './support/site.js';

const chromium = useChromium();
const site = useSite();

/** Opens a page with one article; gives it and the packs that it fetched. */
async function open(
  pageLang: string,
  article: object,
  script = '<script src="/dist/broadsheet.js" defer></script>',
): Promise<{ page: Page; packs: string[] }> {
  const page = await chromium.browser.newPage();
  const packs: string[] = [];
  page.on('request', (request) => {
    const pack = /\/dist\/lang\/(.*)/.exec(request.url())?.[1];
    if (pack !== undefined) packs.push(pack);
  });
  site.putJson('/article.json', article);
  site.put(
    '/languages.html',
    `<!doctype html><html lang="${pageLang}"><meta charset="utf-8"><title>Test</title>${script}
    <main><broadsheet-article src="/article.json"></broadsheet-article></main>`,
  );
  await page.goto(`${site.url}/languages.html`);
  await page.locator('.broadsheet-reading-time').waitFor();
  await page.waitForLoadState('networkidle');
  return { page, packs };
}

const readingTime = (page: Page) => page.locator('.broadsheet-reading-time').textContent();

test('a page fetches the pack of its language and no other', async () => {
  const cases: [lang: string, pack: string, text: string][] = [
    ['fr', 'fr.bin', 'Temps de lecture\u00a0: 1\u00a0min'],
    ['fr-CA', 'fr.bin', 'Temps de lecture\u00a0: 1\u00a0min'],
    ['en-GB', 'en-GB.bin', 'Reading time: 1\u00a0min'],
    ['zh-TW', 'zh-TW.bin', '閱讀時間：1分鐘'],
    ['pt-br', 'pt.bin', 'Tempo de leitura: 1\u00a0min'],
  ];
  for (const [lang, pack, text] of cases) {
    const { page, packs } = await open(lang, { title: 'x', lang });
    assert.deepEqual([packs, await readingTime(page)], [[pack], text], lang);
    await page.close();
  }
});

test('a language without a pack fetches nothing', async () => {
  const { page, packs } = await open('tlh', { title: 'x', lang: 'tlh' });
  assert.deepEqual([packs, await readingTime(page)], [[], 'Reading time: 1\u00a0min']);
  await page.close();
});

test('an article in another language than its page fetches that one too', async () => {
  const { page, packs } = await open('fr', { title: 'x', lang: 'ar', readingTime: 3 });
  assert.deepEqual(packs.sort(), ['ar.bin', 'fr.bin']);
  assert.equal(await readingTime(page), 'مدة القراءة: 3\u00a0دقائق');
  await page.close();
});

test('the host’s words win over a pack that is fetched after them', async () => {
  site.put('/host.mjs', {
    type: 'text/javascript',
    body: `import { createBroadsheet } from '/dist/broadsheet.mjs';
      const broadsheet = await createBroadsheet({ strings: { fr: { readingTime: '{n} min' } } });
      const article = broadsheet.parse({ title: 'x', lang: 'fr', authors: [{ name: 'A' }] });
      broadsheet.mount(document.querySelector('main'), article);`,
  });
  const { page, packs } = await open('tlh', {}, '<script type="module" src="/host.mjs"></script>');
  await page.locator('.broadsheet-byline', { hasText: 'Par A' }).waitFor();
  assert.deepEqual([packs, await readingTime(page)], [['fr.bin'], '1 min']);
  await page.close();
});
