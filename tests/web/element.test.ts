// <broadsheet-article> in Chromium, under the strictest policy.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SEED } from './support/article-page.js';
import { FALLBACK, useElementPage } from './support/element-page.js';
import { readText } from './support/paths.js';

const axe = readText('node_modules/axe-core/axe.min.js');

const { chromium, site, fresh, open, events, openSeed } = useElementPage();

describe('the seed article', () => {
  test('keeps the spaces it was given where the host asks for it', async () => {
    await openSeed('polish="none"');
    const text = await fresh.page.locator('aside.broadsheet-related').textContent();
    assert.equal(
      text,
      'Lire aussi\u00a0: Mali-Russie : vers un renforcement des relations militaires',
    );
  });

  test('is on the page with all its parts, in order', async () => {
    await openSeed();
    const article = fresh.page.locator('broadsheet-article article');
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
    assert.deepEqual(fresh.complaints, []);
  });

  test('hides the fallback while it shows and leaves it in the page', async () => {
    await openSeed();
    assert.equal(await fresh.page.locator('#fallback').isVisible(), false);
    assert.equal(await fresh.page.locator('#fallback').count(), 1);
    assert.equal(await fresh.page.locator('h1').isVisible(), true);
  });

  test('keeps room for the slot and offers it to the host', async () => {
    await openSeed();
    const box = await fresh.page.locator('.broadsheet-slot-content').boundingBox();
    assert.ok(box && box.height >= 250);
    const [slot] = await events('broadsheet-slot');
    assert.deepEqual(slot?.[1], { name: 'pub', sizes: [[300, 250]] });
  });

  test('makes nothing move while pictures load', async () => {
    site.put('/article.json', { body: SEED, type: 'application/json' });
    await fresh.page.addInitScript(() => {
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
    await fresh.page.evaluate(async () => {
      for (const image of document.images) image.loading = 'eager';
      await Promise.all([...document.images].map((image) => image.decode()));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    });
    assert.equal(await fresh.page.evaluate(() => (globalThis as { shift?: number }).shift ?? 0), 0);
  });

  test('overflows sideways at no width and no text size', async () => {
    await openSeed();
    for (const width of [280, 320, 768, 1280]) {
      await fresh.page.setViewportSize({ width, height: 900 });
      for (const scale of [1, 2, 3, 4, 5]) {
        await fresh.page.evaluate((step) => {
          (
            document.querySelector('broadsheet-article') as unknown as { textScale: number }
          ).textScale = step;
        }, scale);
        const overflow = await fresh.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(overflow, 0, `${width} px, size ${scale}`);
      }
    }
  });
});

describe('text size', () => {
  const sizeOf = (selector: string) =>
    fresh.page.evaluate(
      (each) => Number.parseFloat(getComputedStyle(document.querySelector(each)!).fontSize),
      selector,
    );
  const radio = (name: string) => fresh.page.getByRole('radio', { name, exact: true });

  test('is a named group of five radio buttons', async () => {
    await openSeed();
    await fresh.page.getByRole('radiogroup', { name: 'Taille du texte' }).waitFor();
    assert.equal(await fresh.page.getByRole('radio').count(), 5);
    assert.equal(await radio('Normale').isChecked(), true);
    for (const target of await fresh.page.getByRole('radio').all()) {
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
    await fresh.page.keyboard.press('ArrowRight');
    assert.equal(await radio('Grande').isChecked(), true);
    assert.equal(await sizeOf('.broadsheet-article'), 1.2 * (await sizeOf('main')));
    await fresh.page.keyboard.press('ArrowLeft');
    await fresh.page.keyboard.press('ArrowLeft');
    assert.equal(await radio('Petite').isChecked(), true);
  });

  test('works by touch', async () => {
    const touch = await chromium.browser.newContext({
      hasTouch: true,
      viewport: { width: 320, height: 800 },
    });
    const phone = await touch.newPage();
    site.put('/article.json', { body: SEED, type: 'application/json' });
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
    await fresh.page.reload();
    await events('broadsheet-ready');
    assert.equal(await radio('Très grande').isChecked(), true);
  });

  test('is not remembered where the host says so', async () => {
    await openSeed('persist="none"');
    await radio('Grande').click();
    await fresh.page.reload();
    await events('broadsheet-ready');
    assert.equal(await radio('Normale').isChecked(), true);
  });

  test('is the host’s to set, by attribute and by property', async () => {
    await openSeed('text-scale="4"');
    assert.equal(await radio('Très grande').isChecked(), true);
    const scale = await fresh.page.evaluate(() => {
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
    await fresh.page.setViewportSize({ width: 768, height: 600 });
    await radio('Normale').scrollIntoViewIfNeeded();
    const before = (await radio('Normale').boundingBox())!.y;
    await radio('Maximale').click();
    const after = (await radio('Maximale').boundingBox())!.y;
    assert.ok(Math.abs(after - before) <= 2, `${before} → ${after}`);
  });

  test('keeps the block being read in its place', async () => {
    await openSeed();
    await fresh.page.setViewportSize({ width: 768, height: 500 });
    // Of its text: the leading above that grows with its size.
    const top = () =>
      fresh.page.evaluate(() => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector('.broadsheet-body h2')!);
        return range.getClientRects()[0]!.top;
      });
    await fresh.page.evaluate(() => {
      document.querySelector('.broadsheet-body h2')!.scrollIntoView();
    });
    const before = await top();
    await fresh.page.evaluate(() => {
      (document.querySelector('broadsheet-article') as unknown as { textScale: number }).textScale =
        5;
    });
    const after = await top();
    assert.ok(Math.abs(after - before) <= 2, `${before} → ${after}`);
  });

  test('is left out where the host wants no controls', async () => {
    await openSeed('controls=""');
    assert.equal(await fresh.page.getByRole('radio').count(), 0);
  });
});

describe('ways to give the article', () => {
  test('a child script with JSON', async () => {
    await open(`<broadsheet-article>${FALLBACK}
      <script type="application/json">{"title": "Dans la page"}</script></broadsheet-article>`);
    await events('broadsheet-ready');
    assert.equal(await fresh.page.locator('h1').textContent(), 'Dans la page');
  });

  test('the property data, set before or after the element is defined', async () => {
    await open('<broadsheet-article id="a" src="/nowhere.json"></broadsheet-article>');
    site.put('/data.mjs', { body: '', type: 'text/javascript' });
    await fresh.page.evaluate(() => {
      const element = document.createElement('broadsheet-article');
      Object.assign(element, { data: { title: 'Un objet' } });
      document.body.replaceChildren(element);
    });
    await fresh.page.locator('h1').waitFor();
    assert.equal(await fresh.page.locator('h1').textContent(), 'Un objet');
    await fresh.page.evaluate(() => {
      Object.assign(document.querySelector('broadsheet-article')!, { data: { title: 'Un autre' } });
    });
    await fresh.page.locator('h1', { hasText: 'Un autre' }).waitFor();
    assert.equal(await fresh.page.locator('h1').count(), 1);
  });

  test('another src, later', async () => {
    await openSeed();
    site.putJson('/second.json', { title: 'Le second' });
    await fresh.page.evaluate(() => {
      document.querySelector('broadsheet-article')!.setAttribute('src', '/second.json');
    });
    await fresh.page.locator('h1', { hasText: 'Le second' }).waitFor();
    assert.equal(await fresh.page.locator('article').count(), 1);
  });

  test('HTML that a server wrote is adopted: the same nodes, with controls', async () => {
    const { createBroadsheet } = await import(`${process.cwd()}/dist/server.mjs`);
    const broadsheet = await createBroadsheet();
    const html: string = broadsheet.toHTML(broadsheet.parse(SEED));
    await fresh.page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        Object.assign(globalThis, { served: document.querySelector('h1') });
      });
    });
    await open(`<broadsheet-article src="/never-asked.json">${html}</broadsheet-article>`);
    await events('broadsheet-ready');
    assert.equal(
      await fresh.page.evaluate(
        () => document.querySelector('h1') === (globalThis as { served?: Element }).served,
      ),
      true,
    );
    await fresh.page.getByRole('radiogroup', { name: 'Taille du texte' }).waitFor();
    assert.equal(site.missing.includes('/never-asked.json'), false);
  });

  test('moved within the page, the article stays as it is', async () => {
    await openSeed();
    const same = await fresh.page.evaluate(async () => {
      const element = document.querySelector('broadsheet-article')!;
      const article = element.querySelector('article');
      document.body.append(element);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return element.querySelector('article') === article && article !== null;
    });
    assert.equal(same, true);
  });
});

describe('pages', () => {
  for (const path of ['/', '/examples/script-tag/', '/examples/esm/']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${path} (${colorScheme}) shows the article, breaks no policy, and axe finds nothing`, async () => {
        await fresh.page.emulateMedia({ colorScheme });
        await fresh.page.goto(site.url + path);
        await fresh.page.locator('.broadsheet-article h1').waitFor();
        await fresh.page.getByRole('radiogroup', { name: 'Taille du texte' }).waitFor();
        assert.deepEqual(fresh.complaints, []);
        await fresh.page.evaluate(`(() => { ${axe} })()`);
        const violations = await fresh.page.evaluate(async () => {
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
    const plain = await chromium.browser.newContext({ javaScriptEnabled: false });
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
    await fresh.page.addInitScript(() => localStorage.setItem('broadsheet-text-scale', '5'));
    await fresh.page.goto(`${site.url}/early.html`);
    const [article, main] = await fresh.page.evaluate(() =>
      ['.broadsheet-article', 'main'].map((each) =>
        Number.parseFloat(getComputedStyle(document.querySelector(each)!).fontSize),
      ),
    );
    assert.equal(article, 2 * main!);
  });
});
