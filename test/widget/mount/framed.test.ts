import { afterEach, describe, expect, test, vi } from 'vitest';
import { clearPage, mountProduct, tick, type OnPage } from '../support/mount-product.ts';
import { PageAround } from '../support/page-around.ts';
import { shelf } from '../support/products.ts';

afterEach(() => {
  clearPage();
  vi.restoreAllMocks();
});

const width = async (page: OnPage) => (await page.mounted.getConfiguration()).selections['width'];

describe('behind an iframe', () => {
  test('all messages go to the page around it, none to its own window', async () => {
    const own = vi.spyOn(window, 'postMessage');
    const around = new PageAround();
    const page = await mountProduct(shelf, {}, { page: around });
    await page.mounted.submit('message');
    expect(around.events.map(({ id }) => id)).toEqual(page.heard.map(({ id }) => id));
    expect(around.dialects).toMatchObject([{ name: 'cart.action', state: 'finished' }]);
    expect(own).not.toHaveBeenCalled();
  });

  test('a share link leads to the page around it, and is opened from there', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not in a frame'));
    const around = new PageAround('https://shop.example/table?a=1#reviews');
    const page = await mountProduct(shelf, {}, { page: around });
    await page.mounted.select({ width: 1234 });
    page.button('Share').click();
    await vi.waitFor(() => expect(page.text()).toContain('Copy this link'));
    const link = page.$('#share-link').value;
    expect(link).toMatch(/^https:\/\/shop\.example\/table\?a=1#quotelet\.shelf=[\w-]+$/);
    clearPage();

    const again = await mountProduct(shelf, {}, { page: new PageAround(link) });
    expect(await width(again)).toBe(1234);
    // The frame's own address says nothing.
    clearPage();
    history.replaceState(null, '', new URL(link).hash);
    expect(await width(await mountProduct(shelf, {}, { page: new PageAround() }))).toBe(900);
  });

  test('reset leaves the frame’s own address alone', async () => {
    const page = await mountProduct(shelf, {}, { page: new PageAround() });
    history.replaceState(null, '', '/#quotelet.shelf=abc');
    await page.mounted.reset();
    expect(location.hash).toBe('#quotelet.shelf=abc');
  });

  test('the page around it is asked for leave to submit, and may refuse it', async () => {
    const around = new PageAround();
    around.allowed = false;
    const page = await mountProduct(shelf, {}, { page: around });
    await expect(page.mounted.submit('message')).rejects.toMatchObject({ code: 'cancelled' });
    expect(around.asked).toEqual([page.last('widget.submitting')]);
    expect(page.last('widget.added_to_cart')).toBeUndefined();
    around.allowed = true;
    await expect(page.mounted.submit('message')).resolves.toMatchObject({ answer: null });
  });

  test('it is not asked where a listener in the frame has refused', async () => {
    const around = new PageAround();
    const page = await mountProduct(shelf, {}, { page: around });
    document.addEventListener('widget.submitting', (event) => event.preventDefault(), { once: true });
    await expect(page.mounted.submit('message')).rejects.toMatchObject({ code: 'cancelled' });
    await tick();
    expect(around.asked).toEqual([]);
  });
});
