// The demo's drawing over the article: where the text is, whatever happens to it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QualityReport } from '../../web/src/api.js';
import { type EnginePage, forEachEngine } from './engines/index.js';
import { readText } from './support/paths.js';
import { useSite } from './support/site.js';

const axe = readText('node_modules/axe-core/axe.min.js');
const DECLARATIONS: readonly { lang: string; title: string; paragraphs: string[] }[] = JSON.parse(
  readText('tests/web/data/udhr.json'),
);
const site = useSite();

interface Drawn {
  readonly shapes: number;
  readonly hyphens: number;
  /** Gaps drawn where no space of the article or of its twin is. */
  readonly astray: number;
  readonly cells: Readonly<Record<string, readonly string[]>>;
  readonly overflow: number;
}

/** Runs in the page. */
function look(): Drawn {
  /** Edges of spaces, by their whole px. */
  const spaces = new Map<number, number[][]>();
  for (const root of document.querySelectorAll('.broadsheet-body, .twin-texts')) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text) {
      for (const { index } of node.data.matchAll(/[ \u00A0]/g)) {
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        for (const { left, right, top } of range.getClientRects()) {
          const key = Math.round(left);
          spaces.set(key, [...(spaces.get(key) ?? []), [left, right, top]]);
        }
      }
    }
  }
  const gaps = [...document.querySelectorAll('.drawing rect:not(.hyphen)')];
  const isOnSpace = (gap: Element) => {
    const { left, right, top } = gap.getBoundingClientRect();
    const key = Math.round(left);
    const near = [key - 1, key, key + 1].flatMap((each) => spaces.get(each) ?? []);
    return near.some((edges) => [left, right, top].every((x, i) => Math.abs(x - edges[i]!) < 1));
  };
  const rows = [...document.querySelectorAll<HTMLElement>('#composition-panel [data-figure]')];
  return {
    shapes: document.querySelectorAll('.drawing > *').length,
    hyphens: document.querySelectorAll('.drawing .hyphen').length,
    astray: gaps.filter((gap) => !isOnSpace(gap)).length,
    cells: Object.fromEntries(
      rows.map((row) => [
        row.dataset.figure,
        [...row.querySelectorAll('td')].map(({ textContent }) => textContent ?? ''),
      ]),
    ),
    overflow: document.documentElement.scrollWidth - innerWidth,
  };
}

/** Waits until the drawing is there and rests. */
async function drawn(page: EnginePage): Promise<Drawn> {
  await page.frames(4);
  let last = '';
  for (let i = 0; i < 20; i++) {
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)));
    await page.waitFor(() => document.querySelector('.drawing > *') !== null);
    const now = await page.evaluate(look);
    if (JSON.stringify(now) === last) return now;
    last = JSON.stringify(now);
  }
  throw new Error('the drawing does not rest');
}

const number = (text: string | undefined) =>
  Number((text ?? '').replace(',', '.').replace(/[^\d.]/g, ''));

forEachEngine('the demo’s composition', (engine) => {
  const open = async (width: number) => {
    const page = await engine.open(`${site.url}/`, { width, height: 900 });
    await page.waitFor(() => document.querySelector('#composition-toggle:enabled') !== null);
    return page;
  };

  for (const width of [375, 1280]) {
    test(`it is drawn over the text at ${width} px, with the figures of both settings`, async () => {
      const page = await open(width);
      await page.evaluate(() => document.getElementById('composition-toggle')!.focus());
      await page.press('Enter');
      const { shapes, astray, cells, overflow } = await drawn(page);
      assert.ok(shapes > 50, `${shapes} shapes`);
      assert.equal(astray, 0);
      assert.ok(overflow <= 0, `${overflow} px`);
      const { total } = await page.evaluate(() => {
        const { total } = (
          document.querySelector('broadsheet-article') as unknown as { report(): QualityReport }
        ).report();
        return { total };
      });
      assert.ok(Math.abs(number(cells.msd![0]) - total.msd) < 0.001);
      assert.ok(Math.abs(number(cells.worst![0]) - total.worst) < 0.01);
      assert.ok(number(cells.msd![1]) > number(cells.msd![0]), `${cells.msd}`);
      assert.deepEqual(await page.complaints(), []);
      if (width < 1000) return;
      await page.inject(axe);
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const result = await axe.run();
        return result.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
      });
      assert.deepEqual(violations, []);
    });
  }

  test('it follows width and text size, and goes without a trace', async () => {
    const page = await open(700);
    const before = await page.evaluate(() => document.querySelector('main')!.outerHTML);
    await page.click('#composition-toggle');
    await drawn(page);
    for (const width of [420, 1200]) {
      await page.resize(width, 900);
      const { astray, overflow } = await drawn(page);
      assert.deepEqual([astray, overflow <= 0], [0, true], `${width} px`);
    }
    await page.evaluate(() => {
      Object.assign(document.querySelector('broadsheet-article')!, { textScale: 4 });
    });
    assert.equal((await drawn(page)).astray, 0);
    await page.evaluate(() => {
      Object.assign(document.querySelector('broadsheet-article')!, { textScale: 2 });
    });
    await page.resize(700, 900);
    await drawn(page);
    await page.click('#composition-toggle');
    const after = await page.evaluate(() => document.querySelector('main')!.className);
    const left = await page.evaluate(() => document.querySelectorAll('.drawing, .twins').length);
    assert.deepEqual([after, left, before.includes('twins')], ['', 0, false]);
  });

  test('it draws right-to-left text where it is', async () => {
    const page = await open(900);
    const { lang, title, paragraphs } = DECLARATIONS.find((each) => each.lang === 'ar')!;
    const body = paragraphs.map((text) => ({ type: 'paragraph', text }));
    await page.evaluate(
      (data) => {
        Object.assign(document.querySelector('broadsheet-article')!, { data });
      },
      { lang, dir: 'rtl', title, body },
    );
    await page.waitFor(() => document.querySelector('.broadsheet-article[dir="rtl"]') !== null);
    await page.click('#composition-toggle');
    const { shapes, astray, overflow } = await drawn(page);
    assert.ok(shapes > 20, `${shapes} shapes`);
    assert.deepEqual([astray, overflow <= 0], [0, true]);
  });
});
