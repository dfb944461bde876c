// Firefox ESR by WebDriver BiDi.
import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type KeyInput, type Page } from 'puppeteer-core';
import { ContextPage, SharedContext } from './context-page.js';
import { DEFAULT_SIZE, type Engine, type Size, splitKeys } from './engine.js';

const CANDIDATES = [
  process.env.BROADSHEET_FIREFOX ?? '',
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
];

export class Firefox implements Engine {
  readonly name = 'Firefox';
  readonly #browser: Browser;
  readonly #context: SharedContext<Page>;

  private constructor(browser: Browser) {
    this.#browser = browser;
    this.#context = new SharedContext(() => browser.createBrowserContext());
  }

  static async start(): Promise<Firefox> {
    const executablePath = CANDIDATES.find((path) => path && existsSync(path));
    if (!executablePath) {
      throw new Error('Firefox is not installed: run make test, or set BROADSHEET_FIREFOX');
    }
    return new Firefox(
      await puppeteer.launch({ browser: 'firefox', executablePath, headless: true }),
    );
  }

  async open(url: string, size: Size = DEFAULT_SIZE): Promise<FirefoxPage> {
    const opened = await this.#context.newTab();
    const page = new FirefoxPage(opened, complaintsOf(opened.tab));
    await page.resize(size.width, size.height);
    await page.goto(url);
    return page;
  }

  async stop(): Promise<void> {
    await this.#browser.close();
  }
}

class FirefoxPage extends ContextPage<Page> {
  protected clickAt(x: number, y: number, count: number): Promise<void> {
    return this.page.mouse.click(x, y, { count });
  }

  protected setSize(width: number, height: number): Promise<void> {
    return this.page.setViewport({ width, height });
  }

  async press(combination: string): Promise<void> {
    const { held, key } = splitKeys(combination);
    for (const each of held) await this.page.keyboard.down(each as KeyInput);
    await this.page.keyboard.press(key as KeyInput);
    for (const each of held.reverse()) await this.page.keyboard.up(each as KeyInput);
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path: path as `${string}.png` });
  }
}

/** Exceptions, console errors and policy violations from now on. */
function complaintsOf(tab: Page): string[] {
  const complaints: string[] = [];
  tab.on('pageerror', (error) => {
    complaints.push(error instanceof Error ? error.message : String(error));
  });
  tab.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}
