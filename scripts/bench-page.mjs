// Figures of set text in Chromium beside the browser's own justification and
// tex-linebreak, in the same run: how good the painted lines are, and what a change
// of width and a first call cost in CPU, with layout. Run by `make bench`, after
// dist/ and tests/bench/typeset_texts.mjs.
//   node scripts/bench-page.mjs [ROUNDS]
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { bundleTexLinebreak, justifyWithTex, setOurs } from './bench-setters.mjs';
import { serve } from './serve.mjs';

const root = new URL('../', import.meta.url).pathname;
const ROUNDS = Number(process.argv[2] ?? 8);
const FIRST_CALLS = 5;
const WIDTHS = [320, 480, 640, 800];
const STEPS = [480, 490, 500, 510];
const SIZES = [14, 18, 22, 27];
/** Longer than what is out of sight waits for a change of width to come to rest. */
const REST_MS = 400;
const TEXTS = ['article', 'long'];
/** Held to, at each of WIDTHS. */
const GOALS = {
  msd: [0.04, 0.02, 0.012, 0.01],
  worst: [2.4, 2.1, 1.6, 1.4],
  tightest: [0.67, 0.67, 0.67, 0.67],
  hyphenatedPct: [24, 12, 6, 4],
  longestLadder: [2, 2, 2, 2],
  runts: [0, 0, 0, 0],
  riversPer100: [4, 4, 4, 4],
  badEdges: [0, 0, 0, 0],
  edgeError: [0.5, 0.5, 0.5, 0.5],
};

const textOf = (name) =>
  readFileSync(`${root}build/bench/typeset/${name}.txt`, 'utf8').split('\n').filter(Boolean);
const plainOf = (paragraphs) => paragraphs.map((text) => text.replaceAll('\u00AD', ''));
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const escapeHtml = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Who sets the text: what is given, the style it takes, and what is called in the page. */
const SETTERS = {
  browser: { textOf: (text) => text, style: 'p { text-align: justify }' },
  'tex-linebreak': { textOf: plainOf, style: '', prepare: justifyWithTex },
  broadsheet: { textOf: plainOf, style: '', prepare: setOurs },
};

function pageOf(paragraphs, style, width) {
  const html = paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('');
  return `<!doctype html><html lang="fr"><style>
    body { margin: 0 60px; font: 18px/1.5 "Liberation Serif" } ${style}
  </style><div id="text" style="width: ${width}px">${html}</div>`;
}

/** CPU of the page's main thread, in ms. */
async function cpu(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name) => metrics.find((each) => each.name === name).value;
  return 1000 * (value('ScriptDuration') + value('LayoutDuration') + value('RecalcStyleDuration'));
}

async function open(bench, paragraphs, style, width = 640) {
  const page = await bench.browser.newPage({ viewport: { width: 1000, height: 900 } });
  await page.route('**/bench.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: pageOf(paragraphs, style, width),
    }),
  );
  await page.goto(`${bench.url}bench.html`);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, session };
}

async function openSet(bench, paragraphs, name, width) {
  const { textOf: take, style, prepare } = SETTERS[name];
  const opened = await open(bench, take(paragraphs), style, width);
  await prepare?.(opened.page, bench);
  return opened;
}

/**
 * CPU of each change of `property` to one of `values`, CSS px, after another. What is done within
 * `rest` ms counts; without a rest the changes follow one another as in a drag.
 */
async function changes({ page, session }, { property, values, rest = 0 }) {
  const costs = [];
  for (const value of values) {
    const before = await cpu(session);
    await page.evaluate(
      async ({ name, px, wait }) => {
        await new Promise((done) => setTimeout(done)); // Out of the tool's own task.
        const text = document.querySelector('#text');
        text.style.setProperty(name, `${px}px`);
        void text.offsetHeight;
        for (let n = 0; n < 2; n++) await new Promise((done) => requestAnimationFrame(done));
        await new Promise((done) => setTimeout(done, wait));
      },
      { name: property, px: value, wait: rest },
    );
    costs.push((await cpu(session)) - before);
  }
  return median(costs);
}

const CHANGES = {
  'jumps of width': { property: 'width', values: WIDTHS },
  'steps of 10 px': { property: 'width', values: STEPS },
  'lone steps of 10 px, until all is set': { property: 'width', values: STEPS, rest: REST_MS },
  'text sizes': { property: 'font-size', values: SIZES },
};

/** Prints what changes of width and text size cost, all setters in turn. */
async function benchChanges(bench, name, paragraphs) {
  const names = Object.keys(SETTERS);
  for (const [what, change] of Object.entries(CHANGES)) {
    const pages = {};
    for (const each of names) pages[each] = await openSet(bench, paragraphs, each);
    const costs = Object.fromEntries(names.map((each) => [each, []]));
    for (let i = 0; i < ROUNDS; i++) {
      for (const each of names) costs[each].push(await changes(pages[each], change));
    }
    const base = median(costs.browser);
    const row = names.map((each) => {
      const cost = median(costs[each]);
      return `${each} ${cost.toFixed(2)} ms ${(cost / base).toFixed(2)}×`;
    });
    console.log(`${name}, ${what}: ${row.join(', ')}`);
    for (const each of names) await pages[each].page.close();
  }
}

/** CPU of a fresh page from nothing to text with layout, module and language included. */
async function firstCall(bench, paragraphs, wanted) {
  const { page, session } = await open(bench, [], '');
  const before = await cpu(session);
  await page.evaluate(
    async ({ texts, base, isSet }) => {
      await new Promise((done) => setTimeout(done)); // Out of the tool's own task.
      const text = document.querySelector('#text');
      text.append(
        ...texts.map((each) => Object.assign(document.createElement('p'), { textContent: each })),
      );
      if (isSet) {
        const { createBroadsheet } = await import(`${base}dist/broadsheet.mjs`);
        const broadsheet = await createBroadsheet();
        await broadsheet.typeset(text).ready;
      }
      void text.offsetHeight;
      await new Promise((done) => requestAnimationFrame(done));
    },
    { texts: paragraphs, base: bench.url, isSet: wanted },
  );
  const cost = (await cpu(session)) - before;
  await page.close();
  return cost;
}

async function benchFirstCall(bench, name, paragraphs) {
  const [native, set] = [[], []];
  for (let i = 0; i < FIRST_CALLS; i++) {
    native.push(await firstCall(bench, paragraphs, false));
    set.push(await firstCall(bench, plainOf(paragraphs), true));
  }
  const [mount, call] = [median(native), median(set)];
  console.log(
    `${name}, first call on a fresh page: browser ${mount.toFixed(1)} ms, broadsheet ${call.toFixed(1)} ms ${(call / mount).toFixed(1)}×`,
  );
}

/** The figures of what is painted. Each width has a fresh page: nothing of it waits out of sight. */
async function qualityAt(bench, paragraphs, name, width) {
  const { page } = await openSet(bench, paragraphs, name, width);
  const figures = await page.evaluate(async (base) => {
    const { paintedLines, qualityOf } = await import(`${base}painted.mjs`);
    const context = document.createElement('canvas').getContext('2d');
    context.font = '18px "Liberation Serif"';
    const natural = context.measureText(' ').width;
    const elements = [...document.querySelectorAll('#text p')];
    const edges = elements.map((each) => each.getBoundingClientRect().right);
    return qualityOf(
      elements.map(paintedLines),
      elements.map(() => natural),
      edges,
    );
  }, bench.url);
  await page.close();
  return figures;
}

async function benchQuality(bench, name, paragraphs) {
  const digits = (key) => ({ msd: 3, worst: 2, tightest: 2, edgeError: 2 })[key] ?? 0;
  const write = (key, values) => values.map((value) => value.toFixed(digits(key))).join(' / ');
  const found = {};
  for (const each of Object.keys(SETTERS)) {
    found[each] = [];
    for (const width of WIDTHS) found[each].push(await qualityAt(bench, paragraphs, each, width));
  }
  console.log(`${name}, painted lines at ${WIDTHS.join(' / ')} px`);
  for (const [key, goal] of Object.entries(GOALS)) {
    const cells = Object.entries(found).map(([each, figures]) =>
      `${each} ${write(
        key,
        figures.map((one) => one[key]),
      )}`.padEnd(44),
    );
    const bound = key === 'tightest' ? '≥' : '≤';
    const shown = goal.join(' / ');
    console.log(`  ${key.padEnd(14)} ${cells.join('')}goal ${bound} ${shown}`);
  }
}

const { server, url } = await serve({ policy: '' });
const browser = await chromium.launch({
  executablePath: process.env.BROADSHEET_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const bench = { browser, url, texLinebreak: await bundleTexLinebreak() };
  for (const text of TEXTS) {
    const paragraphs = textOf(text);
    const words = plainOf(paragraphs).join(' ').split(/\s+/).length;
    const name = `${text} of ${words} words`;
    await benchQuality(bench, name, paragraphs);
    await benchChanges(bench, name, paragraphs);
    await benchFirstCall(bench, name, paragraphs);
  }
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}
