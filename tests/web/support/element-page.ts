// Pages with <broadsheet-article>, in Chromium.
import { SEED } from './article-page.js';
import { useChromium, useFreshPage } from './chromium.js';
import { useSite } from './site.js';

type Event = [type: string, detail: Record<string, unknown>];

export const FALLBACK = '<p id="fallback">Le texte de repli</p>';

/** A site and a fresh page for each test of a file, and how it opens and hears the element there. */
export function useElementPage() {
  const chromium = useChromium();
  const site = useSite();
  const fresh = useFreshPage(chromium, 768, () => {
    const log: [string, unknown][] = [];
    Object.assign(globalThis, { broadsheetEvents: log });
    for (const type of ['ready', 'error', 'text-scale', 'slot']) {
      addEventListener(`broadsheet-${type}`, (event) => {
        const { element, ...detail } = (event as CustomEvent).detail;
        log.push([event.type, detail]);
        if (event.type === 'broadsheet-error') event.preventDefault();
      });
    }
  });

  /** Puts a page with `body` at /test.html and opens it. */
  async function open(body: string, policy?: string): Promise<void> {
    site.put('/test.html', {
      body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Test</title>
        <script src="/dist/broadsheet.js" defer></script><body>${body}</body></html>`,
      ...(policy && { policy }),
    });
    await fresh.page.goto(`${site.url}/test.html`);
  }

  /** The events of a kind so far, after at least one has come. */
  async function events(type: string): Promise<Event[]> {
    const find = (wanted: string) =>
      (globalThis as unknown as { broadsheetEvents: Event[] }).broadsheetEvents.filter(
        ([each]) => each === wanted,
      );
    await fresh.page.waitForFunction(
      (wanted) =>
        (globalThis as unknown as { broadsheetEvents: Event[] }).broadsheetEvents.some(
          ([each]) => each === wanted,
        ),
      type,
      { timeout: 8000 },
    );
    return fresh.page.evaluate(find, type);
  }

  async function openSeed(attributes = ''): Promise<void> {
    site.put('/article.json', { body: SEED, type: 'application/json' });
    await open(`<main><broadsheet-article src="/article.json" ${attributes}>${FALLBACK}
      </broadsheet-article></main>`);
    await events('broadsheet-ready');
  }

  return { chromium, site, fresh, open, events, openSeed };
}
