import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { ApiError } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { conditional, etagOf } from '../http/conditional.ts';

interface Script {
  readonly type: string;
  readonly immutable: boolean;
  readonly etag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  /** Source maps have none: only developers load them. */
  readonly gzip?: Uint8Array<ArrayBuffer>;
  readonly br?: Uint8Array<ArrayBuffer>;
}

/** Everything that shoppers' browsers load, by path (`/quotelet.js`, `/quotelet/widget-….js`, `/embed/index.html`), compressed once. */
export type Scripts = ReadonlyMap<string, Script>;

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.map': 'application/json',
};

/** Reads the built files. All in `quotelet/` have a hash in their name and never change, the loader does with every release. */
export function loadScripts(dist: string): Scripts {
  const names = [
    'quotelet.js',
    'quotelet.js.map',
    'embed/index.html',
    ...list(join(dist, 'quotelet')).map((name) => `quotelet/${name}`),
  ];
  const scripts = new Map<string, Script>();
  for (const name of names) {
    const type = types[extname(name)];
    const plain = type === undefined ? undefined : read(join(dist, name));
    if (type === undefined || plain === undefined) continue;
    const immutable = name.startsWith('quotelet/');
    scripts.set(`/${name}`, {
      type,
      immutable,
      etag: etagOf(plain),
      plain,
      ...(extname(name) === '.map' ? {} : compressed(plain)),
    });
  }
  return scripts;
}

/** `GET /quotelet.js`, `GET /quotelet/*`: for pages of any origin, as a script tag is. @throws ApiError 404 */
export function scriptRoute(scripts: Scripts): (c: Context<AppEnv>) => Response {
  return (c) => {
    const script = scripts.get(c.req.path);
    if (!script) throw new ApiError(404, 'not_found', 'There is no such script.');
    return sendScript(c, script, {
      'Cache-Control': script.immutable
        ? 'public, max-age=31536000, immutable'
        : // Asked for anew each time (a 304, mostly): an old loader would ask for chunks that a deployment has replaced.
          'no-cache',
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      // In place of a comment in the file, which every shopper would load.
      ...(scripts.has(`${c.req.path}.map`) && { SourceMap: `${c.req.path}.map` }),
    });
  };
}

/**
 * A file in the encoding that the browser likes best.
 *
 * @param sealed what else the ETag stands for: a browser that gets a 304 keeps the `Content-Security-Policy` it has.
 */
export function sendScript(
  c: Context<AppEnv>,
  script: Script,
  headers: Readonly<Record<string, string>>,
  sealed?: string,
): Response {
  const encoding = encodingFor(c.req.header('accept-encoding') ?? '', script);
  // Each encoding is another representation, so each has its own ETag.
  const parts = [script.etag, sealed && etagOf(sealed), encoding].filter((part) => part !== undefined);
  return conditional(
    c.req.header('if-none-match'),
    `"${parts.join('-').replaceAll('"', '')}"`,
    script[encoding ?? 'plain']!,
    {
      'Content-Type': script.type,
      Vary: 'Accept-Encoding',
      ...headers,
      ...(encoding ? { 'Content-Encoding': encoding } : {}),
    },
  );
}

function encodingFor(accepted: string, script: Script): 'br' | 'gzip' | undefined {
  const offers = new Map(
    accepted.split(',').map((one) => {
      const [name, weight] = one.split(';');
      return [name!.trim().toLowerCase(), !/q=0(\.0*)?\s*$/.test(weight ?? '')] as const;
    }),
  );
  return (['br', 'gzip'] as const).find((encoding) => script[encoding] && offers.get(encoding));
}

// In this thread and with a window no larger than the file: the pool's threads would each keep megabytes afterwards.
const compressed = (plain: Uint8Array): Required<Pick<Script, 'gzip' | 'br'>> => ({
  gzip: new Uint8Array(gzipSync(plain, { level: 9 })),
  br: new Uint8Array(
    brotliCompressSync(plain, {
      params: {
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
        [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(16, Math.ceil(Math.log2(plain.length + 1)))),
      },
    }),
  ),
});

const list = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

const read = (file: string): Uint8Array<ArrayBuffer> | undefined => {
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    return undefined;
  }
};
