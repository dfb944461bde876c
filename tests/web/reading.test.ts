// Theme, spacing, width, typeface, justification, hyphenation and progress, in
// Chromium, Firefox and WebKit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EnginePage, forEachEngine } from './engines/index.js';
import {
  ALL_CONTROLS,
  eventsOf,
  longArticle,
  openArticle,
  property,
  ready,
  SEED,
  setProperty,
} from './support/article-page.js';
import { useSite } from './support/site.js';

const site = useSite();

const CONTROLS = `controls="${ALL_CONTROLS}"`;
const openAll = (engine: Parameters<typeof openArticle>[0]) =>
  openArticle(engine, site, SEED, { attributes: CONTROLS });

async function openPanel(page: EnginePage): Promise<void> {
  await page.click('button.settings');
  await page.waitFor(
    () =>
      document.querySelector('.broadsheet-controls')!.shadowRoot!.querySelector('.panel') !== null,
  );
}

/** A style of the first element that matches. */
const styleOf = (page: EnginePage, selector: string, name: string) =>
  page.evaluate(
    (each, key) => getComputedStyle(document.querySelector(each)!).getPropertyValue(key),
    selector,
    name,
  );

const SETTINGS: [name: string, value: string, selector: string, style: string, expected: RegExp][] =
  [
    ['theme', 'dark', '.broadsheet-article', 'background-color', /rgb\(28, 27, 26\)/],
    ['spacing', 'wide', '.broadsheet-article', '--broadsheet-leading', /1\.85/],
    ['width', 'narrow', '.broadsheet-body', '--broadsheet-measure', /25em/],
    ['font', 'sans', '.broadsheet-body p', 'font-family', /system-ui/],
    ['align', 'start', '.broadsheet-body p', 'text-align', /start/],
    ['hyphenate', 'none', '.broadsheet-body p', 'hyphens', /manual/],
  ];

forEachEngine('the reading settings', (engine) => {
  test('open from a button, are named groups, close with Escape and give the focus back', async () => {
    const page = await openAll(engine);
    await openPanel(page);
    const { names, groups, small } = await page.evaluate(() => {
      const root = document.querySelector('.broadsheet-controls')!.shadowRoot!;
      const targets = [...root.querySelectorAll('.bar button:not([hidden]), label')];
      return {
        names: [...root.querySelectorAll('.bar button:not([hidden])')].map(
          (each) => each.ariaLabel,
        ),
        groups: [...root.querySelectorAll('.panel legend, .switch')].map((each) =>
          each.textContent!.trim(),
        ),
        small: targets.filter((each) => {
          const { width, height } = each.getBoundingClientRect();
          return Math.min(width, height) < 44;
        }).length,
      };
    });
    assert.equal(names[0], 'Réglages de lecture');
    assert.deepEqual(groups, [
      'Couleurs',
      'Police de caractères',
      'Interligne',
      'Largeur de colonne',
      'Texte justifié',
      'Coupure des mots',
    ]);
    assert.equal(small, 0);
    await page.press('Tab');
    await page.press('Escape');
    const state = await page.evaluate(() => {
      const root = document.querySelector('.broadsheet-controls')!.shadowRoot!;
      const button = root.querySelector('button.settings')!;
      return [
        root.querySelector<HTMLElement>('.panel')!.hidden,
        button.getAttribute('aria-expanded'),
        root.activeElement === button,
      ];
    });
    assert.deepEqual(state, [true, 'false', true]);
    assert.deepEqual(await page.complaints(), []);
  });

  test('by keyboard alone: back the way it came, Space, arrows, and Escape to the opener', async () => {
    const page = await openAll(engine);
    const focus = () =>
      page.evaluate(() => {
        const { shadowRoot } = document.querySelector('.broadsheet-controls')!;
        const each = shadowRoot!.activeElement as HTMLInputElement | null;
        return each ? `${each.className}${each.name}` : document.activeElement!.localName;
      });
    const walk = async (key: string, steps: number) => {
      const stops = [];
      for (let i = 0; i < steps; i++) {
        await page.press(key);
        stops.push((await focus()).replace(/broadsheet-|-\d+$/g, ''));
      }
      return stops;
    };
    const forth = await walk('Tab', 4);
    assert.deepEqual(forth, ['text-size', 'settings', 'listen', 'a']);
    assert.deepEqual(await walk('Shift+Tab', 2), ['listen', 'settings']);
    await page.press(' ');
    await page.waitFor(
      () =>
        document
          .querySelector('.broadsheet-controls')!
          .shadowRoot!.querySelector('.panel:not([hidden])') !== null,
    );
    assert.deepEqual(await walk('Tab', 2), ['listen', 'theme']);
    await page.press('ArrowRight');
    assert.equal(await property(page, 'theme'), 'light');
    assert.deepEqual(await walk('Tab', 4), ['font', 'spacing', 'width', 'align']);
    await page.press(' ');
    assert.equal(await property(page, 'align'), 'start');
    await page.press('Escape');
    assert.equal(await focus(), 'settings');
    assert.deepEqual(await walk('Tab', 2), ['listen', 'a']);
  });

  for (const [name, value, selector, style, expected] of SETTINGS) {
    test(`${name}: a control, a property, an attribute, an event, and remembered`, async () => {
      const page = await openAll(engine);
      const initial = await property(page, name);
      const before = await styleOf(page, selector, style);
      await openPanel(page);
      const isSwitch = name === 'align' || name === 'hyphenate';
      await page.click(isSwitch ? `input[name=${name}]` : `.${name} input[value=${value}]`);
      assert.equal(await property(page, name), value);
      await page.frames(2);
      assert.match(await styleOf(page, selector, style), expected);
      assert.deepEqual(await eventsOf(page, `broadsheet-${name}`), [{ [name]: value }]);

      await page.reload();
      await ready(page);
      assert.match(await styleOf(page, selector, style), expected);
      await setProperty(page, name, initial);
      assert.equal(await styleOf(page, selector, style), before);
      await page.evaluate(
        (attribute, given) =>
          document.querySelector('broadsheet-article')!.setAttribute(attribute, given),
        name,
        value,
      );
      assert.equal(await property(page, name), value);
      assert.deepEqual(await page.complaints(), []);
    });
  }

  test('what is remembered does not apply where its control is not offered', async () => {
    const page = await openAll(engine);
    await setProperty(page, 'theme', 'dark');
    const plain = await openArticle(engine, site, SEED);
    assert.equal(await property(plain, 'theme'), 'system');
  });

  test('the reader’s theme and typeface win over the host’s own rules', async () => {
    site.put('/host.css', {
      body: `.broadsheet-article p, .broadsheet-article h1 { color: #222; font-family: cursive }
        .broadsheet-article { --broadsheet-accent: #333; background: #fff }`,
      type: 'text/css',
    });
    const head = '<link rel="stylesheet" href="/host.css">';
    const page = await openArticle(engine, site, SEED, { attributes: CONTROLS, head });
    assert.match(await styleOf(page, '.broadsheet-body p', 'font-family'), /cursive/);
    await setProperty(page, 'theme', 'dark');
    await setProperty(page, 'font', 'sans');
    assert.match(await styleOf(page, '.broadsheet-body p', 'color'), /233, 229, 221/);
    assert.match(await styleOf(page, '.broadsheet-body p', 'font-family'), /system-ui/);
  });

  test('Atkinson Hyperlegible is fetched when it is chosen, and not before', async () => {
    const page = await openAll(engine);
    const fetched = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name.replace(/.*\//, ''))
          .filter((name) => name.endsWith('.woff2'))
          .sort(),
      );
    assert.deepEqual(await fetched(), []);
    await setProperty(page, 'font', 'hyperlegible');
    await page.waitFor(
      () =>
        document.querySelector('.broadsheet-article')!.getAttribute('data-font') === 'hyperlegible',
    );
    assert.deepEqual(await fetched(), [
      'atkinson-hyperlegible-latin-400-normal.woff2',
      'atkinson-hyperlegible-latin-700-normal.woff2',
    ]);
    assert.equal(
      await page.evaluate(() => document.fonts.check('16px "Broadsheet Hyperlegible"')),
      true,
    );
    assert.deepEqual(await page.complaints(), []);
  });

  test('progress is told once for each quarter, and shown by a line of no height', async () => {
    const page = await openArticle(engine, site, longArticle(6), {
      attributes: CONTROLS,
      size: { width: 700, height: 600 },
    });
    const told = async () =>
      (await eventsOf(page, 'broadsheet-progress')).map(
        (detail) => (detail as { progress: number }).progress,
      );
    assert.deepEqual(await told(), []);
    for (const share of [0.3, 0.5, 0.2, 0.7, 1, 1]) {
      await page.evaluate((part) => {
        const body = document.querySelector('.broadsheet-body')!.getBoundingClientRect();
        const top = scrollY + body.top + body.height * part - innerHeight + 2;
        window.scrollTo({ top, behavior: 'instant' });
      }, share);
      await page.frames(3);
    }
    assert.deepEqual(await told(), [25, 50, 75, 100]);
    const line = await page.evaluate(() => {
      const element = document.querySelector('.broadsheet-progress')!;
      const { height, top } = element.getBoundingClientRect();
      return [height, top, element.getAttribute('aria-hidden')];
    });
    // What is drawn is 8 px above it: at the very edge of the screen.
    assert.deepEqual(line, [0, 8, 'true']);
  });

  test('progress goes along the lines of a vertical page', async () => {
    site.put('/vertical.css', { body: 'html { writing-mode: vertical-rl }', type: 'text/css' });
    const page = await openArticle(engine, site, longArticle(6), {
      attributes: CONTROLS,
      head: '<link rel="stylesheet" href="/vertical.css">',
      size: { width: 700, height: 600 },
    });
    assert.deepEqual(await eventsOf(page, 'broadsheet-progress'), []);
    await page.evaluate(() => {
      const { width } = document.querySelector('.broadsheet-body')!.getBoundingClientRect();
      window.scrollBy({ left: -width * 0.6, behavior: 'instant' });
    });
    await page.frames(3);
    const told = await eventsOf(page, 'broadsheet-progress');
    assert.deepEqual(told, [{ progress: 25 }, { progress: 50 }]);
  });
});
