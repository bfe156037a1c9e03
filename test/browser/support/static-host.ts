import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
const roots = ['demo', 'dist'].map((root) => join(import.meta.dirname, '../../..', root));

async function find(path: string): Promise<Buffer | undefined> {
  for (const root of roots) {
    const file = await readFile(join(root, normalize(path))).catch(() => undefined);
    if (file) return file;
  }
  return undefined;
}

/** Pages that tests have put here, by `PUT /made-up/… {html, headers}`. */
const madeUp = new Map<string, { html: string; headers: Record<string, string> }>();

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://host');
  if (request.method === 'PUT') {
    madeUp.set(pathname, (await json(request)) as { html: string; headers: Record<string, string> });
    response.writeHead(204).end();
    return;
  }
  const page = madeUp.get(pathname);
  const file = page?.html ?? (await find(pathname));
  const type = types[extname(pathname)] ?? 'text/plain';
  response.writeHead(file ? 200 : 404, { 'content-type': type, ...page?.headers }).end(file ?? 'not found');
}

// Static hosts that know nothing of Quotelet and serve the repository's files, one for each port given.
for (const port of process.argv.slice(2))
  createServer((request, response) => void answer(request, response)).listen(Number(port), '127.0.0.1');
