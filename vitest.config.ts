import { defineConfig } from 'vitest/config';

/** Kinds of tests, by folder: pure rooms and tools, the widget and loader in happy-dom, the server over real HTTP, the npm package as others install it. The real browser is playwright's (test/browser). */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          include: [
            'test/{contract,expressions,text,engine,product-compiler,product-linter,configuration,drawing,element-api,dialects,demo,tools}/**/*.test.{ts,tsx}',
          ],
          exclude: ['test/demo/server/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          environment: 'happy-dom',
          include: ['test/{widget,loader,bridge,embed,host}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/page-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          environment: 'node',
          include: ['test/{server,demo/server}/**/*.test.ts'],
          globalSetup: ['test/server/support/postgres-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          environment: 'node',
          include: ['test/package/**/*.test.ts'],
          // Never beside others: it builds and installs, and would take their time away.
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
