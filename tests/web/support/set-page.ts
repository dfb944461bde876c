// Pages with text that is set by typeset().
import type { QualityReport, TypesetOptions } from '../../../web/src/api.js';
import type { EnginePage } from '../engines/index.js';
import type { Site } from './site.js';

const STYLE = `
  body { margin: 0 60px; font: 18px/1.5 "Liberation Serif", serif }
  #text { width: 480px }
`;

export interface PageOptions {
  readonly lang?: string;
  readonly dir?: string;
  readonly options?: TypesetOptions;
  /** CSS of the host page. */
  readonly style?: string;
}

let pages = 0;

/** A page with `html` in `#text`, set; `window.setting` is its setting. */
export async function openSet(
  site: Site,
  open: (url: string) => Promise<EnginePage>,
  html: string,
  { lang = 'fr', dir = 'ltr', options = {}, style = '' }: PageOptions = {},
): Promise<EnginePage> {
  const path = `/set-${pages++}`;
  site.put(`${path}.css`, { body: STYLE + style, type: 'text/css' });
  site.put(
    `${path}.html`,
    `<!doctype html><html lang="${lang}" dir="${dir}"><title>x</title>
     <link rel="stylesheet" href="${path}.css"><div id="text">${html}</div>`,
  );
  const page = await open(`${site.url}${path}.html`);
  await page.evaluate(async (setOptions) => {
    const { createBroadsheet } = await import('/dist/broadsheet.mjs' as string);
    const broadsheet = await createBroadsheet();
    const root = document.querySelector<HTMLElement>('#text')!;
    const before = root.outerHTML;
    const setting = broadsheet.typeset(root, setOptions);
    Object.assign(window, { before, root, broadsheet, setting });
    await setting.ready;
  }, options);
  return page;
}

/** Waits until what has changed has been seen and set anew. */
export async function settle(page: EnginePage): Promise<void> {
  await page.evaluate(async () => {
    for (let i = 0; i < 4; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

/** Waits until what has waited out of sight has been set too. */
export async function rest(page: EnginePage): Promise<void> {
  await settle(page);
  await page.waitFor(() => !document.querySelector('.broadsheet-waiting, .broadsheet-held'));
}

/** Changes the width of the text, and waits until it is at rest. */
export async function setWidth(page: EnginePage, width: number): Promise<void> {
  await changeWidth(page, width);
  await rest(page);
}

/** Changes the width of the text, and waits until what is in sight is set. */
export async function changeWidth(page: EnginePage, width: number): Promise<void> {
  await page.evaluate((px) => {
    document.querySelector<HTMLElement>('#text')!.style.width = `${px}px`;
  }, width);
  await settle(page);
}

export interface PlainReport {
  readonly total: QualityReport['total'];
  /** Of each paragraph: why it is not set, or '' where it is. */
  readonly native: readonly string[];
}

export function reportOf(page: EnginePage): Promise<PlainReport> {
  return page.evaluate(() => {
    const { setting } = window as unknown as { setting: { report(): QualityReport } };
    const { total, paragraphs } = setting.report();
    return { total, native: paragraphs.map(({ native }) => native ?? '') };
  });
}
