// A page that a server rendered: complete before the widget comes, and still
// when it does. In Chromium, Firefox and WebKit.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { Chromium, forEachEngine } from './engines/index.js';
import { ALL_CONTROLS, ready } from './support/article-page.js';
import { readText } from './support/paths.js';
import { useSite } from './support/site.js';

const site = useSite();
let html: string;
let everything: string;
let arabic: string;
before(async () => {
  const { createBroadsheet } = await import(`${process.cwd()}/dist/server.mjs`);
  const broadsheet = await createBroadsheet();
  const render = (name: string) =>
    broadsheet.toHTML(broadsheet.parse(readText(`examples/articles/${name}.json`)));
  html = render('mali-russie');
  everything = render('tout.fr');
  arabic = render('huquq.ar');
  site.put('/watch.js', { body: `(${watch})()`, type: 'text/javascript' });
});

/**
 * Runs in the page: every distance that the text has had from what comes before the controls, frame by
 * frame, and what the browser counts as layout shift, where it does.
 */
function watch(): void {
  const places = new Set<number>();
  const events: [string][] = [];
  const seen = { places, events, shift: 0 };
  Object.assign(globalThis, seen, { seen });
  addEventListener('broadsheet-ready', ({ type }) => events.push([type]));
  const look = () => {
    const body = document.querySelector('.broadsheet-body');
    const hero = document.querySelector('.broadsheet-hero');
    if (body && hero && document.readyState !== 'loading') {
      const { bottom } = hero.getBoundingClientRect();
      places.add(Math.round(body.getBoundingClientRect().top - bottom));
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        seen.shift += (entry as PerformanceEntry & { value: number }).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  }
}

/** Runs in the page: how high its heading is, and where the line is that is being read. */
function places(): { heading: number; line: number } {
  return {
    heading: document.querySelector('.broadsheet-header')!.clientHeight,
    line: document.querySelectorAll('.broadsheet-body h2')[2]!.getBoundingClientRect().top,
  };
}

function put(path: string, attributes: string, controls = '', content = html): string {
  site.put(
    path,
    `<!doctype html><html lang="fr"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>Page</title>
    <script src="/dist/broadsheet-early.js" data-controls="${controls}"></script>
    <link rel="stylesheet" href="/dist/broadsheet.css">
    <link rel="stylesheet" href="/examples/host.css"><script src="/watch.js"></script>
    <script src="/dist/broadsheet.js" defer></script></head>
    <body><main><broadsheet-article ${attributes}>${content}</broadsheet-article></main></body></html>`,
  );
  return site.url + path;
}

const KINDS: [name: string, attributes: string][] = [
  ['text size alone', 'align="start"'],
  ['all controls', `align="start" controls="${ALL_CONTROLS}"`],
  ['no controls', 'align="start" controls=""'],
];

forEachEngine('a page from a server', (engine) => {
  for (const [name, attributes] of KINDS) {
    test(`does not move when its controls come: ${name}`, async () => {
      for (const width of [300, 320, 700, 1280]) {
        const page = await engine.open(put('/served.html', attributes), { width, height: 900 });
        for (const scale of ['2', '5']) {
          await page.evaluate((step) => localStorage.setItem('broadsheet-text-scale', step), scale);
          await page.reload();
          await ready(page);
          const [places, shift] = await page.evaluate(() => {
            const { seen } = globalThis as unknown as {
              seen: { places: Set<number>; shift: number };
            };
            return [[...seen.places], seen.shift] as const;
          });
          assert.equal(places.length, 1, `${width} px, size ${scale}: ${places}`);
          assert.equal(shift, 0, `${width} px, size ${scale}: shift`);
        }
        await page.close();
      }
    });
  }

  test('shows the whole text of its cards before the widget comes', async () => {
    site.put(
      '/cards.html',
      `<!doctype html><html lang="fr"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1"><title>Page</title>
      <link rel="stylesheet" href="/dist/broadsheet.css">
      <link rel="stylesheet" href="/examples/host.css"></head>
      <body><main>${html}</main></body></html>`,
    );
    for (const width of [320, 768, 1280]) {
      const page = await engine.open(`${site.url}/cards.html`, { width, height: 900 });
      const over = await page.evaluate(() =>
        [...document.querySelectorAll('.broadsheet-card')].map((card) => {
          const texts = [...card.querySelectorAll('.broadsheet-card-text > *')];
          const bottoms = texts.map((each) => each.getBoundingClientRect().bottom);
          return Math.max(...bottoms) - card.getBoundingClientRect().bottom;
        }),
      );
      assert.equal(over.length, 6);
      assert.ok(Math.max(...over) <= 1, `${width} px: ${over} px beyond the card`);
      await page.close();
    }
  });

  test('keeps the lines of its heading, and the place of who has scrolled, when lines are set', async () => {
    for (const [content, width, scale] of [
      [everything, 1280, '5'],
      [everything, 390, '1'],
      [arabic, 390, '1'],
    ] as const) {
      site.put(
        '/read.html',
        `<!doctype html><html lang="fr"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1"><title>Page</title>
        <script src="/dist/broadsheet-early.js"></script>
        <link rel="stylesheet" href="/dist/broadsheet.css">
        <link rel="stylesheet" href="/examples/host.css"></head>
        <body><main><broadsheet-article>${content}</broadsheet-article></main></body></html>`,
      );
      const page = await engine.open(`${site.url}/read.html`, { width, height: 900 });
      await page.evaluate((step) => localStorage.setItem('broadsheet-text-scale', step), scale);
      await page.reload();
      await page.evaluate(() => {
        const line = document.querySelectorAll('.broadsheet-body h2')[2]!;
        window.scrollBy({ top: line.getBoundingClientRect().top - 5, behavior: 'instant' });
      });
      await page.frames(3);
      const before = await page.evaluate(places);
      await page.evaluate(async () => {
        await import('/dist/element.mjs' as string);
      });
      await page.waitFor(() => document.querySelector('.broadsheet-set') !== null);
      await page.frames(4);
      const now = await page.evaluate(places);
      const where = `${width} px, size ${scale}: ${JSON.stringify([before, now])}`;
      assert.equal(now.heading, before.heading, where);
      assert.ok(Math.abs(now.line - before.line) <= 1, where);
      await page.close();
    }
  });

  test('has the reader’s colours and typeface before the widget is there', async () => {
    const url = put('/early.html', `controls="${ALL_CONTROLS}"`, ALL_CONTROLS);
    const page = await engine.open(url);
    await page.evaluate(() => {
      localStorage.setItem('broadsheet-theme', 'dark');
      localStorage.setItem('broadsheet-spacing', 'wide');
    });
    await page.evaluate(() => {
      document.documentElement.toggleAttribute('data-broadsheet-theme', false);
    });
    await page.reload();
    const early = await page.evaluate(() => [
      document.documentElement.getAttribute('data-broadsheet-theme'),
      document.documentElement.getAttribute('data-broadsheet-spacing'),
      getComputedStyle(document.querySelector('.broadsheet-article')!).backgroundColor,
    ]);
    assert.deepEqual(early, ['dark', 'wide', 'rgb(28, 27, 26)']);
    await ready(page);
    await page.evaluate(() => {
      Object.assign(document.querySelector('broadsheet-article')!, { theme: 'system' });
    });
    const ground = await page.evaluate(
      () => getComputedStyle(document.querySelector('.broadsheet-article')!).backgroundColor,
    );
    assert.match(ground, /rgba\(0, 0, 0, 0\)|transparent/);
  });
});

describe('a page from a server that opens half-way down, in Chromium', () => {
  test('hardly moves when lines are set; what would move it is set out of sight', async () => {
    const chromium = await Chromium.start();
    let kept = 0;
    for (const [content, width, scale] of [
      [html, 390, '1'],
      [html, 390, '5'],
      [arabic, 1280, '2'],
      [arabic, 1280, '5'],
    ] as const) {
      const url = put('/half-way.html', '', '', content);
      const page = await chromium.open(url, { width, height: 900 });
      await page.evaluate((step) => localStorage.setItem('broadsheet-text-scale', step), scale);
      await page.reload();
      await ready(page);
      await page.evaluate(() => {
        const top = document.documentElement.scrollHeight / 2;
        window.scrollTo({ top, behavior: 'instant' });
      });
      await page.frames(10);
      await page.reload();
      await ready(page);
      // As long as fonts may follow, the place is held against whoever scrolls by script.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 800)));
      const unset = '.broadsheet-body > p:not(.broadsheet-set)';
      const { shift, left, scrolled } = await page.evaluate(
        (selector) => ({
          shift: (globalThis as unknown as { seen: { shift: number } }).seen.shift,
          left: document.querySelectorAll(selector).length,
          scrolled: scrollY,
        }),
        unset,
      );
      const where = `${width} px, size ${scale}`;
      assert.ok(scrolled > 900, `${where}: at ${scrolled} px`);
      assert.ok(shift <= 0.1, `${where}: shift ${shift}`);
      kept += left;
      await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
      await page.waitFor((selector) => document.querySelectorAll(selector).length === 0, unset);
      await page.close();
    }
    assert.ok(kept > 0, 'none was kept');
    await chromium.stop();
  });
});

describe('without scripts, in Chromium', () => {
  test('the page is complete and styled, and keeps no room for controls', async () => {
    const chromium = await Chromium.start();
    const page = await chromium.open(put('/plain.html', ''));
    const plain = await page.page.context().browser()!.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(`${site.url}/plain.html`);
    const body = (await still.locator('.broadsheet-body').boundingBox())!;
    const caption = (await still.locator('.broadsheet-hero').boundingBox())!;
    assert.ok(body.y - caption.y - caption.height < 40);
    assert.equal(await still.locator('.broadsheet-card').count(), 6);
    assert.equal(await still.locator('h1').isVisible(), true);
    await chromium.stop();
  });
});
