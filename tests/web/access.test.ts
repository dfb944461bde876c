// What a page must allow: zoom, spacing of one's own, the keyboard, less motion
// and less data, colours of the system. In Chromium, Firefox and WebKit.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Chromium, type ChromiumPage, type EnginePage, forEachEngine } from './engines/index.js';
import {
  ALL_CONTROLS,
  openArticle,
  putArticle,
  ready,
  setProperty,
} from './support/article-page.js';
import { readText } from './support/paths.js';
import { useSite } from './support/site.js';

const EVERYTHING = readText('examples/articles/tout.fr.json');
const ARTICLES = ['mali-russie', 'tout.fr', 'huquq.ar'];
const CONTROLS = `controls="${ALL_CONTROLS}"`;

const site = useSite();

/** What reaches beyond the page's edge, if anything does. */
const sideways = (page: EnginePage) =>
  page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    return [...document.querySelectorAll('main *')]
      .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
      .map((each) => each.outerHTML.slice(0, 120));
  });

/** Elements that cut off what they hold, though nobody can scroll it. */
const cutOff = (page: EnginePage) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>('.broadsheet-article, .broadsheet-article *'),
      ...document
        .querySelector('.broadsheet-controls')!
        .shadowRoot!.querySelectorAll<HTMLElement>('*'),
    ]
      .filter((each) => {
        const { overflowX, overflowY } = getComputedStyle(each);
        const hides = (value: string) => value === 'hidden' || value === 'clip';
        return (
          !each.closest('svg, broadsheet-probe, .broadsheet-slot, .broadsheet-unseen') &&
          ((hides(overflowY) && each.scrollHeight > each.clientHeight + 1) ||
            (hides(overflowX) && each.scrollWidth > each.clientWidth + 1))
        );
      })
      .map((each) => each.outerHTML.slice(0, 80)),
  );

forEachEngine('access', (engine) => {
  test('has one h1, headings in order, named sections, one link a card, dates and languages marked', async () => {
    for (const name of ARTICLES) {
      const page = await openArticle(engine, site, readText(`examples/articles/${name}.json`));
      const found = await page.evaluate(() => {
        const all = (selector: string) => [...document.querySelectorAll(selector)];
        const levels = all('h1, h2, h3, h4, h5, h6').map(({ localName }) => Number(localName[1]));
        return {
          h1: levels.filter((level) => level === 1).length,
          skipped: levels.filter((level, i) => i > 0 && level > levels[i - 1]! + 1).length,
          unnamed: all('section, nav').filter(
            (each) => !each.matches('[aria-label], [aria-labelledby]'),
          ).length,
          cards: all('.broadsheet-card').filter(
            (each) => !each.matches('ul > li') || each.querySelectorAll('a').length > 1,
          ).length,
          pictures: all('img:not([alt])').length,
          times: all('time:not([datetime])').length,
          tables: all('table').filter((each) => !each.querySelector('caption, th')).length,
          media: all('video').filter((each) => !each.querySelector('track')).length,
          lang: document.querySelector('.broadsheet-article')!.getAttribute('lang'),
        };
      });
      const lang = name.endsWith('.ar') ? 'ar' : 'fr';
      const nothing = { skipped: 0, unnamed: 0, cards: 0, pictures: 0, times: 0, tables: 0 };
      assert.deepEqual(found, { h1: 1, ...nothing, media: 0, lang }, name);
      await page.close();
    }
  });

  test('at 400 % zoom of 1280 px nothing is lost and nothing scrolls sideways', async () => {
    for (const name of ARTICLES) {
      const page = await openArticle(engine, site, readText(`examples/articles/${name}.json`), {
        attributes: CONTROLS,
        size: { width: 320, height: 256 },
      });
      for (const scale of [1, 2, 5]) {
        await setProperty(page, 'textScale', scale);
        await page.frames(3);
        assert.deepEqual(await sideways(page), [], `${name}, size ${scale}`);
      }
      assert.deepEqual(await cutOff(page), [], name);
      await page.close();
    }
  });

  test('spacing of the reader’s own applies, and nothing is lost (1.4.12)', async () => {
    site.put('/spacing.css', {
      body: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`,
      type: 'text/css',
    });
    const page = await openArticle(engine, site, EVERYTHING, { attributes: CONTROLS });
    await page.evaluate(async () => {
      const link = Object.assign(document.createElement('link'), {
        rel: 'stylesheet',
        href: '/spacing.css',
      });
      const loaded = new Promise((resolve) => link.addEventListener('load', resolve));
      document.head.append(link);
      await loaded;
    });
    await page.frames(4);
    for (const width of [320, 768]) {
      await page.resize(width, 700);
      await page.frames(3);
      const unspaced = await page.evaluate(
        () =>
          [...document.querySelectorAll('.broadsheet-body > p')].filter((each) => {
            const { fontSize, letterSpacing, wordSpacing } = getComputedStyle(each);
            const size = Number.parseFloat(fontSize);
            return (
              Math.abs(Number.parseFloat(letterSpacing) - 0.12 * size) > 0.1 ||
              Math.abs(Number.parseFloat(wordSpacing) - 0.16 * size) > 0.1
            );
          }).length,
      );
      assert.equal(unspaced, 0, `${width} px`);
      assert.deepEqual(await sideways(page), [], `${width} px`);
      assert.deepEqual(await cutOff(page), [], `${width} px`);
    }
  });

  test('the keyboard reaches everything, sees where it is, and gets out again', async () => {
    const body = `<broadsheet-article src="/everything.json" ${CONTROLS}></broadsheet-article>
      <p><a href="#after" id="after">Après</a></p>`;
    site.put('/everything.json', { body: EVERYTHING, type: 'application/json' });
    const page = await openArticle(engine, site, EVERYTHING, {
      body,
      size: { width: 900, height: 700 },
    });
    const seen: string[] = [];
    for (let i = 0; i < 90; i++) {
      await page.press('Tab');
      // What has come near is set, and may move what is below it.
      await page.frames(2);
      const focus = await page.evaluate(focusNow);
      if (focus.name === '#after') break;
      seen.push(focus.name);
      if (focus.name === 'media') continue; // The browser's own controls.
      assert.ok(focus.isInSight, `${focus.name} is out of sight`);
      assert.ok(focus.isMarked, `${focus.name} has no outline, after ${seen.join(', ')}`);
      assert.ok(!focus.cover, `${focus.name} lies beneath ${focus.cover}`);
    }
    assert.ok(seen.length > 20 && seen.length < 90, `${seen.length} stops: ${seen.join(', ')}`);
  });

  test('a link to what is no page says so', async () => {
    const link = (href: string) => ({ text: 'Rapport', marks: [{ type: 'link', href }] });
    const page = await openArticle(engine, site, {
      title: 'x',
      body: [{ type: 'paragraph', text: [link('/rapport.PDF'), ' ', link('/page.html')] }],
    });
    const said = await page.evaluate(() =>
      [...document.querySelectorAll('.broadsheet-body a')].map(
        (each) => getComputedStyle(each, '::after').content,
      ),
    );
    assert.deepEqual(said, ['" (PDF)"', 'none']);
  });

  test('a link that leaves the site has an arrow, mirrored from right to left, and names the site', async () => {
    const link = (text: string, href: string) => ({ text, marks: [{ type: 'link', href }] });
    const said = async (lang: string, dir: string) => {
      const page = await openArticle(
        engine,
        site,
        {
          lang,
          url: 'https://journal.example/x',
          title: 'x',
          body: [
            {
              type: 'paragraph',
              text: [
                link('1', 'https://www.musee.example/y'),
                ' ',
                link('2', 'https://journal.example/z'),
              ],
            },
          ],
        },
        { lang, dir },
      );
      const found = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLAnchorElement>('.broadsheet-body a')].map((each) => ({
          title: each.title,
          // Firefox and WebKit give the alternative text of what is drawn as well.
          arrow: /[\u2196\u2197]/.exec(getComputedStyle(each, '::after').content)?.[0] ?? '',
          isSilent: /\/ ""|^none$|^normal$/.test(getComputedStyle(each, '::after').content),
        })),
      );
      await page.close();
      return found;
    };
    const within = { title: '', arrow: '', isSilent: true };
    assert.deepEqual(await said('fr', 'ltr'), [
      { title: 'musee.example', arrow: '↗', isSilent: true },
      within,
    ]);
    assert.deepEqual(await said('ar', 'rtl'), [
      { title: 'musee.example', arrow: '↖', isSilent: true },
      within,
    ]);
  });

  test('nothing moves by itself', async () => {
    const page = await openArticle(engine, site, EVERYTHING, { attributes: CONTROLS });
    const moving = await page.evaluate(() => {
      const roots = [document, document.querySelector('.broadsheet-controls')!.shadowRoot!];
      return roots
        .flatMap((root) => [...root.querySelectorAll('main *, .bar, .bar *')])
        .filter((each) => {
          const style = getComputedStyle(each);
          return !/^(none|)$/.test(style.animationName) || /[1-9]/.test(style.transitionDuration);
        })
        .map((each) => each.outerHTML.slice(0, 80));
    });
    assert.deepEqual(moving, []);
  });
});

interface Focus {
  name: string;
  isInSight: boolean;
  isMarked: boolean;
  /** What lies over its middle. */
  cover: string;
}

/** Runs in the page: the element that has the focus, and how it is seen. */
function focusNow(): Focus {
  let element = document.activeElement!;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const name = element.id ? `#${element.id}` : `${element.localName}.${element.className}`;
  if (element.matches('video, audio')) {
    return { name: 'media', isInSight: true, isMarked: true, cover: '' };
  }
  const root = element.getRootNode() as Document | ShadowRoot;
  const rects = [...element.getClientRects()];
  const box = rects.find(({ top, bottom }) => bottom > 0 && top < innerHeight) ?? rects[0]!;
  const drawn = [
    getComputedStyle(element),
    getComputedStyle(element, '::after'),
    ...(element.nextElementSibling ? [getComputedStyle(element.nextElementSibling)] : []),
  ];
  const middle = { x: box.left + Math.min(box.width, 20) / 2, y: box.top + box.height / 2 };
  const onTop = root.elementFromPoint(middle.x, middle.y);
  const isFree =
    !onTop ||
    onTop === element ||
    element.contains(onTop) ||
    onTop.contains(element) ||
    middle.y < 0 ||
    middle.y > innerHeight;
  return {
    name,
    isInSight: box.bottom > 0 && box.top < innerHeight,
    isMarked: drawn.some(
      ({ outlineStyle, outlineWidth }) =>
        outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1,
    ),
    cover: isFree ? '' : onTop.outerHTML.slice(0, 80),
  };
}

describe('media features, in Chromium', () => {
  let chromium: Chromium;
  before(async () => {
    chromium = await Chromium.start();
  });
  after(() => chromium?.stop());

  async function open(): Promise<ChromiumPage> {
    const page = await chromium.open(putArticle(site, EVERYTHING, { attributes: CONTROLS }));
    await ready(page);
    return page;
  }

  test('forced colours: what is chosen still differs, and no colour is ours', async () => {
    const page = await open();
    await setProperty(page, 'theme', 'sepia');
    await page.page.emulateMedia({ forcedColors: 'active' });
    const found = await page.evaluate(() => {
      const root = document.querySelector('.broadsheet-controls')!.shadowRoot!;
      const border = (selector: string) =>
        getComputedStyle(root.querySelector(selector)!).borderBlockEndColor;
      const canvas = document.createElement('p');
      document.body.append(canvas);
      canvas.style.backgroundColor = 'Canvas';
      const { color } = getComputedStyle(document.querySelector('.broadsheet-body p')!);
      return {
        differs: border(':checked + span') !== border('input:not(:checked) + span'),
        isOneUnderlined:
          border('input:not(:checked) + span') === getComputedStyle(canvas).backgroundColor,
        isSystem: color === getComputedStyle(canvas).color,
      };
    });
    assert.deepEqual(found, { differs: true, isOneUnderlined: true, isSystem: true });
    await page.close();
  });

  test('less data: nothing is fetched that is not in sight or asked for', async () => {
    const page = await open();
    const fetched = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    );
    const heavy = fetched.filter((path) => /woff2|webm|wav|vtt|controls\.mjs/.test(path));
    assert.deepEqual(heavy, []);
    const eager = await page.evaluate(
      () =>
        document.querySelectorAll(
          '.broadsheet-body img:not([loading=lazy]), :is(video, audio):not([preload=none]), iframe',
        ).length,
    );
    assert.equal(eager, 0);
    await page.close();
  });
});
