// The running text of articles, set: what readers, hosts and time do to it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MountOptions, QualityReport } from '../../web/src/api.js';
import { ChromiumPage, type EnginePage, forEachEngine } from './engines/index.js';
import { longArticle, openArticle, SEED } from './support/article-page.js';
import { paintedLines } from './support/painted-lines.js';
import { readText } from './support/paths.js';
import { useSite } from './support/site.js';

const DECLARATIONS: readonly { lang: string; title: string; paragraphs: string[] }[] = JSON.parse(
  readText('tests/web/data/udhr.json'),
);
const MARKED = {
  lang: 'fr',
  title: 'Des liens et des notes',
  body: [
    {
      type: 'paragraph',
      text: [
        'Les gouvernements internationalement reconnus entretiennent des relations, et ',
        {
          text: 'leurs représentants se rencontrent régulièrement à Moscou ou à Bamako',
          marks: [{ type: 'link', href: '/rencontres' }],
        },
        ' pour parler du commerce',
        { text: '1', marks: [{ type: 'footnote', ref: 'n1' }] },
        ', de la sécurité, ',
        {
          text: 'de l’environnement et de ce qui les préoccupe particulièrement',
          marks: ['em', 'strong'],
        },
        ' en ce moment, où que ce soit dans le monde et quoi qu’il arrive par la suite.',
      ],
    },
  ],
  footnotes: [{ id: 'n1', text: 'Chiffres de l’année dernière, selon les deux ministères.' }],
};

const site = useSite();

/** Waits until a change of width, size or place has been seen and set. */
async function settle(page: EnginePage): Promise<void> {
  await page.frames(3);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)));
  await page.frames(2);
}

function reportOf(page: EnginePage): Promise<QualityReport['total']> {
  return page.evaluate(
    () =>
      (
        document.querySelector('broadsheet-article') as unknown as { report(): QualityReport }
      ).report().total,
  );
}

/** Runs in the page. */
function bodyTexts(): (string | null)[] {
  return [...document.querySelectorAll('.broadsheet-body > p')].map((p) => p.textContent);
}
function state() {
  const set = [...document.querySelectorAll<HTMLElement>('.broadsheet-set')];
  return {
    set: set.length,
    justified: document.querySelectorAll('.broadsheet-justified').length,
    hyphens: document.querySelectorAll('broadsheet-break[hyphen]').length,
    breaks: document.querySelectorAll('broadsheet-break').length,
    overflow: document.documentElement.scrollWidth - innerWidth,
  };
}

forEachEngine('set articles', (engine) => {
  test('the last line’s spaces are natural at every width, from whichever side', async () => {
    const page = await openArticle(engine, site, SEED, { size: { width: 700, height: 900 } });
    for (const width of [420, 800, 360]) {
      await page.resize(width, 900);
      await settle(page);
      const { overflow } = await page.evaluate(state);
      assert.ok(overflow <= 0, `${width} px: ${overflow}`);
      const fills = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('broadsheet-fill')].map((each) => [
          Number.parseFloat(each.style.inlineSize) *
            Number.parseFloat(getComputedStyle(each).fontSize),
          Number.parseFloat(getComputedStyle(each).inlineSize),
        ]),
      );
      for (const [given, painted] of fills) assert.ok(Math.abs(given! - painted!) < 0.1);
      const { naturalSpace } = await reportOf(page);
      const lines = await page.evaluate(paintedLines, '.broadsheet-body > .broadsheet-justified');
      for (const { spaces, text } of lines.map((each) => each.at(-1)!)) {
        if (spaces.length < 3) continue;
        const mean = spaces.reduce((a, b) => a + b) / spaces.length / naturalSpace;
        // WebKit gives the pixels that characters touch.
        const tolerance = engine.name === 'WebKit' ? 0.7 : 0.12;
        assert.ok(Math.abs(mean - 1) < tolerance, `${width} px: ${mean} in "${text}"`);
      }
    }
  });

  test('a paragraph with a note is set, its mark with the word before', async () => {
    const everything = readText('examples/articles/tout.fr.json');
    const page = await openArticle(engine, site, everything, { size: { width: 390, height: 900 } });
    for (const width of [320, 390, 480, 768]) {
      await page.resize(width, 900);
      await settle(page);
      const notes = await page.evaluate(() => {
        const range = document.createRange();
        return [...document.querySelectorAll('.broadsheet-footnote-mark')].map((mark) => {
          const before = mark.previousSibling!.textContent!;
          const last = document.createTreeWalker(mark.parentElement!, NodeFilter.SHOW_TEXT);
          let node = last.nextNode() as Text;
          let text = node;
          for (; node && !mark.contains(node); node = last.nextNode() as Text) {
            if (node.data.trim()) text = node;
          }
          range.setStart(text, text.length - 1);
          range.setEnd(text, text.length);
          const word = range.getBoundingClientRect();
          const { top, bottom } = mark.getBoundingClientRect();
          const isSet = mark.closest('.broadsheet-set') !== null;
          return [before.slice(-8), isSet, bottom > word.top && top < word.bottom];
        });
      });
      assert.equal(notes.length, 3);
      for (const [word, isSet, isBeside] of notes) {
        assert.deepEqual([isSet, isBeside], [true, true], `${width} px, ${word}`);
      }
    }
  });

  test('titles of groups and pull quotes are balanced, not justified', async () => {
    const text = 'Une phrase assez longue pour tenir sur plusieurs lignes d’une colonne étroite.';
    const body = [
      { type: 'group', title: text, blocks: [{ type: 'paragraph', text }] },
      { type: 'quote', pull: true, text },
    ];
    const article = { title: 'Titre', lang: 'fr', body };
    const page = await openArticle(engine, site, article, { size: { width: 390, height: 900 } });
    const justified = await page.evaluate(() =>
      ['.broadsheet-group-title', '.broadsheet-pull p', '.broadsheet-group-title + p'].map((each) =>
        document.querySelector(each)!.className.includes('broadsheet-justified'),
      ),
    );
    assert.deepEqual(justified, [false, false, true]);
    await page.close();
  });

  test('hyphenate="none" leaves words whole, in the element and in mount()', async () => {
    const size = { width: 420, height: 900 };
    const divided = await openArticle(engine, site, SEED, { size });
    assert.ok((await divided.evaluate(state)).hyphens > 0);
    const page = await openArticle(engine, site, SEED, { attributes: 'hyphenate="none"', size });
    const { set, justified, hyphens } = await page.evaluate(state);
    assert.ok(set > 3 && justified > 2, `${set} set, ${justified} justified`);
    assert.equal(hyphens, 0);
    assert.equal((await reportOf(page)).hyphenatedPct, 0);
    const mounted = await page.evaluate(mountIn, SEED, { hyphenate: 'none', persist: 'none' });
    assert.ok(mounted.breaks > 10);
    assert.equal(mounted.hyphens, 0);
  });

  test('align="start" sets ragged lines, in the element and in mount()', async () => {
    const size = { width: 700, height: 900 };
    const page = await openArticle(engine, site, SEED, { attributes: 'align="start"', size });
    const { set, justified, overflow } = await page.evaluate(state);
    assert.ok(set > 3, `${set}`);
    assert.deepEqual([justified, overflow <= 0], [0, true]);
    const mounted = await page.evaluate(mountIn, SEED, { align: 'start', persist: 'none' });
    assert.ok(mounted.breaks > 10);
    assert.equal(mounted.justified, 0);
  });

  test('a change of text size sets anew at once, the text as it was', async () => {
    const page = await openArticle(engine, site, SEED, { size: { width: 600, height: 900 } });
    const texts = await page.evaluate(bodyTexts);
    for (const scale of [5, 1, 3]) {
      const { before, after, overflow } = await page.evaluate((next) => {
        const count = () => document.querySelectorAll('.broadsheet-body broadsheet-break').length;
        const before = count();
        Object.assign(document.querySelector('broadsheet-article')!, { textScale: next });
        // No frame in between.
        const { scrollWidth } = document.documentElement;
        return { before, after: count(), overflow: scrollWidth - innerWidth };
      }, scale);
      assert.notEqual(after, before, `step ${scale}`);
      assert.ok(overflow <= 0, `step ${scale}: ${overflow} px`);
      await settle(page);
      assert.deepEqual(await page.evaluate(bodyTexts), texts);
    }
    assert.deepEqual(await page.complaints(), []);
  });

  test('links, notes and marks stay one element each, over however many lines', async () => {
    const size = { width: 360, height: 900 };
    const page = await openArticle(engine, site, MARKED, { size });
    const parts = () => {
      const paragraph = document.querySelector('.broadsheet-body > p')!;
      const inside = [...paragraph.querySelectorAll('a, em, strong, sup')];
      return {
        set: paragraph.classList.contains('broadsheet-set'),
        parts: inside.map(({ localName, textContent }) => `${localName}: ${textContent}`),
        lines: paragraph.querySelector('a')!.querySelectorAll('broadsheet-break').length,
      };
    };
    const narrow = await page.evaluate(parts);
    assert.ok(narrow.set);
    assert.ok(narrow.lines > 0, 'the link goes over a line end');
    await page.resize(800, 900);
    await settle(page);
    assert.deepEqual((await page.evaluate(parts)).parts, narrow.parts);
    assert.equal(narrow.parts.filter((part) => part.startsWith('a: leurs')).length, 1);
    assert.equal(narrow.parts.filter((part) => part.startsWith('em')).length, 1);
  });

  test('destroy() leaves the host element as it was, at once and after changes', async () => {
    const page = await openArticle(engine, site, MARKED);
    const { before, after } = await page.evaluate(async (json) => {
      const { createBroadsheet } = await import('/dist/broadsheet.mjs' as string);
      const broadsheet = await createBroadsheet();
      const host = document.createElement('div');
      host.textContent = 'Ce que la page avait.';
      document.body.append(host);
      const before = host.outerHTML;
      const view = broadsheet.mount(host, broadsheet.parse(json), { persist: 'none' });
      await view.ready;
      host.style.width = '300px';
      await new Promise((resolve) => setTimeout(resolve, 200));
      view.textScale = 4;
      // Reading it first: an attribute that the browser has yet to write cannot be removed.
      if (host.getAttribute('style') !== null) host.removeAttribute('style');
      view.destroy();
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { before, after: host.outerHTML };
    }, SEED);
    assert.equal(after, before);
  });

  test('an article from right to left is set, and meets its edge', async () => {
    for (const lang of ['ar', 'he']) {
      const { title, paragraphs } = DECLARATIONS.find((each) => each.lang === lang)!;
      const body = paragraphs.map((text) => ({ type: 'paragraph', text }));
      const page = await openArticle(engine, site, { lang, dir: 'rtl', title, body });
      for (const width of [768, 400]) {
        await page.resize(width, 900);
        await settle(page);
        const { justified, overflow } = await page.evaluate(state);
        assert.deepEqual([justified, overflow <= 0], [paragraphs.length, true], `${lang} ${width}`);
        const edges = await page.evaluate(() =>
          [...document.querySelectorAll('.broadsheet-body > p')].map(
            (p) => p.getBoundingClientRect().left,
          ),
        );
        const lines = await page.evaluate(paintedLines, '.broadsheet-body > p');
        lines.forEach((each, i) => {
          for (const { left, text } of each.slice(0, -1)) {
            assert.ok(left > edges[i]! - 5 && left < edges[i]! + 5, `${lang}: ${left}: ${text}`);
          }
        });
      }
      const texts = await page.evaluate(bodyTexts);
      assert.deepEqual(texts, paragraphs);
      await page.close();
    }
  });

  test('a long article loses no text far from sight, selected, copied or scrolled to', async () => {
    const article = longArticle(14) as { body: { type: string; text: unknown }[] };
    const page = await openArticle(engine, site, article, { size: { width: 700, height: 900 } });
    const texts = await page.evaluate(bodyTexts);
    const given = article.body.filter(({ type }) => type === 'paragraph');
    assert.equal(texts.length, given.length);
    await page.resize(420, 900);
    await page.frames(1);
    assert.deepEqual(await page.evaluate(bodyTexts), texts);
    const copied = await page.evaluate(copyAll);
    for (const text of texts) assert.ok(copied.includes(text!.replace(/\s+/g, ' ')), text!);
    await settle(page);
    await page.evaluate(() => {
      const body = document.querySelector('.broadsheet-body')!;
      body.querySelector(':scope > :last-child')!.scrollIntoView({ behavior: 'instant' });
    });
    await settle(page);
    const last = await page.waitFor(() => {
      const paragraphs = [...document.querySelectorAll('.broadsheet-body > p')];
      const isSet = paragraphs.at(-1)!.classList.contains('broadsheet-set');
      return isSet ? paragraphs.at(-1)!.querySelectorAll('broadsheet-break').length : 0;
    });
    assert.ok(last > 1);
    assert.deepEqual(await page.evaluate(bodyTexts), texts);
    assert.equal((await reportOf(page)).native, 0);
    assert.ok((await page.evaluate(state)).overflow <= 0);
    assert.deepEqual(await page.complaints(), []);
  });

  if (engine.name !== 'Chromium') return;

  test('on paper text flows naturally, with nothing cut off or added', async () => {
    const page = await openArticle(engine, site, longArticle(14), {
      size: { width: 900, height: 900 },
    });
    assert.ok(page instanceof ChromiumPage);
    await page.page.emulateMedia({ media: 'print' });
    await page.resize(640, 900);
    await settle(page);
    const printed = await page.evaluate(() => {
      const style = (selector: string, pseudo?: string) =>
        getComputedStyle(document.querySelector(selector)!, pseudo);
      const fitted = [...document.querySelectorAll('broadsheet-fit')].map((each) => {
        const { letterSpacing, marginLeft } = getComputedStyle(each);
        return `${letterSpacing} ${marginLeft}`;
      });
      return {
        whiteSpace: style('.broadsheet-body > .broadsheet-set').whiteSpace,
        breaks: style('broadsheet-break', '::after').content,
        fitted: [...new Set(fitted)],
        overflow: document.documentElement.scrollWidth - innerWidth,
      };
    });
    assert.deepEqual(printed, {
      whiteSpace: 'normal',
      breaks: 'none',
      fitted: ['normal 0px'],
      overflow: 0,
    });
    const pdf = await page.page.pdf({ format: 'A5' });
    assert.ok(pdf.length > 10_000);
  });

  test('400 changes of width leave memory as it was', async () => {
    const page = await openArticle(engine, site, SEED);
    assert.ok(page instanceof ChromiumPage);
    const session = await page.page.context().newCDPSession(page.page);
    await session.send('Performance.enable');
    const measure = async () => {
      for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const value = (name: string) => metrics.find((each) => each.name === name)!.value;
      return {
        nodes: value('Nodes'),
        heap: value('JSHeapUsedSize'),
        listeners: value('JSEventListeners'),
      };
    };
    const change = (times: number) =>
      page.evaluate(async (count) => {
        const host = document.querySelector<HTMLElement>('broadsheet-article')!;
        for (let i = 0; i < count; i++) {
          host.style.width = `${320 + ((i * 37) % 380)}px`;
          await new Promise((resolve) => requestAnimationFrame(resolve));
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        host.style.width = '500px';
        await new Promise((resolve) => setTimeout(resolve, 300));
      }, times);
    // Until the browser has compiled all of it.
    await change(800);
    const before = await measure();
    await change(400);
    const after = await measure();
    assert.ok(after.nodes - before.nodes < 50, `${before.nodes} nodes, then ${after.nodes}`);
    assert.equal(after.listeners, before.listeners);
    const grown = after.heap - before.heap;
    assert.ok(grown < 50_000, `${grown} bytes more`);
  });
});

/** Runs in the page: the article mounted in an element of its own. */
async function mountIn(json: string, options: MountOptions) {
  const { createBroadsheet } = await import('/dist/broadsheet.mjs' as string);
  const broadsheet = await createBroadsheet();
  const host = document.body.appendChild(document.createElement('div'));
  host.style.width = '420px';
  const view = broadsheet.mount(host, broadsheet.parse(json), options);
  await view.ready;
  const count = (selector: string) => host.querySelectorAll(selector).length;
  return {
    breaks: count('broadsheet-break'),
    hyphens: count('broadsheet-break[hyphen]'),
    justified: count('.broadsheet-justified'),
  };
}

/** Runs in the page: all that a copy of the whole page would carry, as plain text. */
function copyAll(): string {
  getSelection()!.selectAllChildren(document.body);
  const data = new DataTransfer();
  const event = new ClipboardEvent('copy', {
    clipboardData: data,
    bubbles: true,
    cancelable: true,
  });
  document.querySelector('.broadsheet-body > p')!.dispatchEvent(event);
  const copied = event.clipboardData?.getData('text/plain') ?? '';
  getSelection()!.removeAllRanges();
  return copied.replace(/\s+/g, ' ');
}
