import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { DEFAULT_SIZE, type Engine, EnginePage, type Size } from './engine.js';

export class Chromium implements Engine {
  readonly name = 'Chromium';
  readonly #browser: Browser;
  #context: BrowserContext | undefined;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async start(): Promise<Chromium> {
    return new Chromium(await launchChromium());
  }

  async open(url: string, size: Size = DEFAULT_SIZE): Promise<ChromiumPage> {
    this.#context ??= await this.#browser.newContext();
    const context = this.#context;
    const page = new ChromiumPage(await context.newPage(), async () => {
      if (context.pages().length > 0) return;
      await context.close();
      if (this.#context === context) this.#context = undefined;
    });
    await page.resize(size.width, size.height);
    await page.goto(url);
    return page;
  }

  async stop(): Promise<void> {
    await this.#browser.close();
  }
}

export class ChromiumPage extends EnginePage {
  /** What this engine alone can do: emulated media, its accessibility tree. */
  readonly page: Page;
  readonly #onClose: () => Promise<void>;
  readonly #complaints: string[] = [];

  constructor(page: Page, onClose: () => Promise<void>) {
    super();
    this.page = page;
    this.#onClose = onClose;
    page.on('pageerror', (error) => this.#complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.#complaints.push(message.text());
    });
  }

  protected run(expression: string): Promise<unknown> {
    return this.page.evaluate(expression);
  }

  protected clickAt(x: number, y: number, count: number): Promise<void> {
    return this.page.mouse.click(x, y, { clickCount: count });
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url);
  }

  async reload(): Promise<void> {
    await this.page.reload();
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

  async complaints(): Promise<readonly string[]> {
    return this.#complaints;
  }

  protected async end(): Promise<void> {
    await this.page.close();
    await this.#onClose();
  }
}
