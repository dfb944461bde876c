// What is seen at a glance and said by no role: that controls stand within their bar, names in the middle
// of their boxes, knobs at the right end, gaps alike. In Chromium, Firefox and WebKit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EnginePage, forEachEngine } from './engines/index.js';
import { ALL_CONTROLS, openArticle, SEED, setProperty } from './support/article-page.js';
import { readText } from './support/paths.js';
import { useSite } from './support/site.js';

const site = useSite();

const CONTROLS = `controls="${ALL_CONTROLS}"`;

async function openPanel(page: EnginePage): Promise<void> {
  // WebKit cannot be told to click where a vertical page is scrolled to.
  await page.evaluate(() => {
    const root = document.querySelector('.broadsheet-controls')!.shadowRoot!;
    root.querySelector<HTMLButtonElement>('button.settings')!.click();
  });
  await page.waitFor(
    () =>
      document.querySelector('.broadsheet-controls')!.shadowRoot!.querySelector('.panel') !== null,
  );
}

/** Runs in the page: letters and buttons that reach beyond the two lines of the bar. */
function outsideBar(): string[] {
  const host = document.querySelector('.broadsheet-controls')!;
  const bar = host.getBoundingClientRect();
  const parts = host.shadowRoot!.querySelectorAll(
    'legend, .text-size label, button:not([hidden], [hidden] *)',
  );
  return [...parts].flatMap((each) => {
    const { top, bottom, left, right, width } = each.getBoundingClientRect();
    const isInside =
      top >= bar.top - 0.5 &&
      bottom <= bar.bottom + 0.5 &&
      // The first letter and the last icon stand flush by their ink: the target reaches 12 px further.
      left >= bar.left - 12.5 &&
      right <= bar.right + 12.5;
    return width === 0 || isInside ? [] : [`${each.className || each.localName} ${top} ${bottom}`];
  });
}

/** Runs in the page: how far knobs are from where their switch begins, along the lines, in em. */
function knobs(): number[] {
  const { shadowRoot } = document.querySelector('.broadsheet-controls')!;
  return [...shadowRoot!.querySelectorAll('.switch span')].map((each) => {
    const { writingMode, direction } = getComputedStyle(each);
    const { top, left, right, fontSize } = getComputedStyle(each, '::after');
    const inline = direction === 'rtl' ? right : left;
    const start = writingMode === 'horizontal-tb' ? inline : top;
    return Math.round((100 * Number.parseFloat(start)) / Number.parseFloat(fontSize)) / 100;
  });
}

forEachEngine('the looks of the controls', (engine) => {
  test('all stand within the bar, at any width and size', async () => {
    const page = await openArticle(engine, site, SEED, { attributes: CONTROLS });
    for (const width of [320, 390, 640, 768, 1280]) {
      await page.resize(width, 800);
      for (const scale of [2, 5]) {
        await setProperty(page, 'textScale', scale);
        await page.frames(2);
        assert.deepEqual(await page.evaluate(outsideBar), [], `${width} px, size ${scale}`);
      }
      const end = await page.evaluate(() => {
        const host = document.querySelector('.broadsheet-controls')!;
        const icons = [...host.shadowRoot!.querySelectorAll('.bar svg')].map((each) =>
          each.getBoundingClientRect(),
        );
        return host.getBoundingClientRect().right - Math.max(...icons.map(({ right }) => right));
      });
      assert.ok(Math.abs(end) <= 1, `${width} px: the last icon ends ${end} px before the bar`);
    }
  });

  test('a name stands in the middle of its box', async () => {
    const page = await openArticle(engine, site, SEED, { attributes: CONTROLS });
    await openPanel(page);
    const off = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('.broadsheet-controls')!;
      const range = document.createRange();
      return [...shadowRoot!.querySelectorAll('.panel label:not(.switch) span')].map((each) => {
        range.selectNodeContents(each);
        const [text, box] = [range.getBoundingClientRect(), each.getBoundingClientRect()];
        return Math.max(
          Math.abs(text.top + text.bottom - box.top - box.bottom) / 2,
          Math.abs(text.left + text.right - box.left - box.right) / 2,
        );
      });
    });
    assert.ok(off.length >= 15 && Math.max(...off) <= 1.5, `px: ${off}`);
  });

  for (const [name, lang, dir, mode] of [
    ['mali-russie', 'fr', 'ltr', 'horizontal-tb'],
    ['huquq.ar', 'ar', 'rtl', 'horizontal-tb'],
    ['mali-russie', 'fr', 'ltr', 'vertical-rl'],
  ] as const) {
    test(`a switch that is on has its knob at its end: ${dir}, ${mode}`, async () => {
      site.put(`/${mode}.css`, { body: `html { writing-mode: ${mode} }`, type: 'text/css' });
      const page = await openArticle(engine, site, readText(`examples/articles/${name}.json`), {
        attributes: CONTROLS,
        head: `<link rel="stylesheet" href="/${mode}.css">`,
        lang,
        dir,
      });
      await openPanel(page);
      assert.deepEqual(await page.evaluate(knobs), [1.44, 1.44]);
      await setProperty(page, 'align', 'start');
      await page.frames(2);
      assert.deepEqual(await page.evaluate(knobs), [0.34, 1.44]);
      assert.deepEqual(await page.evaluate(outsideBarOfPage, mode), []);
    });
  }
});

forEachEngine('the looks of blocks', (engine) => {
  test('dots stand midway, bars on the reader’s ground, titles off their pictures', async () => {
    const article = readText('examples/articles/tout.fr.json');
    const page = await openArticle(engine, site, article, { attributes: 'theme="sepia"' });
    const found = await page.evaluate(() => {
      const styleOf = (selector: string, pseudo?: string) =>
        getComputedStyle(document.querySelector(selector)!, pseudo);
      const picture = document.querySelector('.broadsheet-embed .broadsheet-picture')!;
      const title = picture.parentElement!.querySelector('.broadsheet-embed-title')!;
      return {
        dot: [
          styleOf('.broadsheet-tags li', '::after').marginInlineStart,
          styleOf('.broadsheet-tags').columnGap,
        ],
        track: CSS.supports('scrollbar-color', 'auto')
          ? ['.broadsheet-code', '.broadsheet-table'].map((each) =>
              /(transparent|rgba\(0, 0, 0, 0\))$/.test(styleOf(each).scrollbarColor),
            )
          : [true, true],
        gap: title.getBoundingClientRect().top - picture.getBoundingClientRect().bottom,
      };
    });
    assert.equal(found.dot[0], found.dot[1]);
    assert.deepEqual(found.track, [true, true]);
    assert.ok(found.gap >= 10, `${found.gap} px`);
  });

  test('a table’s caption is read without scrolling', async () => {
    const article = readText('examples/articles/tout.fr.json');
    const page = await openArticle(engine, site, article, { size: { width: 390, height: 900 } });
    await setProperty(page, 'textScale', 5);
    await page.frames(3);
    const [caption, table, column] = await page.evaluate(() => {
      const wrapper = document.querySelector('.broadsheet-table')!;
      const width = (each: Element) => Math.round(each.getBoundingClientRect().width);
      return [
        width(wrapper.querySelector('caption')!),
        width(wrapper.querySelector('table')!),
        width(wrapper),
      ];
    });
    assert.ok(table! > column!, 'the table is no wider');
    assert.ok(caption! <= column! + 1, `${caption} px in a column of ${column}`);
  });
});

/** Runs in the page: as `outsideBar`, across vertical lines. */
function outsideBarOfPage(mode: string): string[] {
  const host = document.querySelector('.broadsheet-controls')!;
  const bar = host.getBoundingClientRect();
  const [start, end] =
    mode === 'horizontal-tb' ? (['top', 'bottom'] as const) : (['left', 'right'] as const);
  return [...host.shadowRoot!.querySelectorAll('.text-size label')].flatMap((each) => {
    const rect = each.getBoundingClientRect();
    const isInside = rect[start] >= bar[start] - 0.5 && rect[end] <= bar[end] + 0.5;
    return isInside ? [] : [`${each.className} ${rect[start]} ${rect[end]}`];
  });
}
