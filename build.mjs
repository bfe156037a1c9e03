import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds everything that a browser loads, into `dist/`. The loader comes after the widget, whose file name it holds. */
export async function buildAll() {
  process.chdir(import.meta.dirname);
  for (const mode of ['widget', 'loader', 'package'])
    await build({ mode, configLoader: 'native', logLevel: 'warn' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
