import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';

/** The part of Preact and of its signals that the widget uses, a third of their size, under the same names. */
const small = (file: string) => join(import.meta.dirname, 'src/widget/preact', file);

/** What all builds share: they run in the browsers of the last years, and never on a server. */
const common: UserConfig = {
  resolve: {
    alias: {
      'preact/jsx-runtime': small('index.ts'),
      preact: small('index.ts'),
      '@preact/signals-core': small('signals.ts'),
    },
  },
  publicDir: false,
  appType: 'custom',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
};

const ENTRY = 'src/widget/mount.ts';

/**
 * What travels together, in the order in which it is asked for: what the entry imports statically; what every product
 * fetches as soon as it is on screen; what a quotation takes. Whatever belongs to none comes by itself, on demand.
 * Fewer files, and one dictionary for the compressor.
 */
const TOGETHER = {
  widget: [ENTRY],
  settled: ['settle-in.tsx', 'tools.tsx', 'price-details.tsx', 'picture.tsx'].map(
    (file) => `src/widget/${file}`,
  ),
  submit: ['src/widget/submit/submit.tsx', 'src/widget/submit/contact-form.tsx'],
};

/** ES chunks with a hash in their names, to be cached for ever. The manifest tells the name of the entry. */
const widget: UserConfig = {
  ...common,
  build: {
    outDir: 'dist/quotelet',
    target: 'es2022',
    sourcemap: true,
    manifest: 'manifest.json',
    // A library, because only then `import()` stays what it is, without a helper that preloads.
    lib: { entry: { widget: ENTRY }, formats: ['es'] },
    rolldownOptions: {
      // Chunks that load later may import from the entry, so that it needs no second file behind it.
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: true,
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        codeSplitting: { groups: [{ debugName: 'together', name: chunkOf }] },
      },
    },
  },
};

interface Graph {
  getModuleInfo(id: string): { readonly importers: string[] } | null;
}

/** Name of the first group of which static imports alone lead to this module; null for none. */
function chunkOf(id: string, graph: Graph): string | null {
  const groups = Object.entries(TOGETHER);
  return groups.find(([, roots]) => isReached(id, roots, graph))?.[0] ?? null;
}

function isReached(id: string, roots: readonly string[], graph: Graph, seen = new Set<string>()): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  if (roots.some((root) => id.endsWith(root))) return true;
  return Boolean(
    graph.getModuleInfo(id)?.importers.some((importer) => isReached(importer, roots, graph, seen)),
  );
}

/** The one file with a fixed name: a classic script, built after the widget because it holds the widget's file name. */
const loader = (): UserConfig => ({
  ...common,
  define: { WIDGET_FILE: JSON.stringify(widgetFile()) },
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: true,
    lib: {
      entry: 'src/loader/script.ts',
      formats: ['iife'],
      name: 'quotelet',
      fileName: () => 'quotelet.js',
    },
  },
});

/** The npm package: the same element for people with a bundler of their own. */
const packaged: UserConfig = {
  ...common,
  build: {
    outDir: 'dist/package',
    target: 'es2022',
    sourcemap: true,
    minify: false,
    lib: { entry: { index: 'src/loader/index.ts', auto: 'src/loader/auto.ts' }, formats: ['es'] },
    rolldownOptions: { output: { chunkFileNames: '[name].js' } },
  },
};

/** File name of the widget's entry chunk, as the last build left it. */
function widgetFile(): string {
  const manifest = JSON.parse(readFileSync('dist/quotelet/manifest.json', 'utf8')) as Record<
    string,
    { file: string }
  >;
  return manifest['src/widget/mount.ts']!.file;
}

/** `vite build --mode widget | loader | package`; `build.mjs` runs them in the order they need. */
export default defineConfig(({ mode }) => {
  if (mode === 'loader') return loader();
  return mode === 'package' ? packaged : widget;
});
