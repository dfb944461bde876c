// What cards cost in Chromium beside a plain CSS grid with line-clamp, in the same run: the main thread's
// CPU for showing a list, a change of width and a frame of scrolling. Run by `make bench`, after dist/.
//   node scripts/bench-cards.mjs [ROUNDS [COUNT,…]]
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';

const root = new URL('../', import.meta.url).pathname;
const ROUNDS = Number(process.argv[2] ?? 5);
/** 150 are all in the document; of 1,000 only those in sight are. */
const COUNTS = (process.argv[3] ?? '150,1000').split(',').map(Number);
/** Shown before, and taken away: what starts the engine and reads the styles is a page's cost, not a card's. */
const FEW = 6;
const WIDTHS = [900, 1200, 700];
const FRAMES = 60;
const { items } = JSON.parse(readFileSync(`${root}examples/cards/recommande.json`, 'utf8'));

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

const PLAIN = `ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(15em, 1fr)); gap: 2em 1.25em;
    padding: 0; list-style: none } img { width: 100%; aspect-ratio: 3 / 2; object-fit: cover }
  h3, p { margin: .3em 0 } h3 { text-wrap: balance } .excerpt { display: -webkit-box; overflow: hidden;
    -webkit-box-orient: vertical; -webkit-line-clamp: 4 }`;

const cardsOf = (count) =>
  Array.from({ length: count }, (_, i) => ({
    ...items[i % items.length],
    id: `${i}`,
    url: `#${i}`,
  }));

/** Runs in the page; shows the cards in it. */
async function showOurs(cards) {
  const element = document.createElement('broadsheet-cards');
  element.data = { lang: 'fr', items: cards };
  document.body.append(element);
  await new Promise((resolve) => {
    element.addEventListener('broadsheet-ready', resolve, { once: true });
  });
}

/** Runs in the page. */
function showPlain(cards) {
  const list = document.createElement('ul');
  for (const { title, kicker, excerpt, image, url } of cards) {
    const create = (tag, text, more) =>
      Object.assign(document.createElement(tag), { textContent: text }, more);
    const item = document.createElement('li');
    const heading = document.createElement('h3');
    heading.append(create('a', title, { href: url }));
    const picture = Object.assign(new Image(), { loading: 'lazy', alt: '', src: image.src });
    item.append(picture, create('p', kicker), heading);
    item.append(create('p', excerpt, { className: 'excerpt' }));
    list.append(item);
  }
  document.body.append(list);
}

const RIVALS = {
  'CSS grid': { head: `<style>${PLAIN}</style>`, show: showPlain },
  broadsheet: { head: '<script src="/dist/broadsheet.js" defer></script>', show: showOurs },
};

async function cpu(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
}

/** Milliseconds of the main thread for `work` and two frames after it. */
async function cost(page, session, work) {
  const before = await cpu(session);
  await work();
  await page.evaluate(async () => {
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
  });
  return (await cpu(session)) - before;
}

async function measure(browser, url, { head, show }, count) {
  const page = await browser.newPage({ viewport: { width: WIDTHS.at(-1), height: 900 } });
  const body = `<!doctype html><html lang="fr"><meta charset="utf-8">${head}<body>`;
  await page.route('**/bench.html', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`${url}bench.html`);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const first = await cost(page, session, () => page.evaluate(show, cardsOf(FEW)));
  await page.evaluate(() => document.body.replaceChildren());
  const shown = await cost(page, session, () => page.evaluate(show, cardsOf(count)));
  const changes = [];
  for (const width of WIDTHS) {
    const change = () => page.setViewportSize({ width, height: 900 });
    changes.push(await cost(page, session, change));
  }
  const scrolled = await cost(page, session, () =>
    page.evaluate(async (frames) => {
      for (let i = 0; i < frames; i++) {
        scrollBy(0, 60);
        await new Promise(requestAnimationFrame);
      }
    }, FRAMES),
  );
  await page.close();
  return { first, shown, changed: median(changes), frame: scrolled / FRAMES };
}

const { server, url } = await serve({ policy: '' });
const executablePath = process.env.BROADSHEET_CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  for (const count of COUNTS) {
    const found = Object.fromEntries(Object.keys(RIVALS).map((name) => [name, []]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, rival] of Object.entries(RIVALS)) {
        found[name].push(await measure(browser, url, rival, count));
      }
    }
    for (const [name, rounds] of Object.entries(found)) {
      const [first, shown, changed, frame] = ['first', 'shown', 'changed', 'frame'].map((key) =>
        median(rounds.map((each) => each[key]))
          .toFixed(1)
          .padStart(6),
      );
      console.log(
        `${String(count).padStart(5)} cards, ${name.padEnd(10)}: first ${FEW} ${first} ms  shown ${shown} ms  change of width ${changed} ms  frame of scrolling ${frame} ms`,
      );
    }
  }
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}
