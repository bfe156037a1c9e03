import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mount } from '../../src/loader/isolated.ts';
import { farWindow, frameWith } from '../bridge/support/windows.ts';

const base = 'https://quotes.test/shop/';
const leaving = new Error('over');

/** The address that a frame of this product gets. */
async function address(attributes: Readonly<Record<string, string>>): Promise<URL> {
  const host = document.createElement('section');
  for (const [name, value] of Object.entries(attributes)) host.setAttribute(name, value);
  const root = host.attachShadow({ mode: 'open' });
  document.body.append(host);
  const removal = Promise.reject(leaving);
  const options = { product: undefined, server: base, language: 'nl', attributes: {} };
  void mount({ ...options, host, root, base, removal, failed: () => {} });
  const { src } = root.querySelector('iframe')!;
  await removal.catch(() => {});
  await Promise.resolve();
  expect(root.querySelector('iframe')).toBeNull();
  return new URL(src);
}

beforeEach(() => frameWith(farWindow()));
afterEach(() => void vi.restoreAllMocks());

it('shows a product of the companion by its name', async () => {
  const { href, searchParams } = await address({ product: 'oak table?' });
  expect(href).toMatch(/^https:\/\/quotes\.test\/shop\/embed\/oak%20table%3F\?/);
  expect(Object.fromEntries(searchParams)).toEqual({ parent: location.origin, port: '1' });
});

it('shows a product file where there is no server', async () => {
  const file = 'https://shop.test/signs/house.json?v=2&x=1#y';
  const { pathname, searchParams } = await address({ src: file });
  expect(pathname).toBe('/shop/embed/index.html');
  expect(Object.fromEntries(searchParams)).toEqual({ src: file, parent: location.origin, port: '1' });
});
