// Cards stand where they were reckoned to, in Chromium, Firefox and WebKitGTK.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { forEachEngine } from './engines/index.js';
import { useSite } from './support/site.js';

const site = useSite();
before(() => {
  for (const layout of ['grid', 'lead', 'list', 'rail']) {
    for (const data of ['recommande', 'arabe']) {
      site.put(`/${layout}-${data}.html`, {
        body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Test</title>
          <link rel="stylesheet" href="/examples/host.css">
          <script src="/dist/broadsheet.js" defer></script>
          <main><broadsheet-cards src="/examples/cards/${data}.json" layout="${layout}">
          </broadsheet-cards><p id="below">Plus bas</p></main>`,
      });
    }
  }
});

/** Runs in the page: whatever is not as the layout says. */
async function faults(scale: number): Promise<string[]> {
  const host = document.querySelector('broadsheet-cards') as HTMLElement & {
    textScale: number;
    report(): { height: number; rendered: number };
  };
  host.textScale = scale;
  const wait = () => new Promise((resolve) => setTimeout(resolve, 60));
  // Cards out of sight have their texts when the list has been at rest.
  do await wait();
  while (document.querySelector('.broadsheet-waiting'));
  const found: string[] = [];
  const list = document.querySelector<HTMLElement>('.broadsheet-cards')!;
  const report = host.report();
  const isRail = list.dataset.layout === 'rail';
  if (!isRail && list.offsetHeight !== report.height) {
    found.push(`list ${list.offsetHeight}, reckoned ${report.height}`);
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
  for (const card of list.querySelectorAll<HTMLElement>('.broadsheet-card')) {
    const name = card.dataset.card;
    const text = card.querySelector<HTMLElement>('.broadsheet-card-text')!;
    const box = card.getBoundingClientRect();
    for (const part of text.children) {
      if (part.classList.contains('broadsheet-unseen')) continue;
      const { bottom, right, left } = part.getBoundingClientRect();
      if (bottom > box.bottom + 0.6)
        found.push(`${name}: ${part.className} ends ${bottom - box.bottom} px below`);
      if (right > box.right + 1 || left < box.left - 1)
        found.push(`${name}: ${part.className} is too wide`);
    }
    if (card.querySelectorAll('a').length !== 1) found.push(`${name}: not one link`);
  }
  return found;
}

forEachEngine('cards', (engine) => {
  test('of every layout fit their boxes at every width and text size', async () => {
    const page = await engine.open(`${site.url}/grid-recommande.html`, { width: 768, height: 900 });
    await page.waitFor(() => document.querySelector('.broadsheet-card') !== null);
    for (const layout of ['grid', 'lead', 'list', 'rail']) {
      for (const data of ['recommande', 'arabe']) {
        await page.goto(`${site.url}/${layout}-${data}.html`);
        await page.waitFor(() => document.querySelector('.broadsheet-card') !== null);
        // WebKitGTK's window is never narrower than 320 px or so.
        for (const width of [engine.name === 'WebKit' ? 375 : 280, 768, 1280, 2560]) {
          await page.resize(width, 900);
          for (const scale of width === 768 ? [1, 2, 3, 4, 5] : [2, 5]) {
            const found = await page.evaluate(faults, scale);
            assert.deepEqual(found, [], `${layout} ${data} ${width} px, step ${scale}`);
          }
        }
      }
    }
    assert.deepEqual(await page.complaints(), []);
    await page.close();
  });

  test('fit under a host that styles all paragraphs and headings', async () => {
    site.put('/hostile.css', {
      body: `p { margin: 1.5em 0; line-height: 1.9; text-indent: 1em; }
        h2, h3 { margin: 2em 0; font: 900 1.4rem/1.6 sans-serif; text-transform: uppercase }
        li { margin: 1em; padding: 1em; list-style: square } img { max-width: 50%; border: 3px solid }
        a { padding: 3px; display: inline-block }`,
      type: 'text/css',
    });
    site.put('/hostile.html', {
      body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Test</title>
        <link rel="stylesheet" href="/hostile.css"><script src="/dist/broadsheet.js" defer></script>
        <broadsheet-cards src="/examples/cards/recommande.json"></broadsheet-cards>`,
    });
    const page = await engine.open(`${site.url}/hostile.html`, { width: 1000, height: 900 });
    await page.waitFor(() => document.querySelector('.broadsheet-card') !== null);
    const overlaps = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.broadsheet-card')].map((card) => [
        card.getBoundingClientRect(),
        card.querySelector('.broadsheet-card-text')!.lastElementChild!.getBoundingClientRect(),
      ]);
      return boxes.filter(([box, last]) => last!.bottom > box!.bottom + 1).length;
    });
    assert.equal(overlaps, 0);
    await page.close();
  });
});
