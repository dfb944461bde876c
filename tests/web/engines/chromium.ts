import type { Browser, Page } from 'playwright-core';
import { complaintsOf, launchChromium } from '../support/chromium.js';
import { ContextPage, SharedContext } from './context-page.js';
import { DEFAULT_SIZE, type Engine, type Size } from './engine.js';

export class Chromium implements Engine {
  readonly name = 'Chromium';
  readonly #browser: Browser;
  readonly #context: SharedContext<Page>;

  private constructor(browser: Browser) {
    this.#browser = browser;
    this.#context = new SharedContext(() => browser.newContext());
  }

  static async start(): Promise<Chromium> {
    return new Chromium(await launchChromium());
  }

  async open(url: string, size: Size = DEFAULT_SIZE): Promise<ChromiumPage> {
    const opened = await this.#context.newTab();
    const page = new ChromiumPage(opened, complaintsOf(opened.tab));
    await page.resize(size.width, size.height);
    await page.goto(url);
    return page;
  }

  async stop(): Promise<void> {
    await this.#browser.close();
  }
}

/** Its `page` gives what this engine alone can do: emulated media, its accessibility tree. */
export class ChromiumPage extends ContextPage<Page> {
  protected clickAt(x: number, y: number, count: number): Promise<void> {
    return this.page.mouse.click(x, y, { clickCount: count });
  }

  protected setSize(width: number, height: number): Promise<void> {
    return this.page.setViewportSize({ width, height });
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path });
  }
}
