import { defineConfig, type Plugin, type UserConfig } from 'vite';

// Whatever the environment says: a development build would be slow, or not run at all.
process.env['NODE_ENV'] = 'production';

/** JSX as calls of `h`, with children as arguments: the automatic runtime would add a second, larger way to create the same nodes. */
const jsx: Plugin = {
  name: 'jsx',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('.tsx') ? { code: `import { Fragment, h } from 'preact'; ${code}`, map: null } : undefined,
};

/**
 * Features of `@preact/signals` that no view of ours uses, which the linter makes sure of: signals in JSX as they stand, as
 * children (which takes `preact/hooks`) or attributes, and computed signals. A bundler cannot tell, and would ship 1.9 kB gzip
 * for nothing. Each entry: the package, a statement, how often it occurs, and its replacement, after which the bundler drops
 * the rest.
 */
const unused: readonly (readonly ['signals' | 'signals-core', RegExp, number, string])[] = [
  // The component that draws a signal as text: marked as pure, it is dropped.
  ['signals', /\w+\.displayName="ReactiveTextNode";/g, 1, ''],
  ['signals', /Object\.defineProperties\(\w+\.prototype/g, 1, '/*#__PURE__*/$&'],
  // Looks for signals among the attributes of each element.
  ['signals', /"string"==typeof \w+\.type/g, 3, '!1'],
  // Read by its developer tools only.
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
const withoutUnused: Plugin = {
  name: 'without-unused',
  transform(code, id) {
    const [, name] = /@preact.(signals(?:-core)?).dist/.exec(id) ?? [];
    if (name === undefined) return undefined;
    let small = code;
    for (const [, statement, times, instead] of unused.filter(([of]) => of === name)) {
      if (code.match(statement)?.length !== times)
        throw new Error(`@preact/${name} has another shape, without ${statement}: see what it needs now.`);
      small = small.replace(statement, instead);
    }
    return { code: small, map: null };
  },
};

/** Common to all builds, which run in browsers of recent years and never on a server. */
const common: UserConfig = {
  publicDir: false,
  appType: 'custom',
  plugins: [jsx],
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
};

/** ES chunks with a hash in their names, to be cached forever. The manifest lists the names of the entries. */
const widget: UserConfig = {
  ...common,
  plugins: [jsx, withoutUnused],
  build: {
    outDir: 'dist/quotelet',
    target: 'es2022',
    // Browsers that support light-dark(); for older ones, each colour would be there twice.
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    sourcemap: 'hidden',
    manifest: 'manifest.json',
    // A library, because only then `import()` stays as it is, without a preload helper.
    lib: { entry: { widget: 'src/widget/mount/mount.ts', embed: 'src/embed/embed.ts' }, formats: ['es'] },
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /preact.hooks/, sideEffects: false }] },
      // Lazy chunks may import from the entry, which therefore needs no second file beside it.
      preserveEntrySignatures: 'allow-extension',
      output: {
        // Names are left to Terser (build.mjs): it finds shorter ones where nobody has given short ones before.
        minify: { compress: true, mangle: false },
        comments: false,
        entryFileNames: '[name]-[hash:6].js',
        chunkFileNames: '[name]-[hash:6].js',
        // Modules that are needed together travel together: fewer files, and one dictionary for the compressor. All others
        // are chunks of their own, on demand.
        codeSplitting: {
          groups: [
            // Everything that nearly every product needs on screen, in one file: it compresses better than two, and saves a
            // round trip. And the errors of the element's methods, or they would come with the embed document, and inline
            // pages would run it.
            {
              name: 'widget',
              test: /widget\/mount\/(mount|after-load)\.|element-api\/coded-error\./,
              priority: 2,
            },
            // Shared by everything that shows a notice.
            { name: 'notices', test: /widget\/style\/notices\./, priority: 3 },
            {
              // Conflicts and messages about answers.
              name: 'issues',
              test: /widget\/(questions\/(alerts|issues)|text\/issue-text)\.|src\/text\/(issue-in-words|shown-limit|day-in-words|date-format|unit-suffix)\./,
              includeDependenciesRecursively: false,
              priority: 1,
            },
            {
              // Errors of a submission that is refused.
              name: 'refused',
              test: /widget\/submit\/(error-list|locate-field-errors)\./,
              includeDependenciesRecursively: false,
              priority: 2,
            },
            {
              // Everything that a submission needs; their own imports may be shared with others.
              name: 'submit',
              test: /src\/(widget\/(submit\/|messages\/(submission-messages|image-of)|style\/dialog)|configuration\/(enrich|flatten|picture-code)|dialects\/in-answer)/,
              includeDependenciesRecursively: false,
              priority: 1,
            },
          ],
        },
      },
    },
  },
};

/** An entry in one file that shares nothing with the widget: the more chunks share, the more files each of them takes. */
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

/** Fetched by the loader in place of the widget if that is behind an iframe. */
const isolated = alone('isolated', 'src/loader/isolated.ts');

/** Tells the page around a frame that there is nothing to show in it. */
const refusal = alone('refusal', 'src/embed/refusal.ts');

/** The one file with a fixed name: a classic script. `build.mjs` tells it the names of the files that it may fetch. */
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

/** The npm package: the same element, for those with a bundler of their own. */
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

/** By mode: `package`, and the others for `build.mjs`, which assembles them. */
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
