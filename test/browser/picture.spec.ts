import { expect, test, type Locator } from '@playwright/test';
import { button, openProduct } from './support/configurator.ts';

/** The number of groups in the drawing: the product, without its backdrop. */
const drawn = (host: Locator) => host.locator('[part~=picture] svg > g').count();

for (const [product, label] of [
  ['oak-table', 'Length'],
  ['lift-slide-door', 'Frame width'],
  ['roller-blind', 'Drop'],
  ['printed-part', 'Depth'],
] as const)
  test(`${product}: the picture stays while ${label} is empty, and follows the next value`, async ({
    page,
  }) => {
    const host = await openProduct(page, product);
    const picture = host.locator('[part~=picture] svg');
    await expect(picture).toBeVisible();
    const before = await picture.innerHTML();
    expect(await drawn(host)).toBeGreaterThan(0);

    const input = host.getByLabel(label).first();
    const value = Number(await input.inputValue());
    await input.fill('');
    await page.keyboard.press('Tab');
    await expect(host.locator('[part~=total]').first()).toHaveText('Price to follow');
    expect(await picture.innerHTML()).toBe(before);
    await input.fill(String(value - 10));
    await page.keyboard.press('Tab');
    await expect.poll(() => picture.innerHTML()).not.toBe(before);
    expect(await drawn(host)).toBeGreaterThan(0);
    await expect(button(host, 'quote')).toBeVisible();
  });
