import { expect, test } from '@playwright/test';
import {
  button,
  configuration,
  heard,
  openProduct,
  record,
  select,
  sendContact,
} from './support/configurator.ts';
import { webhook, webhooks } from './support/receiver.ts';
import { heard as heardByPage, inline, isolated, open as openEmbedding } from './support/embeddings.ts';

test('a quotation: contact, 201, event, message and the webhook with the exact body', async ({
  page,
  request,
}) => {
  await record(page);
  await page.addInitScript(() => {
    const messages: unknown[] = [];
    Object.assign(window, { messages });
    addEventListener('message', ({ origin, data }) => origin === location.origin && messages.push(data));
  });
  const host = await openProduct(page, 'oak-table');
  await select(host, { material: 'rustic_oak', length: 2340 });
  const { price } = await configuration(host);

  const answered = page.waitForResponse('**/api/v1/add-quote');
  await button(host, 'quote').click();
  await sendContact(host);
  const response = await answered;
  expect(response.status()).toBe(201);
  const answer = (await response.json()) as Record<string, unknown>;
  expect(answer).toMatchObject({ path: 'quotation', total_price: price.total_price, currency: 'EUR' });

  const [created] = await heard(page, 'quotation.created');
  expect(created!.data).toMatchObject({
    quotation_id: answer['quotation_id'],
    quotation_number: answer['quotation_number'],
    pdf_url: answer['pdf_url'],
    items: answer['items'],
  });
  await expect(host.getByText(String(answer['quotation_number']))).toBeVisible();

  const messages = await page.evaluate(() => (window as unknown as { messages: unknown[] }).messages);
  expect(messages).toContainEqual({
    name: 'quotation',
    state: 'finished',
    productId: 'oak-table',
    total: price.total_price,
    quotation_id: answer['quotation_id'],
    pdf_url: answer['pdf_url'],
  });
  // The same in the other dialects and in our own.
  expect(messages).toContainEqual(
    `{"action":"createQuotation","argument":"${String(answer['quotation_id'])}"}`,
  );
  const facts = {
    quoteId: answer['quotation_id'],
    totalPrice: price.total_price,
    currency: 'EUR',
    material: 'Rustic oak',
    quantity: 1,
  };
  expect(messages).toContainEqual(
    expect.objectContaining({ type: 'QUOTE3D_RESULT', ...facts, data: expect.objectContaining(facts) }),
  );
  expect(messages).toContainEqual({
    source: 'quotelet',
    version: 1,
    instance: expect.stringMatching(/./),
    timestamp: expect.any(String),
    ...created,
  });

  const body = await webhook(
    request,
    ({ event, data }) => event === 'quotation.created' && data['quotation_id'] === answer['quotation_id'],
  );
  expect(Object.keys(body)).toEqual(['event', 'source', 'timestamp', 'data']);
  expect(body).toMatchObject({
    event: 'quotation.created',
    source: 'iconfigure',
    data: {
      quotation_number: answer['quotation_number'],
      pdf_url: answer['pdf_url'],
      total_price: price.total_price,
      language: 'EN',
      created_at: answer['created_at'],
      customer: { first_name: 'Ada', last_name: 'Byron', email: 'ada@example.com' },
      product_id: 'oak-table',
      items: answer['items'],
    },
  });
  const pdf = await request.get(String(answer['pdf_url']));
  expect(pdf.ok()).toBe(true);
});

test('the cart: no contact, cart.action, and the shop’s cart fills', async ({ page, request }) => {
  await record(page);
  const host = await openProduct(page, 'roller-blind');
  await select(host, { width: 1234 });
  const answered = page.waitForResponse('**/api/v1/add-quote');
  await button(host, 'cart').click();
  const answer = (await (await answered).json()) as Record<string, unknown>;
  expect(answer['path']).toBe('cart');
  await expect(page.locator('[data-cart-count]')).toHaveText('1');
  const [added] = await heard(page, 'widget.added_to_cart');
  expect(added!.data.submission_id).toBe(answer['submission_id']);

  const items = JSON.stringify(answer['items']);
  const body = await webhook(
    request,
    ({ event, data }) => event === 'cart.action' && JSON.stringify(data['items']) === items,
  );
  expect(body.data).toMatchObject({
    button_id: 'cart',
    product_id: 'roller-blind',
    language: 'EN',
    extra_fields: {},
  });

  await page.getByRole('link', { name: 'View cart' }).click();
  const line = page.locator('.lines > li');
  await expect(line).toHaveCount(1);
  await expect(line.getByText('Fabric')).toBeVisible();
  await expect(line.locator('img')).toHaveJSProperty('complete', true);
  expect(await line.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(
    0,
  );
  await page.getByRole('button', { name: /Remove/ }).click();
  await expect(page.getByText('Nothing in it yet.')).toBeVisible();
  await expect(page.locator('[data-cart-count]')).toHaveText('0');
});

test('a message to the page needs no network', async ({ page, context }) => {
  await record(page);
  const host = await openProduct(page, 'printed-part');
  // The first click loads the code for submitting; the second has nothing left to load.
  await button(host, 'message').click();
  await expect(page.locator('[data-cart-count]')).toHaveText('1');
  await page.waitForTimeout(1200);
  await context.setOffline(true);
  await select(host, { material: 'petg' });
  await button(host, 'message').click();
  await expect(page.locator('[data-cart-count]')).toHaveText('2');
  const added = await heard(page, 'widget.added_to_cart');
  expect(added.at(-1)!.data).toMatchObject({ button_id: 'message', submission_id: null, answer: null });
  expect(await heard(page, 'widget.error')).toEqual([]);
});

test('a double click submits once', async ({ page }) => {
  await record(page);
  const host = await openProduct(page, 'printed-part');
  let posts = 0;
  await page.route('**/api/v1/add-quote', (route) => {
    posts++;
    return route.continue();
  });
  await button(host, 'cart').dblclick();
  await expect(page.locator('[data-cart-count]')).toHaveText('1');
  await page.waitForTimeout(500);
  expect(posts).toBe(1);
  expect(await heard(page, 'widget.added_to_cart')).toHaveLength(1);
});

test('a lost response, a reload and another click: submitted once', async ({ page, request }) => {
  await record(page);
  let host = await openProduct(page, 'lift-slide-door');
  const reference = `lost-${Date.now()}`;
  await select(host, { reference });
  const keys: string[] = [];
  let lose = true;
  await page.route('**/api/v1/add-quote', async (route) => {
    keys.push(route.request().headers()['idempotency-key'] ?? '');
    const answer = await route.fetch();
    await (lose ? route.abort() : route.fulfill({ response: answer }));
  });
  await button(host, 'cart').click();
  await expect(host.locator('[part~=failure]')).toBeVisible();
  // The configuration is saved half a second after the last edit.
  await page.waitForTimeout(800);

  lose = false;
  await page.reload();
  host = await openProduct(page, 'lift-slide-door');
  expect((await configuration(host)).selections['reference']).toBe(reference);
  await button(host, 'cart').click();
  await expect(page.locator('[data-cart-count]')).toHaveText('1');
  expect(keys.length).toBeGreaterThanOrEqual(2);
  expect(new Set(keys).size).toBe(1);
  const sent = await webhooks(request, ({ data }) => JSON.stringify(data).includes(reference), 1);
  expect(sent).toHaveLength(1);
});

test('pressed too early, the button says what is missing and takes the shopper there', async ({ page }) => {
  await record(page);
  const host = await openProduct(page, 'lift-slide-door');
  await select(host, { width: null });
  await button(host, 'quote').click();
  const summary = host.getByRole('group', { name: 'There is a problem' });
  await expect(summary).toBeFocused();
  expect((await heard(page, 'widget.validation_failed')).length).toBe(1);
  await summary.getByRole('link').first().click();
  await expect(host.getByLabel('Frame width')).toBeFocused();
});

test('a page may stop a submission', async ({ page }) => {
  await record(page);
  const host = await openProduct(page, 'printed-part');
  await page.evaluate(() =>
    document.addEventListener('widget.submitting', (event) => event.preventDefault()),
  );
  await button(host, 'cart').click();
  await expect.poll(async () => (await heard(page, 'widget.submitting')).length).toBe(1);
  await page.waitForTimeout(300);
  expect(await heard(page, 'widget.added_to_cart')).toEqual([]);
});

for (const embedding of [inline, isolated])
  test(`${embedding.name}, with storage denied or full: a retry is the same submission`, async ({ page }) => {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      // Denied in a frame of another site, full on the page.
      if (window === top) Storage.prototype.setItem = refuse;
      else
        for (const name of ['localStorage', 'sessionStorage'])
          Object.defineProperty(window, name, { get: refuse });
    });
    const keys: string[] = [];
    const answers = ['lost', 503, 'lost', 201];
    await page.route('**/api/v1/add-quote', async (route) => {
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      const answer = answers[keys.length - 1];
      if (answer === 503) return route.fulfill({ status: 503, body: 'Later' });
      const response = await route.fetch();
      return answer === 'lost' ? route.abort() : route.fulfill({ response });
    });
    const inside = await openEmbedding(page, embedding);
    await button(inside, 'cart').click();
    for (let tried = 1; tried < 4; tried++) {
      await expect.poll(() => keys.length).toBe(tried);
      await inside.getByRole('button', { name: 'Try again' }).click();
    }
    await expect(inside.getByText('Added to the cart')).toBeVisible();
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(1);
    await page.waitForTimeout(1100);
    await button(inside, 'cart').click();
    await expect
      .poll(async () => (await heardByPage(page, embedding, 'widget.added_to_cart')).length)
      .toBe(2);
    expect(keys).toHaveLength(5);
    expect(keys[4]).not.toBe(keys[0]);
  });
