// A proxy that puts a recorder of complaints into every page: WebDriver alone
// cannot tell what a page's console says.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const RECORDER_PATH = '/recorder-of-complaints.js';
const DOCTYPE = /^\s*<!doctype[^>]*>/i;

/** Runs in the page, before any script of its own. */
function record(): void {
  const complaints: string[] = [];
  Object.defineProperty(globalThis, 'recordedComplaints', { value: complaints });
  const error = console.error.bind(console);
  console.error = (...said: unknown[]) => {
    complaints.push(said.map(String).join(' '));
    error(...said);
  };
  addEventListener('error', ({ message }) => {
    // A notice that the standard sends as an error: what is left comes with the next frame.
    if (!message.startsWith('ResizeObserver loop')) complaints.push(message);
  });
  addEventListener('unhandledrejection', (event) => complaints.push(String(event.reason)));
  document.addEventListener('securitypolicyviolation', (event) => {
    complaints.push(`policy: ${event.violatedDirective} ${event.blockedURI}`);
  });
}

export class RecordingProxy {
  readonly #target: string;
  readonly #server: Server;

  private constructor(target: string) {
    this.#target = target;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  /** Stands in for the site at the origin `target`. */
  static async start(target: string): Promise<RecordingProxy> {
    const proxy = new RecordingProxy(target);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === RECORDER_PATH) {
      response.setHeader('content-type', 'text/javascript');
      response.end(`(${record})()`);
      return;
    }
    const { method = 'GET' } = request;
    const answer = await fetch(this.#target + request.url, { method, redirect: 'manual' });
    for (const [name, value] of answer.headers) {
      if (!/^(content-length|content-encoding|transfer-encoding|connection|keep-alive)$/.test(name))
        response.setHeader(name, value);
    }
    response.writeHead(answer.status);
    const body = Buffer.from(await answer.arrayBuffer());
    const isHtml = answer.headers.get('content-type')?.startsWith('text/html');
    response.end(isHtml ? withRecorder(body.toString('utf8')) : body);
  }
}

function withRecorder(html: string): string {
  const script = `<script src="${RECORDER_PATH}"></script>`;
  const start = DOCTYPE.exec(html)?.[0].length ?? 0;
  return html.slice(0, start) + script + html.slice(start);
}
