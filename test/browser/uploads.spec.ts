import { expect, test, type Locator, type Page, type Route } from '@playwright/test';
import { button, configuration, element, heard, openProduct, record } from './support/configurator.ts';

// An upload goes on when its step is left, and no submission goes out without it.

const MODEL = { name: 'cube.stl', mimeType: 'model/stl', buffer: Buffer.from('solid cube\nendsolid cube\n') };

type Release = (how?: (route: Route) => Promise<void>, amount?: number) => Promise<void>;

/** Holds uploads back until they are released, as soon as there are so many. */
async function hold(page: Page): Promise<Release> {
  const held: Route[] = [];
  await page.route('**/api/v1/uploads*', (route) => void held.push(route));
  return async (how = (route) => route.continue(), amount = 1) => {
    await expect.poll(() => held.length).toBeGreaterThanOrEqual(amount);
    await Promise.all(held.splice(0).map(how));
  };
}

const file = (host: Locator) => host.locator('#model_file');
const progress = (host: Locator) => host.getByRole('progressbar', { name: 'Uploading' });

test('a button pressed during an upload says that it waits, and then sends the file along', async ({
  page,
}) => {
  await record(page);
  const release = await hold(page);
  const host = await openProduct(page, 'printed-part');
  await file(host).setInputFiles(MODEL);
  await button(host, 'message').click();
  await expect(host.getByText('A file is still being uploaded.').first()).toBeVisible();
  await page.waitForTimeout(600);
  expect(await heard(page, 'widget.added_to_cart')).toEqual([]);
  await release();
  await expect.poll(async () => (await heard(page, 'widget.added_to_cart')).length).toBe(1);
  const [added] = await heard(page, 'widget.added_to_cart');
  expect(JSON.stringify(added!.data.lines)).toContain('cube.stl');
  await expect(host.locator('[part~=notice]')).toHaveCount(0);
});

test('a page that reads the configuration waits for the upload, and is not held up otherwise', async ({
  page,
}) => {
  const release = await hold(page);
  const host = await openProduct(page, 'printed-part');
  await file(host).setInputFiles(MODEL);
  await expect(progress(host)).toBeVisible();
  const asked = configuration(host);
  await host.evaluate((one) =>
    (one as HTMLElement & { select(of: object): Promise<void> }).select({ infill: 30 }),
  );
  await release();
  const { selections } = await asked;
  expect(selections).toMatchObject({ model_file: { name: 'cube.stl' }, infill: 30 });
});

test('an upload goes on when its step is left, and the file is there afterwards', async ({ page }) => {
  const release = await hold(page);
  const host = await openProduct(page, 'printed-part');
  await file(host).setInputFiles(MODEL);
  await host.getByRole('button', { name: 'Next:' }).click();
  await expect(file(host)).toHaveCount(0);
  await host.getByRole('button', { name: 'Back' }).click();
  await expect(progress(host)).toBeVisible();
  await host.getByRole('button', { name: 'Next:' }).click();
  await release();
  expect((await configuration(host)).selections['model_file']).toMatchObject({ name: 'cube.stl' });
  await host.getByRole('button', { name: 'Back' }).click();
  await expect(host.getByText('cube.stl')).toBeVisible();
  await expect(progress(host)).toHaveCount(0);
});

test('a failed upload blocks the submission at its field, and can be tried again', async ({ page }) => {
  await record(page);
  const release = await hold(page);
  const host = await openProduct(page, 'printed-part');
  await file(host).setInputFiles(MODEL);
  await button(host, 'message').click();
  await release((route) => route.abort());
  await expect(host.getByText('There is a problem')).toBeVisible();
  await expect(file(host)).toHaveAttribute('aria-invalid', 'true');
  expect((await configuration(host)).valid).toBe(false);
  expect(await heard(page, 'widget.added_to_cart')).toEqual([]);

  await host.locator('[id="model_file-field"]').getByRole('button', { name: 'Try again' }).click();
  await release();
  await button(host, 'message').click();
  await expect.poll(async () => (await heard(page, 'widget.added_to_cart')).length).toBe(1);
  const [added] = await heard(page, 'widget.added_to_cart');
  expect(JSON.stringify(added!.data.lines)).toContain('cube.stl');
});

test('a file of the wrong kind blocks the submission until it is dismissed', async ({ page }) => {
  await record(page);
  const host = await openProduct(page, 'printed-part');
  await file(host).setInputFiles({ ...MODEL, name: 'cube.exe' });
  await button(host, 'message').click();
  await expect(host.getByText('There is a problem')).toBeVisible();
  expect(await heard(page, 'widget.added_to_cart')).toEqual([]);
  await host.getByRole('button', { name: 'Dismiss' }).click();
  await expect(file(host)).toHaveValue('');
  await button(host, 'message').click();
  await expect.poll(async () => (await heard(page, 'widget.added_to_cart')).length).toBe(1);
});

test('an upload is cancelled by the shopper, and by a reset', async ({ page }) => {
  const release = await hold(page);
  const host = await openProduct(page, 'printed-part');
  for (const give of ['Cancel', 'Reset']) {
    await file(host).setInputFiles(MODEL);
    await expect(progress(host)).toBeVisible();
    await host.getByRole('button', { name: give }).click();
    await expect(progress(host)).toHaveCount(0);
    expect((await configuration(host)).selections['model_file']).toBeUndefined();
  }
  await release((route) => route.fulfill({ status: 500, body: '' }).catch(() => {}));
  expect((await configuration(host)).selections['model_file']).toBeUndefined();
  await expect(element(page).getByText('could not be sent')).toHaveCount(0);
});

test('a submission that waits for an upload is cancelled with it', async ({ page }) => {
  await record(page);
  await hold(page);
  const host = await openProduct(page, 'printed-part');
  await file(host).setInputFiles(MODEL);
  await button(host, 'message').click();
  await expect(host.getByText('A file is still being uploaded.').first()).toBeVisible();
  await host.getByRole('button', { name: 'Cancel' }).click();
  await expect(host.locator('[part~=notice]')).toHaveCount(0);
  await page.waitForTimeout(400);
  expect(await heard(page, 'widget.added_to_cart')).toEqual([]);
});

test('the second of two files counts, whichever arrives first', async ({ page }) => {
  const release = await hold(page);
  const host = await openProduct(page, 'printed-part');
  await file(host).setInputFiles(MODEL);
  await expect(progress(host)).toBeVisible();
  await file(host).setInputFiles({ ...MODEL, name: 'sphere.stl' });
  await release((route) => route.continue().catch(() => {}), 2);
  await expect
    .poll(async () => (await configuration(host)).selections['model_file'])
    .toMatchObject({ name: 'sphere.stl' });
});
