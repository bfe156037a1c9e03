import { expect, test } from '@playwright/test';
import type { QuoteletConfigurator } from '../../src/loader/index.ts';
import { chunkUrl } from './support/chunk-url.ts';
import { configuration, element, heard, open, record, select } from './support/configurator.ts';
import { companion } from './support/origins.ts';
import { servePage } from './support/serve-page.ts';

test('several on a page, two of the same product: one request a product, separate configurations', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes('/api/v1/products/') && asked.push(request.url()));
  const tag = (product: string) => `<quotelet-configurator product="${product}"></quotelet-configurator>`;
  await open(
    page,
    await servePage(page, { body: tag('oak-table') + tag('printed-part') + tag('oak-table') }),
  );
  const [first, other, second] = await page.locator('quotelet-configurator').all();
  await select(first!, { length: 2600 });
  expect((await configuration(first!)).selections['length']).toBe(2600);
  expect((await configuration(second!)).selections['length']).toBe(2000);
  expect((await configuration(other!)).product_id).toBe('printed-part');
  expect(asked.filter((url) => !url.includes('drawing')).toSorted()).toEqual([
    `${companion}/api/v1/products/oak-table`,
    `${companion}/api/v1/products/printed-part`,
  ]);
});

test('preselection, currency and step by attributes; later changes are followed', async ({ page }) => {
  const body = `<quotelet-configurator product="oak-table" select='{"material":"rustic_oak","quantity":3}'></quotelet-configurator>`;
  const host = await open(page, await servePage(page, { body }));
  expect(await configuration(host)).toMatchObject({ quantity: 3, selections: { material: 'rustic_oak' } });
  await host.evaluate((tag) => tag.setAttribute('select', '{"length":1800}'));
  expect((await configuration(host)).selections).toMatchObject({ length: 1800, material: 'rustic_oak' });
  await host.evaluate((tag) => tag.setAttribute('lang', 'nl'));
  await expect(host.getByRole('button', { name: 'Ongedaan maken' })).toBeVisible();
  await host.evaluate((tag) => tag.setAttribute('product', 'printed-part'));
  expect((await configuration(host)).product_id).toBe('printed-part');
});

test('moved in the document, it keeps the configuration', async ({ page }) => {
  await record(page);
  const body = `<quotelet-configurator product="oak-table"></quotelet-configurator><aside></aside>`;
  const host = await open(page, await servePage(page, { body }));
  await select(host, { length: 2345 });
  await page.evaluate(() =>
    document.querySelector('aside')!.append(document.querySelector('quotelet-configurator')!),
  );
  expect((await configuration(host)).selections['length']).toBe(2345);
  expect(await heard(page, 'widget.ready')).toHaveLength(1);
});

test('the script loaded twice, and a second copy of it, do no harm', async ({ page }) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  // A second copy, such as another companion's: the same files at another URL.
  let copies = 0;
  await page.route('**/copy/**', (route) => {
    copies++;
    return route.continue({ url: route.request().url().replace('/copy/', '/') });
  });
  const tag = `<script src="${companion}/quotelet.js" async></script>`;
  const script = `${tag}${tag}<script src="${companion}/copy/quotelet.js" async></script>`;
  const body = `<quotelet-configurator product="oak-table"></quotelet-configurator>`;
  const host = await open(page, await servePage(page, { body, script }));
  expect((await configuration(host)).valid).toBe(true);
  await page.waitForLoadState('networkidle');
  expect(copies).toBeGreaterThan(0);
  expect(errors).toEqual([]);
});

test('elements before, with and after the script are all upgraded', async ({ page }) => {
  const url = await servePage(page, {
    script: '',
    body: `<quotelet-configurator product="oak-table"></quotelet-configurator>`,
  });
  await page.goto(url);
  const products = await page.evaluate(async (src) => {
    const early = document.querySelector<QuoteletConfigurator>('quotelet-configurator')!;
    const detached = document.createElement('quotelet-configurator');
    detached.setAttribute('product', 'oak-table');
    const script = document.createElement('script');
    script.src = src;
    document.head.append(script);
    await customElements.whenDefined('quotelet-configurator');
    document.body.append(detached);
    document.body.insertAdjacentHTML(
      'beforeend',
      '<quotelet-configurator product="printed-part" id="late"></quotelet-configurator>',
    );
    const late = document.querySelector<QuoteletConfigurator>('#late')!;
    const reports = await Promise.all([early, detached, late].map((each) => each.getConfiguration()));
    return reports.map(({ product_id }) => product_id);
  }, `${companion}/quotelet.js`);
  expect(products).toEqual(['oak-table', 'oak-table', 'printed-part']);
});

test('a page with prices of its own is asked, and its price is shown', async ({ page }) => {
  await record(page);
  const body = `<quotelet-configurator product="oak-table"></quotelet-configurator>`;
  const host = await open(page, await servePage(page, { body }));
  await host.evaluate((tag) => {
    (tag as QuoteletConfigurator).pricing = ({ configuration: { selections } }) =>
      Promise.resolve({ line_items: [{ name: 'By the shop', total: Number(selections['length']) / 10 }] });
  });
  await select(host, { length: 2500 });
  await expect(host.locator('[part~=total]')).toContainText('250');
  await expect(host.getByText('By the shop')).toBeVisible();
  expect((await configuration(host)).price).toMatchObject({ state: 'adjusted', total_price: 250 });
});

test('no product, no script, no answer: the fallback stays, and a button tries again', async ({ page }) => {
  await record(page);
  const body = `<quotelet-configurator product="oak-table"><a href="#">Ask us</a></quotelet-configurator>`;
  const url = await servePage(page, { body });
  await page.route('**/api/v1/products/oak-table', (route) => route.abort());
  await page.goto(url);
  const host = element(page);
  await expect(host.getByRole('alert')).toContainText('could not be loaded');
  await expect(page.getByRole('link', { name: 'Ask us' })).toBeVisible();
  expect((await heard(page, 'widget.error')).map(({ data }) => data.code)).toEqual(['unreachable']);
  await page.unroute('**/api/v1/products/oak-table');
  await host.getByRole('button', { name: /Try again/ }).click();
  expect((await configuration(host)).valid).toBe(true);
  await expect(page.getByRole('link', { name: 'Ask us' })).toBeHidden();
});

test('a second try loads the widget’s code', async ({ page }) => {
  const body = `<quotelet-configurator product="oak-table"><a href="#">Ask us</a></quotelet-configurator>`;
  const url = await servePage(page, { body });
  await page.route(chunkUrl('widget'), (route) => route.abort());
  await page.goto(url);
  const host = element(page);
  await expect(host.getByRole('alert')).toContainText('could not be loaded');
  await page.unroute(chunkUrl('widget'));
  await host.getByRole('button', { name: /Try again/ }).click();
  expect((await configuration(host)).valid).toBe(true);
});

test('an unknown product is reported', async ({ page }) => {
  await record(page);
  await page.goto(
    await servePage(page, { body: '<quotelet-configurator product="nothing"></quotelet-configurator>' }),
  );
  await expect
    .poll(async () => (await heard(page, 'widget.error')).map(({ data }) => data.code))
    .toHaveLength(1);
  expect((await heard(page, 'widget.error'))[0]!.data.code).toBe('unknown_product');
});
