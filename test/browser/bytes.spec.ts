import { gzipSync } from 'node:zlib';
import { expect, test, type Page, type Response } from '@playwright/test';
import { button, element, heard, products, record, sendContact } from './support/configurator.ts';
import { allowedHost, companion } from './support/origins.ts';
import { servePage } from './support/serve-page.ts';
import { isolated } from './support/ways-in.ts';

const LOADER = 2_000;
const AT_REST = 15_000;
const SUBMITTED = 18_000;
/** What a demo product takes at most today, to the next hundred: it may not grow while it is not where it has to be. */
const TODAY = { atRest: 24_600, submitted: 31_600, paused: 32_200 };

/** Of an element behind an iframe: what the page loads for it, and what the frame does. */
const HOST = 3_000;
const FRAME = 16_500;
const ISOLATED_TODAY = { host: 4_600, frame: 28_300 };

/**
 * Gzip bytes of our documents, scripts and styles as a page asks for them; language files apart, which grow with the
 * languages.
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
  // What comes after the last sum would be waited for by nobody when the page closes.
  return { files, stop: () => page.off('response', add) };
}

async function sum(files: Map<string, Promise<number>>): Promise<number> {
  const sizes = await Promise.all(files.values());
  return sizes.reduce((total, size) => total + size, 0);
}

/**
 * Opens a product's page and asks for a quote, without ever pausing: what a pause brings (the draft, what others than the
 * shopper are told) would be there or not by how fast the machine is.
 *
 * @returns gzip bytes of the loader; and so far at rest, with the quote, and after a pause.
 */
async function measure(page: Page, product: string) {
  await record(page);
  await page.clock.install();
  const { files, stop } = weigh(page);
  // No call of ours: what carries out calls would be weighed too.
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
    .poll(() => [...files.keys()].filter((path) => /after-change|say-quote3d/.test(path)).length)
    .toBe(2);
  await page.waitForLoadState('networkidle');
  stop();
  return { loader: await files.get('/quotelet.js')!, atRest, submitted, paused: await sum(files) };
}

for (const product of products) {
  test(`${product}: bytes do not grow`, async ({ page }) => {
    const { loader, atRest, submitted, paused } = await measure(page, product);
    process.stdout.write(
      `${product}: loader ${loader} of ${LOADER}, at rest ${atRest} of ${AT_REST}, ` +
        `until submitted ${submitted} of ${SUBMITTED}, with a pause before ${paused} bytes (gzip)\n`,
    );
    expect.soft(loader).toBeLessThanOrEqual(LOADER);
    expect.soft(atRest).toBeLessThanOrEqual(TODAY.atRest);
    expect.soft(submitted).toBeLessThanOrEqual(TODAY.submitted);
    expect.soft(paused).toBeLessThanOrEqual(TODAY.paused);
  });

  test(`${product}: bytes are where they have to be`, async ({ page }) => {
    test.fail(true, 'Known and not met yet. Once it is, this says so: take the line away.');
    const { atRest, submitted } = await measure(page, product);
    expect(atRest).toBeLessThanOrEqual(AT_REST);
    expect(submitted).toBeLessThanOrEqual(SUBMITTED);
  });
}

/** Opens a page of another origin with the product behind an iframe. @returns gzip bytes on the page, and in the frame at rest. */
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
    expect.soft(host).toBeLessThanOrEqual(ISOLATED_TODAY.host);
    expect.soft(frame).toBeLessThanOrEqual(ISOLATED_TODAY.frame);
  });

  test(`${product}, behind an iframe: bytes are where they have to be`, async ({ page }) => {
    test.fail(true, 'Known and not met yet. Once it is, this says so: take the line away.');
    const { host, frame } = await measureIsolated(page, product);
    expect(host).toBeLessThanOrEqual(HOST);
    expect(frame).toBeLessThanOrEqual(FRAME);
  });
}
