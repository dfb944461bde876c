// Serves the demo on a free local port until Ctrl-C. What it serves is the
// built package and the examples, under the strictest policy that we promise to
// work with.
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';

const root = new URL('../', import.meta.url).pathname;

export const STRICT_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Starts a server on `port` (0: a free one); gives it and its address. */
export function serve({ port = 0, policy = STRICT_POLICY } = {}) {
  const options = { dev: true, dotfiles: false };
  const handlers = [
    ['/dist/', sirv(`${root}dist`, options)],
    ['/examples/', sirv(`${root}examples`, options)],
    ['/', sirv(`${root}web/demo`, options)],
  ];
  const server = createServer((request, response) => {
    if (policy) response.setHeader('content-security-policy', policy);
    const [prefix, handle] = handlers.find(([start]) => request.url.startsWith(start));
    request.url = request.url.slice(prefix.length - 1);
    handle(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('There is nothing here.\n');
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve({ server, url: `http://127.0.0.1:${server.address().port}/` });
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { server, url } = await serve({ port: Number(process.env.PORT ?? 0) });
  console.log(`Broadsheet's demo: ${url}\nCtrl-C stops it.`);
  const stop = () => {
    server.closeAllConnections();
    server.close(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
