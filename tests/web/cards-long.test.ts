// A list longer than any box that browsers have, in Chromium, Firefox and WebKitGTK: who reads it by
// keys, or changes the size of its text, stays where they were.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EnginePage } from './engines/index.js';
import { forEachEngine } from './engines/index.js';
import { useSite } from './support/site.js';

const COUNT = 40_000;

const site = useSite();

/** Runs in the page. */
function fill(count: number): void {
  const items = Array.from({ length: count }, (_, i) => ({
    url: `#${i}`,
    title: `Un titre de la longueur habituelle, numéro ${i + 1}, et quelques mots`,
    excerpt:
      'Une phrase ou deux, comme un article en a sous son titre. Puis une autre, plus longue.',
    image: { src: '/favicon.ico', alt: '', width: 3, height: 2 },
  }));
  Object.assign(document.querySelector('broadsheet-cards')!, { data: { lang: 'fr', items } });
}

/** Runs in the page. */
function look() {
  const cards = [...document.querySelectorAll<HTMLElement>('.broadsheet-card')];
  const number = (card: Element | null | undefined) => Number(card?.getAttribute('aria-posinset'));
  const seen = cards.filter((card) => {
    const { top, bottom } = card.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
  return {
    cards: cards.length,
    seen: seen.map(number),
    top: seen[0]?.getBoundingClientRect().top ?? 0,
    focus: number(document.activeElement?.closest('.broadsheet-card')),
    height: document.documentElement.scrollHeight,
  };
}

/** `look`, once it no longer changes: scrolling by a key takes its time. */
async function atRest(page: EnginePage): Promise<ReturnType<typeof look>> {
  for (let before = ''; ; ) {
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    const now = await page.evaluate(look);
    if (JSON.stringify(now) === before) return now;
    before = JSON.stringify(now);
  }
}

forEachEngine('a long list', (engine) => {
  const open = async () => {
    site.put('/long.html', {
      body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Test</title>
        <script src="/dist/broadsheet.js" defer></script><broadsheet-cards></broadsheet-cards>`,
    });
    const page = await engine.open(`${site.url}/long.html`, { width: 450, height: 800 });
    await page.waitFor(() => customElements.get('broadsheet-cards') !== undefined);
    await page.evaluate(fill, COUNT);
    await page.waitFor(() => document.querySelector('.broadsheet-card[style]') !== null);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
    await atRest(page);
    return page;
  };

  test('keeps the card being read where it is when text size or width changes', async () => {
    const page = await open();
    const before = await atRest(page);
    assert.ok(before.height > 14_900_000, `${before.height} px`);
    await page.evaluate(() => {
      Object.assign(document.querySelector('broadsheet-cards')!, { textScale: 4 });
    });
    const larger = await atRest(page);
    assert.equal(larger.seen[0], before.seen[0]);
    await page.resize(900, 800);
    const wider = await atRest(page);
    // Its row may begin with the card before it.
    assert.ok(Math.abs(wider.seen[0]! - before.seen[0]!) <= 2, `${wider.seen[0]}`);
    await page.close();
  });

  test('goes on with the next card where the focus was left behind', async () => {
    const page = await open();
    await page.evaluate(() => {
      const cards = [...document.querySelectorAll<HTMLElement>('.broadsheet-card a')];
      cards.find((link) => link.getBoundingClientRect().top > 0)!.focus({ preventScroll: true });
    });
    const { focus } = await atRest(page);
    assert.ok(focus > 1000);
    for (const share of [0, 1]) {
      await page.evaluate((at) => scrollTo(0, document.documentElement.scrollHeight * at), share);
      const far = await atRest(page);
      assert.equal(far.focus, focus);
      // The card that keeps the focus makes the page no longer than it is.
      assert.ok(far.height < 15_001_000, `${far.height} px`);
      assert.equal(far.seen.at(share ? -1 : 0), share ? COUNT : 1);
      assert.ok(far.cards < 20, `${far.cards} cards in the document`);
    }
    await page.press('Tab');
    const on = await atRest(page);
    assert.equal(on.focus, focus + 1);
    assert.ok(on.seen.includes(focus + 1));
    await page.press('Shift+Tab');
    assert.equal((await atRest(page)).focus, focus);
    await page.evaluate(() => {
      Object.assign(document.querySelector('broadsheet-cards')!, { textScale: 3 });
    });
    const restyled = await atRest(page);
    assert.equal(restyled.focus, focus);
    assert.equal(new Set(restyled.seen).size, restyled.seen.length);
    await page.close();
  });
});
