// Set text in three engines: lines where the engine says, the text itself as it was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachEngine } from './engines/index.js';
import { type PaintedLine, paintedLines } from './support/painted-lines.js';
import { readText } from './support/paths.js';
import { openSet, reportOf, setWidth } from './support/set-page.js';
import { useSite } from './support/site.js';

interface Declaration {
  readonly lang: string;
  readonly dir: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const DECLARATIONS: readonly Declaration[] = JSON.parse(readText('tests/web/data/udhr.json'));
const WIDTHS = [320, 480, 640, 800];
const site = useSite();

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const paragraphsOf = ({ paragraphs }: Declaration) =>
  paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n');
const declaration = (lang: string) => DECLARATIONS.find((each) => each.lang === lang)!;

forEachEngine('set text', (engine) => {
  const open = (url: string) => engine.open(url, { width: 1000, height: 900 });

  test('each line ends where the engine says and meets the edge', async () => {
    const page = await openSet(site, open, paragraphsOf(declaration('fr')));
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

  test('white space around a paragraph’s text changes nothing of its lines', async () => {
    const texts = declaration('fr').paragraphs.slice(0, 12).map(escapeHtml);
    const wraps = [
      (text: string) => `<p>${text}</p>`,
      (text: string) => `<p>\n    ${text}\n  </p>`,
      (text: string) => `<p> <em>${text} </em>\n<span> </span></p>`,
    ];
    const [plain, ...spaced] = wraps.map((wrap) => texts.map(wrap).join(''));
    const styles = { style: '#text em { font-style: normal }' };
    const seen = async (html: string) => {
      const page = await openSet(site, open, html, styles);
      const lines: PaintedLine[] = [];
      for (const width of WIDTHS) {
        await setWidth(page, width);
        lines.push(...(await page.evaluate(paintedLines, '#text p')).flat());
      }
      await page.close();
      return lines;
    };
    const expected = await seen(plain!);
    for (const html of spaced) {
      (await seen(html)).forEach((line, i) => {
        const { text, right, spaces } = expected[i]!;
        assert.equal(line.text.trim(), text.trim());
        assert.ok(Math.abs(line.right - right) < 0.5, `"${text}" ends at ${line.right}`);
        // Some engines tell the places of characters in whole pixels.
        const off = line.spaces.filter((each, n) => Math.abs(each - spaces[n]!) > 1.01);
        assert.deepEqual(off, [], `spaces of "${text}"`);
      });
    }
  });

  test('the report says what is painted', async () => {
    const page = await openSet(site, open, paragraphsOf(declaration('fr')));
    for (const width of WIDTHS) {
      await setWidth(page, width);
      const report = await reportOf(page);
      const lines = await page.evaluate(paintedLines, '#text p');
      assert.equal(report.total.native, 0);
      assert.equal(report.native.length, lines.length);
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
      const html = `<h2>${escapeHtml(each.title)}</h2>${paragraphsOf(each)}`;
      const page = await openSet(site, open, html, each);
      for (const width of WIDTHS) {
        await setWidth(page, width);
        const found = await page.evaluate(() => {
          const root = document.querySelector<HTMLElement>('#text')!;
          const paragraphs = [...root.querySelectorAll<HTMLElement>('h2, p')];
          return {
            text: paragraphs.map((p) => p.textContent),
            overflow: paragraphs.map((p) => p.scrollWidth - p.clientWidth),
            set: root.querySelectorAll('.broadsheet-set').length,
          };
        });
        const where = `${each.lang} at ${width} px`;
        assert.deepEqual(found.text, [each.title, ...each.paragraphs], where);
        // 。 hangs by half an em.
        assert.ok(Math.max(...found.overflow) <= 10, `${where}: ${found.overflow}`);
        assert.deepEqual(new Set((await reportOf(page)).native), new Set(['']), where);
        assert.ok(found.set >= each.paragraphs.length, where);
      }
      await page.close();
    }
  });

  test('destroy() gives back the DOM as it was', async () => {
    const html =
      '<h2 class="a">Un <em>titre</em> assez long pour deux lignes</h2>' +
      '<p>Voici <a href="/x">un lien qui tient sur plus d’une ligne</a>, et <b>du gras</b> dans un paragraphe assez long pour plusieurs lignes de texte, comme on en trouve dans les articles.</p>';
    const page = await openSet(site, open, html);
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
