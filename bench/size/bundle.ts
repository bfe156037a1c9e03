import { join } from 'node:path';
import { build } from 'esbuild';

export const root = join(import.meta.dirname, '../..');

/** Bundles and minifies like our own files: esbuild, es2022, as an ES module. @param contents a module; paths are from the root */
export async function bundle(contents: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outputFiles[0]!.contents;
}
