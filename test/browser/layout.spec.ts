import { expect, test, type Page } from '@playwright/test';
import { openProduct, products } from './support/configurator.ts';

/** What has jumped so far without the shopper's doing, as browsers score it. */
const shift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & { value: number })[];
          resolve(shifts.reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(0), 500);
      }),
  );

for (const product of products)
  for (const [width, height] of [
    [1280, 900],
    [360, 740],
  ] as const) {
    test(`${product} at ${width}: nothing jumps while it loads`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      // Slow enough that each stage is painted: the bare page, the script, the product, the picture.
      await page.route(/quotelet|api\/v1/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 150));
        await route.continue();
      });
      await openProduct(page, product);
      await page.waitForTimeout(1000);
      expect(await shift(page)).toBe(0);
    });
  }

for (const product of products)
  for (const dir of ['ltr', 'rtl']) {
    test(`${product}: fits 320 px, ${dir}`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.addInitScript((wanted) => {
        document.addEventListener('DOMContentLoaded', () => (document.documentElement.dir = wanted));
      }, dir);
      await openProduct(page, product);
      await page.waitForTimeout(300);
      const [needs, has] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(needs).toBeLessThanOrEqual(has);
    });
  }
