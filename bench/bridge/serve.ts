import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** With these, a page has a clock that is fine enough: `performance.now()` is rounded to 0.1 ms without. */
const isolated = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
};

/** Serves pages and scripts from memory. @param host `localhost` and `127.0.0.1` are two sites to a browser */
export async function serve(
  host: string,
  find: (path: string) => string | undefined,
  { fineClock = false } = {},
): Promise<{ readonly origin: string; close(): void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://bench');
    const body = find(pathname);
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': pathname.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8',
      ...(fineClock && isolated),
    });
    response.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, host, listening));
  return {
    origin: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}
