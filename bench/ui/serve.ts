import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' };

/** Serves the built widget, a page for each product, and the products. */
export async function serve(
  dist: string,
  products: ReadonlyMap<string, string>,
): Promise<{ readonly address: string; close(): void }> {
  const page = (name: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
    <link rel="icon" href="data:,"><script src="/quotelet.js" async></script>
    <quotelet-configurator src="/products/${name}.json"></quotelet-configurator></html>`;
  const find = async (path: string): Promise<string | Buffer | undefined> => {
    const [, folder, name = ''] = path.split('/');
    if (folder === 'pages') return products.has(name) ? page(name) : undefined;
    if (folder === 'products') return products.get(name.replace('.json', ''));
    return readFile(join(dist, normalize(path))).catch(() => undefined);
  };
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://bench');
    void find(pathname).then((body) => {
      response.writeHead(body === undefined ? 404 : 200, {
        'content-type': types[extname(pathname)] ?? 'text/html; charset=utf-8',
      });
      response.end(body);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}
