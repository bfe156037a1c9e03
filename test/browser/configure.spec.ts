import { expect, test } from '@playwright/test';
import {
  configuration,
  heard,
  openProduct,
  products,
  record,
  select,
  total,
} from './support/configurator.ts';

for (const product of products)
  test(`${product}: is ready, valid and priced from the start`, async ({ page }) => {
    await record(page);
    const host = await openProduct(page, product);
    const report = await configuration(host);
    expect(report.product_id).toBe(product);
    expect(report.valid).toBe(true);
    expect(report.price.total_price).toBeGreaterThan(0);
    await expect(total(page)).toHaveText(/€/);
    expect((await heard(page, 'widget.ready')).map(({ data }) => data.product_id)).toEqual([product]);
    expect(await heard(page, 'widget.error')).toEqual([]);
  });

test('oak-table: the price moves with mouse and keyboard, and the page hears it', async ({ page }) => {
  await record(page);
  const host = await openProduct(page, 'oak-table');
  const before = await total(page).textContent();

  await host.getByText('Smoked oak', { exact: false }).first().click();
  await expect(total(page)).not.toHaveText(before!);
  expect((await configuration(host)).selections['material']).toBe('smoked_oak');

  // Arrow keys move between radios, as everywhere.
  const shape = host.getByRole('group', { name: 'Shape' });
  await shape.getByRole('radio', { checked: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await configuration(host)).selections['shape']).toBe('oval');

  const middle = await total(page).textContent();
  await host.getByLabel('Length').fill('2400');
  await page.keyboard.press('Tab');
  await expect(total(page)).not.toHaveText(middle!);
  expect((await configuration(host)).selections['length']).toBe(2400);

  const changes = await heard(page, 'configuration.changed');
  expect(changes.flatMap(({ data }) => data.changed)).toEqual(
    expect.arrayContaining(['material', 'shape', 'length']),
  );
  const prices = await heard(page, 'price.changed');
  expect(prices.at(-1)!.data.total_price).toBe((await configuration(host)).price.total_price);
  const ids = [...changes, ...prices].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('oak-table: a length is read as people write it, and questioned if it is ambiguous', async ({
  page,
}) => {
  const host = await openProduct(page, 'oak-table');
  const length = host.getByLabel('Length');
  for (const [typed, mm] of [
    ['92.7 cm', 927],
    ['1,5 m', 1500],
    ['36 1/2 in', 927.1],
    [`3' 6"`, 1066.8],
  ] as const) {
    await length.fill(typed);
    await page.keyboard.press('Tab');
    await expect
      .poll(async () => Number((await configuration(host)).selections['length']))
      .toBeCloseTo(Math.round(mm), -1);
  }
  await length.fill('1.200');
  await page.keyboard.press('Tab');
  await host
    .getByRole('button', { name: /Did you mean/ })
    .first()
    .click();
  await expect.poll(async () => (await configuration(host)).selections['length']).toBe(1200);
});

test('roller-blind: inches are read without a unit', async ({ page }) => {
  const host = await openProduct(page, 'roller-blind');
  await host.getByLabel('Width').first().fill('36 1/2');
  await page.keyboard.press('Tab');
  await expect
    .poll(async () => Number((await configuration(host)).selections['width']))
    .toBeCloseTo(927.1, 0);
});

test('lift-slide-door: panels are added, copied, moved and removed', async ({ page }) => {
  const host = await openProduct(page, 'lift-slide-door');
  await host.evaluate((element) =>
    (element as HTMLElementTagNameMap['quotelet-configurator']).goToStep('panels'),
  );
  const panels = host.getByRole('group', { name: /^Panel \d/ });
  await expect(panels).toHaveCount(2);
  await host.getByRole('button', { name: /Add Panel/ }).click();
  await expect(panels).toHaveCount(3);
  await host.getByRole('button', { name: /Copy: Panel 1/ }).click();
  await expect(panels).toHaveCount(4);
  await host.getByRole('button', { name: /Move down: Panel 1/ }).click();
  await host.getByRole('button', { name: /Remove: Panel 4/ }).click();
  await expect(panels).toHaveCount(3);
  expect((await configuration(host)).selections['panels']).toHaveLength(3);
});

test('oak-table: a conflict is explained, and repaired with one click', async ({ page }) => {
  const host = await openProduct(page, 'oak-table');
  await select(host, { edge: 'live' });
  await select(host, { shape: 'oval' });
  const conflicts = async () => (await configuration(host)).issues.filter(({ kind }) => kind === 'conflict');
  expect((await conflicts()).map(({ path }) => path)).toEqual(['shape']);
  expect((await configuration(host)).valid).toBe(false);
  const issues = host.locator('[id=shape-issues]');
  await expect(issues).toContainText('A live edge follows the tree: rectangular tables only');
  await issues.getByRole('button', { name: 'Change Edge: to Straight' }).click();
  await expect.poll(conflicts).toEqual([]);
  const { valid, selections } = await configuration(host);
  expect({ valid, ...selections }).toMatchObject({ valid: true, edge: 'straight', shape: 'oval' });
  // The repair is gone, so the focus goes to what it has changed.
  await expect(host.getByRole('group', { name: 'Edge' }).getByRole('radio', { checked: true })).toBeFocused();
});
