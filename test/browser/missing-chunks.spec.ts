import { expect, test, type Page } from '@playwright/test';
import { button, configuration, element, openProduct } from './support/configurator.ts';
import { chunkUrl } from './support/chunk-url.ts';
import { companion } from './support/origins.ts';

// A browser remembers a failed import until the page is reloaded, so the shopper is told to.

const message = 'could not be loaded';

/** Makes requests for a chunk fail. @returns a function that lets them succeed again */
async function breakChunk(page: Page, name: string): Promise<() => Promise<void>> {
  const pattern = chunkUrl(name);
  await page.route(pattern, (route) => route.abort());
  return () => page.unroute(pattern);
}

test('a submission whose code cannot be loaded says so; after a reload the configuration is still there', async ({
  page,
}) => {
  const restoreChunk = await breakChunk(page, 'submit');
  let host = await openProduct(page, 'oak-table');
  await host.getByText('Smoked oak').first().click();
  await page.waitForTimeout(900);
  await button(host, 'message').click();
  await expect(host.getByRole('alert')).toContainText(message);
  expect((await configuration(host)).selections['material']).toBe('smoked_oak');
  const code = await host.evaluate((each: HTMLElementTagNameMap['quotelet-configurator']) =>
    each.submit('message').catch((error: { code?: string }) => error.code),
  );
  expect(code).toBe('not_loaded');

  await restoreChunk();
  await page.reload();
  host = element(page);
  expect((await configuration(host)).selections['material']).toBe('smoked_oak');
  await button(host, 'message').click();
  await expect(host.locator('[part~=success]')).toBeVisible();
});

test('the contact form', async ({ page }) => {
  await breakChunk(page, 'submit');
  const host = await openProduct(page, 'oak-table');
  await button(host, 'quote').click();
  await expect(host.getByRole('alert')).toContainText(message);
});

test('the error list of a submission', async ({ page }) => {
  await breakChunk(page, 'refused');
  const host = await openProduct(page, 'oak-table');
  await host.getByLabel('Length').fill('');
  await page.keyboard.press('Tab');
  await button(host, 'quote').click();
  await expect(host.getByRole('alert')).toContainText(message);
});

test('the toolbar', async ({ page }) => {
  await breakChunk(page, 'run-command');
  const host = await openProduct(page, 'oak-table');
  await host.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(host.getByRole('alert')).toContainText(message);
});

test('autosave: at the first change, when little is lost', async ({ page }) => {
  await breakChunk(page, 'after-pause');
  const host = await openProduct(page, 'oak-table');
  await host.getByText('Smoked oak').first().click();
  await expect(host.getByRole('alert')).toContainText(message);
});

test('everything that nearly every product shows comes in one file, so that no part of it can be missing', async ({
  page,
}) => {
  const files: string[] = [];
  page.on('request', (request) => files.push(new URL(request.url()).pathname));
  await page.goto(`${companion}/oak-table.html`);
  await expect(element(page).getByRole('button', { name: 'Share', exact: true })).toBeVisible();
  const chunks = files.filter((file) => /^\/quotelet\/(?!en-).*\.js$/.test(file));
  expect(chunks).toEqual([expect.stringMatching(/^\/quotelet\/widget-[^/]*\.js$/)]);
});

test('an input, in its place', async ({ page }) => {
  await breakChunk(page, 'file-input');
  const host = await openProduct(page, 'printed-part');
  await expect(host.locator('[part~=field]', { hasText: message })).toHaveCount(1);
});

test('the parser of unusual formats: the entry counts as not understood, and the old value is not kept', async ({
  page,
}) => {
  await breakChunk(page, 'parse-number');
  const host = await openProduct(page, 'oak-table');
  await host.getByLabel('Length').fill('7 ft');
  await page.keyboard.press('Tab');
  await expect(host.locator('[id=length-note]')).toBeVisible();
  expect((await configuration(host)).selections).not.toHaveProperty('length');
});

test('if everything is loaded, none of these messages appears', async ({ page }) => {
  const host = await openProduct(page, 'printed-part');
  await page.waitForLoadState('networkidle');
  await expect(host.getByText(message)).toHaveCount(0);
});
