// Which of a picture's files a page fetches, and when: in Chromium, by what it asks of the network.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Broadsheet } from '../../web/src/api.js';
import { useChromium } from './support/chromium.js';
import { projectFile } from './support/paths.js';
import { useSite } from './support/site.js';

const chromium = useChromium();
const site = useSite();
const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1000"/>';
const WIDTHS = Array.from({ length: 40 }, (_, i) => 40 * (i + 1));
for (const width of WIDTHS) site.put(`/${width}.svg`, { body: DRAWING, type: 'image/svg+xml' });

/** A picture in forty sizes; the query says which picture it is. */
const picture = (name: string, width = 1500, height = 1000) => ({
  src: `/1600.svg?${name}`,
  srcset: WIDTHS.map((each) => `/${each}.svg?${name} ${each}w`).join(', '),
  alt: name,
  width,
  height,
});
const paragraph = {
  type: 'paragraph',
  text: 'Un paragraphe assez long pour une ligne. '.repeat(60),
};
const article = {
  title: 'Titre',
  lang: 'fr',
  hero: picture('hero'),
  body: [
    paragraph,
    { type: 'image', ...picture('first') },
    { type: 'gallery', images: [picture('left'), picture('right')] },
    ...Array(8).fill(paragraph),
    { type: 'image', ...picture('last') },
  ],
};
const cards = {
  lang: 'fr',
  items: Array.from({ length: 60 }, (_, i) => ({
    url: `/${i}`,
    title: `Un titre qui tient sur deux lignes, le numéro ${i}`,
    // One is wider than its box, which cuts its sides off.
    image: picture(`card-${i}`, i === 1 ? 2000 : 1500),
  })),
};

let page: Page;
/** Names of pictures, and the widths of the files that were asked for. */
let fetched: Map<string, number[]>;

async function openAt(width: number, scale: number, body: string): Promise<void> {
  const context = await chromium.browser.newContext({
    viewport: { width, height: 800 },
    deviceScaleFactor: scale,
  });
  page = await context.newPage();
  page.on('request', (request) => {
    const [, file, name] = /\/(\d+)\.svg\?(.+)$/.exec(request.url()) ?? [];
    if (name) fetched.set(name, [...(fetched.get(name) ?? []), Number(file)]);
  });
  site.putJson('/article.json', article);
  site.putJson('/cards.json', cards);
  site.put('/page.html', {
    body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Test</title>
      <script src="/dist/broadsheet.js" defer></script><main>${body}</main></html>`,
  });
  await page.goto(`${site.url}/page.html`);
}

interface Painted {
  readonly name: string;
  readonly width: number;
  readonly sizes: string;
  readonly loading: string;
  readonly priority: string;
  readonly decoding: string;
}

const painted = (): Promise<Painted[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLImageElement>('.broadsheet-picture')].map((each) => {
      const { width, height } = each.getBoundingClientRect();
      const ratio = Number(each.getAttribute('width')) / Number(each.getAttribute('height'));
      const isCovered = getComputedStyle(each).objectFit === 'cover';
      const { alt: name, sizes, loading, fetchPriority: priority, decoding } = each;
      const wide = isCovered ? Math.max(width, height * ratio) : width;
      return { name, width: wide, sizes, loading, priority, decoding };
    }),
  );

/** The smallest file that is as wide as the picture on this screen. */
const best = (width: number, scale: number) =>
  WIDTHS.find((each) => each >= Math.ceil(width) * scale)!;

beforeEach(async () => {
  await page?.context().close();
  fetched = new Map();
});

describe('an article’s pictures', () => {
  for (const [width, scale] of [
    [320, 2],
    [768, 1],
    [1280, 1.5],
  ] as const) {
    test(`are fetched as wide as they are at ${width} px, ${scale} to a pixel, and near the screen alone`, async () => {
      await openAt(width, scale, '<broadsheet-article src="/article.json"></broadsheet-article>');
      await page.waitForSelector('.broadsheet-set');
      await page.waitForLoadState('networkidle');
      const all = await painted();
      for (const each of all) {
        assert.equal(each.sizes, `${Math.ceil(each.width)}px`, each.name);
        assert.equal(each.decoding, 'async');
        assert.equal(each.loading, each.name === 'hero' ? 'auto' : 'lazy');
        assert.equal(each.priority, each.name === 'hero' ? 'high' : 'auto');
      }
      const hero = all.find(({ name }) => name === 'hero')!;
      assert.deepEqual(fetched.get('hero'), [best(hero.width, scale)]);
      assert.equal(fetched.has('last'), false, 'what is far off the screen waits');
      await page.evaluate(() => {
        document.querySelector('[alt=last]')!.scrollIntoView();
      });
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(300);
      for (const each of await painted()) {
        if (!fetched.has(each.name)) continue;
        assert.deepEqual(fetched.get(each.name), [best(each.width, scale)], each.name);
      }
      assert.ok(fetched.has('last'));
    });
  }

  test('are fetched anew where they have become wider, and nowhere else', async () => {
    await openAt(400, 1, '<broadsheet-article src="/article.json"></broadsheet-article>');
    await page.waitForSelector('.broadsheet-set');
    await page.waitForLoadState('networkidle');
    const [narrow] = await painted();
    await page.setViewportSize({ width: 700, height: 800 });
    await page.waitForTimeout(400);
    const [wide] = await painted();
    await page.setViewportSize({ width: 400, height: 800 });
    await page.waitForTimeout(400);
    assert.deepEqual(fetched.get('hero'), [best(narrow!.width, 1), best(wide!.width, 1)]);
  });

  test('that a server wrote are fetched once, by the width that its style sheet gives', async () => {
    const { createBroadsheet } = (await import(projectFile('dist/server.mjs'))) as {
      createBroadsheet(): Promise<Broadsheet>;
    };
    const broadsheet = await createBroadsheet();
    const html = broadsheet.toHTML(broadsheet.parse(article));
    assert.match(html, /fetchpriority="high" decoding="async" sizes="\(min-width: 45em\)/);
    await openAt(
      1280,
      1,
      `<link rel="stylesheet" href="/dist/broadsheet.css">
        <broadsheet-article>${html}</broadsheet-article>`,
    );
    await page.waitForSelector('.broadsheet-set');
    await page.waitForLoadState('networkidle');
    const [hero] = await painted();
    assert.deepEqual(fetched.get('hero'), [best(hero!.width, 1)]);
    await page.evaluate(() => {
      document.querySelector('[alt=last]')!.scrollIntoView();
    });
    await page.waitForTimeout(600);
    const last = (await painted()).find(({ name }) => name === 'last')!;
    assert.deepEqual(fetched.get('last'), [best(last.width, 1)]);
  });
});

describe('the pictures of cards', () => {
  for (const layout of ['grid', 'list', 'rail', 'lead']) {
    for (const [width, scale] of [
      [360, 2],
      [1280, 1],
    ] as const) {
      test(`are fetched as wide as they are in a ${layout} at ${width} px, and near the screen alone`, async () => {
        await openAt(
          width,
          scale,
          `<broadsheet-cards src="/cards.json" layout="${layout}"></broadsheet-cards>`,
        );
        await page.waitForSelector('.broadsheet-card[style]');
        await page.waitForLoadState('networkidle');
        const all = await painted();
        assert.equal(all.length, 60);
        for (const each of all) {
          assert.equal(each.sizes, `${Math.ceil(each.width)}px`, each.name);
          assert.equal(each.decoding, 'async');
          const files = fetched.get(each.name);
          if (files) assert.deepEqual(files, [best(each.width, scale)], each.name);
        }
        assert.ok(fetched.size > 0 && fetched.size < 60, `${fetched.size} were fetched`);
        const eager = all.filter(({ loading }) => loading === 'eager');
        assert.ok(eager.length > 0 && eager.length <= 4, `${eager.length} are eager`);
        assert.ok(eager.every(({ name }) => fetched.has(name)));
        assert.ok(all.filter(({ priority }) => priority === 'high').length <= 1);
      });
    }
  }
});
