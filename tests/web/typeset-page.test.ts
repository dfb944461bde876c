// Set text stays what it was to its reader and its host, whatever happens to the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachEngine } from './engines/index.js';
import { paintedLines } from './support/painted-lines.js';
import { openSet, reportOf, settle, setWidth } from './support/set-page.js';
import { useSite } from './support/site.js';

const PARAGRAPH =
  'Les gouvernements internationalement reconnus entretiennent des relations diplomatiques, ' +
  'et <a href="/x">leurs représentants se rencontrent régulièrement</a> pour parler du commerce, ' +
  'de la sécurité, de l’environnement et de ce qui les préoccupe particulièrement en ce moment.';
const TEXT = `<p>${PARAGRAPH}</p>\n<p>${PARAGRAPH}</p>\n<p>${PARAGRAPH}</p>`;

const site = useSite();

/** Natural flow, or lines that fit: nothing stands out of the column. */
function overflow(): number {
  const all = [...document.querySelectorAll<HTMLElement>('#text, #text p')];
  return Math.max(...all.map((each) => each.scrollWidth - each.clientWidth));
}
const setCount = () => document.querySelectorAll('#text .broadsheet-set').length;

forEachEngine('set text on a page', (engine) => {
  const open = (url: string) => engine.open(url, { width: 1000, height: 900 });

  test('its text, selected or searched for, is what it was', async () => {
    const page = await openSet(site, open, TEXT);
    await setWidth(page, 320);
    const { selected, original, found, hyphens } = await page.evaluate(() => {
      const first = document.querySelector('#text p')!;
      const selection = getSelection()!;
      selection.selectAllChildren(first);
      const selected = selection.toString().trim();
      selection.removeAllRanges();
      const find = (window as unknown as { find(text: string): boolean }).find.bind(window);
      return {
        selected,
        original: first.textContent,
        hyphens: first.querySelectorAll('broadsheet-break[hyphen]').length,
        found: [
          'internationalement reconnus entretiennent',
          'particulièrement',
          'régulièrement',
        ].map((text) => {
          selection.removeAllRanges();
          return find(text) && selection.toString();
        }),
      };
    });
    assert.ok(hyphens > 0);
    assert.equal(selected, original);
    assert.deepEqual(found, [
      'internationalement reconnus entretiennent',
      'particulièrement',
      'régulièrement',
    ]);
    await page.close();
  });

  test('a copy carries the text and the links, and nothing of the setting', async () => {
    const page = await openSet(site, open, TEXT);
    await setWidth(page, 320);
    const copied = await page.evaluate(() => {
      getSelection()!.selectAllChildren(document.querySelector('#text')!);
      const data = new DataTransfer();
      const event = new ClipboardEvent('copy', {
        clipboardData: data,
        bubbles: true,
        cancelable: true,
      });
      document.querySelector('#text p')!.dispatchEvent(event);
      return {
        html: event.clipboardData?.getData('text/html'),
        plain: event.clipboardData?.getData('text/plain'),
        taken: event.defaultPrevented,
      };
    });
    assert.ok(copied.taken);
    assert.equal(copied.html?.match(/<p>/g)?.length, 3);
    assert.ok(copied.html?.includes(`<p>${PARAGRAPH}</p>`), copied.html);
    assert.doesNotMatch(copied.html ?? '', /broadsheet|style/);
    const plain = PARAGRAPH.replace(/<[^>]*>/g, '');
    assert.ok(copied.plain?.includes(plain), copied.plain);
    await page.close();
  });

  test('a selection survives a change of width', async () => {
    const page = await openSet(site, open, TEXT);
    const selected = await page.evaluate(() => {
      const find = (window as unknown as { find(text: string): boolean }).find.bind(window);
      getSelection()!.removeAllRanges();
      find('relations diplomatiques, et leurs');
      return getSelection()!.toString();
    });
    assert.equal(selected, 'relations diplomatiques, et leurs');
    for (const width of [320, 700, 410]) {
      await setWidth(page, width);
      assert.equal(await page.evaluate(() => getSelection()!.toString()), selected);
    }
    await page.close();
  });

  test('a double click takes the whole of a divided word', async () => {
    const page = await openSet(site, open, TEXT);
    await setWidth(page, 320);
    const { place, word } = await page.evaluate(() => {
      const hyphen = document.querySelector('#text broadsheet-break[hyphen]')!;
      const range = document.createRange();
      const before = hyphen.previousSibling!;
      const text = (before.firstChild ?? before) as Text;
      range.setStart(text, text.length - 1);
      range.setEnd(text, text.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      const paragraph = hyphen.closest('p')!;
      const upTo = document.createRange();
      upTo.setStart(paragraph, 0);
      upTo.setEndBefore(hyphen);
      const at = upTo.toString().length;
      const whole = paragraph.textContent!;
      const begin = whole.slice(0, at).search(/\p{L}+$/u);
      const end = at + whole.slice(at).search(/[^\p{L}]/u);
      return {
        place: { x: (left + right) / 2, y: (top + bottom) / 2 },
        word: whole.slice(begin, end),
      };
    });
    await page.doubleClickAt(place.x, place.y);
    const selected = await page.waitFor(() => getSelection()!.toString().trim());
    assert.equal(selected, word);
    await page.close();
  });

  test('hidden, it waits; shown, it is set', async () => {
    const page = await openSet(site, open, TEXT, { style: '#text.off { display: none }' });
    await page.evaluate(() => document.querySelector('#text')!.classList.add('off'));
    await settle(page);
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('#text')!.style.width = '350px';
      document.querySelector('#text')!.classList.remove('off');
    });
    await settle(page);
    assert.equal(await page.evaluate(setCount), 3);
    assert.ok((await page.evaluate(overflow)) <= 4);
    await page.close();
  });

  test('text that the host changes is set again; a translated one is left alone', async () => {
    const page = await openSet(site, open, TEXT);
    await page.evaluate(() => {
      const [first, second] = document.querySelectorAll('#text p');
      first!.textContent = 'Un autre texte, plus court, mais encore assez long pour deux lignes.';
      const font = document.createElement('font');
      font.textContent = 'A translation that some browser wrote into the page, of some length.';
      second!.replaceChildren(font);
    });
    await settle(page);
    const texts = await page.evaluate(() =>
      [...document.querySelectorAll('#text p')].map((p) => p.textContent),
    );
    assert.equal(texts[0], 'Un autre texte, plus court, mais encore assez long pour deux lignes.');
    assert.deepEqual((await reportOf(page)).native, ['', 'changed', '']);
    assert.ok((await page.evaluate(overflow)) <= 4);
    await page.close();
  });

  test('a reader’s text spacing flows naturally while it lasts, with nothing lost', async () => {
    const page = await openSet(site, open, TEXT);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important }',
      );
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    });
    await settle(page);
    assert.equal(await page.evaluate(setCount), 0);
    assert.ok((await page.evaluate(overflow)) <= 0);
    assert.deepEqual((await reportOf(page)).native, ['spacing', 'spacing', 'spacing']);
    await page.evaluate(() => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1);
    });
    await settle(page);
    assert.equal(await page.evaluate(setCount), 3);
    await page.close();
  });

  test('what a host’s CSS says of words and letters does not spoil a line', async () => {
    const style =
      'p { word-spacing: .05em; letter-spacing: .01em; text-wrap: balance; hyphens: auto }';
    const page = await openSet(site, open, TEXT, { style });
    assert.deepEqual((await reportOf(page)).native, ['', '', '']);
    const { edge, breaks } = await page.evaluate(() => {
      const p = document.querySelector('#text p')!;
      return {
        edge: p.getBoundingClientRect().right,
        breaks: p.querySelectorAll('broadsheet-break').length,
      };
    });
    const [lines] = await page.evaluate(paintedLines, '#text p');
    assert.equal(lines!.length, breaks + 1);
    for (const { right } of lines!) assert.ok(right < edge + 4);
    await page.close();
  });

  test('a word that no line holds is the browser’s to break', async () => {
    const word = '1'.repeat(20_000);
    const page = await openSet(site, open, `<p>Voici un mot : ${word}.</p>${TEXT}`, {
      style: 'p { overflow-wrap: anywhere }',
    });
    assert.deepEqual((await reportOf(page)).native, ['long-word', '', '', '']);
    assert.ok((await page.evaluate(overflow)) <= 4);
    await page.close();
  });

  test('text that a style sheet adds to a link has its room in the line', async () => {
    const link = '<a href="#x">un rapport des Nations unies</a>';
    const html = `<p>${`${link}, dit le ministère des affaires étrangères, puis `.repeat(9)}</p>`;
    const page = await openSet(site, open, html, {
      style:
        'a::before { content: "«" } a::after { content: " (PDF)" / "document"; margin-left: 3px }',
    });
    for (const width of [320, 480, 640]) {
      await setWidth(page, width);
      const { total, native } = await reportOf(page);
      const lines = (await page.evaluate(paintedLines, '#text p')).flat();
      assert.deepEqual(native, ['']);
      assert.equal(lines.length, total.lines, `${width} px`);
      assert.ok((await page.evaluate(overflow)) <= 4, `${width} px`);
      if (engine.name === 'WebKit') continue; // It gives the pixels that characters touch.
      const ratios = lines
        .slice(0, -1)
        .map(({ spaces }) => spaces.reduce((a, b) => a + b) / spaces.length / total.naturalSpace);
      assert.ok(Math.abs(Math.max(...ratios) - total.worst) < 0.06, `${width} px: ${ratios}`);
    }
    await page.close();
  });

  test('what cannot be set says why', async () => {
    const long = 'un paragraphe assez long pour que ses lignes se choisissent, ';
    const page = await openSet(
      site,
      open,
      `<p>${long}<br>${long}</p><p>${long}<img alt="x" src="/dist/none.png">${long}</p>
       <p class="pre">${long}</p><p class="vertical">${long}</p><p contenteditable>${long}</p>
       <p class="upper">${long}</p><p class="before">${long}</p><p>${long} <i class="box">x</i></p>`,
      {
        style: `.pre { white-space: pre-wrap } .vertical { writing-mode: vertical-rl }
                .upper { text-transform: uppercase } .before::before { content: "→" }
                .box { display: inline-block }`,
      },
    );
    const expected = 'line-break picture white-space writing-mode transform generated inline-block';
    assert.deepEqual((await reportOf(page)).native, expected.split(' '));
    await page.close();
  });

  test('a narrow column is ragged, as align="start" is; headlines are balanced', async () => {
    const page = await openSet(
      site,
      open,
      `<h2>Le président malien est reçu par le président de la Fédération de Russie à Moscou</h2>${TEXT}`,
      { options: { align: 'auto' } },
    );
    const look = () =>
      page.evaluate(() => ({
        set: document.querySelectorAll('p.broadsheet-set').length,
        justified: document.querySelectorAll('p.broadsheet-justified').length,
        headline: [...document.querySelectorAll('h2 broadsheet-break')].map(
          (each) => each.previousSibling!.textContent!.trim().split(' ').at(-1) ?? '',
        ),
      }));
    for (const width of [300, 400, 500, 600]) {
      await setWidth(page, width);
      const { headline } = await look();
      assert.ok(
        headline.every((word) => !/^(le|la|de|par|à)$/.test(word)),
        `${headline}`,
      );
    }
    assert.deepEqual((await look()).justified, 3);
    await setWidth(page, 200);
    const narrow = await look();
    assert.deepEqual([narrow.set, narrow.justified], [3, 0]);
    await page.close();
  });

  test('lines beside a drop cap and after an indent have the room that is there', async () => {
    const page = await openSet(
      site,
      open,
      `<p><span class="cap">L</span>${PARAGRAPH}</p><p class="indent">${PARAGRAPH}</p>`,
      {
        style:
          '.cap { float: left; font-size: 54px; line-height: 54px } .indent { text-indent: 2em }',
      },
    );
    assert.deepEqual((await reportOf(page)).native, ['', '']);
    const { edge, breaks } = await page.evaluate(() => {
      const paragraphs = [...document.querySelectorAll('#text p')];
      return {
        edge: paragraphs[0]!.getBoundingClientRect().right,
        breaks: paragraphs.map((p) => p.querySelectorAll('broadsheet-break').length),
      };
    });
    const lines = await page.evaluate(paintedLines, '#text .indent');
    assert.equal(lines[0]!.length, breaks[1]! + 1);
    for (const { right } of lines[0]!) assert.ok(right < edge + 4);
    const overflowing = await page.evaluate(overflow);
    assert.ok(overflowing <= 4, `${overflowing}`);
    await page.close();
  });

  test('a column that takes its width from others still narrows and widens', async () => {
    const page = await openSet(site, open, `<section>${TEXT}</section><aside>À côté</aside>`, {
      style: '#text { display: flex; width: auto; max-width: 700px } section { flex: 1 }',
    });
    for (const width of [1000, 500, 900]) {
      await page.resize(width, 900);
      await settle(page);
      const { scroll, column } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        column: document.querySelector('section')!.getBoundingClientRect().width,
      }));
      assert.ok(scroll <= width, `${scroll} px at ${width}`);
      assert.ok(column > Math.min(700, width - 120) - 120, `${column} px at ${width}`);
    }
    await page.close();
  });

  test('every listener and every node of the host stays', async () => {
    const page = await openSet(site, open, TEXT);
    const clicks = await page.evaluate(async () => {
      const link = document.querySelector('#text a')!;
      let count = 0;
      link.addEventListener('click', (event) => {
        event.preventDefault();
        count++;
      });
      for (const width of [320, 640, 400]) {
        document.querySelector<HTMLElement>('#text')!.style.width = `${width}px`;
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      }
      (document.querySelector('#text a') as HTMLElement).click();
      return { count, same: link === document.querySelector('#text a') };
    });
    assert.deepEqual(clicks, { count: 1, same: true });
    await page.close();
  });
});
