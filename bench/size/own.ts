import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure, type Size } from './measure.ts';

/** When a page asks for a file. */
export const moments = ['at once', 'on demand', 'language'] as const;

/** One of our files: what it is called in the sources, and when a page asks for it. */
export interface OwnFile {
  readonly name: string;
  readonly when: (typeof moments)[number];
  readonly size: Size;
}

interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly src?: string;
  readonly imports?: readonly string[];
}

const dist = join(import.meta.dirname, '../../dist');
const WIDGET = 'src/widget/mount/mount.ts';

/** Our built files, as `dist/` holds them: the loader, what the widget imports statically, and the rest. */
export function measureOwn(): OwnFile[] {
  const path = join(dist, 'quotelet/manifest.json');
  if (!existsSync(path)) throw new Error('Nothing is built yet: npm run build');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Chunk>;
  const atOnce = new Set<string>();
  const follow = (key: string) => {
    if (atOnce.has(key)) return;
    atOnce.add(key);
    manifest[key]!.imports?.forEach(follow);
  };
  follow(WIDGET);
  const chunks = Object.entries(manifest).map(([key, { file, src, name }]): OwnFile => {
    return {
      name: src ?? name ?? file,
      when: atOnce.has(key) ? 'at once' : /languages\//.test(src ?? '') ? 'language' : 'on demand',
      size: measure(readFileSync(join(dist, 'quotelet', file))),
    };
  });
  const loader = measure(readFileSync(join(dist, 'quotelet.js')));
  return [{ name: 'quotelet.js', when: 'at once', size: loader }, ...chunks.sort(byWeight)];
}

const byWeight = (a: OwnFile, b: OwnFile) =>
  moments.indexOf(a.when) - moments.indexOf(b.when) || b.size.gzip - a.size.gzip;
