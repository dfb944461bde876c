// WebKitGTK by plain WebDriver: https://www.w3.org/TR/webdriver2/
import { writeFile } from 'node:fs/promises';
import { DEFAULT_SIZE, type Engine, EnginePage, type Size, splitKeys } from './engine.js';
import { RecordingProxy } from './recorder.js';
import { startWebKit, type WebKitProcess } from './webkit-process.js';
import { focusWindows } from './x-focus.js';

/** https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEY_VALUES: Readonly<Record<string, string>> = {
  Tab: '\ue004',
  Enter: '\ue007',
  Shift: '\ue008',
  Control: '\ue009',
  Alt: '\ue00a',
  Escape: '\ue00c',
  Space: ' ',
  PageUp: '\ue00e',
  PageDown: '\ue00f',
  End: '\ue010',
  Home: '\ue011',
  ArrowLeft: '\ue012',
  ArrowUp: '\ue013',
  ArrowRight: '\ue014',
  ArrowDown: '\ue015',
};

type Send = (method: string, path: string, body?: object) => Promise<unknown>;

export class WebKit implements Engine {
  readonly name = 'WebKit';
  readonly #process: WebKitProcess;
  readonly #proxies = new Map<string, RecordingProxy>();
  #session: Session | undefined;

  private constructor(process: WebKitProcess) {
    this.#process = process;
  }

  static async start(): Promise<WebKit> {
    return new WebKit(await startWebKit());
  }

  async open(url: string, size: Size = DEFAULT_SIZE): Promise<EnginePage> {
    const session = this.#session ?? (await Session.start(this.#process));
    this.#session = session;
    const page = new WebKitPage(session, await session.newWindow(), {
      address: (each) => this.#address(each),
      onClose: async () => {
        if (!(await session.release())) return;
        if (this.#session === session) this.#session = undefined;
      },
    });
    await page.resize(size.width, size.height);
    await page.goto(url);
    await this.#focus(page);
    return page;
  }

  async stop(): Promise<void> {
    await this.#session?.end();
    await this.#process.stop();
    await Promise.all([...this.#proxies.values()].map((proxy) => proxy.stop()));
  }

  /** A window that has just come may not take the focus yet. */
  async #focus(page: EnginePage): Promise<void> {
    for (let tries = 0; tries < 20; tries++) {
      await focusWindows(this.#process.display);
      await page.frames(1);
      if (await page.evaluate(() => document.hasFocus())) return;
    }
    throw new Error('WebKit: the window does not take the focus');
  }

  async #address(url: string): Promise<string> {
    const { origin } = new URL(url);
    if (!/^https?:/.test(origin)) return url;
    let proxy = this.#proxies.get(origin);
    if (!proxy) {
      proxy = await RecordingProxy.start(origin);
      this.#proxies.set(origin, proxy);
    }
    return proxy.origin + url.slice(origin.length);
  }
}

/** One run of the browser, whose windows share their storage. It knows one window at a time. */
class Session {
  readonly #send: Send;
  readonly #path: string;
  #windows = 0;
  #current: string;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(send: Send, path: string, current: string) {
    this.#send = send;
    this.#path = path;
    this.#current = current;
  }

  static async start({ url, binary }: WebKitProcess): Promise<Session> {
    const send: Send = async (method, path, body) => {
      const answer = await fetch(url + path, {
        method,
        ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
      });
      const { value } = (await answer.json()) as { value: unknown };
      if (!answer.ok) throw new Error(`WebKit: ${JSON.stringify(value)}`);
      return value;
    };
    const options = { binary, args: ['--automation'] };
    const { sessionId } = (await send('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
    })) as { sessionId: string };
    const path = `/session/${sessionId}`;
    await send('POST', `${path}/timeouts`, { script: 60_000, pageLoad: 60_000 });
    return new Session(send, path, (await send('GET', `${path}/window`)) as string);
  }

  /** The first is the one that the browser opened by itself. */
  async newWindow(): Promise<string> {
    if (this.#windows++ === 0) return this.#current;
    const { handle } = (await this.#send('POST', `${this.#path}/window/new`, {
      type: 'window',
    })) as { handle: string };
    return handle;
  }

  /** A command to one window, after those sent before it. */
  send(window: string, method: string, path: string, body?: object): Promise<unknown> {
    const turn = this.#queue.then(async () => {
      if (window !== this.#current) {
        await this.#send('POST', `${this.#path}/window`, { handle: window });
        this.#current = window;
      }
      return this.#send(method, this.#path + path, body);
    });
    this.#queue = turn.catch(() => {});
    return turn;
  }

  /** True when that was the last window, and the browser has ended. */
  async release(): Promise<boolean> {
    if (--this.#windows > 0) return false;
    await this.end();
    return true;
  }

  async end(): Promise<void> {
    await this.#queue;
    await this.#send('DELETE', this.#path).catch(() => {});
  }
}

interface PageOwner {
  address(url: string): Promise<string>;
  onClose(): Promise<void>;
}

type Settled = { value: unknown } | { error: string };

class WebKitPage extends EnginePage {
  readonly #session: Session;
  readonly #window: string;
  readonly #owner: PageOwner;
  #complaints: string[] = [];

  constructor(session: Session, window: string, owner: PageOwner) {
    super();
    this.#session = session;
    this.#window = window;
    this.#owner = owner;
  }

  #send(method: string, path: string, body?: object): Promise<unknown> {
    return this.#session.send(this.#window, method, path, body);
  }

  protected async run(expression: string): Promise<unknown> {
    const settled = (await this.#send('POST', '/execute/async', {
      script: `const done = arguments[0];
        (async () => (${expression}))().then(
          (value) => done({ value }),
          (error) => done({ error: String(error && error.stack ? error + '\\n' + error.stack : error) }));`,
      args: [],
    })) as Settled;
    if ('error' in settled) throw new Error(settled.error);
    // JSON knows no undefined: WebDriver gives null.
    return settled.value ?? undefined;
  }

  protected async clickAt(x: number, y: number, count: number): Promise<void> {
    const at = { x: Math.round(x), y: Math.round(y), origin: 'viewport' };
    await this.#send('POST', '/actions', {
      actions: [
        {
          type: 'pointer',
          id: 'mouse',
          parameters: { pointerType: 'mouse' },
          actions: [
            { type: 'pointerMove', duration: 0, ...at },
            ...Array.from({ length: count }).flatMap(() => [
              { type: 'pointerDown', button: 0 },
              { type: 'pointerUp', button: 0 },
            ]),
          ],
        },
      ],
    });
  }

  async goto(url: string): Promise<void> {
    await this.#collect();
    await this.#send('POST', '/url', { url: await this.#owner.address(url) });
  }

  async reload(): Promise<void> {
    await this.#collect();
    await this.#send('POST', '/refresh');
  }

  /** The window has borders of unknown size, and comes to its own by and by. */
  protected async setSize(width: number, height: number): Promise<void> {
    const outer = { width, height };
    for (let tries = 0; tries < 40; tries++) {
      await this.#send('POST', '/window/rect', outer);
      const inner = await this.evaluate(async () => {
        await new Promise((resolve) => setTimeout(resolve, 30));
        return { width: innerWidth, height: innerHeight };
      });
      if (inner.width === width && inner.height === height) return;
      if (tries % 4 !== 3) continue;
      outer.width += width - inner.width;
      outer.height += height - inner.height;
    }
    throw new Error(`WebKit: the window does not become ${width} by ${height} px`);
  }

  async press(combination: string): Promise<void> {
    const { held, key } = splitKeys(combination);
    const down = [...held, key].map((each) => ({ type: 'keyDown', value: keyValue(each) }));
    const up = [key, ...held.reverse()].map((each) => ({ type: 'keyUp', value: keyValue(each) }));
    await this.#send('POST', '/actions', {
      actions: [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }],
    });
  }

  async screenshot(path: string): Promise<void> {
    const picture = (await this.#send('GET', '/screenshot')) as string;
    await writeFile(path, Buffer.from(picture, 'base64'));
  }

  async complaints(): Promise<readonly string[]> {
    await this.#collect();
    return this.#complaints;
  }

  protected async end(): Promise<void> {
    await this.#send('DELETE', '/window').catch(() => {});
    await this.#owner.onClose();
  }

  /** What the present document has complained of goes when another is loaded. */
  async #collect(): Promise<void> {
    const said = await this.evaluate(() =>
      ((globalThis as { recordedComplaints?: string[] }).recordedComplaints ?? []).splice(0),
    );
    this.#complaints = [...this.#complaints, ...said];
  }
}

function keyValue(key: string): string {
  return KEY_VALUES[key] ?? key;
}
