// axe finds nothing on any example, at any text size, in any theme and several languages, in Chromium,
// Firefox and WebKit: each size and each theme with all its rules, and each size in each theme with those
// that depend on looks: in Chromium on every article, elsewhere on one of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EnginePage, forEachEngine } from './engines/index.js';
import { ALL_CONTROLS, openArticle, setProperty } from './support/article-page.js';
import { LOOKS as LOOK_RULES, violations } from './support/axe.js';
import { readText } from './support/paths.js';
import { useSite } from './support/site.js';

const site = useSite();

const ARTICLES: [name: string, lang: string, dir: string][] = [
  ['mali-russie', 'fr', 'ltr'],
  ['tout.fr', 'fr', 'ltr'],
  ['huquq.ar', 'ar', 'rtl'],
];
/** Each size and each theme at least once. */
const LOOKS: [scale: number, theme: string][] = [
  [1, 'light'],
  [2, 'system'],
  [3, 'sepia'],
  [4, 'dark'],
  [5, 'contrast'],
];
const SCALES = [1, 2, 3, 4, 5];
const THEMES = ['system', 'light', 'sepia', 'dark', 'contrast'];
/** Beside Chromium: a size and the theme so many further in the list, all pairs over the articles. */
const SHIFTS: Readonly<Record<string, readonly number[]>> = {
  'mali-russie': [0, 1],
  'tout.fr': [2],
  'huquq.ar': [3, 4],
};
/** Title and paragraph in languages of other scripts. */
const LANGUAGES: [lang: string, title: string][] = [
  ['de', 'Die Würde des Menschen ist unantastbar'],
  ['he', 'ההכרזה לכל באי עולם בדבר זכויות האדם'],
  ['ja', '世界人権宣言'],
  ['ru', 'Всеобщая декларация прав человека'],
];

async function openPanel(page: EnginePage): Promise<void> {
  await page.click('button.settings');
  await page.waitFor(
    () =>
      document.querySelector('.broadsheet-controls')!.shadowRoot!.querySelector('.panel') !== null,
  );
}

forEachEngine('axe', (engine) => {
  const openWithPanel = async ([name, lang, dir]: (typeof ARTICLES)[number]) => {
    const page = await openArticle(engine, site, readText(`examples/articles/${name}.json`), {
      attributes: `controls="${ALL_CONTROLS}"`,
      lang,
      dir,
    });
    await openPanel(page);
    return page;
  };

  for (const article of ARTICLES) {
    test(`finds nothing on ${article[0]} at five sizes, in five themes`, async () => {
      const page = await openWithPanel(article);
      for (const [scale, theme] of LOOKS) {
        await setProperty(page, 'textScale', scale);
        await setProperty(page, 'theme', theme);
        await page.frames(2);
        assert.deepEqual(await violations(page), [], `size ${scale}, ${theme}`);
      }
    });

    test(`finds no fault in the looks of ${article[0]} at sizes in themes`, async () => {
      const page = await openWithPanel(article);
      const shifts = engine.name === 'Chromium' ? THEMES.keys() : SHIFTS[article[0]]!;
      for (const shift of shifts) {
        for (const [i, scale] of SCALES.entries()) {
          const theme = THEMES[(i + shift) % THEMES.length]!;
          await setProperty(page, 'textScale', scale);
          await setProperty(page, 'theme', theme);
          await page.frames(2);
          assert.deepEqual(await violations(page, LOOK_RULES), [], `size ${scale}, ${theme}`);
        }
      }
    });
  }

  test('finds nothing in German, Hebrew, Japanese and Russian', async () => {
    for (const [lang, title] of LANGUAGES) {
      const article = { lang, title, body: [{ type: 'paragraph', text: title }] };
      const dir = lang === 'he' ? 'rtl' : 'ltr';
      const page = await openArticle(engine, site, article, {
        attributes: `controls="${ALL_CONTROLS}"`,
        lang,
        dir,
        size: { width: 320, height: 700 },
      });
      await openPanel(page);
      assert.deepEqual(await violations(page), [], lang);
      await page.close();
    }
  });
});
