import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mount } from '../../src/loader/isolated.ts';
import { farWindow, frameWith } from '../bridge/support/windows.ts';

const base = 'https://quotes.test/shop/';
const leaving = new Error('over');

/** The address that a frame of this product gets. */
async function address(product: string, server: string | undefined): Promise<URL> {
  const host = document.createElement('section');
  const root = host.attachShadow({ mode: 'open' });
  document.body.append(host);
  const wanted = Promise.reject(leaving);
  void mount({ host, root, base, product, server, language: 'nl', attributes: {}, wanted });
  const { src } = root.querySelector('iframe')!;
  await wanted.catch(() => {});
  await Promise.resolve();
  expect(root.querySelector('iframe')).toBeNull();
  return new URL(src);
}

beforeEach(() => frameWith(farWindow()));
afterEach(() => void vi.restoreAllMocks());

it('shows a product of the companion by its name', async () => {
  const { href, searchParams } = await address(`${base}api/v1/products/oak%20table%3F`, base);
  expect(href).toMatch(/^https:\/\/quotes\.test\/shop\/embed\/oak%20table%3F\?/);
  expect(Object.fromEntries(searchParams)).toEqual({ parent: location.origin, port: '1' });
});

it('shows a product file where there is no server', async () => {
  const file = 'https://shop.test/signs/house.json?v=2&x=1#y';
  const { pathname, searchParams } = await address(file, undefined);
  expect(pathname).toBe('/shop/embed/index.html');
  expect(Object.fromEntries(searchParams)).toEqual({ src: file, parent: location.origin, port: '1' });
});
