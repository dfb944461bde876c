// No text becomes markup or script, by either way of rendering.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import type * as Api from '../../web/src/api.js';
import { useChromium } from './support/chromium.js';
import { readText } from './support/paths.js';
import {
  articleOfHtml,
  articleOfText,
  articleOfUrl,
  dompurifyPayloads,
  livePayloads,
  naughtyStrings,
} from './support/payloads.js';
import { STRICT_POLICY, useSite } from './support/site.js';

/** What a publisher adds whose pictures are elsewhere. */
const POLICY = `${STRICT_POLICY}; img-src 'self' http: https:; media-src 'self' http: https:`;

const payloads = [...livePayloads(), ...dompurifyPayloads(), ...naughtyStrings()];
const skip = livePayloads().length === 0 && 'the corpora are absent: set BROADSHEET_CORPORA';

const chromium = useChromium();
const site = useSite();
let broadsheet: Api.Broadsheet;

before(async () => {
  const entry: typeof Api = await import(`${process.cwd()}/dist/server.mjs`);
  broadsheet = await entry.createBroadsheet();
});

interface Watched {
  readonly page: Page;
  /** Requests other than for the page's own files. */
  readonly requests: string[];
  /** Dialogs, exceptions, policy violations, navigations. */
  readonly incidents: string[];
}

/** A page under the strictest policy, with `body` in it, watched. */
async function openWatched(body: string): Promise<Watched> {
  const page = await chromium.browser.newPage();
  const requests: string[] = [];
  const incidents: string[] = [];
  page.on('dialog', (dialog) => {
    incidents.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => incidents.push(`exception ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) incidents.push(message.text());
  });
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url === `${site.url}/watched.html` || url.startsWith(`${site.url}/dist/`)) {
      return route.continue();
    }
    requests.push(url);
    return route.abort();
  });
  site.put('/watched.html', {
    policy: POLICY,
    body:
      `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Watched</title>` +
      `<link rel="icon" href="/dist/none.ico">` +
      `<script type="module" src="/dist/element.mjs"></script><body>${body}</body></html>`,
  });
  await page.goto(`${site.url}/watched.html`, { waitUntil: 'load' });
  await page.evaluate(async () => {
    const { createBroadsheet } = await import('/dist/broadsheet.mjs' as string);
    Object.assign(globalThis, { broadsheet: await createBroadsheet() });
  });
  return { page, requests, incidents };
}

interface Mismatch {
  readonly index: number;
  readonly served: string;
  readonly mounted: string;
}

/**
 * Mounts each article and compares it, node for node, with the one the server wrote in the
 * page, but for `sizes` of pictures. Gives those that differ.
 */
function compareTrees(
  page: Page,
  articles: readonly object[],
  options: Api.RenderOptions = {},
): Promise<Mismatch[]> {
  return page.evaluate(
    ([all, render]) => {
      const { broadsheet: engine } = globalThis as unknown as { broadsheet: Api.Broadsheet };
      const served = document.querySelectorAll('body > .broadsheet-article');
      const mismatches: Mismatch[] = [];
      all.forEach((article, index) => {
        const host = document.createElement('div');
        document.body.append(host);
        const view = engine.mount(host, engine.parse(article), { ...render, controls: '' });
        const mounted = host.firstElementChild!;
        // How wide a picture is painted only a page can tell.
        const pictures = served[index]?.querySelectorAll('img') ?? [];
        mounted.querySelectorAll('img').forEach((each, i) => {
          const sizes = pictures[i]?.getAttribute('sizes');
          if (sizes) each.setAttribute('sizes', sizes);
          else each.removeAttribute('sizes');
        });
        if (!served[index]?.isEqualNode(mounted)) {
          const serialize = (node?: Element) => new XMLSerializer().serializeToString(node ?? host);
          mismatches.push({ index, served: serialize(served[index]), mounted: serialize(mounted) });
        }
        view.destroy();
        host.remove();
      });
      return mismatches;
    },
    [articles, options] as const,
  );
}

/** Shows each article once: its words are then at hand, as a server has them. */
function loadLanguages(page: Page, articles: readonly object[]): Promise<void> {
  return page.evaluate(async (all) => {
    const { broadsheet: engine } = globalThis as unknown as { broadsheet: Api.Broadsheet };
    for (const article of all) {
      const view = engine.mount(document.createElement('div'), engine.parse(article));
      await view.ready;
      view.destroy();
    }
  }, articles);
}

function render(articles: readonly object[], options: Api.RenderOptions = {}): string {
  return articles.map((article) => broadsheet.toHTML(broadsheet.parse(article), options)).join('');
}

const unique = [...new Set(payloads)];

describe('every payload', { skip }, () => {
  test('in every text field is text in both renderings, verbatim, and does nothing', async () => {
    const articles = unique.map(articleOfText);
    // What polish would make typographic is left as it is.
    const options = { polish: 'none' } as const;
    const { page, requests, incidents } = await openWatched(render(articles, options));
    assert.deepEqual(await compareTrees(page, articles, options), []);

    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('body > .broadsheet-article')].map((article) => ({
        paragraph: article.querySelector('.broadsheet-body > p')?.textContent,
        code: article.querySelector('.broadsheet-code')?.textContent,
        kicker: article.querySelector('.broadsheet-kicker')?.textContent,
        label: article.querySelector('.broadsheet-slot-label')?.textContent,
      })),
    );
    unique.forEach((payload, index) => {
      if (payload.trim() === '') return;
      // JSON carries half a surrogate pair; text cannot.
      const text = new TextDecoder().decode(new TextEncoder().encode(payload));
      const expected = text.replaceAll('\0', '\uFFFD');
      assert.equal(shown[index]?.paragraph, expected, JSON.stringify(payload));
      assert.equal(shown[index]?.code, expected, JSON.stringify(payload));
      assert.equal(shown[index]?.kicker, expected, JSON.stringify(payload));
      assert.equal(shown[index]?.label, expected, JSON.stringify(payload));
    });
    assert.deepEqual(incidents, []);
    assert.deepEqual(requests, []);
    await page.close();
  });

  test('in {"html"} does nothing, and both renderings agree', async () => {
    const articles = unique.map(articleOfHtml).filter((article) => broadsheet.parse(article).ok);
    assert.ok(articles.length > unique.length / 2);
    const { page, requests, incidents } = await openWatched(render(articles));
    assert.deepEqual(await compareTrees(page, articles), []);
    assert.deepEqual(incidents, []);
    const allowed = await page.evaluate(() =>
      [...document.querySelectorAll('img')].flatMap(({ src, srcset }) => [
        src,
        ...srcset.split(', ').map((each) => new URL(each.split(' ')[0]!, location.href).href),
      ]),
    );
    assert.deepEqual(
      requests.filter((url) => !allowed.includes(url)),
      [],
    );
    await page.close();
  });

  test('in every URL field is followed only by an accepted scheme', async () => {
    const articles = unique.map(articleOfUrl);
    const { page, incidents } = await openWatched(render(articles));
    assert.deepEqual(await compareTrees(page, articles), []);
    const schemes = await page.evaluate(() => {
      const found = new Set<string>();
      for (const element of document.querySelectorAll('body > .broadsheet-article *')) {
        for (const name of ['href', 'src', 'poster', 'data-frame']) {
          const value = element.getAttribute(name);
          if (value === null) continue;
          try {
            found.add(`${name} ${new URL(value, location.href).protocol}`);
          } catch {}
        }
      }
      return [...found].sort();
    });
    const accepted = /^(href (https?|mailto|tel):|(src|poster|data-frame) https?:)$/;
    assert.deepEqual(
      schemes.filter((each) => !accepted.test(each)),
      [],
    );
    const violations = incidents.filter(
      (each) => !/Refused to (load|connect)|Loading the|violates the following/.test(each),
    );
    assert.deepEqual(violations, []);
    await page.close();
  });
});

test('every example gives the same tree from the server and in the page', async () => {
  const articles = readdirSync('examples/articles')
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readText(`examples/articles/${name}`)) as object);
  const { page } = await openWatched(render(articles));
  await loadLanguages(page, articles);
  assert.deepEqual(await compareTrees(page, articles), []);
  await page.close();
});

test('directional controls in one field reorder none of its neighbours', async () => {
  const override = '\u202E';
  const article = {
    title: 'T',
    lang: 'fr',
    authors: [{ name: `${override}nom` }, { name: 'second' }],
    hero: { src: '/x.jpg', alt: '', caption: `${override}légende`, credit: 'crédit' },
    body: [{ type: 'related', label: `${override}label`, title: 'titre', url: '/r' }],
  };
  const { page } = await openWatched(render([article]));
  const inOrder = await page.evaluate(() => {
    const left = (text: string) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!(node as Text).data.includes(text)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        return range.getBoundingClientRect().left;
      }
      return Number.NaN;
    };
    return (
      left('nom') < left('second') &&
      left('légende') < left('crédit') &&
      left('label') < left('titre')
    );
  });
  assert.equal(inOrder, true);
  await page.close();
});

test('an embed loads nothing of another site’s before the click, then a sandboxed frame', async () => {
  const article = {
    title: 'T',
    body: [{ type: 'embed', url: 'https://www.youtube.com/watch?v=abc', title: 'Vidéo' }],
  };
  const { page, requests } = await openWatched('<main></main>');
  await page.evaluate((value) => {
    const { broadsheet: engine } = globalThis as unknown as { broadsheet: Api.Broadsheet };
    engine.mount(document.querySelector('main')!, engine.parse(value));
  }, article);
  await page.getByRole('link', { name: /Vidéo/ }).waitFor();
  assert.deepEqual(requests, []);
  await page.getByRole('link', { name: /Vidéo/ }).click();
  const frame = page.locator('iframe');
  assert.equal(await frame.getAttribute('src'), 'https://www.youtube-nocookie.com/embed/abc');
  assert.equal(await frame.getAttribute('referrerpolicy'), 'no-referrer');
  assert.match((await frame.getAttribute('sandbox')) ?? '', /^allow-scripts/);
  assert.match((await frame.getAttribute('title')) ?? '', /Vidéo/);
  await page.close();
});
