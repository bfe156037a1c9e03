import { afterEach, describe, expect, it, vi } from 'vitest';
import { readAddress } from '../../src/embed/read-address.ts';

const SHOP = 'https://shop.test';

/** Reads this address, in a frame on a page of `around`; undefined where the browser does not tell. */
function read(
  address: string,
  {
    framed = true,
    around,
    origin = 'https://quotes.test',
  }: { framed?: boolean; around?: string; origin?: string } = {},
) {
  const { pathname, search } = new URL(address, 'https://quotes.test');
  vi.stubGlobal('parent', framed ? {} : window);
  vi.stubGlobal('origin', origin);
  vi.stubGlobal('location', { pathname, search, ...(around && { ancestorOrigins: [around] }) });
  return readAddress();
}
afterEach(() => void vi.unstubAllGlobals());

describe('in a frame', () => {
  it('takes its parent from its address', () => {
    expect(read(`/embed/oak-table?parent=${SHOP}`)).toMatchObject({
      parent: SHOP,
      port: false,
      product: 'oak-table',
      src: undefined,
      preselect: undefined,
    });
    expect(read(`/embed/oak-table?parent=${SHOP}&port=1`, { around: SHOP })).toMatchObject({ port: true });
    expect(read(`/embed/oak-table?parent=${SHOP}&port=true`)).toMatchObject({ port: false });
  });

  it('needs no URL.parse, which browsers of 2024 lack', () => {
    vi.stubGlobal('URL', Object.assign(class extends URL {}, { parse: undefined }));
    expect(read(`/embed/oak-table?parent=${SHOP}`)).toMatchObject({ parent: SHOP });
    expect(read('/embed/oak-table?parent=https://')).toMatchObject({ code: 'no_parent' });
  });

  it.each([
    '',
    '?parent=',
    '?parent=null',
    '?parent=*',
    '?parent=/',
    '?parent=shop.test',
    '?parent=//shop.test',
    '?parent=https://shop.test/',
    '?parent=https://shop.test/page',
    '?parent=https://shop.test:443',
    '?parent=https://SHOP.test',
    '?parent=https://user@shop.test',
    '?parent=https://shop.test%20https://evil.test',
    '?parent=https://shop.test%00',
    '?parent=https://shop.test%0A',
    '?parent=javascript:alert(1)',
    '?parent=data:text/html,x',
    '?parent=blob:https://shop.test/1',
    '?parent=file:///',
    '?parent=https://',
    '?Parent=https://shop.test',
  ])('refuses to run with “%s”', (search) => {
    expect(read(`/embed/oak-table${search}`)).toMatchObject({ code: 'no_parent' });
  });

  it('refuses to run where the page around it is another one, if the browser tells', () => {
    const address = `/embed/oak-table?parent=${SHOP}`;
    expect(read(address, { around: 'https://evil.test' })).toMatchObject({ code: 'parent_not_allowed' });
    expect(read(address, { around: 'null' })).toMatchObject({ code: 'parent_not_allowed' });
    expect(read(address, { around: SHOP })).toMatchObject({ parent: SHOP });
  });

  it('refuses to run without an origin of its own, first of all', () => {
    expect(read('/embed/oak-table', { origin: 'null' })).toMatchObject({ code: 'no_origin' });
  });

  it('counts the last of two parents, and runs for no other', () => {
    const both = `/embed/oak-table?parent=${SHOP}&parent=https://evil.test`;
    expect(read(both, { around: SHOP })).toMatchObject({ code: 'parent_not_allowed' });
  });
});

it('needs no parent where it is the page itself', () => {
  expect(read('/embed/oak-table?port=1', { framed: false })).toMatchObject({
    parent: undefined,
    port: false,
    product: 'oak-table',
  });
});

it('takes features from all parameters that are none of ours', () => {
  const search =
    'lang=nl&currency=USD&output=b&step=two&theme=dark&select=%7B%7D&instance=t&width=900&Parent=x';
  const address = read(`/embed/oak-table?parent=${SHOP}&port=1&${search}`);
  expect(address).toMatchObject({
    attributes: {
      lang: 'nl',
      currency: 'USD',
      output: 'b',
      step: 'two',
      theme: 'dark',
      select: '{}',
      id: 't',
    },
    preselect: { width: '900', Parent: 'x' },
  });
});

it('takes names of the language for features like any other', () => {
  const address = read(`/embed/oak-table?parent=${SHOP}&__proto__=1&constructor=2&toString=3`);
  expect(address).toMatchObject({ parent: SHOP });
  const { preselect } = address as { preselect: object };
  expect(Object.entries(preselect)).toEqual([
    ['__proto__', '1'],
    ['constructor', '2'],
    ['toString', '3'],
  ]);
  expect(Object.getPrototypeOf(preselect)).toBe(Object.prototype);
});

it('shows the product that the path names, whatever the parameters say', () => {
  expect(read(`/embed/oak-table?parent=${SHOP}&product=other&src=/evil.json`)).toMatchObject({
    product: 'oak-table',
    src: undefined,
    preselect: { product: 'other' },
  });
});

it('shows a product file at index.html', () => {
  expect(read(`/shop/embed/index.html?parent=${SHOP}&src=../sign.json`)).toMatchObject({
    src: '../sign.json',
  });
});
