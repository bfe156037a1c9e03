import { gzipSync } from 'node:zlib';
import { expect, test, type Page, type Response } from '@playwright/test';
import { button, element, heard, products, record, sendContact } from './support/configurator.ts';
import { allowedHost, companion } from './support/origins.ts';
import { servePage } from './support/serve-page.ts';
import { isolated } from './support/embeddings.ts';

/**
 * Limits of what a page loads, in gzip bytes. Of the 28.0 kB at rest, some 5.5 kB are Preact and its signals, for which the
 * limits were raised once. Products with a repeated step, a file or a message from the start load that part, too.
 */
const LOADER = 2_000;
const AT_REST = {
  'oak-table': 28_000,
  'roller-blind': 28_000,
  'lift-slide-door': 31_900,
  'printed-part': 31_400,
};
const SUBMITTED = 39_900;
const PAUSED = 40_400;

/** Limits for an element behind an iframe: of what the page loads, and of what the frame does. */
const HOST = 4_600;
const FRAME = 35_500;

/**
 * Collects the gzip bytes of our documents, scripts and styles as a page loads them; without translations, which are as long
 * as their languages take.
 */
function weigh(page: Page, counts = (_: Response) => true) {
  const files = new Map<string, Promise<number>>();
  const add = (response: Response) => {
    const { origin, pathname } = new URL(response.url());
    if (origin !== companion || !/^\/(quotelet(\.js|\/)|embed\/)/.test(pathname)) return;
    if (!counts(response)) return;
    if (/\/(en|nl|de)-[^/]*\.js$/.test(pathname)) return;
    files.set(
      pathname,
      response.body().then((body) => gzipSync(body, { level: 9 }).length),
    );
  };
  page.on('response', add);
  // Nobody would wait for responses after the last sum when the page closes.
  return { files, stop: () => page.off('response', add) };
}

async function sum(files: Map<string, Promise<number>>): Promise<number> {
  const sizes = await Promise.all(files.values());
  return sizes.reduce((total, size) => total + size, 0);
}

/**
 * Opens a product's page and asks for a quote, with the clock stopped: otherwise it would depend on the speed of the machine whether
 * the code that runs after a pause is loaded.
 *
 * @returns gzip bytes of the loader, and cumulated at rest, with the quote and after a pause
 */
async function measure(page: Page, product: string) {
  await record(page);
  await page.clock.install();
  const { files, stop } = weigh(page);
  // No call of a method: the code behind methods would be weighed, too.
  await page.goto(`${companion}/${product}.html`);
  await expect.poll(async () => (await heard(page, 'widget.ready')).length).toBe(1);
  await page.waitForLoadState('networkidle');
  const host = element(page);
  const atRest = await sum(files);

  await page.clock.pauseAt(Date.now() + 1000);
  await host.getByLabel('Quantity', { exact: true }).fill('2');
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await heard(page, 'configuration.changed')).length).toBeGreaterThan(0);
  await button(host, 'quote').click();
  await sendContact(host);
  await expect.poll(async () => (await heard(page, 'quotation.created')).length).toBe(1);
  await page.waitForLoadState('networkidle');
  const submitted = await sum(files);

  await page.clock.resume();
  await expect
    .poll(() => [...files.keys()].filter((path) => /after-pause|post-messages/.test(path)).length)
    .toBe(2);
  await page.waitForLoadState('networkidle');
  stop();
  return { loader: await files.get('/quotelet.js')!, atRest, submitted, paused: await sum(files) };
}

for (const product of products) {
  test(`${product}: bytes do not grow`, async ({ page }) => {
    const { loader, atRest, submitted, paused } = await measure(page, product);
    const most = AT_REST[product];
    process.stdout.write(
      `${product}: loader ${loader} of ${LOADER}, at rest ${atRest} of ${most}, ` +
        `until submitted ${submitted} of ${SUBMITTED}, with a pause before ${paused} of ${PAUSED} bytes (gzip)\n`,
    );
    expect.soft(loader).toBeLessThanOrEqual(LOADER);
    expect.soft(atRest).toBeLessThanOrEqual(most);
    expect.soft(submitted).toBeLessThanOrEqual(SUBMITTED);
    expect.soft(paused).toBeLessThanOrEqual(PAUSED);
  });
}

/** Opens a page of another origin with the product behind an iframe. @returns gzip bytes on the page, and in the frame at rest */
async function measureIsolated(page: Page, product: string) {
  await record(page);
  const outside = weigh(page, (response) => response.frame() === page.mainFrame());
  const inside = weigh(page, (response) => response.frame() !== page.mainFrame());
  await page.goto(await servePage(page, { origin: allowedHost, body: isolated.markup({ product }) }));
  await expect.poll(async () => (await heard(page, 'widget.ready')).length).toBe(1);
  await page.waitForLoadState('networkidle');
  outside.stop();
  inside.stop();
  return {
    host: await sum(outside.files),
    frame: await sum(inside.files),
    files: [...outside.files.keys(), ...inside.files.keys()],
  };
}

for (const product of products) {
  test(`${product}, behind an iframe: bytes do not grow`, async ({ page }) => {
    const { host, frame, files } = await measureIsolated(page, product);
    process.stdout.write(
      `${product}: loader and host end ${host} of ${HOST}, in the frame ${frame} of ${FRAME} bytes (gzip)\n`,
    );
    expect(files).toContain(`/embed/${product}`);
    expect.soft(host).toBeLessThanOrEqual(HOST);
    expect.soft(frame).toBeLessThanOrEqual(FRAME);
  });
}
