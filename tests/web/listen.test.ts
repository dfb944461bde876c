// Reading aloud, with a voice that only writes down, in Chromium, Firefox and WebKit.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { ChromiumPage, type EnginePage, forEachEngine } from './engines/index.js';
import { openArticle, setProperty } from './support/article-page.js';
import { useSite } from './support/site.js';

const site = useSite();
before(() => {
  site.put('/voice.js', { body: `(${fakeVoice})()`, type: 'text/javascript' });
});

/** Runs in the page: `spoken` lists what was said; `finish()` ends the sentence. */
function fakeVoice(): void {
  class Utterance {
    lang = '';
    onend?: () => void;
    onerror?: () => void;
    constructor(readonly text: string) {}
  }
  const spoken: [lang: string, text: string][] = [];
  let current: Utterance | undefined;
  const speechSynthesis = {
    speak(utterance: Utterance) {
      current = utterance;
      spoken.push([utterance.lang, utterance.text]);
    },
    cancel() {
      const cut = current;
      current = undefined;
      cut?.onerror?.();
    },
  };
  const finish = () => {
    const done = current;
    current = undefined;
    done?.onend?.();
  };
  for (const [name, value] of Object.entries({
    speechSynthesis,
    SpeechSynthesisUtterance: Utterance,
    spoken,
    finish,
  })) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
}

const ARTICLE = {
  lang: 'fr',
  kicker: 'Rubrique',
  title: 'Un titre',
  hero: { src: '/examples/pictures/mark.svg', alt: '', caption: 'Légende' },
  body: [
    {
      type: 'paragraph',
      text: ['Une phrase. M. Dupont ', { text: 'en dit', marks: ['strong'] }, ' une autre !'],
    },
    { type: 'code', text: 'let x;' },
    { type: 'related', title: 'Ailleurs', url: '/r' },
    { type: 'slot', name: 'ad', label: 'Publicité', sizes: [[300, 250]] },
    { type: 'paragraph', lang: 'en', text: 'Some English.' },
    { type: 'list', items: ['Un', { text: 'Deux', list: { items: ['Trois'] } }] },
    { type: 'quote', text: 'Citation.', cite: 'Elle' },
  ],
  footnotes: [{ id: 'n', text: 'Note de bas de page.' }],
};

interface Voice {
  spoken: [string, string][];
  finish(): void;
}
const spoken = (page: EnginePage) =>
  page.evaluate(() => (globalThis as unknown as Voice).spoken.map((each) => [...each]));
const finish = (page: EnginePage) => page.evaluate(() => (globalThis as unknown as Voice).finish());

/** What the buttons are called that can be pressed. */
const buttons = (page: EnginePage) =>
  page.evaluate(() =>
    [
      ...document
        .querySelector('.broadsheet-controls')!
        .shadowRoot!.querySelectorAll<HTMLButtonElement>('.tools button:not([hidden])'),
    ].map((each) => each.ariaLabel),
  );

const isPaused = (page: EnginePage) =>
  page.waitFor(
    () =>
      document.querySelector('.broadsheet-controls')!.shadowRoot!.querySelector('button.resume') !==
      null,
  );

const highlighted = (page: EnginePage) =>
  page.evaluate(() => [...(CSS.highlights.get('broadsheet-spoken') ?? [])].map(String));

const open = (engine: Parameters<typeof openArticle>[0]) =>
  openArticle(engine, site, ARTICLE, {
    attributes: 'controls="text-scale listen"',
    head: '<script src="/voice.js"></script>',
  });

forEachEngine('listening', (engine) => {
  test('reads sentence by sentence, in its language, and only what should be read', async () => {
    const page = await open(engine);
    assert.deepEqual(await buttons(page), ['Écouter']);
    await page.click('button.listen');
    await page.waitFor(() => (globalThis as unknown as Voice).spoken.length > 0);
    for (let i = 0; i < 12; i++) await finish(page);
    const said = await spoken(page);
    // Whether « M. » ends a sentence is the browser's to say.
    assert.deepEqual(
      said
        .map(([lang, text]) => `${lang}: ${text}`)
        .join('|')
        .replace('M.|fr: ', 'M. '),
      [
        'fr: Rubrique',
        'fr: Un titre',
        'fr: Une phrase.',
        'fr: M. Dupont en dit une autre !',
        'en: Some English.',
        'fr: Un',
        'fr: Deux',
        'fr: Trois',
        'fr: Citation.',
      ].join('|'),
    );
    assert.deepEqual(await buttons(page), ['Écouter']);
    assert.deepEqual(await page.complaints(), []);
  });

  test('shows the sentence without touching the text', async () => {
    const page = await open(engine);
    const html = () => page.evaluate(() => document.querySelector('.broadsheet-body')!.innerHTML);
    const before = await html();
    await page.click('button.listen');
    await page.waitFor(() => (globalThis as unknown as Voice).spoken.length > 0);
    assert.deepEqual(await highlighted(page), ['Rubrique']);
    await finish(page);
    await finish(page);
    assert.deepEqual(await highlighted(page), ['Une phrase.']);
    assert.equal(await html(), before);
  });

  test('shows it still when its lines are set anew, and where far text has been set since', async () => {
    const text = 'Une première phrase, assez longue pour deux lignes. La seconde phrase est ici.';
    const body = Array.from({ length: 3 }, () => ({ type: 'paragraph', text: text.repeat(4) }));
    const page = await openArticle(
      engine,
      site,
      { ...ARTICLE, body },
      {
        attributes: 'controls="listen"',
        head: '<script src="/voice.js"></script>',
        size: { width: 500, height: 600 },
      },
    );
    await page.click('button.listen');
    await page.waitFor(() => (globalThis as unknown as Voice).spoken.length > 0);
    for (let i = 0; i < 4; i++) await finish(page);
    for (const [name, value] of [
      ['textScale', 4],
      ['hyphenate', 'none'],
      ['align', 'start'],
    ] as const) {
      await setProperty(page, name, value);
      await page.frames(2);
      const [said] = (await spoken(page)).at(-1)!.slice(1);
      assert.deepEqual(await highlighted(page), [said], name);
      await finish(page);
      assert.deepEqual(await highlighted(page), [(await spoken(page)).at(-1)![1]], name);
    }
  });

  test('says a part in another language in that language', async () => {
    const words = { text: 'the show must go on', marks: [{ type: 'lang', lang: 'en' }] };
    const body = [{ type: 'paragraph', text: ['Il dit : « ', words, ' », et sort.'] }];
    const page = await openArticle(
      engine,
      site,
      { lang: 'fr', title: 'Un titre', body },
      { attributes: 'controls="listen"', head: '<script src="/voice.js"></script>' },
    );
    await page.click('button.listen');
    await page.waitFor(() => (globalThis as unknown as Voice).spoken.length > 0);
    for (let i = 0; i < 3; i++) {
      await finish(page);
      const shown = (await highlighted(page)).map((each) => each.replace(/\s/g, ' '));
      assert.deepEqual(shown, ['Il dit : « the show must go on », et sort.']);
    }
    const said = (await spoken(page)).map(([lang, part]) => `${lang}: ${part}`);
    assert.deepEqual(said.slice(1), [
      'fr: Il dit : «',
      'en: the show must go on',
      'fr: », et sort.',
    ]);
  });

  test('ends in one article where it begins in another', async () => {
    site.put('/two.json', { body: JSON.stringify(ARTICLE), type: 'application/json' });
    const one = '<broadsheet-article src="/two.json" controls="listen"></broadsheet-article>';
    const page = await openArticle(engine, site, ARTICLE, {
      body: one + one,
      head: '<script src="/voice.js"></script>',
    });
    await page.waitFor(() => document.querySelectorAll('.broadsheet-controls').length === 2);
    const icons = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.broadsheet-controls')].map(
          (each) => each.shadowRoot!.querySelector('button')!.className,
        ),
      );
    const press = (index: number) =>
      page.evaluate((at) => {
        const bar = document.querySelectorAll('.broadsheet-controls')[at]!;
        bar.shadowRoot!.querySelector('button')!.click();
      }, index);
    await press(0);
    await page.waitFor(() => (globalThis as unknown as Voice).spoken.length === 1);
    await press(1);
    await page.waitFor(() => (globalThis as unknown as Voice).spoken.length === 2);
    assert.deepEqual(await icons(), ['listen', 'pause']);
  });

  test('pauses, goes on with the sentence that was cut short, and stops', async () => {
    const page = await open(engine);
    await page.click('button.listen');
    await page.waitFor(() => (globalThis as unknown as Voice).spoken.length > 0);
    await finish(page);
    assert.deepEqual(await buttons(page), ['Mettre en pause', 'Arrêter']);
    await page.click('button.pause');
    await page.click('button.resume');
    await page.click('button.pause');
    await isPaused(page);
    assert.deepEqual(await buttons(page), ['Reprendre', 'Arrêter']);
    assert.deepEqual(await highlighted(page), ['Un titre']);
    await page.click('button.resume');
    await page.click('button.pause');
    await isPaused(page);
    const texts = (await spoken(page)).map(([, text]) => text);
    assert.deepEqual(texts, ['Rubrique', 'Un titre', 'Un titre', 'Un titre']);
    await page.click('button.stop');
    assert.deepEqual(await buttons(page), ['Écouter']);
    assert.deepEqual(await highlighted(page), []);
  });

  test('can be paused where the bar is out of sight, and hides no focus', async () => {
    const page = await openArticle(
      engine,
      site,
      { ...ARTICLE, body: Array.from({ length: 20 }, () => ARTICLE.body).flat() },
      {
        attributes: 'controls="text-scale listen"',
        head: '<script src="/voice.js"></script>',
        size: { width: 600, height: 500 },
      },
    );
    await page.click('button.listen');
    await page.waitFor(() => (globalThis as unknown as Voice).spoken.length > 0);
    await page.evaluate(() => window.scrollTo({ top: 1500, behavior: 'instant' }));
    await page.waitFor(() => !document.querySelector<HTMLElement>('.broadsheet-player')!.hidden);
    const { right, bottom } = await page.evaluate(() => {
      const box = document
        .querySelector('.broadsheet-player')!
        .shadowRoot!.querySelector('.player')!
        .getBoundingClientRect();
      return { right: box.right, bottom: box.bottom };
    });
    assert.ok(right <= 600 && bottom <= 500 && bottom > 400, `${right} ${bottom}`);
    await page.click('.player button.pause');
    await isPaused(page);
    assert.deepEqual(await buttons(page), ['Reprendre', 'Arrêter']);
  });

  test('brings the next sentence into sight, at once where less motion is wanted', async () => {
    const page = await openArticle(engine, site, ARTICLE, {
      attributes: 'controls="listen"',
      head: '<script src="/voice.js"></script>',
      size: { width: 600, height: 300 },
    });
    if (page instanceof ChromiumPage) await page.page.emulateMedia({ reducedMotion: 'reduce' });
    await page.evaluate(() => {
      const scrolls: string[] = [];
      Object.assign(globalThis, { scrolls });
      const { scrollBy } = window;
      window.scrollBy = ((to: ScrollToOptions) => {
        scrolls.push(to.behavior ?? 'auto');
        (scrollBy as (where: ScrollToOptions) => void).call(window, { ...to, behavior: 'instant' });
      }) as typeof window.scrollBy;
    });
    await page.click('button.listen');
    await page.waitFor(() => (globalThis as unknown as Voice).spoken.length > 0);
    for (let i = 0; i < 6; i++) await finish(page);
    const { scrolls, still, inSight } = await page.evaluate(() => {
      const [range] = CSS.highlights.get('broadsheet-spoken') ?? [];
      const { top, bottom } = (range as Range).getBoundingClientRect();
      return {
        scrolls: (globalThis as unknown as { scrolls: string[] }).scrolls,
        still: matchMedia('(prefers-reduced-motion: reduce)').matches,
        inSight: top >= 0 && bottom <= innerHeight,
      };
    });
    assert.deepEqual(new Set(scrolls), new Set([still ? 'instant' : 'smooth']));
    assert.ok(inSight);
    assert.ok(still || engine.name !== 'Chromium');
  });
});
