// Figures of set text in Chromium beside the browser's own: what a change of width
// and a first call cost in CPU, with layout. Run by `make bench`, after dist/.
//   node scripts/bench-page.mjs [ROUNDS]
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';

const root = new URL('../', import.meta.url).pathname;
const ROUNDS = Number(process.argv[2] ?? 12);
const WIDTHS = [320, 480, 640, 800];
const TEXTS = ['article', 'long'];

const textOf = (name) =>
  readFileSync(`${root}build/bench/typeset/${name}.txt`, 'utf8').split('\n').filter(Boolean);
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const escapeHtml = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function pageOf(paragraphs, style) {
  const html = paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('');
  return `<!doctype html><html lang="fr"><style>
    body { margin: 0 60px; font: 18px/1.5 "Liberation Serif" } ${style}
  </style><div id="text" style="width: 640px">${html}</div>`;
}

/** CPU of the page's main thread, in ms. */
async function cpu(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name) => metrics.find((each) => each.name === name).value;
  return 1000 * (value('ScriptDuration') + value('LayoutDuration') + value('RecalcStyleDuration'));
}

async function open(browser, url, paragraphs, style) {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  await page.route('**/bench.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: pageOf(paragraphs, style) }),
  );
  await page.goto(`${url}bench.html`);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, session };
}

/** Changes of width of one page, each to every other. */
async function changesOfWidth({ page, session }, rounds) {
  const costs = [];
  for (let i = 0; i < rounds; i++) {
    for (const width of WIDTHS) {
      const before = await cpu(session);
      await page.evaluate(async (px) => {
        const text = document.querySelector('#text');
        text.style.width = `${px}px`;
        void text.offsetHeight;
        for (let n = 0; n < 2; n++) await new Promise((done) => requestAnimationFrame(done));
        await new Promise((done) => setTimeout(done));
      }, width);
      costs.push((await cpu(session)) - before);
    }
  }
  return median(costs);
}

async function typeset({ page }, url) {
  await page.evaluate(async (base) => {
    const { createBroadsheet } = await import(`${base}dist/broadsheet.mjs`);
    const broadsheet = await createBroadsheet();
    const setting = broadsheet.typeset(document.querySelector('#text'));
    await setting.ready;
  }, url);
}

/** CPU of a fresh page from nothing to text with layout, module and language included. */
async function firstCall(browser, url, paragraphs, set) {
  const { page, session } = await open(browser, url, [], '');
  const before = await cpu(session);
  await page.evaluate(
    async ({ texts, base, wanted }) => {
      const text = document.querySelector('#text');
      text.append(
        ...texts.map((each) => Object.assign(document.createElement('p'), { textContent: each })),
      );
      if (wanted) {
        const { createBroadsheet } = await import(`${base}dist/broadsheet.mjs`);
        const broadsheet = await createBroadsheet();
        await broadsheet.typeset(text).ready;
      }
      void text.offsetHeight;
      await new Promise((done) => requestAnimationFrame(done));
    },
    { texts: paragraphs, base: url, wanted: set },
  );
  const cost = (await cpu(session)) - before;
  await page.close();
  return cost;
}

const { server, url } = await serve();
const browser = await chromium.launch({
  executablePath: process.env.BROADSHEET_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const name of TEXTS) {
    const hyphenated = textOf(name);
    const plain = hyphenated.map((text) => text.replaceAll('\u00AD', ''));
    const words = plain.join(' ').split(/\s+/).length;
    const native = await open(browser, url, hyphenated, 'p { text-align: justify }');
    const ours = await open(browser, url, plain, '');
    await typeset(ours, url);
    const [a, b] = [[], []];
    for (let i = 0; i < ROUNDS; i++) {
      a.push(await changesOfWidth(native, 1));
      b.push(await changesOfWidth(ours, 1));
    }
    const [base, cost] = [median(a), median(b)];
    console.log(
      `${name}, ${words} words, change of width: browser ${base.toFixed(2)} ms, set ${cost.toFixed(2)} ms, ${(cost / base).toFixed(2)}×`,
    );
    const first = { native: [], set: [] };
    for (let i = 0; i < 5; i++) {
      first.native.push(await firstCall(browser, url, hyphenated, false));
      first.set.push(await firstCall(browser, url, plain, true));
    }
    const [mount, call] = [median(first.native), median(first.set)];
    console.log(
      `${name}, first call on a fresh page: browser ${mount.toFixed(1)} ms, set ${call.toFixed(1)} ms, ${(call / mount).toFixed(1)}×`,
    );
    await native.page.close();
    await ours.page.close();
  }
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}
