import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import {
  button,
  configuration,
  open,
  openProduct,
  products,
  selectKnown,
  sendContact,
} from './support/configurator.ts';
import { companion, demoShop } from './support/origins.ts';
import { isolated, open as openEmbedding } from './support/embeddings.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Every violation in words, for a readable failure. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${JSON.stringify(target)}: ${failureSummary}`),
  );
}

const looks = {
  light: { width: 1280, colorScheme: 'light' },
  dark: { width: 1280, colorScheme: 'dark' },
  small: { width: 360, colorScheme: 'light' },
} as const;

for (const product of products) {
  for (const [name, { width, colorScheme }] of Object.entries(looks))
    test(`${product}, ${name}: no violation`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await openProduct(page, product);
      expect(await violations(page)).toEqual([]);
    });

  test(`${product}: no violation with errors, in the contact form and after success`, async ({ page }) => {
    const host = await openProduct(page, product);
    await selectKnown(host, { width: null, length: null, size_x: 100_000 });
    expect((await configuration(host)).valid).toBe(false);
    await button(host, 'quote').click();
    await expect(host.getByRole('group', { name: 'There is a problem' })).toBeFocused();
    expect(await violations(page)).toEqual([]);

    await host.getByRole('button', { name: 'Reset', exact: true }).click();
    // The code that resets is fetched first: a click before that would submit the old answers.
    await expect.poll(async () => (await configuration(host)).valid).toBe(true);
    await button(host, 'quote').click();
    const send = host.getByRole('button', { name: 'Send request' });
    await send.click();
    expect(await violations(page)).toEqual([]);
    await sendContact(host);
    await expect(host.locator('[part~=success]')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

for (const path of ['', 'embedding.html', 'cart.html', 'listener.html', 'static/index.html', 'demo/receiver'])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`/${path}, ${colorScheme}: no violation`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      if (/listener|static/.test(path)) await open(page, `${companion}/${path}`);
      else expect((await page.goto(`${companion}/${path}`))?.ok()).toBe(true);
      expect(await violations(page)).toEqual([]);
    });

/** Gives transparent frames the page's background colour, which axe would take for white. */
async function showBackground(page: Page): Promise<void> {
  const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  for (const frame of page.frames().slice(1))
    await frame.evaluate(
      ([paper, scheme]) => {
        const { style } = document.documentElement;
        // A frame whose colour scheme differs from the page's is not transparent.
        if (getComputedStyle(document.documentElement).colorScheme === scheme) style.background = paper!;
      },
      [paper, scheme],
    );
}

/** Pages with frames: axe looks into those, too. */
const framed = ['isolated.html', 'iframe.html', 'four.html', 'vendors.html'];
for (const url of [...framed.map((path) => `${demoShop}/${path}`), `${companion}/static/embedded.html`])
  for (const [name, { width, colorScheme }] of Object.entries(looks))
    test(`${new URL(url).pathname}, ${name}: no violation, in its frames neither`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(url);
      await page.waitForLoadState('networkidle');
      const frames = page.frames().slice(1);
      expect(frames.length).toBeGreaterThan(0);
      for (const frame of frames) await frame.locator('[part~=widget]').waitFor();
      await showBackground(page);
      expect(await violations(page)).toEqual([]);
    });

test('an isolated element: no violation with errors, in the contact form and after success', async ({
  page,
}) => {
  const inside = await openEmbedding(page, isolated);
  await inside.getByLabel('Length').fill('90000');
  await page.keyboard.press('Tab');
  await button(inside, 'quote').click();
  await expect(inside.getByRole('group', { name: 'There is a problem' })).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await inside.getByLabel('Length').fill('2000');
  await page.keyboard.press('Tab');
  await button(inside, 'quote').click();
  await inside.getByRole('button', { name: 'Send request' }).click();
  expect(await violations(page)).toEqual([]);
  await sendContact(inside);
  await expect(inside.locator('[part~=success]')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
