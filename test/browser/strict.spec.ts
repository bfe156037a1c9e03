import { expect, test, type Frame, type Page } from '@playwright/test';
import {
  button,
  configuration,
  element,
  heard,
  products,
  record,
  select,
  sendContact,
} from './support/configurator.ts';
import { allowedHost, companion, demoShop } from './support/origins.ts';
import { servePage } from './support/serve-page.ts';
import { inline, isolated } from './support/embeddings.ts';

const policy = `default-src 'none'; script-src ${companion}; connect-src ${companion}; frame-src ${companion}; img-src ${companion}; require-trusted-types-for 'script'; trusted-types 'none'`;

/** Records violations of the policies of a page and its frames. Call before opening it. */
const recordViolations = (page: Page) =>
  page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      violations.push(`${violatedDirective} ${blockedURI} ${sample}`),
    );
  });
const violationsOf = (frame: Page | Frame) =>
  frame.evaluate(() => (window as unknown as { violations: string[] }).violations);

test('a script that the policy forbids is found out', async ({ page }) => {
  await recordViolations(page);
  const headers = { 'content-security-policy': policy };
  await page.goto(await servePage(page, { origin: allowedHost, body: '', headers }));
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('img'), { src: 'https://shop.example/a.png' }));
    try {
      document.body.innerHTML = '<b>markup</b>';
    } catch {
      // Trusted Types refuse it.
    }
  });
  await expect
    .poll(async () => (await violationsOf(page)).map((each) => each.split(' ')[0]).toSorted())
    .toEqual(['img-src', 'require-trusted-types-for']);
});

for (const product of products)
  for (const embedding of [inline, isolated])
    test(`${product}, ${embedding.name}: a strict page with Trusted Types sees no violation, from the tag to the quotation`, async ({
      page,
    }) => {
      await record(page);
      await recordViolations(page);
      const refused: string[] = [];
      page.on(
        'console',
        (message) => /content security|trusted/i.test(message.text()) && refused.push(message.text()),
      );
      const url = await servePage(page, {
        origin: allowedHost,
        body: embedding.markup({ product }),
        headers: { 'content-security-policy': policy },
      });
      await page.goto(url);
      const inside = embedding.inside(page);
      await configuration(element(page));
      await select(element(page), { quantity: 2 });
      for (const tool of ['Undo', 'Redo', 'Share'])
        await inside.getByRole('button', { name: tool, exact: true }).click();
      await button(inside, 'message').click();
      await expect.poll(async () => (await heard(page, 'widget.added_to_cart')).length).toBe(1);
      await page.waitForTimeout(1100);
      await button(inside, 'quote').click();
      await sendContact(inside);
      await expect.poll(async () => (await heard(page, 'quotation.created')).length).toBe(1);
      // The frame has a policy of its own.
      for (const frame of page.frames()) expect(await violationsOf(frame)).toEqual([]);
      expect(refused).toEqual([]);
    });

/** All pages of the demo. The shop on its own origin has the first ones only. */
const shopPages = [
  ...['', 'embedding.html', 'cart.html', 'listener.html', 'iframe.html', 'isolated.html', 'four.html'],
  ...['vendors.html', ...products.map((product) => `${product}.html`)],
];
const companionPages = [...shopPages, 'static/index.html', 'static/embedded.html', 'demo/receiver'];

for (const [origin, paths] of [
  [companion, companionPages],
  [demoShop, shopPages],
] as const)
  for (const path of paths)
    test(`/${path} on ${origin === companion ? 'the companion' : 'another origin'}: not a word on the console`, async ({
      page,
    }) => {
      const said: string[] = [];
      page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', ({ message }) => said.push(message));
      page.on('requestfailed', (request) => said.push(`${request.url()}: ${request.failure()?.errorText}`));
      const response = await page.goto(`${origin}/${path}`);
      expect(response?.ok()).toBe(true);
      await page.waitForLoadState('networkidle');
      const frames = page.frames().slice(1);
      for (const frame of frames) await frame.locator('[part~=widget]').waitFor();
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await page.waitForTimeout(300);
      expect(said).toEqual([]);
      if (/iframe|isolated|four|vendors|embedded/.test(path)) expect(frames.length).toBeGreaterThan(0);
    });
