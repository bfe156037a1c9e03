import { realpathSync } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Context } from 'hono';
import { languageTag } from '../../src/text/language-tag.ts';
import { Origin } from '../../src/contract/product/origin.ts';
import { ApiError } from '../../src/server/http/api-error.ts';
import type { AppEnv } from '../../src/server/http/app-env.ts';
import { conditional, etagOf } from '../../src/server/http/conditional.ts';

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

/** The files of a shop. */
export interface DemoFiles {
  readonly folder: string;
  /** Files and folders that are not served, where they lie in it. They must exist. */
  readonly hidden: readonly string[];
}

/** Origins that replace `{{companion}}`, `{{shop}}` and `{{origin}}` (the page's own) in a page. `{{lang}}` is that of the query. */
interface Placeholders {
  readonly companion: string;
  readonly shop: string;
  readonly origin: string;
}

/**
 * Serves a folder of pages: `/` is `index.html`, `/cart` is `cart.html`. Files of unknown kinds, dot files and whatever is
 * `hidden` (product files with their private parts, the configuration, this code) are answered like files that do not exist.
 *
 * @param fill returns the values for a page's placeholders
 * @param fill.origin the one that the page was asked for by; undefined if the request names no valid one
 */
export function demoPages(
  { folder, hidden }: DemoFiles,
  fill: (origin: string | undefined) => Placeholders,
): (c: Context<AppEnv>) => Promise<Response> {
  const root = realpathSync(folder);
  const hiddenPaths = hidden.map((one) => realpathSync(one).toLowerCase());
  return async (c) => {
    const file = await find(c.req.path);
    if (file === undefined) throw new ApiError(404, 'not_found', 'There is no such page.');
    const bytes = extname(file) === '.html' ? await filledPage(file, c.req.url) : await readBytes(file);
    const type = types[extname(file)]!;
    return conditional(c.req.header('if-none-match'), etagOf(bytes), bytes, {
      'Content-Type': type,
      // Pictures of products are shown on merchants' pages.
      ...(type.startsWith('image/') && { 'Cross-Origin-Resource-Policy': 'cross-origin' }),
      'Cache-Control': 'no-cache',
      // The shop's own pages say more in a meta tag.
      'Content-Security-Policy': "object-src 'none'; base-uri 'self'; frame-ancestors 'self'",
      'Referrer-Policy': 'strict-origin-when-cross-origin',
    });
  };

  /** The origin comes from the request and ends up in HTML, so it must be an origin and nothing else. */
  async function filledPage(file: string, url: string): Promise<Uint8Array<ArrayBuffer>> {
    const asked = URL.parse(url);
    const values = {
      ...fill(Origin.safeParse(asked?.origin).data),
      lang: languageTag(asked?.searchParams.get('lang') ?? '') ?? 'en',
    };
    const page = await readFile(file, 'utf8');
    return new TextEncoder().encode(
      page.replace(/\{\{(companion|shop|origin|lang)\}\}/g, (_, name: keyof typeof values) => values[name]),
    );
  }

  async function find(path: string): Promise<string | undefined> {
    const name = decoded(path);
    if (name === undefined || name.split('/').some((part) => part.startsWith('.'))) return undefined;
    for (const candidate of [name, `${name}.html`, `${name}/index.html`]) {
      const file = join(root, candidate);
      if (!file.startsWith(root + sep) || types[extname(file)] === undefined) continue;
      // Links are followed first, and letters compared in lower case, because many file systems don't tell cases apart.
      const real = await realpath(file).catch(() => undefined);
      if (real === undefined || !isWithin(root, real)) continue;
      if (hiddenPaths.some((one) => isWithin(one, real.toLowerCase()))) continue;
      if ((await stat(real)).isFile()) return file;
    }
    return undefined;
  }
}

const readBytes = async (file: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(file));

const isWithin = (folder: string, file: string): boolean => {
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
