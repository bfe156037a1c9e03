import { expect, test } from '@playwright/test';
import { configuration, open, openProduct, products, select, selectKnown } from './support/configurator.ts';

for (const product of products)
  test(`${product}: a share link restores exactly this configuration elsewhere`, async ({
    page,
    browser,
  }) => {
    const host = await openProduct(page, product);
    await selectKnown(host, { quantity: 4, length: 1234, width: 1666, size_x: 77 });
    await host.getByRole('button', { name: 'Share', exact: true }).click();
    const link = await host.locator('input[readonly]').inputValue();
    const { selections, quantity, price } = await configuration(host);

    const elsewhere = await browser.newContext();
    const there = await elsewhere.newPage();
    const again = await configuration(await open(there, link));
    expect(again).toMatchObject({ selections, quantity });
    expect(again.price.total_price).toBe(price.total_price);
    await elsewhere.close();
  });

test('the configuration is there again after a reload, with a button to start over', async ({ page }) => {
  let host = await openProduct(page, 'oak-table');
  await host.getByText('Smoked oak').first().click();
  await page.waitForTimeout(900);
  await page.reload();
  host = page.locator('quotelet-configurator');
  expect((await configuration(host)).selections['material']).toBe('smoked_oak');
  await host.getByRole('button', { name: 'Start over' }).click();
  expect((await configuration(host)).selections['material']).toBe('oak');
});

test('without storage, everything works except that nothing is remembered', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
  });
  const host = await openProduct(page, 'printed-part');
  await select(host, { material: 'petg' });
  await page.waitForTimeout(900);
  await host.locator('button[value=cart]').click();
  await expect(page.locator('[data-cart-count]')).toHaveText('1');
});

test('undo and redo, by button and by key', async ({ page }) => {
  const host = await openProduct(page, 'oak-table');
  const material = async () => (await configuration(host)).selections['material'];
  await host.getByText('Smoked oak').first().click();
  expect(await material()).toBe('smoked_oak');
  await host.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(material).toBe('oak');
  await host.getByRole('button', { name: 'Redo' }).click();
  await expect.poll(material).toBe('smoked_oak');
  await page.keyboard.press('Control+z');
  await expect.poll(material).toBe('oak');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(material).toBe('smoked_oak');
  await host.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect.poll(material).toBe('oak');
});
