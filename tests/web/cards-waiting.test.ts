// Cards out of sight wait for their texts, not for their places: in Chromium, Firefox and WebKitGTK.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachEngine } from './engines/index.js';
import { readText } from './support/paths.js';
import { useSite } from './support/site.js';

const { items: six } = JSON.parse(readText('examples/cards/recommande.json')) as {
  items: object[];
};
const items = Array.from({ length: 120 }, (_, i) => ({ ...six[i % 6], id: `${i}`, url: `#${i}` }));
const site = useSite();
for (const layout of ['grid', 'list', 'lead', 'rail']) {
  site.putJson('/cards.json', { lang: 'fr', items });
  site.put(`/${layout}`, {
    body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Test</title>
      <link rel="stylesheet" href="/examples/host.css">
      <script src="/dist/broadsheet.js" defer></script>
      <main><broadsheet-cards src="/cards.json" layout="${layout}"></broadsheet-cards></main></html>`,
  });
}

/** Runs in the page: cards in sight that wait, all that wait, and how far those stand from their places. */
function look(): { seen: number; waiting: number; height: number; inList: number } {
  const cards = [...document.querySelectorAll<HTMLElement>('.broadsheet-card')];
  const waiting = cards.filter((card) => card.classList.contains('broadsheet-waiting'));
  const isSeen = (card: HTMLElement) => {
    const { top, bottom, left, right } = card.getBoundingClientRect();
    return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  };
  const last = cards.at(-1)!.getBoundingClientRect();
  const list = document.querySelector('.broadsheet-cards')!.getBoundingClientRect();
  return {
    seen: waiting.filter(isSeen).length,
    waiting: waiting.length,
    height: list.height,
    inList: Math.round(list.bottom - last.bottom),
  };
}

interface Looking {
  look: typeof look;
}

forEachEngine('cards out of sight', (engine) => {
  for (const layout of ['grid', 'list', 'lead', 'rail']) {
    test(`have their places at once in a ${layout}, and their texts soon`, async () => {
      const page = await engine.open(`${site.url}/${layout}`, { width: 900, height: 700 });
      await page.inject(`globalThis.look = ${look}`);
      await page.waitFor(() => document.querySelector('.broadsheet-card[style]') !== null);
      const rested = async () => {
        await page.waitFor(() => document.querySelector('.broadsheet-waiting') === null);
        return page.evaluate(look);
      };
      const first = await rested();
      await page.evaluate(() => {
        document.body.style.width = '600px';
      });
      // The list is laid out in the next frame; the timer is yet to come.
      const changed = await page.evaluate(async () => {
        await new Promise(requestAnimationFrame);
        await new Promise((resolve) => {
          new ResizeObserver(resolve as () => void).observe(document.body);
        });
        return (globalThis as unknown as Looking).look();
      });
      const after = await rested();
      assert.equal(changed.seen, 0);
      assert.ok(changed.waiting > 60, `${changed.waiting} waited`);
      assert.equal(changed.height, after.height);
      assert.equal(changed.inList, after.inList);
      assert.equal(after.waiting, 0);
      assert.notEqual(first.height, after.height);
      await page.close();
    });
  }

  test('have their texts at once where the reader goes, copies or prints', async () => {
    const page = await engine.open(`${site.url}/grid`, { width: 900, height: 700 });
    await page.inject(`globalThis.look = ${look}`);
    const waitingAfter = (act: string) =>
      page.evaluate(async (what) => {
        const done = () => document.querySelector('.broadsheet-waiting') === null;
        while (!document.querySelector('.broadsheet-card[style]') || !done()) {
          await new Promise(requestAnimationFrame);
        }
        const cards = document.querySelector('broadsheet-cards') as HTMLElement & {
          textScale: number;
        };
        cards.textScale = cards.textScale === 2 ? 3 : 2;
        const before = document.querySelectorAll('.broadsheet-waiting').length;
        if (what === 'scroll') scrollTo({ top: 1e6, behavior: 'instant' });
        else dispatchEvent(new Event(what));
        if (what === 'scroll') await new Promise((resolve) => addEventListener('scroll', resolve));
        return { before, ...(globalThis as unknown as Looking).look() };
      }, act);
    for (const act of ['scroll', 'copy', 'beforeprint']) {
      const { before, seen, waiting } = await waitingAfter(act);
      assert.ok(before > 60, `${before} waited`);
      assert.equal(seen, 0, act);
      if (act !== 'scroll') assert.equal(waiting, 0, act);
    }
    await page.close();
  });
});
