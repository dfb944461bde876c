// A small site for one test file: the built package, the examples, and pages
// that tests make up.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before } from 'node:test';
import sirv from 'sirv';
import { projectFile } from './paths.js';

export interface Page {
  readonly body: string | Uint8Array;
  readonly type?: string;
  readonly status?: number;
  readonly policy?: string;
  /** Milliseconds before it answers. */
  readonly delay?: number;
}

export const STRICT_POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

export class Site {
  readonly #server: Server;
  readonly #pages = new Map<string, Page>();
  /** Paths that were asked for and are nowhere. */
  readonly missing: string[] = [];

  constructor() {
    const folders = ['dist', 'examples'].map(
      (name) => [`/${name}/`, sirv(projectFile(name), { dev: true })] as const,
    );
    // Browsers ask for it on pages that name none.
    this.#pages.set('/favicon.ico', { body: '', status: 204 });
    const demo = sirv(projectFile('web/demo'), { dev: true });
    this.#server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      const page = this.#pages.get(path);
      response.setHeader('content-security-policy', page?.policy ?? STRICT_POLICY);
      if (page) {
        const answer = () => {
          response.writeHead(page.status ?? 200, {
            'content-type': page.type ?? 'text/html; charset=utf-8',
          });
          response.end(page.body);
        };
        setTimeout(answer, page.delay ?? 0).unref();
        return;
      }
      const nothing = () => {
        this.missing.push(path);
        response.writeHead(404).end();
      };
      const folder = folders.find(([prefix]) => path.startsWith(prefix));
      if (!folder) return demo(request, response, nothing);
      request.url = request.url?.slice(folder[0].length - 1);
      folder[1](request, response, nothing);
    });
  }

  start(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Puts a page, or any other file, at `path`. */
  put(path: string, page: Page | string): void {
    this.#pages.set(path, typeof page === 'string' ? { body: page } : page);
  }

  putJson(path: string, value: unknown): void {
    this.put(path, { body: JSON.stringify(value), type: 'application/json' });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** The site of a test file: it is up from before its first test until after its last. */
export function useSite(): Site {
  const site = new Site();
  before(() => site.start());
  after(() => site.stop());
  return site;
}
