// Cards from 280 px on, in Chromium, Firefox and WebKitGTK: heights as they were reckoned, whatever the
// host's own styles are and whatever a headline holds.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { EnginePage } from './engines/index.js';
import { forEachEngine } from './engines/index.js';
import { faultsAt, putCards, putFrame, showCards } from './support/card-frame.js';
import { readText } from './support/paths.js';
import { useSite } from './support/site.js';

const LAYOUTS = ['grid', 'lead', 'list', 'rail'];
const { items: six } = JSON.parse(readText('examples/cards/recommande.json')) as {
  items: { title: string; image: object }[];
};
const arabic = JSON.parse(readText('examples/cards/arabe.json')) as { items: object[] };
const image = six[0]!.image;

/** Cards of all sorts whose excerpts are shown whole: a row is as tall as its fullest card. */
const whole = (titles: readonly string[], excerpt: string) =>
  Array.from({ length: 11 }, (_, i) => ({
    id: `card-${i}`,
    url: `#${i}`,
    title: titles[i % titles.length]!.split(' ')
      .slice(0, 3 + ((i * 5) % 9))
      .join(' '),
    ...(i % 3 && { kicker: 'Afrique', readingTime: 3 }),
    ...(i % 4 && {
      excerpt: excerpt
        .split(' ')
        .slice(0, 2 + (i % 4))
        .join(' '),
    }),
    ...(i % 5 && { image }),
    ...(i % 2 && { published: '2025-09-16' }),
  }));

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const hard = [
  { id: 'word', url: '#a', title: LONG, kicker: LONG, excerpt: `${LONG} ${LONG}`, image },
  { id: 'letters', url: '#b', title: 'x'.repeat(300), sponsored: LONG },
  { id: 'headline', url: '#c', title: 'Ein Titel, der kein Ende nehmen will, '.repeat(9), image },
  { id: 'alone', url: '#d', title: 'Kurz' },
  { id: 'nowhere', title: 'Ohne Adresse', sponsored: 'Anzeige einer Bank, die für sich wirbt' },
];
const marked = Array.from({ length: 4 }, (_, i) => ({
  id: `card-${i}`,
  url: `#${i}`,
  title: {
    html: 'CO<sub>2</sub> : le prix <em>baisse</em> et <strong>les émissions montent</strong> encore',
  },
  excerpt: {
    html: 'Un <code>mot machine</code>, un <q>mot dit</q>, x<sup>2</sup> et <b>du gras</b>.',
  },
  image,
}));

/** As pages bring them, for text and menus of their own. */
const HOSTS = {
  'line heights and spacing for everything':
    '* { line-height: 2; letter-spacing: .05em; box-sizing: content-box }',
  'a small root font, and links and items of menus':
    'html { font-size: 62.5% } a { display: block } li { margin: 1em }',
  'a theme’s lists, links, pictures and paragraphs': `
    ul { padding-left: 40px } ul li { position: relative; display: list-item; padding-left: 1.4em }
    ul li::before { content: "•"; position: absolute; left: 0 }
    a { position: relative; font-weight: 700; letter-spacing: .02em; text-transform: uppercase }
    a::after { content: " ↗"; background: red } img { height: auto; max-width: 100%; width: 100% }
    p { max-width: 32ch; margin: 0 0 1.5em; text-align: justify; hyphens: auto }
    h3 { max-width: 20ch; margin: 0 0 .5em } h2, h3 { font: 800 1.3em/1.1 sans-serif }
    time, span { font-size: 1.2em; white-space: nowrap } button { width: 100% }`,
  'a grid’s items, cut paragraphs, and its own gaps': `
    ul { display: flex; columns: 2 } .broadsheet-cards { gap: 30px 6px }
    li { float: left; width: 100%; min-height: 300px; max-width: 200px; overflow: hidden }
    p, h3 { float: left; word-break: break-all; overflow: hidden; white-space: nowrap }
    div { margin: 1em 0; padding: 2px }`,
  'a font of its own for lists': `li { font-size: 15px; line-height: 1.9; letter-spacing: .02em }
    ul { padding: 1em; font-family: monospace } ul p { font-style: italic }`,
};

const site = useSite();
before(() => {
  putFrame(site);
  for (const layout of LAYOUTS) {
    const titles = six.map(({ title }) => title);
    const lists = {
      ltr: { lang: 'fr', items: whole(titles, 'Un chapeau de peu de mots') },
      rtl: { ...arabic, items: [...arabic.items, ...arabic.items] },
      hard: { lang: 'de', items: hard },
      marked: { lang: 'fr', items: marked },
    };
    for (const [name, data] of Object.entries(lists)) {
      // The same Arabic cards twice are still six.
      const items = (data.items as object[]).map((item, i) => ({
        ...item,
        id: `${i}`,
        url: `#${i}`,
      }));
      putCards(site, `/${layout}-${name}`, { ...data, items }, '', layout);
    }
    Object.values(HOSTS).forEach((css, i) => {
      putCards(site, `/${layout}-host-${i}`, { lang: 'fr', items: six }, css, layout);
    });
  }
});

forEachEngine('cards', (engine) => {
  const open = () => engine.open(`${site.url}/frame.html`, { width: 1280, height: 900 });
  const check = async (page: EnginePage, path: string, states: readonly [number, number[]][]) => {
    await showCards(page, path);
    for (const [width, scales] of states) {
      for (const scale of scales) {
        const found = await faultsAt(page, width, scale, path.endsWith('-ltr'));
        assert.deepEqual(found, [], `${path}, ${width} px, step ${scale}`);
      }
    }
  };

  test('are as tall as reckoned from 280 to 2560 px, at five text sizes, either way', async () => {
    const page = await open();
    for (const layout of LAYOUTS) {
      // At twice its size a long word has no room in 280 px: there it may leave a line empty.
      await check(page, `/${layout}-ltr`, [
        [280, [1, 3]],
        [600, [1, 2, 3, 4, 5]],
        [1280, [2]],
        [2560, [2]],
      ]);
      await check(page, `/${layout}-rtl`, [
        [280, [1, 5]],
        [900, [2, 4]],
      ]);
    }
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  for (const [i, name] of Object.keys(HOSTS).entries()) {
    test(`hold under ${name}`, async () => {
      const page = await open();
      for (const layout of LAYOUTS) {
        await check(page, `/${layout}-host-${i}`, [
          [280, [2]],
          [1000, [2, 4]],
        ]);
      }
      await page.close();
    });
  }

  test('hold long words, long headlines and next to nothing', async () => {
    const page = await open();
    for (const layout of LAYOUTS) {
      await check(page, `/${layout}-hard`, [
        [280, [2, 5]],
        [700, [2]],
        [1280, [3]],
      ]);
    }
    await page.close();
  });

  test('measure emphasised words, code and quotations in fonts of their own', async () => {
    const page = await open();
    for (const layout of LAYOUTS) {
      await check(page, `/${layout}-marked`, [
        [280, [3]],
        [600, [1]],
        [900, [2, 3]],
      ]);
    }
    await page.close();
  });
});
