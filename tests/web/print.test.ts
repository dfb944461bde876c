// A clean page on paper. In all engines the rules for print are made to hold on
// the screen; in Chromium, paper itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Chromium, type EnginePage, forEachEngine } from './engines/index.js';
import { ALL_CONTROLS, openArticle, putArticle, ready, SEED } from './support/article-page.js';
import { readText } from './support/paths.js';
import { useSite } from './support/site.js';

const EVERYTHING = readText('examples/articles/tout.fr.json');

const site = useSite();

/** Makes `@media print` hold on the screen. */
const print = (page: EnginePage) =>
  page.evaluate(() => {
    const turn = (rules: CSSRuleList) => {
      for (const rule of rules) {
        if (rule instanceof CSSMediaRule && rule.media.mediaText.includes('print')) {
          rule.media.mediaText = rule.media.mediaText.replace('print', 'all');
        }
        if ('cssRules' in rule) turn(rule.cssRules as CSSRuleList);
      }
    };
    const roots = [document, ...[...document.querySelectorAll('*')].map((each) => each.shadowRoot)];
    for (const root of roots)
      for (const sheet of root?.adoptedStyleSheets ?? []) turn(sheet.cssRules);
  });

const GONE = `.broadsheet-controls, .broadsheet-progress, .broadsheet-slot, video, audio, iframe,
  .broadsheet-footnote-back, .broadsheet-embed svg, .broadsheet-embed figcaption`;

forEachEngine('print', (engine) => {
  test('shows no controls, slots or players, cuts nothing off, says where links lead', async () => {
    const page = await openArticle(engine, site, EVERYTHING, {
      attributes: `controls="${ALL_CONTROLS}" theme="dark"`,
      size: { width: 620, height: 900 },
    });
    await print(page);
    await page.frames(2);
    const found = await page.evaluate((gone) => {
      const link = document.querySelector('.broadsheet-body p a[href^="http"]')!;
      return {
        shown: [...document.querySelectorAll(gone)].filter((each) => each.getClientRects().length)
          .length,
        overflow: document.documentElement.scrollWidth > innerWidth,
        cut: [...document.querySelectorAll('.broadsheet-article pre, .broadsheet-table')].filter(
          (each) => each.scrollWidth > each.clientWidth + 1,
        ).length,
        address: getComputedStyle(link, '::after').content,
        broken: [...document.querySelectorAll('.broadsheet-table th')].filter((each) => {
          const range = document.createRange();
          range.selectNodeContents(each);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          return lines.size > 1 && !/[\s-]/.test(each.textContent!);
        }).length,
        whole: getComputedStyle(document.querySelector('.broadsheet-body figure')!).breakInside,
        ground: getComputedStyle(document.querySelector('.broadsheet-article')!).backgroundColor,
        color: getComputedStyle(document.querySelector('.broadsheet-body p')!).color,
      };
    }, GONE);
    assert.equal(found.shown, 0);
    assert.equal(found.overflow, false);
    assert.equal(found.cut, 0);
    assert.equal(found.broken, 0, 'headers of tables, within a word');
    assert.match(found.address, /journal\.example\/glossaire|attr\(href\)/);
    assert.equal(found.whole, 'avoid');
    assert.match(found.ground, /^(rgba\(0, 0, 0, 0\)|transparent|rgb\(255, 255, 255\))$/);
    assert.match(found.color, /^rgb\(0, 0, 0\)$/);
  });
});

forEachEngine('what cannot be played or split on paper', (engine) => {
  test('an embed is its title, its service and its address; a table keeps its caption', async () => {
    const page = await openArticle(engine, site, EVERYTHING, { size: { width: 620, height: 900 } });
    const before = await page.evaluate(
      () => getComputedStyle(document.querySelector('.broadsheet-embed a')!, '::after').content,
    );
    assert.equal(before, 'none');
    await print(page);
    await page.frames(2);
    const { embeds, table } = await page.evaluate(() => {
      const isShown = (each: Element) => each.getClientRects().length > 0;
      const isWithin = (inner: Element, outer: Element) =>
        inner.getBoundingClientRect().right <= outer.getBoundingClientRect().right + 1;
      const wrapper = document.querySelector('.broadsheet-table')!;
      const caption = wrapper.querySelector('caption')!;
      return {
        embeds: [...document.querySelectorAll('.broadsheet-embed')].map((each) => {
          const link = each.querySelector('a')!;
          const { content, overflowWrap } = getComputedStyle(link, '::after');
          return {
            href: link.href,
            // Some engines give the value, some the rule.
            said: content
              .replace('attr(href)', `"${link.getAttribute('href')}"`)
              .replace(/" "/g, ''),
            overflowWrap,
            hasTitle: isShown(each.querySelector('.broadsheet-embed-title')!),
            hasSign: !/^(none|normal)$/.test(
              getComputedStyle(each.querySelector('.broadsheet-embed-title')!, '::before').content,
            ),
            fits: isWithin(link, each),
          };
        }),
        table: {
          breakInside: getComputedStyle(wrapper).breakInside,
          hasCaption: isShown(caption),
          captionWidth: caption.getBoundingClientRect().width,
          width: wrapper.querySelector('table')!.getBoundingClientRect().width,
          align: getComputedStyle(caption).textAlign,
        },
      };
    });
    assert.equal(embeds.length, 9);
    for (const { href, said, overflowWrap, hasTitle, hasSign, fits } of embeds) {
      assert.equal(said, `" (${href})"`);
      assert.equal(overflowWrap, 'anywhere', href);
      assert.deepEqual([hasTitle, hasSign, fits], [true, false, true], href);
    }
    assert.equal(table.breakInside, 'avoid');
    assert.equal(table.hasCaption, true);
    assert.ok(table.captionWidth <= table.width + 1, JSON.stringify(table));
    assert.equal(table.align, 'start');
  });
});

forEachEngine('words on paper', (engine) => {
  const hyphens = (page: EnginePage) =>
    page.evaluate(() => [
      ...new Set(
        [...document.querySelectorAll('.broadsheet-body > p')].map((each) => {
          const isSet = each.classList.contains('broadsheet-set');
          return `${isSet ? 'set' : 'not set'}, ${getComputedStyle(each).hyphens}`;
        }),
      ),
    ]);

  test('are divided by the browser, unless the reader or the host has said no', async () => {
    const page = await openArticle(engine, site, SEED);
    assert.deepEqual(await hyphens(page), ['set, manual']);
    await print(page);
    assert.deepEqual(await hyphens(page), ['set, auto']);
    const whole = await openArticle(engine, site, SEED, { attributes: 'hyphenate="none"' });
    await print(whole);
    assert.deepEqual(await hyphens(whole), ['set, manual']);
  });
});

forEachEngine('lines on paper', (engine) => {
  test('keep no hyphen and no hanging mark of the lines on screen', async () => {
    const page = await openArticle(engine, site, SEED, { size: { width: 420, height: 900 } });
    const drawn = () =>
      page.evaluate(() => {
        const breaks = [...document.querySelectorAll('broadsheet-break, broadsheet-fit')];
        const parts = breaks.flatMap((each) => [
          getComputedStyle(each, '::before').content,
          getComputedStyle(each, '::after').content,
        ]);
        return parts.filter((content) => !/^(none|normal|)$/.test(content)).length;
      });
    assert.ok((await drawn()) > 20);
    await print(page);
    assert.equal(await drawn(), 0);
  });
});

forEachEngine('headlines on paper', (engine) => {
  test('are balanced by the browser, which chooses their lines there', async () => {
    const page = await openArticle(engine, site, EVERYTHING, { size: { width: 794, height: 900 } });
    const looks = () =>
      page.evaluate(() => {
        const title = document.querySelector('.broadsheet-title')!;
        return `${title.className.includes('broadsheet-set')}, ${getComputedStyle(title).textWrapStyle}`;
      });
    assert.equal(await looks(), 'true, auto');
    await print(page);
    assert.equal(await looks(), 'true, balance');
  });
});

test('on paper all the text is there, in Chromium', async () => {
  const chromium = await Chromium.start();
  const page = await chromium.open(putArticle(site, EVERYTHING));
  await ready(page);
  const pdf = await page.page.pdf({ format: 'A4' });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  assert.ok(pages >= 3 && pages <= 12, `${pages} pages`);
  await chromium.stop();
});
