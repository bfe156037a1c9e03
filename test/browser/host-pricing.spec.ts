import { expect, test, type Locator, type Page } from '@playwright/test';
import type { QuoteletConfigurator } from '../../src/loader/index.ts';
import { button, configuration, select } from './support/configurator.ts';
import { heard, inline, isolated, open, type Embedding } from './support/embeddings.ts';

// Prices from the page, however its replies and the shopper's edits overlap.

const host = (page: Page) => page.locator('quotelet-configurator').first();
const total = (inside: Locator) => inside.locator('[part~=total]');

/** Has the page answer with a tenth of the length plus 0.5, after so many ms; `Infinity`: not before `answerAll`. */
const priceAfter = (page: Page, ms: number) =>
  host(page).evaluate((tag, ms) => {
    const late: (() => void)[] = [];
    Object.assign(window, { late });
    (tag as QuoteletConfigurator).pricing = ({ configuration: { selections, quantity } }) =>
      new Promise((resolve) => {
        const answer = () => resolve({ total_price: (Number(selections['length']) / 10 + 0.5) * quantity });
        late.push(answer);
        if (Number.isFinite(ms)) setTimeout(answer, ms);
      });
  }, ms);
const answerAll = (page: Page) =>
  page.evaluate(() => (window as unknown as { late: (() => void)[] }).late.forEach((answer) => answer()));
const state = async (page: Page) => (await configuration(host(page))).price.state;

async function retype(inside: Locator, page: Page, text: string): Promise<void> {
  await inside.getByLabel('Length').selectText();
  await page.keyboard.type(text, { delay: 30 });
  await page.keyboard.press('Tab');
}

for (const embedding of [inline, isolated] satisfies Embedding[])
  test.describe(embedding.name, () => {
    test('answering a question with the same value again loses no price', async ({ page }) => {
      const inside = await open(page, embedding);
      await priceAfter(page, 900);
      await expect.poll(() => state(page)).toBe('pending');
      await retype(inside, page, '2000');
      await select(host(page), { length: 2000, material: 'oak', quantity: 1 });
      await inside.getByText('Updating…').first().waitFor();
      await retype(inside, page, '200 cm');
      await expect(total(inside)).toHaveText('€200.50');
      await expect(inside.getByText('Updating…')).toHaveCount(0);
      await retype(inside, page, '2000');
      await page.waitForTimeout(600);
      expect((await configuration(host(page))).price).toMatchObject({
        state: 'adjusted',
        total_price: 200.5,
      });
    });

    test('a confirmation ends, whatever is answered again meanwhile, and happens once however often the button is pressed', async ({
      page,
    }) => {
      const inside = await open(page, embedding);
      await priceAfter(page, Infinity);
      await expect.poll(() => state(page)).toBe('pending');
      await button(inside, 'message').dblclick();
      await inside.getByText('Confirming final price…').first().waitFor();
      await retype(inside, page, '2000');
      await select(host(page), { length: 2000 });
      await button(inside, 'message').click();
      await page.waitForTimeout(500);
      expect(await heard(page, embedding, 'widget.added_to_cart')).toEqual([]);
      await answerAll(page);
      await expect(total(inside)).toHaveText('€200.50');
      await expect(inside.getByText('Confirming final price…')).toHaveCount(0);
      await page.waitForTimeout(300);
      const added = await heard(page, embedding, 'widget.added_to_cart');
      expect(added.map(({ data }) => data.total_price)).toEqual([200.5]);
    });

    test('a submission goes out at its own price, though the shopper goes on', async ({ page }) => {
      const inside = await open(page, embedding);
      await priceAfter(page, Infinity);
      await expect.poll(() => state(page)).toBe('pending');
      await button(inside, 'message').click();
      await inside.getByText('Confirming final price…').first().waitFor();
      await retype(inside, page, '2500');
      await expect(inside.getByText('Confirming final price…')).toHaveCount(0);
      await page.waitForTimeout(400);
      await answerAll(page);
      await expect.poll(async () => (await heard(page, embedding, 'widget.added_to_cart')).length).toBe(1);
      const [added] = await heard(page, embedding, 'widget.added_to_cart');
      expect(added!.data.total_price).toBe(200.5);
      expect(JSON.stringify(added!.data.items)).toContain('2000');
      await expect
        .poll(async () => {
          await answerAll(page);
          return total(inside).textContent();
        })
        .toBe('€250.50');
    });

    test('undo and redo while both prices are pending: the price of what is on screen', async ({ page }) => {
      const inside = await open(page, embedding);
      await priceAfter(page, 700);
      await retype(inside, page, '2500');
      await page.waitForTimeout(500);
      await page.keyboard.press('Escape');
      await inside.getByRole('button', { name: 'Undo' }).click();
      await expect(total(inside)).toHaveText('€200.50');
      await inside.getByRole('button', { name: 'Redo' }).click();
      await expect(total(inside)).toHaveText('€250.50');
      // The price of a configuration that is priced already comes at once.
      await inside.getByRole('button', { name: 'Undo' }).click();
      await expect(total(inside)).toHaveText('€200.50', { timeout: 500 });
      expect(await state(page)).toBe('adjusted');
    });

    test('a reply that does not come in time is given up, and shown when it comes after all', async ({
      page,
    }) => {
      const inside = await open(page, embedding);
      await priceAfter(page, Infinity);
      await expect.poll(() => state(page)).toBe('pending');
      await button(inside, 'message').click();
      await inside.getByText('Confirming final price…').first().waitFor();
      await inside.getByText('could not be confirmed in time').first().waitFor({ timeout: 15_000 });
      await expect(inside.getByText(/Confirming|Updating/)).toHaveCount(0);
      const ours = await total(inside).textContent();
      await expect.poll(async () => (await heard(page, embedding, 'widget.added_to_cart')).length).toBe(1);
      await answerAll(page);
      await expect(total(inside)).toHaveText('€200.50');
      expect(ours).not.toBe('€200.50');
      await expect(inside.getByText('could not be confirmed')).toHaveCount(0);
    });

    test('another pricing function, or none, during a confirmation', async ({ page }) => {
      const inside = await open(page, embedding);
      await priceAfter(page, Infinity);
      await expect.poll(() => state(page)).toBe('pending');
      await button(inside, 'message').click();
      await inside.getByText('Confirming final price…').first().waitFor();
      await priceAfter(page, 100);
      await expect.poll(async () => (await heard(page, embedding, 'widget.added_to_cart')).length).toBe(1);
      expect((await heard(page, embedding, 'widget.added_to_cart'))[0]!.data.total_price).toBe(200.5);

      await priceAfter(page, Infinity);
      await retype(inside, page, '2500');
      await button(inside, 'message').click();
      await inside.getByText('Confirming final price…').first().waitFor();
      await host(page).evaluate((tag) => ((tag as QuoteletConfigurator).pricing = null));
      await expect.poll(async () => (await heard(page, embedding, 'widget.added_to_cart')).length).toBe(2);
      const { price } = await configuration(host(page));
      expect((await heard(page, embedding, 'widget.added_to_cart'))[1]!.data.total_price).toBe(
        price.total_price,
      );
      expect(price.state).toBe('base');
      await expect(inside.getByText(/Confirming|Updating/)).toHaveCount(0);
    });

    test('in another currency, the page’s price is in that one', async ({ page }) => {
      const inside = await open(page, embedding);
      await priceAfter(page, 300);
      await expect(total(inside)).toHaveText('€200.50');
      await host(page).evaluate((tag) => tag.setAttribute('currency', 'USD'));
      await expect(total(inside)).toContainText('$');
      await expect(total(inside)).toHaveText('$200.50');
    });
  });
