import { defineConfig, type Plugin, type UserConfig } from 'vite';

// Whatever the environment says: what is built for development would not run, or be slow.
process.env['NODE_ENV'] = 'production';

/** JSX as calls of `h`, with children as arguments: the automatic runtime would be a second, larger way to make the same nodes. */
const jsx: Plugin = {
  name: 'jsx',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('.tsx') ? { code: `import { Fragment, h } from 'preact'; ${code}`, map: null } : undefined,
};

/**
 * What `@preact/signals` has beside redrawing a view when a signal it read has changed: signals put into JSX as they stand, as
 * children (which takes `preact/hooks`) or attributes, and computed signals. No view of ours has any, the linter sees to it,
 * but a bundler cannot tell: 1.9 kB gzip for nothing. What is left idle here, it leaves out. Each: the package, a statement, how
 * often it stands there, and what comes in its place.
 */
const idle: readonly (readonly ['signals' | 'signals-core', RegExp, number, string])[] = [
  // The component that draws a signal as a text: as pure, it goes.
  ['signals', /\w+\.displayName="ReactiveTextNode";/g, 1, ''],
  ['signals', /Object\.defineProperties\(\w+\.prototype/g, 1, '/*#__PURE__*/$&'],
  // Elements are looked through for signals among their attributes.
  ['signals', /"string"==typeof \w+\.type/g, 3, '!1'],
  // What only its developer tools read.
  ['signals', /"undefined"!=typeof window&&!!window\.__PREACT_SIGNALS_DEVTOOLS__/g, 1, '!1'],
  ['signals', /"function"==typeof (\w+)\.type\?\1\.type\.displayName\|\|\1\.type\.name:""/g, 1, '""'],
  // The class of computed signals, up to the function that makes one.
  [
    'signals-core',
    /function (\w+)\(\w+,(\w+)\)\{\w+\.call\(this,void 0,\2\)[^]*?(?=function \w+\(\w+,\w+\)\{return new \1\()/g,
    1,
    'function $1(){}',
  ],
];
const withoutIdle: Plugin = {
  name: 'without-idle',
  transform(code, id) {
    const [, name] = /@preact.(signals(?:-core)?).dist/.exec(id) ?? [];
    if (name === undefined) return undefined;
    let small = code;
    for (const [, statement, times, instead] of idle.filter(([of]) => of === name)) {
      if (code.match(statement)?.length !== times)
        throw new Error(`@preact/${name} has another shape, without ${statement}: see what it needs now.`);
      small = small.replace(statement, instead);
    }
    return { code: small, map: null };
  },
};

/** What all builds share: they run in the browsers of the last years, and never on a server. */
const common: UserConfig = {
  publicDir: false,
  appType: 'custom',
  plugins: [jsx],
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
};

/** ES chunks with a hash in their names, to be cached for ever. The manifest tells the names of the entries. */
const widget: UserConfig = {
  ...common,
  plugins: [jsx, withoutIdle],
  build: {
    outDir: 'dist/quotelet',
    target: 'es2022',
    // Browsers that know light-dark(), or each colour would be there twice.
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    sourcemap: 'hidden',
    manifest: 'manifest.json',
    // A library, because only then `import()` stays what it is, without a helper that preloads.
    lib: { entry: { widget: 'src/widget/mount/mount.ts', embed: 'src/embed/embed.ts' }, formats: ['es'] },
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /preact.hooks/, sideEffects: false }] },
      // Chunks that load later may import from the entry, so that it needs no second file behind it.
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: true,
        comments: false,
        entryFileNames: '[name]-[hash:6].js',
        chunkFileNames: '[name]-[hash:6].js',
        // What is asked for together travels together: fewer files, and one dictionary for the compressor. All else comes
        // by itself, on demand.
        codeSplitting: {
          groups: [
            // All that nearly every product needs on screen, one file: it packs better than two, and saves a journey.
            {
              name: 'widget',
              test: /widget\/mount\/(mount|after-load)\.|element-api\/coded-error\./,
              priority: 2,
            },
            // Nothing that is said needs its own copy of how it looks.
            { name: 'messages', test: /widget\/style\/messages\./, priority: 3 },
            {
              // What is said about answers: conflicts and messages.
              name: 'issues',
              test: /widget\/(questions\/(alerts|issues)|text\/issue-text)\.|src\/text\/(issue-in-words|shown-limit|day-in-words|date-format|unit-suffix)\./,
              includeDependenciesRecursively: false,
              priority: 1,
            },
            {
              // What is said about a submission that is refused.
              name: 'refused',
              test: /widget\/submit\/(error-list|objections)\./,
              includeDependenciesRecursively: false,
              priority: 2,
            },
            {
              // What a submission takes; others may share what these import.
              name: 'submit',
              test: /src\/(widget\/(submit\/|messages\/(dialect-messages|image-of)|style\/dialog)|configuration\/(enrich|flatten|picture-code))/,
              includeDependenciesRecursively: false,
              priority: 1,
            },
          ],
        },
      },
    },
  },
};

/** An entry in one file, which shares nothing with the widget: the more chunks share, the more files each of them takes. */
const alone = (name: string, entry: string): UserConfig => ({
  ...common,
  build: {
    outDir: 'dist/quotelet',
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: 'hidden',
    manifest: `${name}.json`,
    lib: { entry: { [name]: entry }, formats: ['es'] },
    rolldownOptions: { output: { minify: true, comments: false, entryFileNames: '[name]-[hash].js' } },
  },
});

/** What the loader fetches in place of the widget where that is behind an iframe. */
const isolated = alone('isolated', 'src/loader/isolated.ts');

/** What tells the page around a frame that there is nothing to show in it. */
const refusal = alone('refusal', 'src/embed/refusal.ts');

/** The one file with a fixed name: a classic script. `build.mjs` tells it the names of what it may fetch. */
const loader: UserConfig = {
  ...common,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: 'hidden',
    lib: {
      entry: 'src/loader/script.ts',
      formats: ['iife'],
      name: 'quotelet',
      fileName: () => 'quotelet.js',
    },
    rolldownOptions: { output: { comments: false } },
  },
};

/** The npm package: the same element for people with a bundler of their own. */
const packaged: UserConfig = {
  ...common,
  build: {
    outDir: 'dist/package',
    target: 'es2022',
    sourcemap: true,
    minify: false,
    lib: {
      entry: { index: 'src/loader/index.ts', auto: 'src/loader/auto.ts', host: 'src/host/index.ts' },
      formats: ['es'],
    },
    rolldownOptions: { output: { chunkFileNames: '[name].js' } },
  },
};

/** By mode: `package`, and the others for `build.mjs`, which puts them together. */
export default defineConfig(({ mode }) => {
  const configs: Readonly<Record<string, UserConfig>> = {
    widget,
    isolated,
    refusal,
    loader,
    package: packaged,
  };
  return configs[mode] ?? widget;
});
