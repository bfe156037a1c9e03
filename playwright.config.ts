import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from './test/browser/support/find-chromium.ts';
import { allowedHost, companion, demoShop, strangeHost } from './test/browser/support/origins.ts';

const port = (origin: string) => new URL(origin).port;

/** The real browser, against the built files and a companion of its own with empty data. */
export default defineConfig({
  testDir: 'test/browser',
  testMatch: process.env['SCREENSHOTS'] ? '*.shots.ts' : '*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: companion,
    browserName: 'chromium',
    viewport: { width: 1280, height: 900 },
    launchOptions: { executablePath: await findChromium(), args: ['--no-sandbox', '--js-flags=--expose-gc'] },
  },
  webServer: [
    {
      command: 'node src/server/start.ts',
      url: `${companion}/healthz`,
      env: {
        PORT: port(companion),
        DEMO_SHOP_PORT: port(demoShop),
        QUOTELET_ENV: 'development',
        QUOTELET_DATA: mkdtempSync(join(tmpdir(), 'quotelet-browser-')),
        QUOTELET_ALLOWED_ORIGINS: allowedHost,
      },
      stdout: 'ignore',
      stderr: 'pipe',
      timeout: 120_000,
    },
    {
      command: `node test/browser/support/static-host.ts ${port(allowedHost)} ${port(strangeHost)}`,
      url: `${allowedHost}/index.html`,
      timeout: 30_000,
    },
  ],
});
