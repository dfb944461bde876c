// A screen reader's walk through each example, in Chromium, Firefox and WebKit:
// all of the text, in order, and nothing twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EnginePage, forEachEngine } from './engines/index.js';
import { openArticle } from './support/article-page.js';
import { readText } from './support/paths.js';
import { walk } from './support/screen-reader.js';
import { useSite } from './support/site.js';

const site = useSite();

/**
 * The text of the article as it should be heard: alternatives in place of pictures, names in place of
 * players. What an abbreviation stands for is its name, which the virtual reader says where it begins and
 * where it ends; others say the letters, or the name, as their user has chosen.
 */
function expectedText(page: EnginePage): Promise<string> {
  return page.evaluate(() => {
    const heard = (node: Node): string => {
      if (node instanceof Text) return node.data;
      if (!(node instanceof Element) || node.matches('[aria-hidden="true"], svg, track')) return '';
      if (node instanceof HTMLImageElement) return ` ${node.alt} `;
      if (node instanceof HTMLMediaElement) return ` ${node.ariaLabel} `;
      const text = [...node.childNodes].map(heard).join('');
      if (node.matches('abbr[title]')) {
        const name = node.getAttribute('title')!;
        return `${name} ${text} ${name}`;
      }
      return getComputedStyle(node).display.startsWith('inline') ? text : ` ${text} `;
    };
    return heard(document.querySelector('.broadsheet-article')!);
  });
}

const unspaced = (text: string) => text.replace(/\s+/g, '');

forEachEngine('a screen reader’s walk', (engine) => {
  for (const [name, lang, dir] of [
    ['mali-russie', 'fr', 'ltr'],
    ['tout.fr', 'fr', 'ltr'],
    ['huquq.ar', 'ar', 'rtl'],
  ] as const) {
    test(`of ${name}: its phrases, joined, are the text`, async () => {
      const page = await openArticle(engine, site, readText(`examples/articles/${name}.json`), {
        lang,
        dir,
      });
      const { texts } = await walk(page, '.broadsheet-article');
      assert.equal(unspaced(texts.join('')), unspaced(await expectedText(page)));
    });
  }

  test('without hyphenation every word is whole', async () => {
    const page = await openArticle(engine, site, readText('examples/articles/mali-russie.json'), {
      attributes: 'hyphenate="none"',
      size: { width: 420, height: 900 },
    });
    const words = new Set((await expectedText(page)).split(/\s+/));
    const { texts } = await walk(page, '.broadsheet-article');
    const divided = texts.flatMap((text) => text.split(/\s+/)).filter((word) => !words.has(word));
    assert.deepEqual(divided, []);
  });
});
