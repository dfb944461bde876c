// What cards do that come late, or not at all, in Chromium.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useChromium, useFreshPage } from './support/chromium.js';
import { useSite } from './support/site.js';

const chromium = useChromium();
const site = useSite();
const fresh = useFreshPage(chromium, 900, () => {
  Object.assign(globalThis, { shift: 0, errors: 0 });
  addEventListener('broadsheet-error', () => {
    (globalThis as unknown as { errors: number }).errors++;
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value } = entry as unknown as { value: number };
      (globalThis as unknown as { shift: number }).shift += value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
});

async function open(body: string): Promise<void> {
  site.put('/cards.html', {
    body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Test</title>
      <script src="/dist/broadsheet.js" defer></script><body><main>${body}</main></body></html>`,
  });
  await fresh.page.goto(`${site.url}/cards.html`);
}

const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="500"/>`;

for (const layout of ['grid', 'list', 'rail', 'lead']) {
  test(`late and failing pictures shift nothing in a ${layout}`, async () => {
    site.put('/late.svg', { body: picture, type: 'image/svg+xml', delay: 1800 });
    site.put('/broken.svg', { body: 'no', status: 500, delay: 1500 });
    const items = ['late', 'broken', 'missing', 'late'].map((name, i) => ({
      url: `/${i}`,
      title: `Titre ${i}`,
      excerpt: 'Une phrase ou deux.',
      // Of another shape than was announced.
      image: { src: `/${name}.svg?${i}`, alt: 'Une image', width: 300, height: 200 },
    }));
    site.putJson('/pictures.json', { items });
    await open(`<broadsheet-cards src="/pictures.json" layout="${layout}"></broadsheet-cards>
      <p>Suite</p>`);
    await fresh.page.waitForSelector('.broadsheet-card[style]');
    await fresh.page.waitForTimeout(200);
    // What the page did before its script ran is its own.
    const before = await fresh.page.evaluate('shift');
    const isPending = await fresh.page.evaluate(() =>
      [...document.querySelectorAll<HTMLImageElement>('.broadsheet-picture')].some(
        ({ complete }) => !complete,
      ),
    );
    assert.ok(isPending);
    await fresh.page.waitForFunction(() => {
      const pictures = [...document.querySelectorAll<HTMLImageElement>('.broadsheet-picture')];
      return pictures.length === 4 && pictures.every(({ complete }) => complete);
    });
    await fresh.page.waitForTimeout(200);
    assert.equal(await fresh.page.evaluate('shift'), before);
  });
}

test('cards that are given after the time limit are shown without its error', async () => {
  let answer = () => {};
  const held = new Promise<void>((done) => {
    answer = done;
  });
  await fresh.page.route('**/broadsheet.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await open('<broadsheet-cards></broadsheet-cards>');
  // The limit passes: the line that says so waits for its words, which the engine has.
  await fresh.page.waitForTimeout(5500);
  await fresh.page.evaluate(() => {
    const data = { items: [{ url: '/a', title: 'Titre' }] };
    Object.assign(document.querySelector('broadsheet-cards')!, { data });
  });
  answer();
  await fresh.page.waitForSelector('.broadsheet-card[style]');
  await fresh.page.waitForTimeout(200);
  assert.equal(await fresh.page.evaluate('errors'), 0);
  assert.equal(await fresh.page.locator('.broadsheet-notice').count(), 0);
  assert.ok(await fresh.page.locator('.broadsheet-card').isVisible());
});
