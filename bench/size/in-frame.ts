import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../../test/browser/support/find-chromium.ts';
import { startProcess } from '../server/start-process.ts';
import { root } from './bundle.ts';
import { measure, sum, type Size } from './measure.ts';

const products = ['oak-table', 'lift-slide-door', 'roller-blind', 'printed-part'] as const;

/** What the embed document of each demo product asks for in a real browser until it rests; language files apart, which grow with the languages. */
export async function measureInFrame(): Promise<{ readonly product: string; readonly size: Size }[]> {
  const data = mkdtempSync(join(tmpdir(), 'quotelet-size-'));
  const companion = await startProcess([join(root, 'src/server/start.ts')], {
    PORT: '0',
    HOST: '127.0.0.1',
    QUOTELET_ENV: 'development',
    QUOTELET_DATA: data,
  });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
  try {
    const measured = [];
    for (const product of products) {
      const page = await browser.newPage();
      const files: Promise<Size>[] = [];
      page.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (!pathname.startsWith('/quotelet') || /\/(en|nl|de)-[^/]*\.js$/.test(pathname)) return;
        files.push(response.body().then(measure));
      });
      await page.goto(`${companion.address}/embed/${product}?lang=en`);
      await page.locator('[part~=widget]').first().waitFor();
      await page.waitForLoadState('networkidle');
      measured.push({ product, size: sum(await Promise.all(files)) });
      await page.close();
    }
    return measured;
  } finally {
    await browser.close();
    await companion.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
