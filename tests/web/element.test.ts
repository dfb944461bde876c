// <broadsheet-article> in Chromium, under the strictest policy.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from './support/chromium.js';
import { readText } from './support/paths.js';
import { Site } from './support/site.js';

const seed = readText('examples/articles/mali-russie.json');
const axe = readText('node_modules/axe-core/axe.min.js');

let browser: Browser;
let site: Site;
let context: BrowserContext;
let page: Page;
/** What the browser complained of: policy violations, exceptions, errors. */
let complaints: string[];

before(async () => {
  [browser, site] = await Promise.all([launchChromium(), Site.start()]);
});
after(async () => {
  await browser?.close();
  await site?.stop();
});
beforeEach(async () => {
  await context?.close();
  context = await browser.newContext({ viewport: { width: 768, height: 900 } });
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.addInitScript(() => {
    const log: [string, unknown][] = [];
    Object.assign(globalThis, { broadsheetEvents: log });
    for (const type of ['ready', 'error', 'text-scale', 'slot']) {
      addEventListener(`broadsheet-${type}`, (event) => {
        const { element, ...detail } = (event as CustomEvent).detail;
        log.push([event.type, detail]);
        if (event.type === 'broadsheet-error') event.preventDefault();
      });
    }
  });
});

/** Puts a page with `body` at /test.html and opens it. */
async function open(body: string, policy?: string): Promise<void> {
  site.put('/test.html', {
    body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Test</title>
      <script src="/dist/broadsheet.js" defer></script><body>${body}</body></html>`,
    ...(policy && { policy }),
  });
  await page.goto(`${site.url}/test.html`);
}

type Event = [type: string, detail: Record<string, unknown>];

/** The events of a kind so far, after at least one has come. */
async function events(type: string): Promise<Event[]> {
  const find = (wanted: string) =>
    (globalThis as unknown as { broadsheetEvents: Event[] }).broadsheetEvents.filter(
      ([each]) => each === wanted,
    );
  await page.waitForFunction(
    (wanted) =>
      (globalThis as unknown as { broadsheetEvents: Event[] }).broadsheetEvents.some(
        ([each]) => each === wanted,
      ),
    type,
    { timeout: 8000 },
  );
  return page.evaluate(find, type);
}

const FALLBACK = '<p id="fallback">Le texte de repli</p>';

async function openSeed(attributes = ''): Promise<void> {
  site.put('/article.json', { body: seed, type: 'application/json' });
  await open(`<main><broadsheet-article src="/article.json" ${attributes}>${FALLBACK}
    </broadsheet-article></main>`);
  await events('broadsheet-ready');
}

describe('the seed article', () => {
  test('keeps the spaces it was given where the host asks for it', async () => {
    await openSeed('polish="none"');
    const text = await page.locator('aside.broadsheet-related').textContent();
    assert.equal(
      text,
      'Lire aussi\u00a0: Mali-Russie : vers un renforcement des relations militaires',
    );
  });

  test('is on the page with all its parts, in order', async () => {
    await openSeed();
    const article = page.locator('broadsheet-article article');
    assert.equal(await article.count(), 1);
    assert.equal(await article.getAttribute('lang'), 'fr');
    assert.deepEqual(await article.locator('h1').allTextContents(), [
      'Le président malien Assimi Goita reçu par Vladimir Poutine',
    ]);
    assert.equal(
      await article.locator('.broadsheet-reading-time').textContent(),
      'Temps de lecture\u00a0: 2\u00a0min',
    );
    assert.equal(await article.locator('figure.broadsheet-hero img').count(), 1);
    assert.equal(await article.locator('figcaption .broadsheet-credit').textContent(), '© DR');
    assert.equal(await article.locator('.broadsheet-body > p').count(), 4);
    assert.equal(
      await article.locator('aside.broadsheet-related').textContent(),
      'Lire aussi\u00a0: Mali-Russie\u00a0: vers un renforcement des relations militaires',
    );
    assert.equal(
      await article.locator('.broadsheet-body h2').textContent(),
      'Vers une coopération nucléaire civile',
    );
    assert.equal(await article.locator('section h2').textContent(), 'Recommandé pour vous');
    assert.equal(await article.locator('ul.broadsheet-cards > li').count(), 6);
    assert.equal(await article.locator('ul.broadsheet-cards a').count(), 6);
    assert.deepEqual(complaints, []);
  });

  test('hides the fallback while it shows and leaves it in the page', async () => {
    await openSeed();
    assert.equal(await page.locator('#fallback').isVisible(), false);
    assert.equal(await page.locator('#fallback').count(), 1);
    assert.equal(await page.locator('h1').isVisible(), true);
  });

  test('keeps room for the slot and offers it to the host', async () => {
    await openSeed();
    const box = await page.locator('.broadsheet-slot-content').boundingBox();
    assert.ok(box && box.height >= 250);
    const [slot] = await events('broadsheet-slot');
    assert.deepEqual(slot?.[1], { name: 'pub', sizes: [[300, 250]] });
  });

  test('makes nothing move while pictures load', async () => {
    site.put('/article.json', { body: seed, type: 'application/json' });
    await page.addInitScript(() => {
      let shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          shift += (entry as PerformanceEntry & { value: number }).value;
          Object.assign(globalThis, { shift });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await open('<main><broadsheet-article src="/article.json"></broadsheet-article></main>');
    await events('broadsheet-ready');
    await page.evaluate(async () => {
      for (const image of document.images) image.loading = 'eager';
      await Promise.all([...document.images].map((image) => image.decode()));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    });
    assert.equal(await page.evaluate(() => (globalThis as { shift?: number }).shift ?? 0), 0);
  });

  test('overflows sideways at no width and no text size', async () => {
    await openSeed();
    for (const width of [280, 320, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      for (const scale of [1, 2, 3, 4, 5]) {
        await page.evaluate((step) => {
          (
            document.querySelector('broadsheet-article') as unknown as { textScale: number }
          ).textScale = step;
        }, scale);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(overflow, 0, `${width} px, size ${scale}`);
      }
    }
  });
});

describe('text size', () => {
  const sizeOf = (selector: string) =>
    page.evaluate(
      (each) => Number.parseFloat(getComputedStyle(document.querySelector(each)!).fontSize),
      selector,
    );
  const radio = (name: string) => page.getByRole('radio', { name, exact: true });

  test('is a named group of five radio buttons', async () => {
    await openSeed();
    await page.getByRole('radiogroup', { name: 'Taille du texte' }).waitFor();
    assert.equal(await page.getByRole('radio').count(), 5);
    assert.equal(await radio('Normale').isChecked(), true);
    for (const target of await page.getByRole('radio').all()) {
      const box = await target.boundingBox();
      assert.ok(box && box.width >= 44 && box.height >= 44, JSON.stringify(box));
    }
  });

  test('has five steps of the size that the widget inherits', async () => {
    await openSeed();
    const inherited = await sizeOf('main');
    const names = ['Petite', 'Normale', 'Grande', 'Très grande', 'Maximale'];
    const ratios = [];
    for (const name of names) {
      await radio(name).click();
      ratios.push((await sizeOf('.broadsheet-article')) / inherited);
    }
    assert.deepEqual(ratios, [0.875, 1, 1.2, 1.5, 2]);
  });

  test('works by keyboard alone', async () => {
    await openSeed();
    await radio('Normale').focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await radio('Grande').isChecked(), true);
    assert.equal(await sizeOf('.broadsheet-article'), 1.2 * (await sizeOf('main')));
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await radio('Petite').isChecked(), true);
  });

  test('works by touch', async () => {
    const touch = await browser.newContext({
      hasTouch: true,
      viewport: { width: 320, height: 800 },
    });
    const phone = await touch.newPage();
    site.put('/article.json', { body: seed, type: 'application/json' });
    site.put(
      '/touch.html',
      `<!doctype html><meta charset="utf-8"><meta name="viewport"
      content="width=device-width"><script src="/dist/broadsheet.js" defer></script>
      <broadsheet-article src="/article.json"></broadsheet-article>`,
    );
    await phone.goto(`${site.url}/touch.html`);
    await phone.getByRole('radio', { name: 'Grande', exact: true }).tap();
    assert.equal(await phone.locator('.broadsheet-article').getAttribute('data-text-scale'), '3');
    await touch.close();
  });

  test('is told to the host and remembered', async () => {
    await openSeed();
    await radio('Très grande').click();
    assert.deepEqual(await events('broadsheet-text-scale'), [
      ['broadsheet-text-scale', { textScale: 4 }],
    ]);
    await page.reload();
    await events('broadsheet-ready');
    assert.equal(await radio('Très grande').isChecked(), true);
  });

  test('is not remembered where the host says so', async () => {
    await openSeed('persist="none"');
    await radio('Grande').click();
    await page.reload();
    await events('broadsheet-ready');
    assert.equal(await radio('Normale').isChecked(), true);
  });

  test('is the host’s to set, by attribute and by property', async () => {
    await openSeed('text-scale="4"');
    assert.equal(await radio('Très grande').isChecked(), true);
    const scale = await page.evaluate(() => {
      const element = document.querySelector('broadsheet-article') as unknown as HTMLElement & {
        textScale: number;
      };
      element.setAttribute('text-scale', '1');
      const first = element.textScale;
      element.textScale = 5;
      return [first, element.textScale];
    });
    assert.deepEqual(scale, [1, 5]);
    assert.equal(await radio('Maximale').isChecked(), true);
  });

  test('does not move the control under the finger', async () => {
    await openSeed();
    await page.setViewportSize({ width: 768, height: 600 });
    await radio('Normale').scrollIntoViewIfNeeded();
    const before = (await radio('Normale').boundingBox())!.y;
    await radio('Maximale').click();
    const after = (await radio('Maximale').boundingBox())!.y;
    assert.ok(Math.abs(after - before) <= 2, `${before} → ${after}`);
  });

  test('keeps the block being read in its place', async () => {
    await openSeed();
    await page.setViewportSize({ width: 768, height: 500 });
    const top = () =>
      page.evaluate(
        () => document.querySelector('.broadsheet-body h2')!.getBoundingClientRect().top,
      );
    await page.evaluate(() => {
      document.querySelector('.broadsheet-body h2')!.scrollIntoView();
    });
    const before = await top();
    await page.evaluate(() => {
      (document.querySelector('broadsheet-article') as unknown as { textScale: number }).textScale =
        5;
    });
    assert.ok(Math.abs((await top()) - before) <= 2);
  });

  test('is left out where the host wants no controls', async () => {
    await openSeed('controls=""');
    assert.equal(await page.getByRole('radio').count(), 0);
  });
});

describe('ways to give the article', () => {
  test('a child script with JSON', async () => {
    await open(`<broadsheet-article>${FALLBACK}
      <script type="application/json">{"title": "Dans la page"}</script></broadsheet-article>`);
    await events('broadsheet-ready');
    assert.equal(await page.locator('h1').textContent(), 'Dans la page');
  });

  test('the property data, set before or after the element is defined', async () => {
    await open('<broadsheet-article id="a" src="/nowhere.json"></broadsheet-article>');
    site.put('/data.mjs', { body: '', type: 'text/javascript' });
    await page.evaluate(() => {
      const element = document.createElement('broadsheet-article');
      Object.assign(element, { data: { title: 'Un objet' } });
      document.body.replaceChildren(element);
    });
    await page.locator('h1').waitFor();
    assert.equal(await page.locator('h1').textContent(), 'Un objet');
    await page.evaluate(() => {
      Object.assign(document.querySelector('broadsheet-article')!, { data: { title: 'Un autre' } });
    });
    await page.locator('h1', { hasText: 'Un autre' }).waitFor();
    assert.equal(await page.locator('h1').count(), 1);
  });

  test('another src, later', async () => {
    await openSeed();
    site.putJson('/second.json', { title: 'Le second' });
    await page.evaluate(() => {
      document.querySelector('broadsheet-article')!.setAttribute('src', '/second.json');
    });
    await page.locator('h1', { hasText: 'Le second' }).waitFor();
    assert.equal(await page.locator('article').count(), 1);
  });

  test('HTML that a server wrote is adopted: the same nodes, with controls', async () => {
    const { createBroadsheet } = await import(`${process.cwd()}/dist/server.mjs`);
    const broadsheet = await createBroadsheet();
    const html: string = broadsheet.toHTML(broadsheet.parse(seed));
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        Object.assign(globalThis, { served: document.querySelector('h1') });
      });
    });
    await open(`<broadsheet-article src="/never-asked.json">${html}</broadsheet-article>`);
    await events('broadsheet-ready');
    assert.equal(
      await page.evaluate(
        () => document.querySelector('h1') === (globalThis as { served?: Element }).served,
      ),
      true,
    );
    await page.getByRole('radiogroup', { name: 'Taille du texte' }).waitFor();
    assert.equal(site.missing.includes('/never-asked.json'), false);
  });

  test('moved within the page, the article stays as it is', async () => {
    await openSeed();
    const same = await page.evaluate(async () => {
      const element = document.querySelector('broadsheet-article')!;
      const article = element.querySelector('article');
      document.body.append(element);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return element.querySelector('article') === article && article !== null;
    });
    assert.equal(same, true);
  });
});

describe('when something is wrong', () => {
  /** One error with `code` came, and the fallback is there to read. */
  async function failsWith(code: string, pointer?: string): Promise<void> {
    const errors = await events('broadsheet-error');
    assert.equal(errors.length, 1);
    const detail = errors[0]![1] as { code: string; diagnostics: { pointer: string }[] };
    assert.equal(detail.code, code);
    if (pointer !== undefined) assert.equal(detail.diagnostics[0]?.pointer, pointer);
    assert.equal(await page.locator('#fallback').isVisible(), true);
    assert.equal(await page.locator('article').count(), 0);
  }

  const BROKEN: [name: string, json: string, code: string, pointer: string][] = [
    ['JSON that is cut off', '{"title": "x"', 'json-syntax', ''],
    ['nothing', '', 'json-syntax', ''],
    ['HTML in place of JSON', '<!doctype html>', 'json-syntax', ''],
    ['a comma too many', '{"title": "x",}', 'json-syntax', ''],
    ['an array', '[]', 'not-an-object', ''],
    ['no title', '{"body": []}', 'missing-title', '/title'],
    ['an empty title', '{"title": " "}', 'missing-title', '/title'],
    ['a title of the wrong type', '{"title": 12}', 'missing-title', '/title'],
    ['a title that is null', '{"title": null}', 'missing-title', '/title'],
    ['too many levels', `{"title":"x","body":${'['.repeat(500)}`, 'limit-depth', ''],
  ];
  for (const [name, json, code, pointer] of BROKEN) {
    test(`${name}: ${code}, and the fallback stays`, async () => {
      site.put('/broken.json', { body: json, type: 'application/json' });
      await open(`<broadsheet-article src="/broken.json">${FALLBACK}</broadsheet-article>`);
      await failsWith(code, pointer);
    });
  }

  test('a wrong type that costs no article is reported with its place', async () => {
    site.putJson('/odd.json', { title: 'x', body: [{ type: 'paragraph', text: 5 }] });
    await open(`<broadsheet-article src="/odd.json">${FALLBACK}</broadsheet-article>`);
    const [ready] = await events('broadsheet-ready');
    const { diagnostics } = ready![1] as { diagnostics: { code: string; pointer: string }[] };
    assert.deepEqual(
      diagnostics.map(({ code, pointer }) => [code, pointer]),
      [['wrong-type', '/body/0/text']],
    );
  });

  test('a dead src', async () => {
    await open(`<broadsheet-article src="/nowhere.json">${FALLBACK}</broadsheet-article>`);
    await failsWith('fetch-failed');
  });

  test('a server that is not there', async () => {
    await open(
      `<broadsheet-article src="http://127.0.0.1:9/x.json">${FALLBACK}</broadsheet-article>`,
    );
    await failsWith('fetch-failed');
  });

  test('no source at all', async () => {
    await open(`<broadsheet-article>${FALLBACK}</broadsheet-article>`);
    await failsWith('no-article');
  });

  test('WebAssembly blocked by the page’s policy', async () => {
    site.put('/article.json', { body: seed, type: 'application/json' });
    await open(
      `<broadsheet-article src="/article.json">${FALLBACK}</broadsheet-article>`,
      "default-src 'self'",
    );
    await failsWith('wasm-blocked');
  });

  test('a module that does not come', async () => {
    await page.route('**/broadsheet.wasm', (route) => route.fulfill({ status: 404 }));
    await openBroken();
    await failsWith('wasm-failed');
  });

  test('a module that is not one', async () => {
    await page.route('**/broadsheet.wasm', (route) => route.fulfill({ body: 'hello' }));
    await openBroken();
    await failsWith('wasm-failed');
  });

  async function openBroken(): Promise<void> {
    site.put('/article.json', { body: seed, type: 'application/json' });
    await open(`<broadsheet-article src="/article.json">${FALLBACK}</broadsheet-article>`);
  }

  test('a server that is too slow: the fallback stays, and nothing swaps late', async () => {
    site.put('/slow.json', { body: seed, type: 'application/json', delay: 5600 });
    await open(`<broadsheet-article src="/slow.json">${FALLBACK}</broadsheet-article>`);
    await failsWith('timeout');
    await page.waitForTimeout(1200);
    assert.equal(await page.locator('article').count(), 0);
  });

  test('a language pack that does not come costs its words alone', async () => {
    await page.route('**/lang/*.bin', (route) => route.fulfill({ status: 404 }));
    site.put('/article.json', { body: seed, type: 'application/json' });
    await open('<broadsheet-article src="/article.json"></broadsheet-article>');
    await events('broadsheet-ready');
    assert.match(
      (await page.locator('.broadsheet-reading-time').textContent()) ?? '',
      /^Reading time: 2/,
    );
  });

  test('the next good article renders as if nothing had happened', async () => {
    site.put('/broken.json', { body: '{', type: 'application/json' });
    site.putJson('/good.json', { title: 'Bon' });
    await open(`<broadsheet-article src="/broken.json">${FALLBACK}</broadsheet-article>`);
    await events('broadsheet-error');
    await page.evaluate(() => {
      document.querySelector('broadsheet-article')!.setAttribute('src', '/good.json');
    });
    await page.locator('h1', { hasText: 'Bon' }).waitFor();
    assert.equal(await page.locator('#fallback').isVisible(), false);
  });
});

describe('pages', () => {
  for (const path of ['/', '/examples/script-tag/', '/examples/esm/']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${path} (${colorScheme}) shows the article, breaks no policy, and axe finds nothing`, async () => {
        await page.emulateMedia({ colorScheme });
        await page.goto(site.url + path);
        await page.locator('.broadsheet-article h1').waitFor();
        await page.getByRole('radiogroup', { name: 'Taille du texte' }).waitFor();
        assert.deepEqual(complaints, []);
        await page.evaluate(`(() => { ${axe} })()`);
        const violations = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as {
            axe: {
              run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
            };
          };
          const result = await axe.run();
          return result.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
        });
        assert.deepEqual(violations, []);
      });
    }
  }

  test('a page that a server rendered is complete without scripts', async () => {
    const { execFileSync } = await import('node:child_process');
    const html = execFileSync(process.execPath, ['examples/server/render.mjs'], {
      encoding: 'utf8',
    });
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    site.put('/server.html', html);
    await still.goto(`${site.url}/server.html`);
    assert.equal(await still.locator('h1').isVisible(), true);
    assert.equal(await still.locator('.broadsheet-card').count(), 6);
    await plain.close();
  });

  test('the early script applies the remembered size before the widget is there', async () => {
    const { execFileSync } = await import('node:child_process');
    const html = execFileSync(process.execPath, ['examples/server/render.mjs'], {
      encoding: 'utf8',
    }).replace(/<script src="\/dist\/broadsheet.js" defer><\/script>/, '');
    site.put('/early.html', html);
    await page.addInitScript(() => localStorage.setItem('broadsheet-text-scale', '5'));
    await page.goto(`${site.url}/early.html`);
    const [article, main] = await page.evaluate(() =>
      ['.broadsheet-article', 'main'].map((each) =>
        Number.parseFloat(getComputedStyle(document.querySelector(each)!).fontSize),
      ),
    );
    assert.equal(article, 2 * main!);
  });
});
