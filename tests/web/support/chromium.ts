import { existsSync } from 'node:fs';
import { after, before, beforeEach } from 'node:test';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const CANDIDATES = [
  process.env.BROADSHEET_CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

export function launchChromium(): Promise<Browser> {
  const executablePath = CANDIDATES.find((path) => path && existsSync(path));
  if (!executablePath) {
    throw new Error('Chromium is not installed: run make test, or set BROADSHEET_CHROMIUM');
  }
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

/** The browser of a test file: it runs from before its first test until after its last. */
export function useChromium(): { readonly browser: Browser } {
  let browser: Browser | undefined;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());
  return {
    get browser(): Browser {
      if (!browser) throw new Error('Chromium is not running');
      return browser;
    },
  };
}

export interface FreshPage {
  readonly page: Page;
  /** What the browser complained of so far: policy violations, exceptions, errors. */
  readonly complaints: readonly string[];
}

/** A page in a profile of its own before each test, `width` by 900 px; `begin` runs in it first. */
export function useFreshPage(
  chromium: { readonly browser: Browser },
  width: number,
  begin: () => void,
): FreshPage {
  const fresh = {} as { page: Page; complaints: readonly string[] };
  let context: BrowserContext | undefined;
  beforeEach(async () => {
    await context?.close();
    context = await chromium.browser.newContext({ viewport: { width, height: 900 } });
    fresh.page = await context.newPage();
    fresh.complaints = complaintsOf(fresh.page);
    await fresh.page.addInitScript(begin);
  });
  return fresh;
}

/** Exceptions, console errors and policy violations from now on. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}
