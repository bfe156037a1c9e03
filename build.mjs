import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import { build } from 'vite';

/**
 * Builds everything that a browser loads from the companion, into `dist/`: the widget's chunks, then the embed document and
 * the loader, which hold the names of their entries. Built aside and moved in place chunks first, loader last, so that whoever reads `dist/`
 * meanwhile, a companion or another build, finds a loader and the chunks it asks for.
 */
export async function buildAll() {
  process.chdir(import.meta.dirname);
  mkdirSync('dist/quotelet', { recursive: true });
  const aside = mkdtempSync('dist/building-');
  try {
    const run = (mode, config) => build({ mode, configLoader: 'native', logLevel: 'warn', ...config });
    await run('widget', { build: { outDir: `${aside}/quotelet` } });
    await run('isolated', { build: { outDir: `${aside}/quotelet` } });
    await run('refusal', { build: { outDir: `${aside}/quotelet` } });
    for (const file of readdirSync(`${aside}/quotelet`).filter((name) => name.endsWith('.js')))
      await minifyAgain(`${aside}/quotelet/${file}`);
    const entries = Object.fromEntries(
      ['manifest.json', 'isolated.json'].flatMap((name) =>
        Object.values(JSON.parse(readFileSync(`${aside}/quotelet/${name}`, 'utf8')))
          .filter(({ isEntry }) => isEntry)
          .map(({ name, file }) => [name, file]),
      ),
    );
    await run('loader', {
      build: { outDir: aside },
      define: {
        WIDGET_FILE: JSON.stringify(entries.widget),
        ISOLATED_FILE: JSON.stringify(entries.isolated),
      },
    });
    const page = readFileSync('index.html', 'utf8').replaceAll(
      /\.\.\/quotelet\/(\w+)\.js/g,
      (_, name) => `../quotelet/${entries[name]}`,
    );
    mkdirSync(`${aside}/embed`);
    mkdirSync('dist/embed', { recursive: true });
    writeFileSync(`${aside}/embed/index.html`, page);

    const chunks = readdirSync(`${aside}/quotelet`);
    const files = [
      ...chunks.map((chunk) => `quotelet/${chunk}`),
      'embed/index.html',
      'quotelet.js.map',
      'quotelet.js',
    ];
    for (const file of files) renameSync(`${aside}/${file}`, `dist/${file}`);
    const stale = readdirSync('dist/quotelet').filter((file) => !chunks.includes(file));
    for (const file of stale) rmSync(`dist/quotelet/${file}`, { force: true });
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Has Terser go over what the bundler did and choose the names: that takes some 250 bytes (gzip) off what every shopper loads. */
async function minifyAgain(file) {
  // The bundler's own few lines have no map.
  const isMapped = existsSync(`${file}.map`);
  const { code, map } = await minify(readFileSync(file, 'utf8'), {
    module: true,
    ecma: 2020,
    // Without commas in place of semicolons it is longer and packs better.
    compress: {
      passes: 3,
      pure_getters: true,
      unsafe_arrows: true,
      unsafe_comps: true,
      sequences: false,
    },
    ...(isMapped && { sourceMap: { content: readFileSync(`${file}.map`, 'utf8') } }),
  });
  writeFileSync(file, code);
  if (isMapped) writeFileSync(`${file}.map`, map);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
