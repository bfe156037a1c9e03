import { expect, test } from '@playwright/test';
import { button, sendContact } from './support/configurator.ts';
import { allowedHost } from './support/origins.ts';
import { bare, heard, messages, open, embeddings } from './support/embeddings.ts';

// Shopper and page can rely on the same behaviour, however the configurator is embedded in a page of another origin.

for (const embedding of embeddings)
  test.describe(embedding.name, () => {
    const last = async <Name extends Parameters<typeof heard>[2]>(
      page: Parameters<typeof heard>[0],
      name: Name,
    ) => (await heard(page, embedding, name)).at(-1)?.data;

    test('is ready once, and says with which product', async ({ page }) => {
      const inside = await open(page, embedding);
      await expect(inside.locator('[part~=total]')).toHaveText(/€/);
      await page.waitForLoadState('networkidle');
      expect((await heard(page, embedding, 'widget.ready')).map(({ data }) => data)).toEqual([
        {
          product_id: 'oak-table',
          product_version: expect.stringMatching(/./),
          // The page's, or the browser's for a bare frame, which cannot ask the page.
          language: embedding === bare ? 'en-US' : 'en',
        },
      ]);
      expect(await heard(page, embedding, 'widget.error')).toEqual([]);
      expect(await heard(page, embedding, 'configuration.changed')).toEqual([]);
    });

    test('reports what the shopper changes, and the new price', async ({ page }) => {
      const inside = await open(page, embedding);
      await inside.getByLabel('Length').fill('2400');
      await page.keyboard.press('Tab');
      await expect
        .poll(() => last(page, 'configuration.changed'))
        .toMatchObject({
          selections: { length: 2400 },
          quantity: 1,
          valid: true,
          changed: ['length', 'top_weight'],
        });
      const price = (await last(page, 'price.changed'))!;
      expect(price).toMatchObject({ state: 'base', currency: 'EUR' });
      await expect(inside.locator('[part~=total]')).toContainText(
        price.total_price!.toLocaleString('en', { minimumFractionDigits: 2 }),
      );
      const ids = [
        ...(await heard(page, embedding, 'configuration.changed')),
        ...(await heard(page, embedding, 'price.changed')),
      ].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    });

    test('reports which step is on screen', async ({ page }) => {
      const inside = await open(page, embedding);
      await inside.locator('[part~=step-button]').nth(2).click();
      await expect.poll(() => last(page, 'widget.step_changed')).toEqual({ step_id: 'base' });
    });

    test('reports why it cannot be submitted', async ({ page }) => {
      const inside = await open(page, embedding);
      await inside.getByLabel('Length').fill('90000');
      await page.keyboard.press('Tab');
      await button(inside, 'cart').click();
      await expect
        .poll(() => last(page, 'widget.validation_failed'))
        .toMatchObject({ button_id: 'cart', issues: [expect.objectContaining({ path: 'length' })] });
      await expect(inside.getByRole('group', { name: 'There is a problem' })).toBeFocused();
      expect(await heard(page, embedding, 'widget.added_to_cart')).toEqual([]);
    });

    test('fills the cart', async ({ page }) => {
      const inside = await open(page, embedding);
      await inside.getByLabel('Quantity', { exact: true }).fill('3');
      await page.keyboard.press('Tab');
      await button(inside, 'cart').click();
      await expect.poll(async () => (await heard(page, embedding, 'widget.added_to_cart')).length).toBe(1);
      const data = (await last(page, 'widget.added_to_cart'))!;
      expect(data).toMatchObject({
        button_id: 'cart',
        product_id: 'oak-table',
        quantity: 3,
        currency: 'EUR',
        submission_id: expect.stringMatching(/./),
        answer: { path: 'cart' },
      });
      expect(data.total_price).toBe((await last(page, 'price.changed'))!.total_price);
      expect(data.items[0]).toMatchObject({ product_name: 'Oak dining table' });
      expect(data.lines.length).toBeGreaterThan(5);
      expect(await last(page, 'widget.submitting')).toMatchObject({ button_id: 'cart', quantity: 3 });
    });

    test('asks for a quotation', async ({ page }) => {
      const inside = await open(page, embedding);
      await button(inside, 'quote').click();
      await sendContact(inside);
      await expect(inside.locator('[part~=success]')).toBeVisible();
      await expect.poll(async () => (await heard(page, embedding, 'quotation.created')).length).toBe(1);
      const data = (await last(page, 'quotation.created'))!;
      expect(data).toMatchObject({ button_id: 'quote', currency: 'EUR', answer: { path: 'quotation' } });
      await expect(inside.getByText(String(data.quotation_number))).toBeVisible();
    });

    test('only tells the page, if the button does no more', async ({ page }) => {
      const asked: string[] = [];
      page.on('request', (request) => request.url().includes('add-quote') && asked.push(request.url()));
      const inside = await open(page, embedding);
      await button(inside, 'message').click();
      await expect
        .poll(() => last(page, 'widget.added_to_cart'))
        .toMatchObject({ button_id: 'message', submission_id: null, answer: null });
      expect(asked).toEqual([]);
    });

    test('posts messages in four dialects, from one origin only', async ({ page }) => {
      const inside = await open(page, embedding, {
        attributes: { [embedding.element ? 'id' : 'instance']: 'mine' },
      });
      await inside.getByLabel('Length').fill('2400');
      await page.keyboard.press('Tab');
      await button(inside, 'cart').click();
      const said = async () => (await messages(page)).map(({ data }) => data);
      await expect
        .poll(said)
        .toContainEqual(expect.stringMatching(/^\{"action":"createQuotation","argument":"[^"]+"\}$/));
      const all = await messages(page);
      const from = embedding.name === 'inline' ? 'page' : 'frame';
      expect(all.map((each) => [each.origin, each.from])).toEqual(
        all.map(() => [embedding.speaks(allowedHost), from]),
      );
      const { total_price, submission_id } = (await last(page, 'widget.added_to_cart'))!;
      const { id } = (await heard(page, embedding, 'widget.added_to_cart'))[0]!;
      expect(await said()).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            source: 'quotelet',
            version: 1,
            instance: 'mine',
            id,
            event: 'widget.added_to_cart',
            timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
          }),
          expect.objectContaining({ name: 'cart.action', state: 'finished', button_id: 'cart' }),
          expect.objectContaining({
            type: 'QUOTE3D_ADD_TO_CART',
            totalPrice: total_price,
            quoteId: submission_id,
            currency: 'EUR',
          }),
          JSON.stringify({ action: 'createQuotation', argument: submission_id }),
        ]),
      );
      // Each of them is posted once.
      const own = (await said()).filter((data) => (data as { source?: string }).source === 'quotelet');
      const ids = own.map((data) => (data as { id?: string; type?: string }).id ?? 'hello');
      expect(new Set(ids).size).toBe(ids.length);
    });
  });
