import { expect, test, type Locator, type Page } from '@playwright/test';
import type { QuoteletConfigurator } from '../../src/loader/index.ts';
import { button, configuration, select } from './support/configurator.ts';
import { heard, open, embeddings } from './support/embeddings.ts';

// Methods and properties of the element work the same inline and behind an iframe. A bare iframe has none.

const host = (page: Page) => page.locator('quotelet-configurator').first();

/** Calls a method. @returns its result as `done`, or the error as a script of the page sees it */
const call = (of: Locator, method: 'select' | 'goToStep' | 'submit', given: string | object) =>
  of.evaluate(
    async (element, [name, value]) => {
      const run = (element as unknown as Record<string, (value: unknown) => Promise<unknown>>)[
        name as string
      ]!;
      return run.call(element, value).then(
        (result) => ({ done: result ?? true }),
        (error: Error & { code?: string; issues?: unknown[] }) => ({
          isError: error instanceof Error,
          message: error.message,
          code: error.code,
          issues: error.issues,
        }),
      );
    },
    [method, given] as const,
  );

for (const embedding of embeddings.filter(({ element }) => element))
  test.describe(embedding.name, () => {
    test('reads, selects, turns to a step, resets', async ({ page }) => {
      const inside = await open(page, embedding);
      const element = host(page);
      await select(element, { length: 2350, material: 'smoked_oak', quantity: 2 });
      await expect(inside.getByLabel('Length')).toHaveValue(/2,?350/);
      const report = await configuration(element);
      expect(report).toMatchObject({
        product_id: 'oak-table',
        quantity: 2,
        valid: true,
        issues: [],
        selections: { length: 2350, material: 'smoked_oak' },
        price: { state: 'base', currency: 'EUR' },
      });
      await expect(inside.locator('[part~=total]')).toContainText(
        report.price.total_price!.toLocaleString('en', { minimumFractionDigits: 2 }),
      );
      await call(element, 'goToStep', 'service');
      await expect(inside.locator('[part~=step-button][aria-current]')).toContainText('delivery');
      await element.evaluate((tag) => (tag as QuoteletConfigurator).reset());
      expect((await configuration(element)).selections).toMatchObject({ length: 2000, material: 'oak' });
    });

    test('rejects with codes', async ({ page }) => {
      await open(page, embedding);
      const element = host(page);
      expect(await call(element, 'select', { colour: 'blue' })).toMatchObject({
        isError: true,
        code: 'unknown_feature',
        message: expect.stringMatching(/colour/),
      });
      expect(await call(element, 'select', { length: true })).toMatchObject({ code: 'wrong_type' });
      expect(await call(element, 'goToStep', 'attic')).toMatchObject({ isError: true, code: 'unknown_step' });
      expect(await call(element, 'submit', 'give')).toMatchObject({ isError: true, code: 'unknown_button' });
      await select(element, { length: 90_000 });
      expect(await call(element, 'submit', 'cart')).toMatchObject({
        isError: true,
        code: 'invalid',
        issues: [expect.objectContaining({ path: 'length' })],
      });
    });

    test('submits, and hears the answer', async ({ page }) => {
      const inside = await open(page, embedding);
      const element = host(page);
      expect(await call(element, 'submit', 'cart')).toMatchObject({
        done: { button_id: 'cart', answer: { path: 'cart', currency: 'EUR' } },
      });
      const asked = call(element, 'submit', 'quote');
      await inside.getByRole('button', { name: 'Send request' }).waitFor();
      await page.keyboard.press('Escape');
      expect(await asked).toMatchObject({ isError: true, code: 'cancelled' });
    });

    test('submits nothing if the page prevents it', async ({ page }) => {
      const asked: string[] = [];
      page.on('request', (request) => request.url().includes('add-quote') && asked.push(request.url()));
      const inside = await open(page, embedding);
      await page.evaluate(() =>
        document.addEventListener('widget.submitting', (event) => event.preventDefault(), { once: true }),
      );
      await button(inside, 'cart').click();
      await expect.poll(async () => (await heard(page, embedding, 'widget.submitting')).length).toBe(1);
      await page.waitForTimeout(300);
      expect(asked).toEqual([]);
      await button(inside, 'cart').click();
      await expect.poll(async () => (await heard(page, embedding, 'widget.added_to_cart')).length).toBe(1);
      expect(asked).toHaveLength(1);
      expect(await heard(page, embedding, 'widget.submitting')).toHaveLength(2);
    });

    test('follows the attributes', async ({ page }) => {
      const inside = await open(page, embedding);
      const element = host(page);
      const set = (name: string, value: string) =>
        element.evaluate((tag, [name, value]) => tag.setAttribute(name!, value!), [name, value]);
      await set('currency', 'USD');
      await expect(inside.locator('[part~=total]')).toContainText('$');
      await set('step', 'base');
      await expect(inside.locator('[part~=step-button][aria-current]')).toContainText('Legs');
      await set('select', '{"length":1750}');
      await expect.poll(async () => (await configuration(element)).selections['length']).toBe(1750);
      await set('theme', 'dark');
      await expect.poll(() => inside.evaluate((tag) => getComputedStyle(tag).colorScheme)).toBe('dark');
      await set('lang', 'nl');
      await expect(inside.getByRole('button', { name: 'Offerte aanvragen' })).toBeVisible();
      await set('product', 'printed-part');
      await expect.poll(async () => (await configuration(element)).product_id).toBe('printed-part');
    });

    test('shows the page’s own price, and submits it', async ({ page }) => {
      const inside = await open(page, embedding);
      await host(page).evaluate((tag) => {
        (tag as QuoteletConfigurator).pricing = ({ configuration: { selections }, price }) =>
          Promise.resolve({
            line_items: [{ name: `Not ${price.total_price}`, total: Number(selections['length']) / 10 }],
          });
      });
      await inside.getByLabel('Length').fill('2500');
      await page.keyboard.press('Tab');
      await expect(inside.locator('[part~=total]')).toContainText('250');
      await expect(inside.getByText(/Not \d/)).toBeVisible();
      await expect
        .poll(async () => (await heard(page, embedding, 'price.changed')).at(-1)?.data)
        .toMatchObject({ state: 'adjusted', total_price: 250 });
      await host(page).evaluate((tag) => {
        (tag as QuoteletConfigurator).pricing = null;
      });
      await expect.poll(async () => (await configuration(host(page))).price.state).toBe('base');
    });

    test('waits for a slow price, drops the previous one, and confirms before it submits', async ({
      page,
    }) => {
      const inside = await open(page, embedding);
      await host(page).evaluate((tag) => {
        const asked: { length: unknown; aborted: boolean; answer: (total: number) => void }[] = [];
        Object.assign(window, { asked });
        (tag as QuoteletConfigurator).pricing = ({ configuration: { selections }, signal }) =>
          new Promise((resolve) => {
            const one = {
              length: selections['length'],
              aborted: false,
              answer: (total_price: number) => resolve({ total_price }),
            };
            asked.push(one);
            signal.addEventListener('abort', () => (one.aborted = true));
          });
      });
      const asked = () =>
        page.evaluate(() =>
          (window as unknown as { asked: { length: number; aborted: boolean }[] }).asked.map(
            ({ length, aborted }) => `${length}${aborted ? ' aborted' : ''}`,
          ),
        );
      const answer = (index: number, total: number) =>
        page.evaluate(
          ([index, total]) =>
            (window as unknown as { asked: { answer: (total: number) => void }[] }).asked[index!]!.answer(
              total!,
            ),
          [index, total],
        );
      await expect.poll(asked).toEqual(['2000']);
      await inside.getByLabel('Length').fill('2100');
      await page.keyboard.press('Tab');
      await expect.poll(asked).toEqual(['2000 aborted', '2100']);
      await answer(0, 1);
      await button(inside, 'cart').click();
      await expect(inside.getByText('Confirming final price…').first()).toBeVisible();
      expect(await heard(page, embedding, 'widget.added_to_cart')).toEqual([]);
      await answer(1, 4321);
      await expect.poll(async () => (await heard(page, embedding, 'widget.added_to_cart')).length).toBe(1);
      await expect(inside.locator('[part~=total]')).toContainText('4,321');
      expect((await heard(page, embedding, 'widget.submitting'))[0]!.data.total_price).toBe(4321);
      expect(await heard(page, embedding, 'widget.error')).toEqual([]);
    });
  });
