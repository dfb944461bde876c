// Pages with articles, for tests in all engines.
import type { EnginePage, EngineUnderTest, Size } from '../engines/index.js';
import { readText } from './paths.js';
import type { Site } from './site.js';

export const SEED = readText('examples/articles/mali-russie.json');
export const ALL_CONTROLS = 'text-scale theme spacing width font align hyphenate listen progress';

/** The running text of the seed, `times` over: a long article of real words. */
export function longArticle(times: number, more: object[] = []): object {
  const seed = JSON.parse(SEED) as { title: string; body: { type: string; text: unknown }[] };
  const paragraphs = seed.body.filter(({ type }) => type === 'paragraph');
  const body = Array.from({ length: times }, (_, i) => [
    { type: 'heading', level: 2, text: `Partie ${i + 1}` },
    ...paragraphs,
  ]).flat();
  return { lang: 'fr', title: seed.title, body: [...body.slice(0, 4), ...more, ...body.slice(4)] };
}

let pages = 0;

interface PageOptions {
  readonly attributes?: string;
  readonly body?: string;
  readonly head?: string;
  readonly lang?: string;
  readonly dir?: string;
  readonly size?: Size;
}

/** A page of its own with one `article`, shown in `engine` when its widget is ready. */
export async function openArticle(
  engine: EngineUnderTest,
  site: Site,
  article: object | string,
  options: PageOptions = {},
): Promise<EnginePage> {
  const page = await engine.open(putArticle(site, article, options), options.size);
  await ready(page);
  return page;
}

/** Puts the page alone; gives its address. */
export function putArticle(
  site: Site,
  article: object | string,
  options: PageOptions = {},
): string {
  const number = ++pages;
  const body = typeof article === 'string' ? article : JSON.stringify(article);
  site.put(`/article-${number}.json`, { body, type: 'application/json' });
  const { attributes = '', head = '', lang = 'fr', dir = 'ltr' } = options;
  const widget = `<broadsheet-article src="/article-${number}.json" ${attributes}></broadsheet-article>`;
  site.put('/events.js', { body: `(${recordEvents})()`, type: 'text/javascript' });
  site.put(
    `/page-${number}.html`,
    `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>Page</title>
    <link rel="stylesheet" href="/examples/host.css"><script src="/events.js"></script>${head}
    <script src="/dist/broadsheet.js" defer></script></head>
    <body><main>${options.body ?? widget}</main></body></html>`,
  );
  return `${site.url}/page-${number}.html`;
}

export async function ready(page: EnginePage): Promise<void> {
  await page.waitFor(() =>
    (globalThis as unknown as { events: [string][] }).events.some(
      ([type]) => type === 'broadsheet-ready',
    ),
  );
  await page.frames(2);
}

/** Runs in the page: `events` holds type and detail of each of the widget's. */
function recordEvents(): void {
  const events: [string, unknown][] = [];
  Object.assign(globalThis, { events });
  const types = 'ready error text-scale theme spacing width font align hyphenate progress slot';
  for (const type of types.split(' ')) {
    addEventListener(`broadsheet-${type}`, (event) => {
      const { element, ...detail } = (event as CustomEvent).detail;
      events.push([event.type, detail]);
    });
  }
}

export function eventsOf(page: EnginePage, type: string): Promise<unknown[]> {
  return page.evaluate(
    (wanted) =>
      (globalThis as unknown as { events: [string, unknown][] }).events
        .filter(([each]) => each === wanted)
        .map(([, detail]) => detail),
    type,
  );
}

/** Sets a property of the first article's element. */
export function setProperty(page: EnginePage, name: string, value: unknown): Promise<void> {
  return page.evaluate(
    (key, given) => {
      Object.assign(document.querySelector('broadsheet-article')!, { [key]: given });
    },
    name,
    value as string,
  );
}

export function property(page: EnginePage, name: string): Promise<unknown> {
  return page.evaluate(
    (key) => Reflect.get(document.querySelector('broadsheet-article')!, key) as unknown,
    name,
  );
}

/** Five changes of what a reader may set, and back: properties of the element. */
export const CHANGES_AND_BACK: readonly (readonly [name: string, value: unknown])[] = [
  ['textScale', 5],
  ['spacing', 'widest'],
  ['width', 'narrow'],
  ['font', 'hyperlegible'],
  ['align', 'start'],
  ['align', 'auto'],
  ['font', 'publisher'],
  ['width', 'normal'],
  ['spacing', 'normal'],
  ['textScale', 2],
];
