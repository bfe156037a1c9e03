import { afterEach, describe, expect, test, vi } from 'vitest';
import { clearPage, mountProduct, tick, type OnPage } from '../support/mount-product.ts';
import { shelf } from '../support/products.ts';

afterEach(clearPage);

const width = async (page: OnPage) => (await page.mounted.getConfiguration()).selections['width'];
const saved = () =>
  vi.waitFor(() => expect(localStorage.getItem('quotelet.shelf')).toBeTruthy(), { timeout: 2000 });

describe('the configuration of the last visit', () => {
  test('is there again, with a note and a button to start over', async () => {
    const page = await mountProduct(shelf);
    await page.mounted.select({ width: 1500 });
    await saved();
    page.mounted.destroy();
    const again = await mountProduct(shelf);
    expect(await width(again)).toBe(1500);
    await vi.waitFor(() => expect(again.text()).toContain('from last time'));
    again.button('Start over').click();
    await tick();
    expect(await width(again)).toBe(900);
    expect(again.text()).not.toContain('from last time');
    expect(localStorage.getItem('quotelet.shelf')).toBeNull();
  });

  test('gives way to what the page selects', async () => {
    const page = await mountProduct(shelf);
    await page.mounted.select({ width: 1500 });
    await saved();
    page.mounted.destroy();
    expect(await width(await mountProduct(shelf, { select: '{"width":600}' }))).toBe(600);
  });

  test('is left alone by elements with ids of their own', async () => {
    const page = await mountProduct(shelf);
    await page.mounted.select({ width: 1500 });
    await saved();
    const host = document.createElement('quotelet-test');
    host.id = 'second';
    document.body.append(host);
    const other = await mountProduct(shelf, {}, { host, root: host.attachShadow({ mode: 'open' }) }).catch(
      () => undefined,
    );
    expect(other).toBeUndefined();
    expect(host.shadowRoot!.querySelector<HTMLInputElement>('#width')?.value).toBe('900');
  });

  test('is not kept after a reset', async () => {
    const page = await mountProduct(shelf);
    await page.mounted.select({ width: 1500 });
    await saved();
    await page.mounted.reset();
    expect(localStorage.getItem('quotelet.shelf')).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(localStorage.getItem('quotelet.shelf')).toBeNull();
  });
});
