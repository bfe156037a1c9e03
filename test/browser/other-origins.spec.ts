import { expect, test } from '@playwright/test';
import {
  button,
  configuration,
  element,
  heard,
  open,
  record,
  select,
  sendContact,
} from './support/configurator.ts';
import { allowedHost, companion, strangeHost } from './support/origins.ts';
import { servePage } from './support/serve-page.ts';

const body = `<quotelet-configurator product="oak-table"><a href="#">Ask us</a></quotelet-configurator>`;

test('on an allowed origin the companion’s widget configures and submits', async ({ page }) => {
  await record(page);
  const host = await open(page, await servePage(page, { origin: allowedHost, body }));
  await select(host, { length: 2100 });
  const answered = page.waitForResponse('**/api/v1/add-quote');
  await button(host, 'quote').click();
  await sendContact(host);
  expect((await answered).status()).toBe(201);
  await expect.poll(async () => (await heard(page, 'quotation.created')).length).toBe(1);
});

test('an origin that is not allowed is refused, and the page is told why', async ({ page }) => {
  await record(page);
  await page.goto(await servePage(page, { origin: strangeHost, body }));
  await expect.poll(async () => (await heard(page, 'widget.error')).length).toBe(1);
  const [{ data }] = (await heard(page, 'widget.error')) as [
    Awaited<ReturnType<typeof heard<'widget.error'>>>[0],
  ];
  expect(data.message).toContain(strangeHost);
  await expect(page.getByRole('link', { name: 'Ask us' })).toBeVisible();
});

test('a static host without a companion: the product file, the widget and a message to the page', async ({
  page,
}) => {
  await record(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const host = await open(page, `${strangeHost}/static/index.html`);
  await host.getByText('Brass').click();
  await expect.poll(async () => (await configuration(host)).selections['material']).toBe('brass');
  await button(host, 'message').click();
  await expect(page.locator('[data-cart-count]')).toHaveText('1');
  expect(asked.filter((url) => !url.startsWith(strangeHost) && !url.startsWith('data:'))).toEqual([]);
  expect(asked.filter((url) => url.startsWith(companion))).toEqual([]);

  await page.getByRole('link', { name: 'View cart' }).click();
  await expect(page.locator('.lines > li')).toContainText('Brass');
});

test('a bare listener hears each message once', async ({ page }) => {
  const host = await open(page, `${companion}/listener.html`);
  await button(host, 'message').click();
  const messages = page.locator('[data-heard] article');
  await expect(messages).toHaveCount(1);
  await expect(messages).toContainText('cart.action');
  const said = JSON.parse((await messages.locator('pre').textContent())!) as Record<string, unknown>;
  expect(Object.keys(said)).toEqual([
    'name',
    'state',
    'button_id',
    'productId',
    'product_id',
    'dealer_id',
    'dealer_product_id',
    'language',
    'extra_fields',
    'items',
  ]);
  await expect(element(page)).toBeVisible();
});
