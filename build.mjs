import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Builds everything that a browser loads from the companion, into `dist/`: the widget's chunks, then the loader, which
 * holds the name of their entry. Built aside and moved in place chunks first, loader last, so that whoever reads `dist/`
 * meanwhile, a companion or another build, finds a loader and the chunks it asks for.
 */
export async function buildAll() {
  process.chdir(import.meta.dirname);
  mkdirSync('dist/quotelet', { recursive: true });
  const aside = mkdtempSync('dist/building-');
  try {
    const run = (mode, config) => build({ mode, configLoader: 'native', logLevel: 'warn', ...config });
    await run('widget', { build: { outDir: `${aside}/quotelet` } });
    const manifest = JSON.parse(readFileSync(`${aside}/quotelet/manifest.json`, 'utf8'));
    const entry = Object.values(manifest).find(({ isEntry }) => isEntry).file;
    await run('loader', { build: { outDir: aside }, define: { WIDGET_FILE: JSON.stringify(entry) } });

    const chunks = readdirSync(`${aside}/quotelet`);
    for (const file of [...chunks.map((chunk) => `quotelet/${chunk}`), 'quotelet.js.map', 'quotelet.js'])
      renameSync(`${aside}/${file}`, `dist/${file}`);
    const stale = readdirSync('dist/quotelet').filter((file) => !chunks.includes(file));
    for (const file of stale) rmSync(`dist/quotelet/${file}`, { force: true });
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
