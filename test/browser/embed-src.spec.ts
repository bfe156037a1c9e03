import { expect, test } from '@playwright/test';
import { allowedHost, companion } from './support/origins.ts';
import { products } from './support/configurator.ts';
import { servePage } from './support/serve-page.ts';
import { heard, isolated, listen } from './support/embeddings.ts';

// Nobody may show a product of their own on the companion's origin by making up a URL.

const alert = '[role=alert]';

for (const [name, src] of [
  ['of another origin', 'https://evil.example/product.json'],
  ['in the address itself', 'data:application/json,%7B%7D#.json'],
  ['without the name of a product file', '/api/v1/products/oak-table'],
] as const)
  test(`a product file ${name} is not shown`, async ({ page }) => {
    await page.goto(`${companion}/embed/index.html?src=${encodeURIComponent(src)}`);
    await expect(page.locator(alert)).toHaveAttribute('data-code', 'src_not_allowed');
    await expect(page.locator('quotelet-configurator')).toHaveCount(0);
  });

for (const [what, answer, code] of [
  ['is not there', { status: 404, body: '<h1>404</h1>' }, 'unreachable'],
  ['is no JSON', { body: 'x' }, 'unreachable'],
  ['has no list where its list should be', { body: '{"allowed_origins":5}' }, 'widget_failed'],
  ['is for other pages', { body: '{"allowed_origins":["https://other.example"]}' }, 'parent_not_allowed'],
] as const)
  test(`a page hears at once that a product file ${what}`, async ({ page }) => {
    await listen(page);
    await page.route('**/static/some.json', (route) => route.fulfill({ status: 200, ...answer }));
    const body = `<quotelet-configurator src="${companion}/static/some.json" lang="en" isolate></quotelet-configurator>`;
    await page.goto(await servePage(page, { origin: allowedHost, body }));
    await expect.poll(async () => (await heard(page, isolated, 'widget.error')).length).toBe(1);
    expect((await heard(page, isolated, 'widget.error'))[0]!.data.code).toBe(code);
  });

test('an uploaded product is not shown', async ({ page, request }) => {
  const upload = await request.post(
    `${companion}/api/v1/uploads?product=printed-part&feature=model_file&name=x.obj`,
    { data: Buffer.from('{"id":"evil"}'), headers: { 'Content-Type': 'application/octet-stream' } },
  );
  expect(upload.status()).toBe(201);
  const { file_id } = (await upload.json()) as { file_id: string };
  for (const path of ['index.html', products[0]]) {
    await page.goto(`${companion}/embed/${path}?src=/api/v1/uploads/${file_id}`);
    const shown = path === 'index.html' ? page.locator(alert) : page.getByText('Oak dining table');
    await expect(shown).toBeVisible();
    await expect(page.getByText('evil')).toHaveCount(0);
  }
});
