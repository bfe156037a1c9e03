import { expect, test, type Page } from '@playwright/test';
import { configuration, element } from './support/configurator.ts';
import { companion, strangeHost } from './support/origins.ts';
import { servePage } from './support/serve-page.ts';

// Pages with a stranger's markup beside the configurator, and product files that a stranger wrote.

const tag = `<script src="${companion}/quotelet.js"></script>`;
const configurator = '<quotelet-configurator product="oak-table"></quotelet-configurator>';

/** URLs that the page requests from other origins than the companion's. */
function asksElsewhere(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/^http/.test(request.url()) && !request.url().startsWith(companion)) asked.push(request.url());
  });
  return asked;
}

test('an element’s name cannot change where the widget is loaded from', async ({ page }) => {
  const names = ['currentScript', 'baseURI', 'location', 'script'];
  const images = names.map((name) => `<img name="${name}" alt="" src="${strangeHost}/evil/${name}.js">`);
  const url = await servePage(page, { script: '', body: images.join('') + configurator + tag });
  const asked = asksElsewhere(page);
  await page.goto(url);
  expect(await page.evaluate(() => document.currentScript?.localName)).toBe('img');
  await configuration(element(page));
  expect(asked.filter((each) => !/\/evil\/\w+\.js$/.test(each))).toEqual([]);
  expect(asked.length).toBeLessThanOrEqual(names.length);
});

test('without a tag of its own the script refuses to run, and says what it needs', async ({
  page,
  request,
}) => {
  const refused: string[] = [];
  page.on('pageerror', ({ message }) => refused.push(message));
  const code = await (await request.get(`${companion}/quotelet.js`)).text();
  await page.goto(await servePage(page, { script: `<script>${code}</script>`, body: configurator }));
  expect(refused).toEqual([expect.stringContaining('<script src')]);
  expect(await page.evaluate(() => customElements.get('quotelet-configurator'))).toBeUndefined();
});

test('the language of a form is its attribute, not a field named lang', async ({ page }) => {
  const body = `<form lang="nl"><input name="lang" value="de">${configurator}</form>`;
  await page.goto(await servePage(page, { body }));
  await configuration(element(page));
  await expect(element(page).getByText('Aantal', { exact: true })).toBeVisible();
});

test('nothing in a product file becomes an element', async ({ page, request }) => {
  const node = (type: string, props: object) => ({ type, props, key: null, kids: [], by: {}, made: {} });
  const planted = [
    node('script', { children: 'window.ran = true' }),
    node('img', { src: 'x', onerror: 'window.ran = true', onError: 'window.ran = true' }),
    node('iframe', { srcdoc: '<script>parent.ran = true</script>' }),
  ];
  const url = `${companion}/api/v1/products/oak-table`;
  const product = (await (await request.get(url)).json()) as Record<string, unknown>;
  // Every text of the product, in every language.
  const poison = (value: unknown, key = ''): unknown => {
    if (Array.isArray(value)) return value.map((each) => poison(each));
    if (typeof value === 'string')
      return /^(name|help|description|title|reason)$/.test(key) ? planted : value;
    if (typeof value !== 'object' || !value) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        name,
        /^(en|nl|de)$/.test(name) ? planted : poison(each, name),
      ]),
    );
  };
  const quantity = { min: 1, max: 9, step: 1, default: 1, type: 'password', formaction: 'javascript:0' };
  const poisoned = poison(product) as { name: object };
  expect(Object.values(poisoned.name)).toContainEqual(planted);
  await page.route('**/evil.json', (route) => route.fulfill({ json: { ...poisoned, quantity } }));
  const body = '<quotelet-configurator src="/evil.json" lang="en"></quotelet-configurator>';
  await page.goto(await servePage(page, { body }));
  const host = element(page);
  await configuration(host);
  await expect(host.locator('[part~=tools] button').first()).toBeVisible();
  await host.getByLabel('Quantity').focus();
  expect(
    await page.evaluate(() => [
      'ran' in window,
      document.querySelector('quotelet-configurator')!.shadowRoot!.querySelectorAll('script, iframe').length,
    ]),
  ).toEqual([false, 0]);
  await expect(host.getByLabel('Quantity')).toHaveAttribute('type', 'number');
  await expect(host.getByLabel('Quantity')).not.toHaveAttribute('formaction');
});

test('an invalid colour causes no request', async ({ page, request }) => {
  const url = `${companion}/api/v1/products/oak-table`;
  const text = await (await request.get(url)).text();
  const evil = text.replaceAll(/"colour":"#\w{6}"/g, `"colour":"url(${strangeHost}/pixel.gif)"`);
  expect(evil).toContain('pixel.gif');
  await page.route('**/evil.json', (route) => route.fulfill({ body: evil, contentType: 'application/json' }));
  const asked = asksElsewhere(page);
  const body = '<quotelet-configurator src="/evil.json" lang="en"></quotelet-configurator>';
  await page.goto(await servePage(page, { body }));
  await configuration(element(page));
  await expect(element(page).locator('[part~=tools] button').first()).toBeVisible();
  await page.waitForTimeout(300);
  expect(asked).toEqual([]);
});

test('a property name of JavaScript is not taken for a currency', async ({ page }) => {
  for (const currency of ['constructor', '__proto__', 'toString', 'XTS']) {
    const body = `<quotelet-configurator product="oak-table" currency="${currency}"></quotelet-configurator>`;
    await page.goto(await servePage(page, { body }));
    const host = element(page);
    expect((await configuration(host)).price.currency).toBe('EUR');
    await host.evaluate((each) => each.setAttribute('currency', 'USD'));
    await expect.poll(async () => (await configuration(host)).price.currency).toBe('USD');
    await host.evaluate((each, name) => each.setAttribute('currency', name), currency);
    await expect.poll(async () => (await configuration(host)).price.currency).toBe('EUR');
  }
});
