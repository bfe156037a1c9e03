import { expect, test } from '@playwright/test';
import { configuration, element, select } from './support/configurator.ts';
import { allowedHost } from './support/origins.ts';
import { servePage } from './support/serve-page.ts';

// An isolated element on its page: colours, space, links.

const one = '<quotelet-configurator product="oak-table" lang="en" isolate></quotelet-configurator>';

test('goes from light to dark with the page around it', async ({ page }) => {
  const url = await servePage(page, {
    origin: allowedHost,
    head: '<style>:root{color-scheme:light dark}body{color:CanvasText}</style>',
    body: one,
  });
  await page.goto(url);
  const title = page.frameLocator('iframe').locator('h2').first();
  await expect(title).toHaveCSS('color', 'rgb(0, 0, 0)');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(title).toHaveCSS('color', 'rgb(255, 255, 255)');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(title).toHaveCSS('color', 'rgb(0, 0, 0)');
});

test('keeps to its own space while it loads', async ({ page }) => {
  const url = await servePage(page, {
    origin: allowedHost,
    body: `<div style="max-width:600px;margin:auto">${one}</div>`,
  });
  await page.route('**/embed/*', async (route) => {
    await new Promise((wait) => setTimeout(wait, 1500));
    await route.continue();
  });
  await page.goto(url, { waitUntil: 'commit' });
  const frame = page.locator('iframe');
  await frame.waitFor({ state: 'attached' });
  const room = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const host = document.querySelector('quotelet-configurator')!;
    const { left, width } = host.shadowRoot!.querySelector('iframe')!.getBoundingClientRect();
    const box = host.parentElement!.getBoundingClientRect();
    return { over: scrollWidth - clientWidth, left: left - box.left, width: width - box.width };
  });
  expect(room).toEqual({ over: 0, left: 0, width: 0 });
});

test('of two alike, a share link restores the first', async ({ page }) => {
  const url = await servePage(page, { origin: allowedHost, body: one + one });
  await page.goto(url);
  await select(element(page), { length: 1830, quantity: 7 });
  const inside = page.frameLocator('iframe').first();
  await inside.getByRole('button', { name: 'Share', exact: true }).click();
  const link = await inside.locator('input[readonly]').inputValue();

  const elsewhere = await page.context().browser()!.newContext();
  const there = await elsewhere.newPage();
  await there.goto(link);
  const [first, second] = [element(there), there.locator('quotelet-configurator').nth(1)];
  expect((await configuration(first)).quantity).toBe(7);
  expect((await configuration(second)).quantity).toBe(1);
  await elsewhere.close();
});
