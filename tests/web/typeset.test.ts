// Set text in three engines: lines where the engine says, the text itself as it was.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type EnginePage, forEachEngine } from './engines/index.js';
import { paintedLines } from './support/painted-lines.js';
import { readText } from './support/paths.js';
import { Site } from './support/site.js';

interface Declaration {
  readonly lang: string;
  readonly dir: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const DECLARATIONS: readonly Declaration[] = JSON.parse(readText('tests/web/data/udhr.json'));
const WIDTHS = [320, 480, 640, 800];
const STYLE = `
  body { margin: 0 60px; font: 18px/1.5 "Liberation Serif", serif }
  #text { width: 480px }
`;

let site: Site;
before(async () => {
  site = await Site.start();
  site.put('/style.css', { body: STYLE, type: 'text/css' });
});
after(() => site?.stop());

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A page with `html` in `#text`, set. */
async function openSet(
  open: (url: string) => Promise<EnginePage>,
  html: string,
  { lang = 'fr', dir = 'ltr', options = {}, style = '' } = {},
): Promise<EnginePage> {
  const path = `/${Math.random().toString(36).slice(2)}`;
  site.put(`${path}.css`, { body: style, type: 'text/css' });
  site.put(
    `${path}.html`,
    `<!doctype html><html lang="${lang}" dir="${dir}"><meta name="viewport" content="width=device-width">
     <title>x</title><link rel="stylesheet" href="/style.css"><link rel="stylesheet" href="${path}.css">
     <div id="text">${html}</div>`,
  );
  const page = await open(`${site.url}${path}.html`);
  await page.evaluate(async (setOptions) => {
    const { createBroadsheet } = await import('/dist/broadsheet.mjs');
    const broadsheet = await createBroadsheet();
    const root = document.querySelector<HTMLElement>('#text')!;
    const state = { before: root.outerHTML, root, broadsheet, setting: undefined as unknown };
    Object.assign(window, state);
    const setting = broadsheet.typeset(root, setOptions);
    Object.assign(window, { setting });
    await setting.ready;
  }, options);
  return page;
}

/** Changes the width of the text and waits until it has been set anew. */
async function setWidth(page: EnginePage, width: number): Promise<void> {
  await page.evaluate(async (px) => {
    document.querySelector<HTMLElement>('#text')!.style.width = `${px}px`;
    for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, width);
}

const paragraphsOf = ({ paragraphs }: Declaration) =>
  paragraphs.map((text) => `<p>${escape(text)}</p>`).join('\n');
const declaration = (lang: string) => DECLARATIONS.find((each) => each.lang === lang)!;

forEachEngine('set text', (engine) => {
  const open = (url: string) => engine.open(url, { width: 1000, height: 900 });

  test('each line ends where the engine says and meets the edge', async () => {
    const page = await openSet(open, paragraphsOf(declaration('fr')));
    for (const width of WIDTHS) {
      await setWidth(page, width);
      const { edges, breaks } = await page.evaluate(() => {
        const paragraphs = [...document.querySelectorAll<HTMLElement>('#text p')];
        return {
          edges: paragraphs.map((p) => p.getBoundingClientRect().right),
          breaks: paragraphs.map((p) => p.querySelectorAll('broadsheet-break').length),
        };
      });
      const lines = await page.evaluate(paintedLines, '#text p');
      lines.forEach((paragraph, i) => {
        assert.equal(paragraph.length, breaks[i]! + 1, `${width} px, paragraph ${i}`);
        for (const { text, right } of paragraph.slice(0, -1)) {
          // Hung marks stand outside; a hyphen is no character of the text.
          if (/\p{L}\s*$/u.test(text) && /\s$/.test(text)) {
            assert.ok(Math.abs(right - edges[i]!) < 0.5, `${width} px: "${text}" ends at ${right}`);
          } else {
            assert.ok(right < edges[i]! + 4, `${width} px: "${text}" ends at ${right}`);
          }
        }
      });
    }
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test('the report says what is painted', async () => {
    const page = await openSet(open, paragraphsOf(declaration('fr')));
    for (const width of WIDTHS) {
      await setWidth(page, width);
      const report = await page.evaluate(() => {
        const { total, paragraphs } = (
          window as unknown as { setting: import('../../web/src/api.js').Setting }
        ).setting.report();
        return { total, paragraphs: paragraphs.map(({ element, ...figures }) => figures) };
      });
      const lines = await page.evaluate(paintedLines, '#text p');
      assert.equal(report.total.native, 0);
      assert.equal(report.paragraphs.length, lines.length);
      const natural = report.total.naturalSpace;
      const justified = lines
        .flatMap((paragraph) => paragraph.slice(0, -1))
        .filter(({ spaces }) => spaces.length > 0)
        .map(({ spaces }) => spaces.reduce((a, b) => a + b) / spaces.length / natural);
      const near = (a: number, b: number, by: number, what: string) =>
        assert.ok(Math.abs(a - b) <= by, `${width} px: ${what} ${a}, painted ${b}`);
      near(report.total.lines, lines.flat().length, 0, 'lines');
      near(report.total.justified, justified.length, 0, 'justified');
      // WebKit gives the pixels that characters touch.
      if (engine.name === 'WebKit') continue;
      near(report.total.worst, Math.max(...justified), 0.06, 'worst');
      near(report.total.tightest, Math.min(...justified), 0.06, 'tightest');
      const msd = justified.reduce((sum, r) => sum + (r - 1) ** 2, 0) / justified.length;
      near(report.total.msd, msd, 0.006, 'msd');
    }
    await page.close();
  });

  test('every script sets without overflow, its text as it was', async () => {
    for (const each of DECLARATIONS) {
      const html = `<h2>${escape(each.title)}</h2>${paragraphsOf(each)}`;
      const page = await openSet(open, html, each);
      for (const width of WIDTHS) {
        await setWidth(page, width);
        const found = await page.evaluate(() => {
          const root = document.querySelector<HTMLElement>('#text')!;
          const paragraphs = [...root.querySelectorAll<HTMLElement>('h2, p')];
          const { setting } = window as unknown as {
            setting: import('../../web/src/api.js').Setting;
          };
          return {
            text: paragraphs.map((p) => p.textContent),
            overflow: paragraphs.map((p) => p.scrollWidth - p.clientWidth),
            native: setting.report().paragraphs.map(({ native }) => native ?? 'set'),
            set: root.querySelectorAll('.broadsheet-set').length,
          };
        });
        const where = `${each.lang} at ${width} px`;
        assert.deepEqual(found.text, [each.title, ...each.paragraphs], where);
        // 。 hangs by half an em.
        assert.ok(Math.max(...found.overflow) <= 10, `${where}: ${found.overflow}`);
        assert.deepEqual(new Set(found.native), new Set(['set']), where);
        assert.ok(found.set >= each.paragraphs.length, where);
      }
      await page.close();
    }
  });

  test('destroy() gives back the DOM as it was', async () => {
    const html =
      '<h2 class="a">Un <em>titre</em> assez long pour deux lignes</h2>' +
      '<p>Voici <a href="/x">un lien qui tient sur plus d’une ligne</a>, et <b>du gras</b> dans un paragraphe assez long pour plusieurs lignes de texte, comme on en trouve dans les articles.</p>';
    const page = await openSet(open, html);
    for (const width of [320, 700, 400]) await setWidth(page, width);
    const { before, after } = await page.evaluate(() => {
      const { before, root, setting } = window as unknown as {
        before: string;
        root: HTMLElement;
        setting: { destroy(): void };
      };
      setting.destroy();
      if (root.getAttribute('style') !== null) root.removeAttribute('style');
      return { before, after: root.outerHTML };
    });
    assert.equal(after, before);
    await page.close();
  });
});
