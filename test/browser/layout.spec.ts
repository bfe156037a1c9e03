import { expect, test, type Page } from '@playwright/test';
import { openProduct, products } from './support/configurator.ts';
import { servePage } from './support/serve-page.ts';

/** The layout shift so far, as browsers score it, without what the shopper has caused. */
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

test('a page that jumps is found out', async ({ page }) => {
  await page.goto(await servePage(page, { body: '<p>Stays</p>' }));
  await page.evaluate(async () => {
    const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await painted();
    document.querySelector('main')!.insertAdjacentHTML('afterbegin', '<div style="height: 300px"></div>');
    await painted();
  });
  expect(await shift(page)).toBeGreaterThan(0);
});

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

test('a breakdown longer than its card keeps the totals in sight, and fades out above them', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const host = await openProduct(page, 'lift-slide-door');
  const card = host.locator('[part~=summary]');
  await expect(card.getByText('Gross')).toBeVisible();
  expect(await card.evaluate((each) => each.scrollHeight - each.clientHeight)).toBeGreaterThan(50);
  for (const end of [0, 9999]) {
    await card.evaluate((each, to) => each.scrollTo(0, to), end);
    const [frame, totals] = [(await card.boundingBox())!, (await card.locator('.totals').boundingBox())!];
    expect(totals.y + totals.height).toBeLessThanOrEqual(frame.y + frame.height);
    expect(totals.y + totals.height).toBeGreaterThan(frame.y + frame.height - 24);
  }
  // Scrolled to the end, no line is under the fade.
  const [fade = 0, last] = await card.evaluate((each) => {
    const totals = each.querySelector('.totals')!;
    const rows = each.querySelectorAll('dl:not(.totals) dd');
    return [
      totals.getBoundingClientRect().top - parseFloat(getComputedStyle(totals, '::before').height) / 2,
      rows[rows.length - 1]!.getBoundingClientRect().bottom,
    ];
  });
  expect(last).toBeLessThanOrEqual(fade);
});

test('a choice that has the focus has one ring', async ({ page }) => {
  const host = await openProduct(page, 'lift-slide-door');
  await host.locator('input[type=radio]:checked').first().focus();
  await page.keyboard.press('ArrowDown');
  const radio = host.locator('input:focus');
  const choice = host.locator('.choice:has(:focus)');
  await expect(choice).toHaveCSS('outline-style', 'solid');
  await expect(radio).toHaveCSS('outline-style', 'none');
  await page.emulateMedia({ forcedColors: 'active' });
  await expect(radio).toHaveCSS('outline-style', 'solid');
});
