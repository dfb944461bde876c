// Firefox ESR by WebDriver BiDi.
import { existsSync } from 'node:fs';
import puppeteer, {
  type Browser,
  type BrowserContext,
  type KeyInput,
  type Page,
} from 'puppeteer-core';
import { DEFAULT_SIZE, type Engine, EnginePage, type Size, splitKeys } from './engine.js';

const CANDIDATES = [
  process.env.BROADSHEET_FIREFOX ?? '',
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
];

export class Firefox implements Engine {
  readonly name = 'Firefox';
  readonly #browser: Browser;
  #context: BrowserContext | undefined;

  private constructor(browser: Browser) {
    this.#browser = browser;
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
    this.#context ??= await this.#browser.createBrowserContext();
    const context = this.#context;
    const page = new FirefoxPage(await context.newPage(), async () => {
      if ((await context.pages()).length > 0) return;
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

class FirefoxPage extends EnginePage {
  readonly #page: Page;
  readonly #onClose: () => Promise<void>;
  readonly #complaints: string[] = [];

  constructor(page: Page, onClose: () => Promise<void>) {
    super();
    this.#page = page;
    this.#onClose = onClose;
    page.on('pageerror', (error) => {
      this.#complaints.push(error instanceof Error ? error.message : String(error));
    });
    page.on('console', (message) => {
      if (message.type() === 'error') this.#complaints.push(message.text());
    });
  }

  protected run(expression: string): Promise<unknown> {
    return this.#page.evaluate(expression);
  }

  protected clickAt(x: number, y: number, count: number): Promise<void> {
    return this.#page.mouse.click(x, y, { count });
  }

  async goto(url: string): Promise<void> {
    await this.#page.goto(url);
  }

  async reload(): Promise<void> {
    await this.#page.reload();
  }

  protected setSize(width: number, height: number): Promise<void> {
    return this.#page.setViewport({ width, height });
  }

  async press(combination: string): Promise<void> {
    const { held, key } = splitKeys(combination);
    for (const each of held) await this.#page.keyboard.down(each as KeyInput);
    await this.#page.keyboard.press(key as KeyInput);
    for (const each of held.reverse()) await this.#page.keyboard.up(each as KeyInput);
  }

  async screenshot(path: string): Promise<void> {
    await this.#page.screenshot({ path: path as `${string}.png` });
  }

  async complaints(): Promise<readonly string[]> {
    return this.#complaints;
  }

  protected async end(): Promise<void> {
    await this.#page.close();
    await this.#onClose();
  }
}
