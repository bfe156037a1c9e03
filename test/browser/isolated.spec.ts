import { expect, test, type Page } from '@playwright/test';
import type { QuoteletConfigurator } from '../../src/loader/index.ts';
import { chunkUrl } from './support/chunk-url.ts';
import { configuration, select } from './support/configurator.ts';
import { allowedHost, companion, strangeHost } from './support/origins.ts';
import { servePage } from './support/serve-page.ts';
import { bare, heard, isolated, listen, messages, open } from './support/embeddings.ts';

// Only frames have a title, reload by themselves, and fail in these ways.

const host = (page: Page) => page.locator('quotelet-configurator');
const frameOf = (page: Page) => page.frames().find((frame) => frame.url().includes('/embed/'))!;
const body = isolated.markup({});

/** The codes of all `widget.error` events so far. */
const codes = async (page: Page) =>
  (await heard(page, isolated, 'widget.error')).map(({ data }) => data.code);

/** Expects the page's own content, and a button to try again. */
async function expectFallback(page: Page): Promise<void> {
  await expect(host(page).getByRole('alert')).toContainText('could not be loaded');
  await expect(page.getByRole('link', { name: 'Ask us' })).toBeVisible();
  await expect(host(page).locator('iframe')).toHaveCount(0);
}

test('the iframe has a title, a part to style, and the height of its content', async ({ page }) => {
  const inside = await open(page, isolated, { attributes: { lang: 'de' } });
  const frame = host(page).locator('iframe');
  await expect(frame).toHaveAttribute('part', 'frame');
  await expect(frame).toHaveAttribute('title', (await inside.locator('h2').first().textContent())!);
  await expect(page.getByRole('link', { name: 'Ask us' })).toBeHidden();
  await expect
    .poll(async () => {
      const [outer, inner] = [await frame.boundingBox(), await inside.boundingBox()];
      return outer!.height - inner!.height;
    })
    .toBeLessThanOrEqual(12);
  expect(
    await frameOf(page).evaluate(() => document.documentElement.scrollHeight - innerHeight),
  ).toBeLessThanOrEqual(0);
});

test('a frame that reloads keeps the configuration, and so does its host', async ({ page }) => {
  const inside = await open(page, isolated);
  await select(host(page), { length: 2500, quantity: 2 });
  await inside.getByText('Smoked oak').first().click();
  await expect.poll(async () => (await configuration(host(page))).selections['material']).toBe('smoked_oak');
  await frameOf(page).evaluate(() => location.reload());
  await expect.poll(async () => (await heard(page, isolated, 'widget.ready')).length).toBe(2);
  expect(await configuration(host(page))).toMatchObject({
    quantity: 2,
    selections: { length: 2500, material: 'smoked_oak' },
  });
  await inside.getByLabel('Length').fill('2600');
  await page.keyboard.press('Tab');
  await expect
    .poll(
      async () => (await heard(page, isolated, 'configuration.changed')).at(-1)!.data.selections['length'],
    )
    .toBe(2600);
  expect(await codes(page)).toEqual([]);
});

test('moved in the document, it keeps the configuration', async ({ page }) => {
  await open(page, isolated, { after: '<aside></aside>' });
  await select(host(page), { length: 2350 });
  await page.evaluate(() =>
    document.querySelector('aside')!.append(document.querySelector('quotelet-configurator')!),
  );
  await expect.poll(async () => (await heard(page, isolated, 'widget.ready')).length).toBe(2);
  expect((await configuration(host(page))).selections['length']).toBe(2350);
  expect(await codes(page)).toEqual([]);
});

test('a cleared answer stays cleared when the frame reloads', async ({ page }) => {
  await open(page, isolated, { after: '<aside></aside>' });
  await select(host(page), { length: null, width: 1000 });
  await page.evaluate(() =>
    document.querySelector('aside')!.append(document.querySelector('quotelet-configurator')!),
  );
  await expect.poll(async () => (await heard(page, isolated, 'widget.ready')).length).toBe(2);
  const { selections, valid } = await configuration(host(page));
  expect(selections).toMatchObject({ width: 1000 });
  expect(selections).not.toHaveProperty('length');
  expect(valid).toBe(false);
});

test('the page stays where it is while a frame reloads', async ({ page }) => {
  await open(page, isolated, { before: '<div style="height:60vh"></div>' });
  await page.evaluate(() => scrollTo(0, 900));
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(600);
  await frameOf(page).evaluate(() => location.reload());
  await expect.poll(async () => (await heard(page, isolated, 'widget.ready')).length).toBe(2);
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test('Escape in a frame closes the dialog that it is in, unless the page prevents it', async ({ page }) => {
  await open(page, isolated, {
    before: '<dialog style="width:900px;height:700px">',
    after: '</dialog><script>document.querySelector("dialog").showModal()</script>',
  });
  const opened = () => page.evaluate(() => document.querySelector('dialog')!.open);
  const prevent = (to: boolean) =>
    page.evaluate((to) => (document.onkeydown = (event) => void (to && event.preventDefault())), to);
  await isolated.inside(page).getByLabel('Length').focus();
  await prevent(true);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(200);
  expect(await opened()).toBe(true);
  await prevent(false);
  await page.keyboard.press('Escape');
  await expect.poll(opened).toBe(false);
});

test('on a page without a URL of its own, such as a preview of a page builder', async ({ page }) => {
  const inner = `<script src="${companion}/quotelet.js" async></script>${body}`;
  const srcdoc = inner.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  await page.goto(
    await servePage(page, {
      origin: allowedHost,
      script: '',
      body: `<iframe srcdoc="${srcdoc}" width="900" height="900"></iframe>`,
    }),
  );
  const preview = page.locator('iframe').contentFrame();
  await expect(
    preview.locator('quotelet-configurator iframe').contentFrame().locator('[part~=widget]'),
  ).toBeVisible();
});

test('isolated and inline in turn, by the attribute', async ({ page }) => {
  await open(page, isolated);
  await host(page).evaluate((tag) => tag.removeAttribute('isolate'));
  await expect(host(page).locator('[part~=widget]')).toBeVisible();
  await expect(host(page).locator('iframe')).toHaveCount(0);
  await host(page).evaluate((tag) => tag.toggleAttribute('isolate'));
  await expect(isolated.inside(page).locator('[part~=widget]')).toBeVisible();
  expect((await configuration(host(page))).product_id).toBe('oak-table');
});

test('no companion: the page’s own content stays, and a button tries again', async ({ page }) => {
  await listen(page);
  await page.route('**/embed/**', (route) => route.abort());
  await page.goto(await servePage(page, { origin: allowedHost, body }));
  await expectFallback(page);
  expect(await codes(page)).toEqual(['frame_silent']);
  await page.unroute('**/embed/**');
  await host(page)
    .getByRole('button', { name: /Try again/ })
    .click();
  expect((await configuration(host(page))).valid).toBe(true);
  await expect(isolated.inside(page).locator('[part~=widget]')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ask us' })).toBeHidden();
});

test('a companion that never answers is given up after 20 seconds, and calls are rejected', async ({
  page,
}) => {
  await listen(page);
  await page.clock.install();
  await page.route('**/embed/**', () => {});
  await page.goto(await servePage(page, { origin: allowedHost, body }), { waitUntil: 'commit' });
  await host(page).locator('iframe').waitFor({ state: 'attached' });
  const called = host(page).evaluate((tag) =>
    (tag as QuoteletConfigurator).getConfiguration().then(
      () => 'done',
      ({ code }: { code: string }) => code,
    ),
  );
  await page.clock.runFor(19_000);
  expect(await codes(page)).toEqual([]);
  await expect(page.getByRole('link', { name: 'Ask us' })).toBeVisible();
  await page.clock.runFor(1_500);
  await expectFallback(page);
  expect(await called).toBe('frame_silent');
  expect(await codes(page)).toEqual(['frame_silent']);
});

test('if the frame cannot load its code, the page shows an error in its place', async ({ page }) => {
  await listen(page);
  await page.route(chunkUrl('widget'), (route) => route.abort());
  await page.goto(await servePage(page, { origin: allowedHost, body }));
  await expectFallback(page);
  expect(await codes(page)).toHaveLength(1);
  await page.unroute(chunkUrl('widget'));
  await host(page)
    .getByRole('button', { name: /Try again/ })
    .click();
  expect((await configuration(host(page))).valid).toBe(true);
});

test('an unknown product leaves the page’s own content, and is reported as it is inline', async ({
  page,
}) => {
  await listen(page);
  const markup = isolated.markup({ product: 'nothing' });
  await page.goto(await servePage(page, { origin: allowedHost, body: markup }));
  await expectFallback(page);
  const [error] = await heard(page, isolated, 'widget.error');
  expect(error!.data).toEqual({
    code: 'unknown_product',
    message: 'This companion has no product “nothing”.',
  });
  expect(await codes(page)).toHaveLength(1);

  // A bare frame shows it in words, and posts it to whoever listens.
  await page.goto(
    await servePage(page, {
      origin: allowedHost,
      script: '',
      body: bare.markup({ product: 'nothing', attributes: { instance: 'mine' } }),
    }),
  );
  await expect(page.locator('iframe').contentFrame().getByRole('heading')).toHaveText(
    'There is no such product',
  );
  await expect.poll(async () => (await heard(page, bare, 'widget.error')).length).toBe(1);
  expect((await heard(page, bare, 'widget.error'))[0]!.data).toEqual(error!.data);
  expect((await messages(page)).map(({ data }) => (data as { instance: string }).instance)).toEqual(['mine']);
});

test('a bare frame has the same instance in all its messages, from the first one on', async ({ page }) => {
  await open(page, bare);
  await page.waitForLoadState('networkidle');
  const own = (await messages(page))
    .map(({ data }) => data as { source?: string; event?: string; instance?: string })
    .filter(({ source }) => source === 'quotelet');
  expect(own.map(({ event }) => event)).toEqual(expect.arrayContaining(['widget.ready', 'widget.resized']));
  expect(new Set(own.map(({ instance }) => instance)).size).toBe(1);
});

test('a page that is not allow-listed gets no frame, and no message', async ({ page }) => {
  await listen(page);
  await page.goto(await servePage(page, { origin: strangeHost, body }));
  await expectFallback(page);
  expect(await codes(page)).toEqual(['frame_silent']);
  expect(await messages(page)).toEqual([]);

  // A bare frame that claims to be on another page.
  for (const origin of [strangeHost, allowedHost]) {
    await page.goto(
      await servePage(page, { origin: strangeHost, script: '', body: bare.markup({ origin }) }),
    );
    await page.waitForTimeout(500);
    expect(await messages(page)).toEqual([]);
    expect(await page.frames()[1]!.locator('quotelet-configurator').count()).toBe(0);
  }
});

test('a frame on the wrong page shows an error on its own screen', async ({ page }) => {
  const wrong = bare.markup({ origin: allowedHost });
  await listen(page);
  await page.goto(await servePage(page, { origin: companion, script: '', body: wrong }));
  const alert = page.locator('iframe').contentFrame().getByRole('alert');
  await expect(alert).toHaveAttribute('data-code', 'parent_not_allowed');
  await page.goto(
    await servePage(page, { origin: companion, script: '', body: wrong.replace(/parent=[^"&]*/, '') }),
  );
  await expect(alert).toHaveAttribute('data-code', 'no_parent');
  const sandboxed = bare.markup({}).replace('<iframe', '<iframe sandbox="allow-scripts allow-forms"');
  await page.goto(await servePage(page, { origin: allowedHost, script: '', body: sandboxed }));
  await expect(alert).toHaveAttribute('data-code', 'no_origin');
  expect(await messages(page)).toEqual([]);
  const enough = bare
    .markup({})
    .replace('<iframe', '<iframe sandbox="allow-scripts allow-forms allow-same-origin allow-popups"');
  await page.goto(await servePage(page, { origin: allowedHost, script: '', body: enough }));
  await expect(bare.inside(page).locator('[part~=widget]')).toBeVisible();
});
