// <broadsheet-cards> in Chromium, under the strictest policy.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Broadsheet } from '../../web/src/api.js';
import { useChromium, useFreshPage } from './support/chromium.js';
import { projectFile, readText } from './support/paths.js';
import { useSite } from './support/site.js';

const six = readText('examples/cards/recommande.json');
const axe = readText('node_modules/axe-core/axe.min.js');

const chromium = useChromium();
const site = useSite();
site.put('/six.json', { body: six, type: 'application/json' });
const fresh = useFreshPage(chromium, 900, () => {
  const log: [string, unknown][] = [];
  Object.assign(globalThis, { log, shift: 0 });
  for (const type of ['ready', 'error', 'card-view', 'card-click', 'slot']) {
    addEventListener(`broadsheet-${type}`, (event) => {
      const { element, ...detail } = (event as CustomEvent).detail;
      log.push([type, detail]);
      if (type === 'error') event.preventDefault();
    });
  }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      (globalThis as unknown as { shift: number }).shift += (
        entry as unknown as { value: number }
      ).value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
});

async function open(body: string): Promise<void> {
  site.put('/cards.html', {
    body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Test</title>
      <script src="/dist/broadsheet.js" defer></script><body><main>${body}</main></body></html>`,
  });
  await fresh.page.goto(`${site.url}/cards.html`);
}

type Entry = [type: string, detail: Record<string, unknown>];
async function events(type: string, count = 1): Promise<Entry[]> {
  const find = ([wanted, least]: [string, number]) => {
    const found = (globalThis as unknown as { log: Entry[] }).log.filter(
      ([each]) => each === wanted,
    );
    return found.length >= least ? found : undefined;
  };
  const found = await fresh.page.waitForFunction(find, [type, count] as [string, number], {
    timeout: 8000,
  });
  return (await found.jsonValue()) as Entry[];
}

const titles = () => fresh.page.locator('.broadsheet-card-title').allTextContents();
const card = (id: string, more: object = {}) => ({
  id,
  url: `/${id}`,
  title: `Titre ${id}`,
  ...more,
});

describe('what is shown', () => {
  test('is a list under a heading, one link a card, without a finding of axe', async () => {
    await open('<h1>Titre</h1><broadsheet-cards src="/six.json"></broadsheet-cards>');
    await events('ready');
    assert.equal(await fresh.page.locator('section > h2 ~ ul[role=list] > li').count(), 6);
    assert.equal(await fresh.page.locator('li a').count(), 6);
    await fresh.page.addScriptTag({ content: axe }).catch(() => {});
    await fresh.page.evaluate(axe);
    const found = await fresh.page.evaluate(async () => {
      const { violations } = await (
        globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
      ).axe.run();
      return violations.map(({ id }) => id);
    });
    assert.deepEqual(found, []);
  });

  test('keeps the rest of a cut excerpt for screen readers, said once', async () => {
    const excerpt = 'Une phrase qui dit quelque chose de long. '.repeat(80).trim();
    site.putJson('/long.json', { items: [card('a', { excerpt }), card('b'), card('c')] });
    await open('<broadsheet-cards src="/long.json"></broadsheet-cards>');
    await events('ready');
    const cut = fresh.page.locator('.broadsheet-card-excerpt');
    assert.equal(await cut.textContent(), excerpt);
    assert.equal(await cut.locator('.broadsheet-cut .broadsheet-unseen').count(), 1);
    const report = await fresh.page.evaluate(() =>
      (document.querySelector('broadsheet-cards') as unknown as { report(): object }).report(),
    );
    assert.equal((report as { cutExcerpts: number }).cutExcerpts, 1);
  });

  test('leaves out duplicates and the article of the page', async () => {
    const items = [card('a'), card('a'), { title: 'Ici', url: '/cards.html' }, card('b')];
    site.putJson('/twice.json', { items });
    await open('<broadsheet-cards src="/twice.json"></broadsheet-cards>');
    await events('ready');
    assert.deepEqual(await titles(), ['Titre a', 'Titre b']);
  });

  test('is in the document when the element says that it is ready', async () => {
    await open('<broadsheet-cards></broadsheet-cards>');
    const counts = await fresh.page.evaluate(async (json) => {
      await customElements.whenDefined('broadsheet-cards');
      const element = document.querySelector('broadsheet-cards') as HTMLElement & { data: object };
      const { items } = JSON.parse(json) as { items: object[] };
      const found: number[] = [];
      for (const count of [6, 1]) {
        element.data = { items: items.slice(0, count) };
        await new Promise((done) => {
          element.addEventListener('broadsheet-ready', done, { once: true });
        }).then(() => found.push(element.querySelectorAll('.broadsheet-card').length));
      }
      return found;
    }, six);
    assert.deepEqual(counts, [6, 1]);
  });

  test('stands along the lines of a vertical page, one card on no other', async () => {
    site.put('/vertical.css', {
      body: 'html { writing-mode: vertical-rl; text-orientation: sideways }',
      type: 'text/css',
    });
    await open(`<link rel="stylesheet" href="/vertical.css">
      <broadsheet-cards src="/six.json"></broadsheet-cards>`);
    await events('ready');
    const overlapping = await fresh.page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.broadsheet-card')].map((card) => {
        const text = card.querySelector('.broadsheet-card-text')!.getBoundingClientRect();
        const box = card.getBoundingClientRect();
        return { box, isInside: text.left >= box.left - 1 && text.bottom <= box.bottom + 1 };
      });
      const meet = (a: DOMRect, b: DOMRect) =>
        a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      return boxes.filter(
        ({ box, isInside }) =>
          !isInside || boxes.some((other) => other.box !== box && meet(other.box, box)),
      ).length;
    });
    assert.equal(overlapping, 0);
  });

  test('takes data, a child script, and HTML of a server alike', async () => {
    await open(`<broadsheet-cards><script type="application/json">${six}</script>
      </broadsheet-cards>`);
    await events('ready');
    assert.equal((await titles()).length, 6);
    await fresh.page.evaluate(() => {
      const element = document.querySelector('broadsheet-cards') as HTMLElement & { data: object };
      element.data = { items: [{ title: 'Autre', url: '/autre' }] };
    });
    await events('ready', 2);
    assert.deepEqual(await titles(), ['Autre']);
    assert.deepEqual(fresh.complaints, []);
  });
});

test('cards of a server are taken over as they are, and laid out', async () => {
  const { createBroadsheet } = (await import(projectFile('dist/server.mjs'))) as {
    createBroadsheet(): Promise<Broadsheet>;
  };
  const broadsheet = await createBroadsheet();
  const html = broadsheet.cardsToHTML(broadsheet.parseCards(six));
  await open(`<broadsheet-cards layout="list">${html}</broadsheet-cards>`);
  await fresh.page.waitForSelector('[data-layout="list"]');
  assert.equal((await titles()).length, 6);
  assert.equal(await fresh.page.locator('.broadsheet-card-section').count(), 1);
  assert.deepEqual(fresh.complaints, []);
});

describe('while, and if, nothing comes', () => {
  /** How far late cards move what is below them. */
  async function moveOfBelow(layout: string): Promise<number> {
    await open(`<broadsheet-cards src="/late.json" layout="${layout}"></broadsheet-cards>
      <p id="below">Suite</p>`);
    await fresh.page.waitForSelector('broadsheet-cards[aria-busy]');
    const top = () =>
      fresh.page.evaluate(() => document.querySelector('#below')!.getBoundingClientRect().top);
    const before = await top();
    await fresh.page.waitForSelector('.broadsheet-card[style]');
    return (await top()) - before;
  }

  test('cards that come late move nothing', async () => {
    site.put('/late.json', { body: six, type: 'application/json', delay: 900 });
    await open('<broadsheet-cards src="/late.json"></broadsheet-cards><p id="below">Suite</p>');
    await fresh.page.waitForSelector('broadsheet-cards[aria-busy]');
    const top = () =>
      fresh.page.evaluate(() => document.querySelector('#below')!.getBoundingClientRect().top);
    await fresh.page.waitForTimeout(300);
    const [shift, before] = [await fresh.page.evaluate('shift'), await top()];
    await events('ready');
    await fresh.page.waitForTimeout(300);
    assert.equal(await fresh.page.evaluate('shift'), shift);
    assert.equal(await top(), before);
  });

  for (const step of [1, 2, 3, 4, 5]) {
    test(`cards that come late take exactly the room kept for them at text size ${step}`, async () => {
      site.put('/late.json', { body: six, type: 'application/json', delay: 600 });
      site.put('/blank.html', { body: '<!doctype html><title>Test</title>' });
      await fresh.page.goto(`${site.url}/blank.html`);
      await fresh.page.evaluate((s) => localStorage.setItem('broadsheet-text-scale', `${s}`), step);
      const moves: string[] = [];
      for (const width of [320, 768, 1280]) {
        await fresh.page.setViewportSize({ width, height: 1400 });
        for (const layout of ['grid', 'list', 'lead', 'rail']) {
          const moved = await moveOfBelow(layout);
          if (Math.abs(moved) >= 0.1) moves.push(`${layout} at ${width} px: ${moved} px`);
        }
      }
      assert.deepEqual(moves, []);
    });
  }

  test('a text size or a width of the moment draws the room for late cards anew', async () => {
    let answer = () => {};
    const held = new Promise<void>((done) => {
      answer = done;
    });
    await fresh.page.route('**/late.json', async (route) => {
      await held;
      await route.fulfill({ body: six, contentType: 'application/json' });
    });
    await open('<broadsheet-cards src="/late.json" text-scale="1"></broadsheet-cards>');
    await fresh.page.waitForSelector('broadsheet-cards[aria-busy]');
    const [small, large, chosen] = await fresh.page.evaluate(() => {
      const element = document.querySelector('broadsheet-cards')!;
      const height = () => element.getBoundingClientRect().height;
      const first = height();
      element.setAttribute('text-scale', '3');
      const second = height();
      // As another tab would say it.
      dispatchEvent(new StorageEvent('storage', { key: 'broadsheet-text-scale', newValue: '5' }));
      return [first, second, height()] as const;
    });
    assert.ok(large > small * 1.05, `${small} px, then ${large} px`);
    assert.ok(chosen > large * 1.2, `${large} px, then ${chosen} px`);
    await fresh.page.setViewportSize({ width: 400, height: 900 });
    const height = () =>
      fresh.page.evaluate(
        () => document.querySelector('broadsheet-cards')!.getBoundingClientRect().height,
      );
    await fresh.page.waitForFunction(
      (before) =>
        document.querySelector('broadsheet-cards')!.getBoundingClientRect().height > before * 1.2,
      chosen,
    );
    const narrow = await height();
    answer();
    await fresh.page.waitForSelector('.broadsheet-card[style]');
    assert.ok(Math.abs((await height()) - narrow) < 0.1, `${(await height()) - narrow} px`);
    assert.deepEqual(fresh.complaints, []);
  });

  for (const layout of ['list', 'rail', 'lead']) {
    test(`a wide font that comes late moves nothing below a ${layout}`, async () => {
      site.put('/wide.css', {
        body: `.is-wide { --broadsheet-font-text: "DejaVu Sans", Verdana, sans-serif }`,
        type: 'text/css',
      });
      await fresh.page.setViewportSize({ width: 1280, height: 2000 });
      await open(`<link rel="stylesheet" href="/wide.css">
        <broadsheet-cards src="/six.json" layout="${layout}"></broadsheet-cards>
        <p id="below">Suite</p>`);
      await events('ready');
      const top = () =>
        fresh.page.evaluate(() => document.querySelector('#below')!.getBoundingClientRect().top);
      const before = await top();
      await fresh.page.evaluate(async () => {
        document.querySelector('.broadsheet-card-section')!.classList.add('is-wide');
        document.fonts.dispatchEvent(new Event('loadingdone'));
        for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
      });
      assert.ok(Math.abs((await top()) - before) < 0.1, `${(await top()) - before} px`);
    });
  }

  test('a font that comes late moves nothing below a grid whose excerpts have room', async () => {
    const font = readFileSync(
      projectFile('dist/fonts/atkinson-hyperlegible-latin-400-normal.woff2'),
    );
    site.put('/late.woff2', { body: font, type: 'font/woff2', delay: 900 });
    site.put('/late.css', {
      body: `@font-face { font-family: Late; src: url(/late.woff2); font-display: swap }
        .broadsheet-card-section { --broadsheet-font-text: Late, serif }`,
      type: 'text/css',
    });
    await open(`<link rel="stylesheet" href="/late.css">
      <broadsheet-cards src="/six.json"></broadsheet-cards><p id="below">Suite</p>`);
    await events('ready');
    const look = () =>
      fresh.page.evaluate(() => ({
        top: document.querySelector('#below')!.getBoundingClientRect().top,
        hasFont: document.fonts.check('16px Late'),
      }));
    const before = await look();
    await fresh.page.waitForFunction(() => document.fonts.check('16px Late'));
    await fresh.page.waitForTimeout(200);
    const after = await look();
    assert.ok(!before.hasFont && after.hasFont);
    assert.ok(Math.abs(after.top - before.top) < 0.1, `${after.top - before.top} px`);
  });

  test('an empty list is said in the language of the page', async () => {
    site.putJson('/empty.json', { items: [] });
    await open('<broadsheet-cards src="/empty.json"></broadsheet-cards>');
    await events('ready');
    assert.equal(
      await fresh.page.locator('[role=status]').textContent(),
      'Rien à lire ici pour le moment.',
    );
  });

  test('an error is said, and trying again works', async () => {
    site.put('/broken.json', { body: 'no', status: 500 });
    await open('<broadsheet-cards src="/broken.json"></broadsheet-cards>');
    const [error] = await events('error');
    assert.equal(error?.[1].code, 'fetch-failed');
    await fresh.page.waitForSelector('text=Réessayer');
    const box = await fresh.page.locator('text=Réessayer').boundingBox();
    assert.ok(box!.height >= 44, `${box!.height} px for a finger`);
    site.put('/broken.json', { body: six, type: 'application/json' });
    await fresh.page.click('text=Réessayer');
    await events('ready');
    assert.equal((await titles()).length, 6);
    assert.equal(await fresh.page.locator('text=Réessayer').count(), 0);
  });

  test('the host’s own children stay when it fails', async () => {
    await open('<broadsheet-cards src="/nowhere.json"><p id="own">Repli</p></broadsheet-cards>');
    await events('error');
    assert.ok(await fresh.page.locator('#own').isVisible());
  });

  test('an answer to an earlier question is ignored, and removal ends all', async () => {
    site.put('/slow.json', { body: six, type: 'application/json', delay: 700 });
    site.putJson('/quick.json', { items: [card('quick')] });
    await open('<broadsheet-cards src="/slow.json"></broadsheet-cards>');
    await fresh.page.evaluate(() =>
      document.querySelector('broadsheet-cards')!.setAttribute('src', '/quick.json'),
    );
    await events('ready');
    await fresh.page.waitForTimeout(900);
    assert.deepEqual(await titles(), ['Titre quick']);
    await fresh.page.evaluate(() => {
      const element = document.querySelector('broadsheet-cards')!;
      element.setAttribute('src', '/slow.json');
      element.remove();
    });
    await fresh.page.waitForTimeout(900);
    assert.equal((await events('ready')).length, 1);
  });
});

describe('what shows cards is fetched', () => {
  const article = (more: object) => ({
    title: 'Titre',
    lang: 'fr',
    body: [{ type: 'paragraph', text: 'Texte.' }],
    ...more,
  });
  const show = (name: string, more: object) => {
    site.putJson(name, article(more));
    return open(`<broadsheet-article src="${name}"></broadsheet-article>`);
  };
  const recommended = JSON.parse(six) as object;
  const requests = () => {
    const asked: string[] = [];
    fresh.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    return asked;
  };

  test('where a page has some, and nowhere else', async () => {
    const asked = requests();
    await show('/plain.json', {});
    await events('ready');
    assert.ok(!asked.includes('/dist/cards.mjs'));
    await show('/with.json', { recommended });
    await fresh.page.waitForSelector('[data-layout="grid"] .broadsheet-card[style]');
    assert.ok(asked.includes('/dist/cards.mjs'));
  });

  test('while the engine is on its way', async () => {
    const asked = requests();
    await fresh.page.route('**/broadsheet.wasm', async (route) => {
      await fresh.page.waitForTimeout(700);
      asked.push('engine answered');
      await route.continue();
    });
    const places = async () => {
      const [cards, engine] = ['/dist/cards.mjs', 'engine answered'].map((name) =>
        asked.indexOf(name),
      );
      asked.length = 0;
      return cards! >= 0 && cards! < engine!;
    };
    await show('/with.json', { recommended });
    await events('ready');
    assert.ok(await places());
    await open('<broadsheet-cards src="/six.json"></broadsheet-cards>');
    await events('ready');
    assert.ok(await places());
  });

  test('so that nothing moves, even when it comes later than the engine', async () => {
    await fresh.page.route('**/cards.mjs', async (route) => {
      await fresh.page.waitForTimeout(900);
      await route.continue();
    });
    await show('/with.json', { recommended });
    await events('ready');
    await fresh.page.waitForTimeout(300);
    assert.equal(
      await fresh.page.locator('[data-layout="grid"] .broadsheet-card[style]').count(),
      6,
    );
    assert.equal(await fresh.page.evaluate('shift'), 0);
  });

  test('and an article is shown without it where it cannot be had', async () => {
    await fresh.page.route('**/cards.mjs', (route) => route.abort());
    await show('/with.json', { recommended });
    await events('ready');
    assert.equal(await fresh.page.locator('.broadsheet-card').count(), 6);
    await open('<broadsheet-cards src="/six.json"></broadsheet-cards>');
    const [error] = await events('error');
    assert.equal(error?.[1].code, 'fetch-failed');
    await fresh.page.unroute('**/cards.mjs');
  });
});

describe('pages', () => {
  const pages = () => {
    site.putJson('/one.json', { items: [card('a'), card('b')], next: '/two.json' });
    site.putJson('/two.json', { items: [card('b'), card('c')], next: '/three.json' });
    site.put('/three.json', { body: 'no', status: 500 });
  };

  test('come at the press of a button, which keeps the reader’s place', async () => {
    pages();
    await open('<broadsheet-cards src="/one.json"></broadsheet-cards>');
    await events('ready');
    await fresh.page.click('text=Afficher plus');
    await fresh.page.waitForSelector('text=Titre c');
    assert.deepEqual(await titles(), ['Titre a', 'Titre b', 'Titre c']);
    assert.equal(await fresh.page.evaluate('document.activeElement.textContent'), 'Titre c');
    await fresh.page.click('text=Afficher plus');
    await fresh.page.waitForSelector('text=Réessayer');
    site.putJson('/three.json', { items: [card('d')] });
    await fresh.page.click('text=Réessayer');
    await fresh.page.waitForSelector('text=Titre d');
    assert.ok(!(await fresh.page.locator('.broadsheet-more').isVisible()));
  });

  test('come by themselves where the host asks for it', async () => {
    pages();
    site.putJson('/three.json', { items: [card('d')] });
    await open('<broadsheet-cards src="/one.json" more="scroll"></broadsheet-cards>');
    await fresh.page.waitForSelector('text=Titre d');
    assert.equal((await titles()).length, 4);
  });
});

describe('an article’s own cards', () => {
  const show = (style: string) => {
    const items = ['a', 'b', 'c', 'd'].map((id) => card(id));
    site.putJson('/article.json', {
      title: 'Titre',
      lang: 'fr',
      recommended: { items, next: '/more.json' },
    });
    site.putJson('/more.json', { items: [card('b'), card('e')] });
    site.put('/article.css', { body: style, type: 'text/css' });
    return open(`<link rel="stylesheet" href="/article.css">
      <broadsheet-article src="/article.json" heading-level="2"></broadsheet-article>`);
  };

  test('stand as the page’s styles say, at every width', async () => {
    await show(`:root { --broadsheet-cards-layout: list }
      @media (max-width: 600px) { :root { --broadsheet-cards-layout: rail } }`);
    await fresh.page.waitForSelector('[data-layout="list"] .broadsheet-card-side');
    await fresh.page.setViewportSize({ width: 500, height: 900 });
    await fresh.page.waitForSelector('.broadsheet-rail-beside ~ [data-layout="rail"]');
    await fresh.page.setViewportSize({ width: 900, height: 900 });
    await fresh.page.waitForSelector('[data-layout="list"]');
    assert.equal(await fresh.page.locator('.broadsheet-rail-buttons').count(), 0);
    assert.deepEqual(fresh.complaints, []);
  });

  test('are followed by further pages, none twice', async () => {
    await show('');
    await fresh.page.click('text=Afficher plus');
    await fresh.page.waitForSelector('text=Titre e');
    assert.deepEqual(await titles(), ['Titre a', 'Titre b', 'Titre c', 'Titre d', 'Titre e']);
    const levels = await fresh.page
      .locator('.broadsheet-card-title')
      .evaluateAll((found) => found.map(({ localName }) => localName));
    assert.deepEqual(levels, Array(5).fill('h4'));
    assert.equal(await fresh.page.evaluate('document.activeElement.textContent'), 'Titre e');
  });

  test('are followed by further pages where a server wrote them', async () => {
    const { createBroadsheet } = (await import(projectFile('dist/server.mjs'))) as {
      createBroadsheet(): Promise<Broadsheet>;
    };
    const broadsheet = await createBroadsheet();
    const json = { lang: 'fr', items: [card('a')], next: '/more.json' };
    site.putJson('/more.json', { items: [card('e')] });
    const html = broadsheet.cardsToHTML(broadsheet.parseCards(json));
    await open(`<broadsheet-cards>${html}</broadsheet-cards>`);
    await fresh.page.click('text=Afficher plus');
    await fresh.page.waitForSelector('text=Titre e');
    assert.deepEqual(await titles(), ['Titre a', 'Titre e']);
  });
});

describe('what the host hears', () => {
  test('a view once half a card was seen for a second, a click with position and id', async () => {
    await open('<broadsheet-cards src="/six.json"></broadsheet-cards>');
    await events('ready');
    const before = Date.now();
    const [view] = await events('card-view', 3);
    assert.ok(Date.now() - before > 500);
    assert.deepEqual(view?.[1], {
      position: 1,
      id: 'ghana-migrants',
      url: '#ghana-migrants',
      sponsored: false,
    });
    await fresh.page.evaluate(() => {
      addEventListener('broadsheet-card-click', (event) => event.preventDefault(), { once: true });
    });
    await fresh.page.locator('.broadsheet-card').nth(1).click();
    const [click] = await events('card-click');
    assert.deepEqual([click?.[1].position, click?.[1].id], [2, 'petit-dejeuner']);
    assert.equal(new URL(fresh.page.url()).hash, '');
    await fresh.page.locator('.broadsheet-card').nth(1).click();
    assert.equal(new URL(fresh.page.url()).hash, '#petit-dejeuner');
  });

  test('slots keep their exact room, and give it back only off the screen', async () => {
    const slot = {
      type: 'slot',
      name: 'milieu',
      sizes: [
        [728, 90],
        [300, 250],
      ],
    };
    site.putJson('/slots.json', { items: [card('a'), card('b'), slot, card('c'), card('d')] });
    await open('<broadsheet-cards src="/slots.json"></broadsheet-cards>');
    const [offer] = await events('slot');
    assert.deepEqual(offer?.[1], {
      name: 'milieu',
      sizes: [
        [728, 90],
        [300, 250],
      ],
    });
    const room = () => fresh.page.locator('.broadsheet-slot-content').boundingBox();
    assert.equal((await room())?.height, 90);
    await fresh.page.setViewportSize({ width: 500, height: 900 });
    await fresh.page.waitForTimeout(200);
    assert.equal((await room())?.height, 250);
    const height = () => fresh.page.evaluate(() => document.querySelector('ul')!.offsetHeight);
    const before = await height();
    await fresh.page.evaluate(() => {
      addEventListener('broadsheet-slot', (event) => (event as CustomEvent).detail.collapse());
      document.querySelector('main')!.style.paddingTop = '3000px';
    });
    await fresh.page.evaluate(() => {
      const data = {
        items: [
          { title: 'x', url: '/x' },
          { type: 'slot', name: 's', sizes: [[300, 250]] },
        ],
      };
      Object.assign(document.querySelector('broadsheet-cards')!, { data });
    });
    await fresh.page.waitForTimeout(600);
    await fresh.page.evaluate(() => scrollTo(0, 1500));
    await fresh.page.waitForTimeout(600);
    assert.ok((await height()) < before - 200);
    assert.ok(!(await fresh.page.locator('.broadsheet-slot').isVisible()));
  });
});

test('100,000 cards: few are in the document, all can be reached', async () => {
  await open('<broadsheet-cards layout="list"></broadsheet-cards>');
  await fresh.page.evaluate(() => {
    const items = Array.from({ length: 100_000 }, (_, i) => ({
      id: `${i}`,
      url: `/${i}`,
      title: `Un titre de la longueur habituelle, numéro ${i + 1}`,
      excerpt: 'Une phrase ou deux, comme un article en a sous son titre. Puis une autre.',
    }));
    Object.assign(document.querySelector('broadsheet-cards')!, { data: { items } });
  });
  await events('ready');
  const state = () =>
    fresh.page.evaluate(() => {
      const cards = [...document.querySelectorAll('.broadsheet-card')];
      const seen = cards.filter((each) => each.getBoundingClientRect().bottom > 0);
      return {
        rendered: cards.length,
        set: cards[0]!.getAttribute('aria-setsize'),
        first: Number(seen[0]!.getAttribute('aria-posinset')),
        last: Number(cards.at(-1)!.getAttribute('aria-posinset')),
      };
    });
  assert.equal((await state()).set, '100000');
  for (const share of [0.5, 1, 0]) {
    await fresh.page.evaluate(
      (at) => scrollTo(0, document.documentElement.scrollHeight * at),
      share,
    );
    await fresh.page.waitForTimeout(400);
    const { rendered, first, last } = await state();
    assert.ok(rendered < 100, `${rendered} cards in the document`);
    if (share === 1) assert.equal(last, 100_000);
    else assert.ok(Math.abs(first - 100_000 * share) < 100, `${first} at ${share}`);
  }
  // The focus keeps its card while others come and go.
  await fresh.page.locator('.broadsheet-card a').first().focus();
  await fresh.page.evaluate(() => scrollTo(0, 500_000));
  await fresh.page.waitForTimeout(300);
  assert.equal(await fresh.page.evaluate('document.activeElement.localName'), 'a');
  assert.deepEqual(fresh.complaints, []);
});

test('a long list’s rows hold what comes late in it', async () => {
  await open('<broadsheet-cards></broadsheet-cards>');
  await fresh.page.evaluate(() => {
    const image = { src: '/favicon.ico', alt: '', width: 3, height: 2 };
    const items = Array.from({ length: 1000 }, (_, i) => ({
      url: `/${i}`,
      title: i < 300 ? 'Titre' : 'Un titre plus long que ne le sont les premiers de cette liste-là',
      excerpt: 'Une phrase ou deux, comme un article en a sous son titre. Puis une autre. '.repeat(
        4,
      ),
      ...(i >= 300 && { image }),
    }));
    Object.assign(document.querySelector('broadsheet-cards')!, { data: { items } });
  });
  await events('ready');
  for (const share of [0, 0.6, 1]) {
    await fresh.page.evaluate(
      (at) => scrollTo(0, document.documentElement.scrollHeight * at),
      share,
    );
    await fresh.page.waitForTimeout(300);
    const { cut, room } = await fresh.page.evaluate(() => {
      const report = (
        document.querySelector('broadsheet-cards') as unknown as { report(): { cutTitles: number } }
      ).report();
      // What the row leaves empty below a cut excerpt is less than one more line.
      const room = [...document.querySelectorAll('.broadsheet-card:has(.broadsheet-cut)')].map(
        (each) =>
          each.getBoundingClientRect().bottom -
          each.querySelector('.broadsheet-card-excerpt')!.getBoundingClientRect().bottom,
      );
      return { cut: report.cutTitles, room: Math.max(0, ...room) };
    });
    assert.equal(cut, 0);
    assert.ok(room < 22, `${room} px are left at ${share}`);
  }
});

test('a rail goes by buttons and arrow keys, either way', async () => {
  for (const dir of ['ltr', 'rtl']) {
    site.putJson('/rail.json', { dir, items: [...'abcdefghij'].map((id) => card(id)) });
    await open('<broadsheet-cards src="/rail.json" layout="rail"></broadsheet-cards>');
    await events('ready');
    const at = () => fresh.page.evaluate(() => document.querySelector('ul')!.scrollLeft);
    await fresh.page.click('.broadsheet-rail-next');
    await fresh.page.waitForTimeout(900);
    assert.ok((await at()) * (dir === 'ltr' ? 1 : -1) > 300, dir);
    await fresh.page.locator('.broadsheet-card a').first().focus();
    await fresh.page.keyboard.press(dir === 'ltr' ? 'ArrowRight' : 'ArrowLeft');
    assert.equal(await fresh.page.evaluate('document.activeElement.textContent'), 'Titre b');
  }
});

test('a headline’s word wider than its column is divided as its language has it', async () => {
  await fresh.page.setViewportSize({ width: 280, height: 900 });
  site.putJson('/word.json', {
    lang: 'fr',
    items: [card('a', { title: 'Il agit anticonstitutionnellement' })],
  });
  await open('<broadsheet-cards src="/word.json" text-scale="5"></broadsheet-cards>');
  await events('ready');
  const title = fresh.page.locator('.broadsheet-card-title');
  assert.equal(await title.textContent(), 'Il agit anticonstitutionnellement');
  const parts = await title.evaluate((element) =>
    [...element.querySelectorAll('broadsheet-break[hyphen]')].map(
      (each) => each.previousSibling?.textContent,
    ),
  );
  assert.ok(parts.length > 0);
  for (const part of parts) assert.match(part ?? '', /(an|ti|cons|tu|tion|nel|le)$/);
  const over = await title.evaluate((element) => element.scrollWidth - element.clientWidth);
  assert.equal(over, 0);
});

for (const body of [
  '<broadsheet-cards src="/titled.json"></broadsheet-cards>',
  '<broadsheet-cards src="/titled.json" layout="rail"></broadsheet-cards>',
  '<broadsheet-article src="/titled-article.json"></broadsheet-article>',
]) {
  test(`the title of a list is divided as its language has it in ${body}`, async () => {
    const list = { title: 'Recommandations', lang: 'fr', items: [card('a'), card('b')] };
    site.putJson('/titled.json', list);
    site.putJson('/titled-article.json', { title: 'Titre', lang: 'fr', recommended: list });
    site.put('/wide.css', {
      body: `:is(.broadsheet-card-section, .broadsheet-article) {
        --broadsheet-font-text: "DejaVu Sans", Verdana, sans-serif }`,
      type: 'text/css',
    });
    await fresh.page.setViewportSize({ width: 280, height: 900 });
    await open(`<link rel="stylesheet" href="/wide.css">${body}`);
    await fresh.page.waitForSelector('.broadsheet-card[style]');
    const title = fresh.page.locator('.broadsheet-section-title');
    assert.equal(await title.locator('broadsheet-break').count(), 0);
    await fresh.page.evaluate(() => {
      const host = document.querySelector('broadsheet-cards, broadsheet-article')!;
      Object.assign(host, { textScale: 5 });
    });
    await title.locator('broadsheet-break[hyphen]').first().waitFor({ state: 'attached' });
    assert.equal(await title.textContent(), 'Recommandations');
    const over = await title.evaluate((each) => each.scrollWidth - each.clientWidth);
    assert.ok(over <= 0, `${over} px`);
    const { above, below } = await title.evaluate((each) => ({
      above: each.getBoundingClientRect().bottom,
      below: document.querySelector('.broadsheet-card')!.getBoundingClientRect().top,
    }));
    assert.ok(below > above, 'the cards follow it');
    assert.deepEqual(fresh.complaints, []);
  });
}
