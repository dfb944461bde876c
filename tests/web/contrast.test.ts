// Contrast in every theme, measured as painted, in Chromium, Firefox and WebKit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EnginePage, forEachEngine } from './engines/index.js';
import { openArticle, setProperty } from './support/article-page.js';
import { readText } from './support/paths.js';
import { useSite } from './support/site.js';

const site = useSite();

/** Least contrast (WCAG 1.4.3, and 1.4.6 for running text) of what matches. */
const LEAST: [selector: string, contrast: number][] = [
  ['.broadsheet-title', 7],
  ['.broadsheet-body > p', 7],
  ['.broadsheet-body mark', 7],
  ['.broadsheet-kicker', 4.5],
  ['.broadsheet-byline', 4.5],
  ['.broadsheet-reading-time', 4.5],
  ['figcaption', 4.5],
  ['.broadsheet-note p', 4.5],
  ['.broadsheet-related-label', 4.5],
  ['.broadsheet-footnote-mark', 4.5],
  ['.broadsheet-slot-label', 4.5],
  ['.broadsheet-embed-provider', 4.5],
  ['.broadsheet-code', 4.5],
];

/** The contrast of the first element that matches with the grounds that lie behind it. */
function contrastOf(page: EnginePage, selector: string): Promise<number> {
  return page.evaluate((wanted) => {
    const element = document.querySelector(wanted)!;
    const canvas = document.createElement('canvas');
    canvas.width = 1;
    canvas.height = 1;
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    const paint = (color: string) => {
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
    };
    paint('white');
    const grounds: string[] = [];
    for (let each: Element | null = element; each; each = each.parentElement) {
      grounds.unshift(getComputedStyle(each).backgroundColor);
    }
    const luminance = () => {
      const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
    };
    for (const ground of grounds) paint(ground);
    const behind = luminance();
    paint(getComputedStyle(element).color);
    const before = luminance();
    return (Math.max(behind, before) + 0.05) / (Math.min(behind, before) + 0.05);
  }, selector);
}

forEachEngine('contrast', (engine) => {
  test('is enough in every theme', async () => {
    const page = await openArticle(engine, site, readText('examples/articles/tout.fr.json'), {
      attributes: 'controls="text-scale theme"',
    });
    for (const theme of ['system', 'light', 'sepia', 'dark', 'contrast']) {
      await setProperty(page, 'theme', theme);
      for (const [selector, least] of LEAST) {
        const contrast = await contrastOf(page, selector);
        assert.ok(contrast >= least, `${theme}, ${selector}: ${contrast.toFixed(2)}`);
      }
    }
    await setProperty(page, 'theme', 'contrast');
    assert.ok((await contrastOf(page, '.broadsheet-body > p')) > 20);
  });
});
