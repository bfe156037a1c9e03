import { defineConfig } from 'vitest/config';

/** Four kinds of tests, by folder: pure rooms, the widget and loader in happy-dom, the server over real HTTP, the tools. The real browser is playwright's (test/browser). */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          include: ['test/{contract,configuration,dialects,demo,tools}/**/*.test.{ts,tsx}'],
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
          include: ['test/server/**/*.test.ts'],
          globalSetup: ['test/server/support/postgres-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
