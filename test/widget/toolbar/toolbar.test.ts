import { afterEach, describe, expect, test, vi } from 'vitest';
import { clearPage, mountProduct, tick, type, type OnPage } from '../support/mount-product.ts';
import { everything, shelf } from '../support/products.ts';

afterEach(() => {
  clearPage();
  vi.restoreAllMocks();
});

const width = async (page: OnPage) => (await page.mounted.getConfiguration()).selections['width'];
const saved = () =>
  vi.waitFor(() => expect(localStorage.getItem('quotelet.shelf')).toBeTruthy(), { timeout: 2000 });

describe('undo and redo', () => {
  const becomes = (page: OnPage, selections: object) =>
    vi.waitFor(async () =>
      expect((await page.mounted.getConfiguration()).selections).toMatchObject(selections),
    );

  test('go edit by edit, by button and by key', async () => {
    const page = await mountProduct(shelf);
    expect(page.button('Undo').getAttribute('aria-disabled')).toBe('true');
    await page.mounted.select({ width: 1000 });
    await page.mounted.select({ width: 1100 });
    await page.mounted.select({ material: 'pine' });
    page.button('Undo').click();
    await becomes(page, { material: 'oak', width: 1100 });
    page.button('Undo').click();
    await becomes(page, { width: 1000 });
    page.button('Redo').click();
    await becomes(page, { width: 1100 });
    const key = (init: KeyboardEventInit, target: HTMLElement) =>
      target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true, ...init }));
    key({ key: 'z', ctrlKey: true }, page.$('[name=material]'));
    await becomes(page, { width: 1000 });
    key({ key: 'Z', metaKey: true, shiftKey: true }, page.$('[name=material]'));
    await becomes(page, { width: 1100 });
    key({ key: 'z', ctrlKey: true }, page.$('#width'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await becomes(page, { width: 1100 });
  });

  test('take quick edits of one feature as one', async () => {
    const page = await mountProduct(shelf);
    page.$('[name=material][value=pine]').click();
    page.$('[name=material][value=oak]').click();
    page.$('[name=material][value=pine]').click();
    await tick();
    page.button('Undo').click();
    await vi.waitFor(() => expect(page.button('Undo').getAttribute('aria-disabled')).toBe('true'));
    await becomes(page, { material: 'oak' });
  });
});

describe('a share link', () => {
  test('is copied, and opens exactly this configuration', async () => {
    let copied = '';
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => {
      copied = text;
      return Promise.resolve();
    });
    const page = await mountProduct(shelf);
    await page.mounted.select({ width: 1234, boards: [{ colour: 'black' }], quantity: 2 });
    page.button('Share').click();
    await vi.waitFor(() => expect(page.text()).toContain('has been copied'));
    expect(page.$('#share-link').value).toBe(copied);
    const { selections, quantity } = await page.mounted.getConfiguration();
    clearPage();

    history.replaceState(null, '', new URL(copied).hash);
    const again = await mountProduct(shelf, { select: '{"width":2000}' });
    expect(await again.mounted.getConfiguration()).toMatchObject({ selections, quantity });
    expect(again.text()).not.toContain('from last time');
  });

  test('restores the first of several elements without ids, and none of another product', async () => {
    const page = await mountProduct(shelf);
    await page.mounted.select({ width: 1234 });
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    page.button('Share').click();
    await vi.waitFor(() => expect(page.text()).toContain('Copy this link'));
    const { hash } = new URL(page.$('#share-link').value);
    clearPage();
    history.replaceState(null, '', hash);
    const first = await mountProduct(shelf);
    const second = await mountProduct(shelf);
    const other = await mountProduct({ ...shelf, id: 'other' });
    expect([await width(first), await width(second), await width(other)]).toEqual([1234, 900, 900]);
  });

  test('that is damaged is ignored', async () => {
    history.replaceState(null, '', '#quotelet.shelf=%%%');
    expect(await width(await mountProduct(shelf))).toBe(900);
  });
});

test('reset clears what was typed and could not be read', async () => {
  const page = await mountProduct(everything);
  type(page.$('#size'), 'big');
  await vi.waitFor(() => expect(page.text()).toContain('could not read this'));
  await page.mounted.reset();
  await tick();
  expect(page.$('#size').value).toBe('');
  expect(page.text()).not.toContain('could not read this');
});

test('reset clears everything: answers, link, storage; and can be undone', async () => {
  const page = await mountProduct(shelf);
  await page.mounted.select({ width: 1500, quantity: 4 });
  await saved();
  history.replaceState(null, '', '/?a=1#quotelet.shelf=abc');
  page.button('Reset').click();
  await vi.waitFor(() => expect(location.hash).toBe(''));
  expect(await page.mounted.getConfiguration()).toMatchObject({
    quantity: 1,
    selections: { width: 900, material: 'oak' },
  });
  expect(location.href).toMatch(/\/\?a=1$/);
  await tick();
  expect(page.$('#width').value).toBe('900');
  page.button('Undo').click();
  await vi.waitFor(async () => expect(await width(page)).toBe(1500));
});
