// What the pages of Playwright and of Puppeteer have in common.
import { EnginePage } from './engine.js';

interface Tab {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  close(): Promise<void>;
  evaluate(expression: string): Promise<unknown>;
}

interface Context<T> {
  newPage(): Promise<T>;
  pages(): T[] | Promise<T[]>;
  close(): Promise<void>;
}

/** Pages open at one time are in one context; the last one to close ends it. */
export class SharedContext<T> {
  readonly #create: () => Promise<Context<T>>;
  #context: Context<T> | undefined;

  constructor(create: () => Promise<Context<T>>) {
    this.#create = create;
  }

  async newTab(): Promise<{ tab: T; release: () => Promise<void> }> {
    this.#context ??= await this.#create();
    const context = this.#context;
    const release = async () => {
      if ((await context.pages()).length > 0) return;
      await context.close();
      if (this.#context === context) this.#context = undefined;
    };
    return { tab: await context.newPage(), release };
  }
}

export abstract class ContextPage<T extends Tab> extends EnginePage {
  readonly page: T;
  readonly #release: () => Promise<void>;
  readonly #complaints: readonly string[];

  /** `complaints` may still grow. */
  constructor(
    { tab, release }: { tab: T; release: () => Promise<void> },
    complaints: readonly string[],
  ) {
    super();
    this.page = tab;
    this.#release = release;
    this.#complaints = complaints;
  }

  protected run(expression: string): Promise<unknown> {
    return this.page.evaluate(expression);
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url);
  }

  async reload(): Promise<void> {
    await this.page.reload();
  }

  async complaints(): Promise<readonly string[]> {
    return this.#complaints;
  }

  protected async end(): Promise<void> {
    await this.page.close();
    await this.#release();
  }
}
