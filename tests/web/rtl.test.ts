// Right to left: everything is the mirror image of left to right, but for icons.
// In Chromium, Firefox and WebKit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EnginePage, forEachEngine } from './engines/index.js';
import { ALL_CONTROLS, openArticle } from './support/article-page.js';
import { readText } from './support/paths.js';
import { useSite } from './support/site.js';

const site = useSite();

/** Boxes that lie on one side or the other. */
const BOXES = [
  '.broadsheet-header',
  '.broadsheet-body',
  '.broadsheet-body > p',
  '.broadsheet-related',
  '.broadsheet-body li',
  'figcaption',
  'th',
  'td',
  '.broadsheet-card',
  '.broadsheet-tags',
  '.broadsheet-footnotes li',
];

/** Distances of each box from the start of the page, whichever side that is. */
function starts(page: EnginePage, dir: string): Promise<string[]> {
  return page.evaluate(
    (selectors, direction) => {
      const width = document.documentElement.clientWidth;
      const left = document.documentElement.getBoundingClientRect().left;
      const start = (each: Element) => {
        const rect = each.getBoundingClientRect();
        return Math.round(direction === 'rtl' ? left + width - rect.right : rect.left - left);
      };
      const shadow = document.querySelector('.broadsheet-controls')!.shadowRoot!;
      return [
        ...selectors.flatMap((selector) =>
          [...document.querySelectorAll(selector)].map((each) => `${selector} ${start(each)}`),
        ),
        ...[...shadow.querySelectorAll('.text-size label, button, .panel fieldset, .switch')].map(
          (each) => `${each.className} ${start(each)}`,
        ),
      ];
    },
    BOXES,
    dir,
  );
}

forEachEngine('right to left', (engine) => {
  test('is the mirror image', async () => {
    const all = [];
    for (const dir of ['ltr', 'rtl']) {
      const article = JSON.parse(readText('examples/articles/tout.fr.json')) as { dir?: string };
      const page = await openArticle(
        engine,
        site,
        { ...article, dir },
        {
          attributes: `controls="${ALL_CONTROLS}" align="start"`,
          dir,
          size: { width: 1000, height: 900 },
        },
      );
      await page.click('button.settings');
      await page.waitFor(
        () =>
          document
            .querySelector('.broadsheet-controls')!
            .shadowRoot!.querySelector('.panel:not([hidden])') !== null,
      );
      await page.evaluate(() => {
        // What says its own direction keeps it; cells of a table share out their width by text.
        for (const each of document.querySelectorAll('.broadsheet-body [dir]')) each.remove();
      });
      all.push(await starts(page, dir));
      await page.close();
    }
    assert.ok(all[0]!.length > 60, String(all[0]!.length));
    assert.deepEqual(all[1], all[0]);
  });

  test('icons are not mirrored', async () => {
    const page = await openArticle(engine, site, readText('examples/articles/huquq.ar.json'), {
      attributes: `controls="${ALL_CONTROLS}"`,
      lang: 'ar',
      dir: 'rtl',
    });
    await page.click('button.settings');
    await page.waitFor(
      () =>
        document.querySelector('.broadsheet-controls')!.shadowRoot!.querySelector('.switch') !==
        null,
    );
    const transforms = await page.evaluate(() => {
      const root = document.querySelector('.broadsheet-controls')!.shadowRoot!;
      return [
        [...root.querySelectorAll('svg')].map((each) => getComputedStyle(each).transform),
        getComputedStyle(document.querySelector('.broadsheet-related')!).borderRightWidth !== '0px',
      ];
    });
    assert.deepEqual(
      (transforms[0] as string[]).filter((each) => each !== 'none'),
      [],
    );
    assert.equal(transforms[1], true);
  });
});
