import { readFileSync } from 'node:fs';
import { defineConfig, type UserConfig } from 'vite';

/** What all builds share: they run in the browsers of the last years, and never on a server. */
const common: UserConfig = {
  publicDir: false,
  appType: 'custom',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
};

/** ES chunks with a hash in their names, to be cached for ever. The manifest tells which file is the entry. */
const widget: UserConfig = {
  ...common,
  build: {
    outDir: 'dist/quotelet',
    target: 'es2022',
    sourcemap: true,
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { widget: 'src/widget/mount.ts' },
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: '[name]-[hash].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
};

/** The one file with a fixed name: a classic script, built after the widget because it holds the widget's file name. */
const loader = (): UserConfig => ({
  ...common,
  define: { WIDGET_FILE: JSON.stringify('quotelet/' + widgetFile()) },
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: true,
    rolldownOptions: {
      input: { quotelet: 'src/loader/script.ts' },
      output: { format: 'iife', entryFileNames: '[name].js' },
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
    rolldownOptions: { external: [/^preact/, /^@preact\//], output: { chunkFileNames: '[name].js' } },
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
