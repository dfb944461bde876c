// What a test may ask of any browser engine.

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type EngineName = 'Chromium' | 'Firefox' | 'WebKit';

/** A browser that runs. Pages open at one time share their storage; the last one to close ends it. */
export interface Engine {
  readonly name: EngineName;
  open(url: string, size?: Size): Promise<EnginePage>;
  stop(): Promise<void>;
}

const WAIT_MS = 10_000;
const POLL_MS = 40;
export const DEFAULT_SIZE: Size = { width: 768, height: 900 };

export abstract class EnginePage {
  /** Runs an expression in the page; gives what it, or its promise, comes to, as JSON. */
  protected abstract run(expression: string): Promise<unknown>;
  /** `count` clicks in a row, at a place of the viewport. */
  protected abstract clickAt(x: number, y: number, count: number): Promise<void>;
  /** Loads a page and waits for its `load` event. */
  abstract goto(url: string): Promise<void>;
  abstract reload(): Promise<void>;
  protected abstract setSize(width: number, height: number): Promise<void>;
  /** A key by its `KeyboardEvent.key`, with `Shift+` and the like before it. */
  abstract press(key: string): Promise<void>;
  abstract screenshot(path: string): Promise<void>;
  protected abstract end(): Promise<void>;
  /** Exceptions, console errors and policy violations since the page was opened. */
  abstract complaints(): Promise<readonly string[]>;

  /** Makes `innerWidth` and `innerHeight` exactly these, and waits until the page has drawn itself. */
  async resize(width: number, height: number): Promise<void> {
    await this.setSize(width, height);
    await this.frames(2);
  }

  async frames(count: number): Promise<void> {
    await this.evaluate(async (left) => {
      for (let i = 0; i < left; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    }, count);
  }

  /** Runs `fn` in the page. It may be async and sees nothing but its arguments, which are JSON. */
  evaluate<A extends unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    const list = args.map((each) => JSON.stringify(each) ?? 'undefined').join(',');
    return this.run(`(${fn})(${list})`) as Promise<R>;
  }

  #isClosed = false;

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.end();
  }

  /** Runs a script, e.g. a library that a test brings along. */
  async inject(script: string): Promise<void> {
    await this.run(`(() => { ${script}\n; return null; })()`);
  }

  /** Waits until `fn` gives something truthy, and gives it. */
  async waitFor<A extends unknown[], R>(
    fn: (...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<NonNullable<R>> {
    const end = Date.now() + WAIT_MS;
    for (;;) {
      const value = await this.evaluate(fn, ...args);
      if (value) return value as NonNullable<R>;
      if (Date.now() > end) {
        const said = (await this.complaints()).join('\n');
        throw new Error(`this did not come about in ${WAIT_MS} ms: ${fn}\n${said}`);
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  /** Clicks the middle of the first element that matches, shadow trees included. */
  async click(selector: string): Promise<void> {
    const place = await this.waitFor(middleOf, selector);
    await this.clickAt(place.x, place.y, 1);
  }

  async doubleClickAt(x: number, y: number): Promise<void> {
    await this.clickAt(x, y, 2);
  }
}

/** Runs in the page. Scrolls only when the middle is out of sight. */
function middleOf(selector: string): { x: number; y: number } | undefined {
  const find = (root: ParentNode): Element | undefined => {
    const found = root.querySelector(selector);
    if (found) return found;
    for (const each of root.querySelectorAll('*')) {
      const inside = each.shadowRoot && find(each.shadowRoot);
      if (inside) return inside;
    }
    return undefined;
  };
  const element = find(document);
  if (!element) return undefined;
  const middle = () => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  const { x, y } = middle();
  if (x < 0 || x > innerWidth || y < 0 || y > innerHeight) {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
  }
  return middle();
}

/** `Shift+Tab` → the keys to hold, and the one to press. */
export function splitKeys(combination: string): { held: string[]; key: string } {
  const held = combination.split('+');
  const key = held.pop() ?? '';
  return { held, key };
}
