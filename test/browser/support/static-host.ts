import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
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

// Hosts that know nothing of Quotelet: files as they lie in the repository, one server a port given.
for (const port of process.argv.slice(2)) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    void find(pathname).then((file) => {
      response.writeHead(file ? 200 : 404, { 'content-type': types[extname(pathname)] ?? 'text/plain' });
      response.end(file ?? 'not found');
    });
  });
  server.listen(Number(port), '127.0.0.1');
}
