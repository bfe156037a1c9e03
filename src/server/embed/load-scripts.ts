import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { etagOf } from '../http/conditional.ts';

/** A built file, compressed once. */
export interface Script {
  readonly type: string;
  readonly immutable: boolean;
  readonly etag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  /** Absent for source maps: only developers load them. */
  readonly gzip?: Uint8Array<ArrayBuffer>;
  readonly br?: Uint8Array<ArrayBuffer>;
}

/** Everything that shoppers' browsers load, by path: `/quotelet.js`, `/quotelet/widget-….js`, `/embed/index.html`. */
export type Scripts = ReadonlyMap<string, Script>;

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.map': 'application/json',
};

/** Reads the built files. Those in `quotelet/` have a hash in their name and never change; the loader does with every release. */
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

// In this thread and with a window no larger than the file: each thread of the pool would keep megabytes afterwards.
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
