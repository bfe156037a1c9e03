import { realpathSync } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Context } from 'hono';
import { ApiError } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { conditional, etagOf } from '../http/conditional.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * Serves a folder of pages, for the demo: `/` is `index.html`, `/cart` is `cart.html`. Kinds of files it doesn't know,
 * dot files and what lies in `hidden` (product files with their private parts, the configuration) are not there.
 */
export function demoPages(
  folder: string,
  hidden: readonly string[],
): (c: Context<AppEnv>) => Promise<Response> {
  const root = realpathSync(folder);
  const secret = hidden.map((one) => realpathSync(one).toLowerCase());
  return async (c) => {
    const file = await find(c.req.path);
    if (file === undefined) throw new ApiError(404, 'not_found', 'There is no such page.');
    const bytes = new Uint8Array(await readFile(file));
    return conditional(c.req.header('if-none-match'), etagOf(bytes), bytes, {
      'Content-Type': types[extname(file)]!,
      'Cache-Control': 'no-cache',
      // The shop's own pages say more in a meta tag.
      'Content-Security-Policy': "object-src 'none'; base-uri 'self'; frame-ancestors 'self'",
      'Referrer-Policy': 'strict-origin-when-cross-origin',
    });
  };

  async function find(path: string): Promise<string | undefined> {
    const asked = decoded(path);
    if (asked === undefined || asked.split('/').some((part) => part.startsWith('.'))) return undefined;
    for (const candidate of [asked, `${asked}.html`, `${asked}/index.html`]) {
      const file = join(root, candidate);
      if (!file.startsWith(root + sep) || types[extname(file)] === undefined) continue;
      // Where it really is, links followed; and in any case, because many file systems don't tell cases apart.
      const real = await realpath(file).catch(() => undefined);
      if (real === undefined || !within(root, real)) continue;
      if (secret.some((one) => within(one, real.toLowerCase()))) continue;
      if ((await stat(real)).isFile()) return file;
    }
    return undefined;
  }
}

const within = (folder: string, file: string): boolean => {
  const path = relative(folder, file);
  return path === '' || !path.startsWith('..');
};

function decoded(path: string): string | undefined {
  try {
    const text = decodeURIComponent(path);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
