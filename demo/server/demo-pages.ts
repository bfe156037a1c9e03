import { realpathSync } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Context } from 'hono';
import { languageTag } from '../../src/text/language-tag.ts';
import { Origin } from '../../src/contract/product/origin.ts';
import type { LoadedConfig } from '../../src/server/config/load-config.ts';
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

interface DemoFiles {
  readonly folder: string;
  /** Files and folders in it that are nobody's business. */
  readonly hidden: readonly string[];
}

/** What lies beside the configuration, but for what is private. */
export const demoFiles = ({
  config,
  configFile,
}: {
  readonly config: LoadedConfig;
  readonly configFile: string;
}): DemoFiles => ({ folder: config.folder, hidden: [config.productFolder, configFile] });

/** Origins that stand in the pages as `{{companion}}`, `{{shop}}` and `{{origin}}`: the page's own. `{{lang}}` is that of the query. */
interface Placeholders {
  readonly companion: string;
  readonly shop: string;
  readonly origin: string;
}

/**
 * Serves a folder of pages, for the demo: `/` is `index.html`, `/cart` is `cart.html`. Kinds of files it doesn't know,
 * dot files and what lies in `hidden` (product files with their private parts, the configuration) are not there.
 *
 * @param fill what stands in a page for its placeholders
 * @param fill.origin by which name the page was asked for; undefined where that is none
 */
export function demoPages(
  { folder, hidden }: DemoFiles,
  fill: (origin: string | undefined) => Placeholders,
): (c: Context<AppEnv>) => Promise<Response> {
  const root = realpathSync(folder);
  const secret = hidden.map((one) => realpathSync(one).toLowerCase());
  return async (c) => {
    const file = await find(c.req.path);
    if (file === undefined) throw new ApiError(404, 'not_found', 'There is no such page.');
    const bytes = extname(file) === '.html' ? await filled(file, c.req.url) : await read(file);
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

  /** The name comes from the request and lands in HTML, so it must be an origin and nothing else. */
  async function filled(file: string, url: string): Promise<Uint8Array<ArrayBuffer>> {
    const asked = URL.parse(url);
    const words = {
      ...fill(Origin.safeParse(asked?.origin).data),
      lang: languageTag(asked?.searchParams.get('lang') ?? '') ?? 'en',
    };
    const page = await readFile(file, 'utf8');
    return new TextEncoder().encode(
      page.replace(/\{\{(companion|shop|origin|lang)\}\}/g, (_, name: keyof typeof words) => words[name]),
    );
  }

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

const read = async (file: string): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await readFile(file));

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
