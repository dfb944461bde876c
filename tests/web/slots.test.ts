// Slots between cards, as their host sees them, in Chromium.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useChromium, useFreshPage } from './support/chromium.js';
import { useSite } from './support/site.js';

const chromium = useChromium();
const site = useSite();
const fresh = useFreshPage(chromium, 900, () => {
  const offers: unknown[] = [];
  Object.assign(globalThis, { offers });
  addEventListener('broadsheet-slot', (event) => {
    const { detail } = event as CustomEvent;
    detail.element.append('Réclame');
    offers.push(detail);
  });
});

interface Offer {
  collapse(): void;
  refresh(): void;
}
const call = (name: keyof Offer) =>
  fresh.page.evaluate((method) => {
    (globalThis as unknown as { offers: Offer[] }).offers.at(-1)![method]();
  }, name);
const offered = (count: number) =>
  fresh.page.waitForFunction(
    (least) => (globalThis as unknown as { offers: Offer[] }).offers.length >= least,
    count,
  );

async function open(): Promise<void> {
  const slot = { type: 'slot', name: 'milieu', label: 'Publicité', sizes: [[300, 250]] };
  const cards = ['a', 'b'].map((id) => ({ id, url: `/${id}`, title: `Titre ${id}` }));
  site.putJson('/slots.json', { items: [cards[0], slot, cards[1]] });
  site.put('/tall.css', { body: 'main { padding-block-end: 4000px }', type: 'text/css' });
  site.put('/slots.html', {
    body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Test</title>
      <link rel="stylesheet" href="/tall.css">
      <script src="/dist/broadsheet.js" defer></script>
      <body><main><broadsheet-cards src="/slots.json"></broadsheet-cards></main></body></html>`,
  });
  await fresh.page.goto(`${site.url}/slots.html`);
  await offered(1);
}

test('a slot has its label, and takes its room beside the host’s content', async () => {
  await open();
  const slot = fresh.page.locator('.broadsheet-slot');
  assert.equal(await slot.locator('.broadsheet-slot-label').textContent(), 'Publicité');
  assert.ok(await slot.locator('.broadsheet-slot-label').isVisible());
  assert.match((await slot.textContent()) ?? '', /Réclame/);
});

test('refresh empties a slot and offers it again, in the same room', async () => {
  await open();
  const height = () => fresh.page.evaluate(() => document.querySelector('ul')!.offsetHeight);
  const before = await height();
  await call('refresh');
  await offered(2);
  const content = fresh.page.locator('.broadsheet-slot-content');
  assert.equal((await content.textContent())?.trim(), 'Réclame');
  assert.equal(await height(), before);
});

test('a slot collapses only while it is off the screen, and a refresh brings it back', async () => {
  await open();
  const height = () => fresh.page.evaluate(() => document.querySelector('ul')!.offsetHeight);
  const slot = fresh.page.locator('.broadsheet-slot');
  const before = await height();
  await call('collapse');
  await fresh.page.waitForTimeout(300);
  assert.ok(await slot.isVisible());
  assert.equal(await height(), before);
  await fresh.page.evaluate(() => scrollTo(0, 2500));
  await fresh.page.waitForSelector('.broadsheet-slot', { state: 'hidden' });
  await fresh.page.waitForFunction(
    (most) => document.querySelector('ul')!.offsetHeight <= most,
    before - 250,
  );
  const collapsed = await height();
  await call('refresh');
  await fresh.page.evaluate(() => scrollTo(0, 0));
  await offered(2);
  assert.ok(await slot.isVisible());
  assert.ok((await height()) >= collapsed + 250);
});
