import { test } from '@playwright/test';
import { button, open, openProduct, products, selectKnown } from './support/configurator.ts';
import { companion, demoShop } from './support/origins.ts';

/** `npm run screenshots`: every page in every look, for people to judge. Asserts nothing. */
const looks = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 360, height: 740 },
  dark: { width: 1280, height: 900, colorScheme: 'dark' },
  rtl: { width: 1280, height: 900, dir: 'rtl' },
  contrast: { width: 1280, height: 900, forcedColors: 'active' },
} as const;

for (const [look, { width, height, ...media }] of Object.entries(looks))
  test.describe(look, () => {
    test.use({ viewport: { width, height } });
    test.beforeEach(async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce', ...media });
      if ('dir' in media)
        await page.addInitScript(() => {
          document.addEventListener('DOMContentLoaded', () => (document.documentElement.dir = 'rtl'));
        });
    });

    for (const product of products)
      test(product, async ({ page }) => {
        const host = await openProduct(page, product);
        await page.waitForLoadState('networkidle');
        await page.screenshot({ path: `screenshots/${product}-${look}.png`, fullPage: true });
        await selectKnown(host, { width: null, length: null, size_x: null });
        await button(host, 'quote').click();
        await page.waitForTimeout(500);
        await page.screenshot({ path: `screenshots/${product}-${look}-errors.png` });
        await host.getByRole('button', { name: 'Reset', exact: true }).click();
        await button(host, 'quote').click();
        await host.getByRole('button', { name: 'Send request' }).waitFor();
        await page.screenshot({ path: `screenshots/${product}-${look}-contact.png` });
      });

    test('shop', async ({ page }) => {
      await page.goto(companion);
      await page.screenshot({ path: `screenshots/shop-${look}.png`, fullPage: true });
      for (const [product, id] of [
        ['oak-table', 'cart'],
        ['printed-part', 'message'],
      ] as const) {
        await button(await openProduct(page, product), id).click();
        await page.getByRole('link', { name: 'View cart' }).waitFor();
      }
      await page.screenshot({ path: `screenshots/added-${look}.png` });
      await page.goto(`${companion}/cart.html`);
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: `screenshots/cart-${look}.png`, fullPage: true });
      await open(page, `${companion}/static/index.html`);
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: `screenshots/static-${look}.png`, fullPage: true });
      await button(await open(page, `${companion}/listener.html`), 'message').click();
      await page.locator('[data-heard] article').waitFor();
      await page.screenshot({ path: `screenshots/listener-${look}.png`, fullPage: true });
      await page.goto(`${companion}/demo/receiver`);
      await page.screenshot({ path: `screenshots/receiver-${look}.png` });
    });

    for (const name of ['embedding', 'isolated', 'iframe', 'four', 'vendors', 'static/embedded'])
      test(name, async ({ page }) => {
        await page.goto(`${name.startsWith('static') ? companion : demoShop}/${name}.html`);
        await page.waitForLoadState('networkidle');
        for (const frame of page.frames().slice(1)) await frame.locator('[part~=widget]').waitFor();
        await page.waitForTimeout(500);
        await page.screenshot({ path: `screenshots/${name.replace('/', '-')}-${look}.png`, fullPage: true });
        if (name === 'four') {
          // A frame far out of view is not painted.
          await page
            .locator('.tiles > section')
            .last()
            .evaluate((section) => section.scrollIntoView());
          await page.waitForTimeout(500);
          await page.screenshot({ path: `screenshots/four-${look}-below.png` });
        }
        const inside = page.frames().at(1);
        if (name !== 'isolated' || !inside) return;
        await inside.locator('button[value=quote]').click();
        await inside.getByRole('button', { name: 'Send request' }).waitFor();
        await page.waitForTimeout(300);
        await page.screenshot({ path: `screenshots/isolated-${look}-contact.png` });
      });
  });
