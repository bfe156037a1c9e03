import { expect, test, type Page } from '@playwright/test';
import { button, configuration } from './support/configurator.ts';
import { allowedHost, companion } from './support/origins.ts';
import { heard, messages, open, embeddings } from './support/embeddings.ts';

// What a configurator starts with, however it is embedded in a page of another origin.

/** Serves a changed oak table. */
const change = (page: Page, by: (product: Record<string, unknown>) => object) =>
  page.route('**/api/v1/products/oak-table', async (route) => {
    const response = await route.fetch();
    const product = (await response.json()) as Record<string, unknown>;
    await route.fulfill({ response, json: { ...product, ...by(product) } });
  });

for (const embedding of embeddings)
  test.describe(embedding.name, () => {
    test('starts with the answers that the page gives', async ({ page }) => {
      const inside = await open(page, embedding, {
        features: { material: 'rustic_oak', length: 1800, quantity: 3 },
      });
      await expect(inside.getByRole('radio', { name: /Rustic oak/ })).toBeChecked();
      expect(await configuration(inside)).toMatchObject({
        quantity: 3,
        selections: { material: 'rustic_oak', length: 1800 },
      });
      expect(await heard(page, embedding, 'widget.error')).toEqual([]);
    });

    test('leaves out answers that it cannot read, and reports them', async ({ page }) => {
      const inside = await open(page, embedding, {
        features: { material: 'rustic_oak', colour: 'blue', length: 'long' },
      });
      expect((await configuration(inside)).selections).toMatchObject({
        material: 'rustic_oak',
        length: 2000,
      });
      await expect
        .poll(async () => (await heard(page, embedding, 'widget.error')).map(({ data }) => data))
        .toEqual([{ code: 'unknown_feature', message: expect.stringContaining('colour') }]);
      expect(await heard(page, embedding, 'widget.ready')).toHaveLength(1);
    });

    test('has the language, currency, step and theme that the page wants', async ({ page }) => {
      const attributes = { lang: 'de', currency: 'GBP', step: 'base', theme: 'dark' };
      const inside = await open(page, embedding, { attributes });
      await expect(inside.locator('[part~=step-button][aria-current]')).toContainText(/Beine|Gestell/);
      await expect(inside.getByRole('button', { name: 'Angebot anfordern' })).toBeVisible();
      await expect(inside.locator('[part~=total]')).toContainText('£');
      expect((await heard(page, embedding, 'widget.ready'))[0]!.data.language).toBe('de');
      expect(await inside.evaluate((element) => getComputedStyle(element).colorScheme)).toBe('dark');
    });

    test('has the buttons of the output that the page wants', async ({ page }) => {
      await change(page, ({ outputs }) => {
        const [main] = outputs as [{ buttons: { id: string }[] }];
        const fair = { ...main, id: 'fair', buttons: main.buttons.filter(({ id }) => id === 'message') };
        return { outputs: [main, fair] };
      });
      const inside = await open(page, embedding, { attributes: { output: 'fair' } });
      await expect(inside.locator('[part~=buttons] button, button[value]')).toHaveCount(1);
      await expect(button(inside, 'message')).toBeVisible();
    });

    test('its share link restores the configuration on the page it was made on', async ({
      page,
      browser,
    }) => {
      const inside = await open(page, embedding);
      await inside.getByLabel('Length').fill('1830');
      await inside.getByText('Smoked oak').first().click();
      await inside.getByRole('button', { name: 'Share', exact: true }).click();
      const link = await inside.locator('input[readonly]').inputValue();
      // A bare frame knows only the origin of the page around it, so its link leads to the configurator alone.
      expect(new URL(link).origin).toBe(embedding.element ? allowedHost : companion);
      if (embedding.element) expect(link.split('#')[0]).toBe(page.url());

      const elsewhere = await browser.newContext();
      const there = await elsewhere.newPage();
      await there.goto(link);
      const again = embedding.element ? embedding.inside(there) : there.locator('quotelet-configurator');
      await again.locator('[part~=widget]').waitFor();
      expect((await configuration(again)).selections).toMatchObject({ length: 1830, material: 'smoked_oak' });
      await elsewhere.close();
    });

    test('the configuration is there again after a reload', async ({ page }) => {
      const inside = await open(page, embedding);
      await inside.getByText('Smoked oak').first().click();
      await page.waitForTimeout(900);
      await page.reload();
      await inside.locator('[part~=widget]').waitFor();
      expect((await configuration(inside)).selections['material']).toBe('smoked_oak');
      await inside.getByRole('button', { name: 'Start over' }).click();
      expect((await configuration(inside)).selections['material']).toBe('oak');
    });

    test('tells the page’s tag manager, if the product allows it', async ({ page }) => {
      await change(page, () => ({ analytics: true }));
      const inside = await open(page, embedding);
      const entries = async (): Promise<unknown[]> =>
        embedding.element
          ? page.evaluate(() => (window as { dataLayer?: object[] }).dataLayer ?? [])
          : (await messages(page))
              .map(({ data }) => data as { event?: string; data?: unknown })
              .filter(({ event }) => event === 'widget.tracked')
              .map(({ data }) => data);
      const named = async () => (await entries()).map((entry) => (entry as { event: string }).event);
      await expect.poll(named).toEqual(['ic_setup']);
      await inside.getByLabel('Quantity', { exact: true }).fill('2');
      await page.keyboard.press('Tab');
      await expect.poll(named).toEqual(['ic_setup', 'ic_update']);
      await button(inside, 'cart').click();
      await expect.poll(named).toEqual(['ic_setup', 'ic_update', 'ic_finish']);
      const { data } = (await heard(page, embedding, 'widget.added_to_cart'))[0]!;
      expect((await entries()).at(-1)).toMatchObject({
        product_id: 'oak-table',
        value: data.total_price,
        currency: 'EUR',
        quantity: 2,
        path: 'cart',
        button_id: 'cart',
        transaction_id: data.submission_id,
      });
    });
  });
