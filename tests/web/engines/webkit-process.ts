// WebKitGTK's MiniBrowser on a display of its own, behind WebKitWebDriver.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

const START_MS = 15_000;

/** Its toolbar would keep the window from becoming narrower than 447 px. */
const NARROW_WINDOW =
  'window * { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; -gtk-icon-transform: scale(0.01); }';

export interface WebKitProcess {
  /** Where WebKitWebDriver listens. */
  readonly url: string;
  readonly binary: string;
  /** The X display, as `:7`. */
  readonly display: string;
  stop(): Promise<void>;
}

export async function startWebKit(): Promise<WebKitProcess> {
  const binary = findMiniBrowser();
  const home = mkdtempSync(join(tmpdir(), 'broadsheet-webkit-'));
  const children: ChildProcess[] = [];
  const kill = () => {
    for (const child of children.reverse()) endGroup(child);
    rmSync(home, { recursive: true, force: true });
  };
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    await Promise.all(children.map(end));
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    const display = await startDisplay(children);
    const url = await startDriver(children, home, display);
    return { url, binary, display, stop };
  } catch (error) {
    await stop();
    throw new Error(`WebKitGTK did not start (scripts/setup.sh test installs it): ${error}`);
  }
}

function findMiniBrowser(): string {
  const named = process.env.BROADSHEET_MINIBROWSER;
  if (named) return named;
  for (const libraries of ['/usr/lib', '/usr/libexec', '/usr/lib64']) {
    if (!existsSync(libraries)) continue;
    for (const folder of ['', ...readdirSync(libraries)]) {
      const file = join(libraries, folder, 'webkit2gtk-4.1/MiniBrowser');
      if (existsSync(file)) return file;
    }
  }
  throw new Error('WebKitGTK is not installed: run make test, or set BROADSHEET_MINIBROWSER');
}

/** Starts Xvfb and gives the display that it chose. */
async function startDisplay(children: ChildProcess[]): Promise<string> {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '2600x2600x24', '-nolisten', 'tcp'],
    { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  children.push(server);
  const number = await new Promise<string>((resolve, reject) => {
    (server.stdio[3] as Readable).once('data', (data) => resolve(String(data).trim()));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    setTimeout(() => reject(new Error('Xvfb named no display')), START_MS).unref();
  });
  return `:${number}`;
}

async function startDriver(
  children: ChildProcess[],
  home: string,
  display: string,
): Promise<string> {
  const settings = join(home, '.config/gtk-3.0');
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, 'gtk.css'), NARROW_WINDOW);
  const port = await freePort();
  const driver = spawn('dbus-run-session', ['--', 'WebKitWebDriver', `--port=${port}`], {
    detached: true,
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display,
      HOME: home,
      XDG_RUNTIME_DIR: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_CACHE_HOME: join(home, '.cache'),
      XDG_DATA_HOME: join(home, '.local/share'),
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1',
    },
  });
  children.push(driver);
  const failed = new Promise<never>((_, reject) => {
    driver.once('error', reject);
    driver.once('exit', (code) => reject(new Error(`WebKitWebDriver ended with ${code}`)));
  });
  const url = `http://127.0.0.1:${port}`;
  await Promise.race([answers(`${url}/status`), failed]);
  failed.catch(() => {});
  return url;
}

async function answers(url: string): Promise<void> {
  for (const end = Date.now() + START_MS; Date.now() < end; ) {
    if (await fetch(url).then(Boolean, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('WebKitWebDriver does not answer');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Ends a process and all it started. */
function endGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {}
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
      return resolve();
    }
    child.once('exit', () => resolve());
    endGroup(child);
  });
}
