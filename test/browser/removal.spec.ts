import { expect, test } from '@playwright/test';
import type { QuoteletConfigurator } from '../../src/loader/index.ts';
import { countLeftovers, leftovers } from './support/count-leftovers.ts';
import { products } from './support/configurator.ts';
import { servePage } from './support/serve-page.ts';

const ROUNDS = 50;

for (const product of products)
  test(`${product}: shown and removed ${ROUNDS} times, nothing is left`, async ({ page }) => {
    await countLeftovers(page);
    await page.goto(await servePage(page, { body: '' }));
    await page.waitForFunction(() => customElements.get('quotelet-configurator'));

    const round = () =>
      page.evaluate(async (id) => {
        const element = document.createElement('quotelet-configurator');
        element.setAttribute('product', id);
        document.querySelector('main')!.append(element);
        await element.getConfiguration();
        // An edit starts autosave, announcements, the undo list.
        await element.select({ quantity: 2 });
        const seen = ((window as unknown as { seen?: WeakRef<QuoteletConfigurator>[] }).seen ??= []);
        seen.push(new WeakRef(element));
        element.remove();
        await Promise.resolve();
        await Promise.resolve();
      }, product);

    const before = await leftovers(page);
    for (let i = 0; i < ROUNDS; i++) {
      await round();
      expect(await leftovers(page)).toEqual(before);
    }

    // Removed elements are garbage collected. The browser may still hold on to the last one.
    const kept = await page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      (window as unknown as { gc: () => void }).gc();
      await new Promise((resolve) => setTimeout(resolve, 100));
      (window as unknown as { gc: () => void }).gc();
      const { seen } = window as unknown as { seen: WeakRef<QuoteletConfigurator>[] };
      return seen.filter((each) => each.deref()).length;
    });
    expect(kept).toBeLessThanOrEqual(2);
  });

test('what an element holds is counted while it is on the page', async ({ page }) => {
  await countLeftovers(page);
  await page.goto(await servePage(page, { body: '' }));
  await page.waitForFunction(() => customElements.get('quotelet-configurator'));
  const before = await leftovers(page);
  await page.evaluate(async () => {
    const element = document.createElement('quotelet-configurator');
    element.setAttribute('product', 'oak-table');
    document.querySelector('main')!.append(element);
    await element.getConfiguration();
    // Starts a timer, which is still running.
    await element.select({ quantity: 2 });
  });
  const { listeners, timers } = await leftovers(page);
  expect(listeners).toBeGreaterThan(before.listeners);
  expect(timers).toBeGreaterThan(before.timers);
});

test('removed while it still loads, it never shows up', async ({ page }) => {
  await countLeftovers(page);
  await page.goto(await servePage(page, { body: '' }));
  await page.waitForFunction(() => customElements.get('quotelet-configurator'));
  const before = await leftovers(page);
  const code = await page.evaluate(async () => {
    const element = document.createElement('quotelet-configurator');
    element.setAttribute('product', 'oak-table');
    document.body.append(element);
    const waiting = element.submit('quote').catch((error: { code: string }) => error.code);
    await Promise.resolve();
    element.remove();
    return waiting;
  });
  expect(code).toBe('removed');
  await page.waitForTimeout(500);
  expect(await leftovers(page)).toEqual(before);
});
