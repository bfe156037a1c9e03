import { expect, test } from '@playwright/test';
import {
  button,
  configuration,
  element,
  heard,
  openProduct,
  products,
  record,
  select,
  sendContact,
} from './support/configurator.ts';
import { allowedHost, companion } from './support/origins.ts';
import { servePage } from './support/serve-page.ts';

const policy = `default-src 'none'; script-src ${companion}; connect-src ${companion}; frame-src ${companion}; img-src ${companion}; require-trusted-types-for 'script'; trusted-types 'none'`;

for (const product of products)
  test(`${product}: a strict page with Trusted Types sees no violation, from the tag to the quotation`, async ({
    page,
  }) => {
    await record(page);
    await page.addInitScript(() => {
      const violations: string[] = [];
      Object.assign(window, { violations });
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
        violations.push(`${violatedDirective} ${blockedURI} ${sample}`),
      );
    });
    const refused: string[] = [];
    page.on(
      'console',
      (message) => /content security|trusted/i.test(message.text()) && refused.push(message.text()),
    );
    const url = await servePage(page, {
      origin: allowedHost,
      body: `<quotelet-configurator product="${product}"><a href="#">Ask us</a></quotelet-configurator>`,
      headers: { 'content-security-policy': policy },
    });
    await page.goto(url);
    const host = element(page);
    await configuration(host);
    await select(host, { quantity: 2 });
    for (const tool of ['Undo', 'Redo', 'Share'])
      await host.getByRole('button', { name: tool, exact: true }).click();
    await button(host, 'message').click();
    await expect.poll(async () => (await heard(page, 'widget.added_to_cart')).length).toBe(1);
    await page.waitForTimeout(1100);
    await button(host, 'quote').click();
    await sendContact(host);
    await expect.poll(async () => (await heard(page, 'quotation.created')).length).toBe(1);
    expect(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([]);
    expect(refused).toEqual([]);
  });

test('the shop’s own pages keep to their policy', async ({ page }) => {
  const refused: string[] = [];
  page.on(
    'console',
    (message) => /content security|trusted/i.test(message.text()) && refused.push(message.text()),
  );
  for (const product of products) await openProduct(page, product);
  for (const path of ['', 'cart.html', 'listener.html', 'static/index.html'])
    await page.goto(`${companion}/${path}`);
  expect(refused).toEqual([]);
});
