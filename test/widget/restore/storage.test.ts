import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { store, readStored } from '../../../src/widget/restore/storage.ts';
import type { Mounted } from '../../../src/element-api/mounted.ts';
import { mount } from '../../../src/widget/mount/mount.ts';
import { clearPage, mountProduct, server, type OnPage } from '../support/mount-product.ts';
import { published, shelf } from '../support/products.ts';

/** Idempotency keys and bodies that reached the companion, in their order. */
let received: { readonly key: string | null; readonly body: string }[] = [];
/** What it answers, one submission after the other; the last one again and again. */
let answers: (() => Response | Promise<Response>)[] = [];
const companion = setupServer(
  http.post(`${server}api/v1/add-quote`, async ({ request }) => {
    received.push({ key: request.headers.get('Idempotency-Key'), body: await request.text() });
    return (answers.length > 1 ? answers.shift()! : answers[0]!)();
  }),
);
const stored = () =>
  HttpResponse.json(
    {
      path: 'cart',
      submission_id: 'sub_1',
      total_price: 400,
      currency: 'EUR',
      created_at: '2026-01-01T00:00:00.000Z',
      items: [],
      lines: [],
      message: null,
    },
    { status: 201 },
  );
const keys = () => received.map(({ key }) => key);

let mend: (() => void)[] = [];
beforeAll(() => companion.listen());
afterAll(() => companion.close());
beforeEach(() => {
  received = [];
  answers = [stored];
});
afterEach(() => {
  for (const each of mend) each();
  mend = [];
  vi.restoreAllMocks();
  clearPage();
});

const refuse = () => {
  throw new DOMException('denied', 'SecurityError');
};
/** Puts something else in the place of both storages. */
function replaceStorage(get: () => unknown): void {
  for (const name of ['localStorage', 'sessionStorage']) {
    const before = Object.getOwnPropertyDescriptor(window, name);
    Object.defineProperty(window, name, { configurable: true, get });
    mend.push(() => {
      if (before) Object.defineProperty(window, name, before);
      else delete (window as unknown as Record<string, unknown>)[name];
    });
  }
}
const throwOn = (...methods: ('getItem' | 'setItem' | 'removeItem')[]) => {
  for (const method of methods) vi.spyOn(Storage.prototype, method).mockImplementation(refuse);
};
const ways: [string, () => void][] = [
  ['works', () => {}],
  ['throws on setItem only, full or in a private window', () => throwOn('setItem')],
  ['throws on getItem only', () => throwOn('getItem')],
  ['throws on removeItem only', () => throwOn('removeItem')],
  ['throws on all', () => throwOn('getItem', 'setItem', 'removeItem')],
  ['throws on access, in a sandbox or a frame of another site', () => replaceStorage(refuse)],
  ['is null, in some apps', () => replaceStorage(() => null)],
  ['is missing', () => replaceStorage(() => undefined)],
  [
    'forgets at once',
    () => replaceStorage(() => ({ getItem: () => null, setItem: () => {}, removeItem: () => {} })),
  ],
];
const failures: [string, () => Response | Promise<Response>][] = [
  ['a network error', () => HttpResponse.error()],
  ['503', () => HttpResponse.json({ error: { code: 'unavailable', message: 'Later' } }, { status: 503 })],
  ['a time-out of something in between', () => new HttpResponse('<html>', { status: 504 })],
  ['an answer that is cut off', () => new HttpResponse('{"path":"ca', { status: 201 })],
  ['an answer that says nothing', () => HttpResponse.json(null, { status: 201 })],
  [
    'an answer that never comes, and a connection that ends',
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      return HttpResponse.error();
    },
  ],
];

const [works, throwsOnSet, ...others] = ways;
const pairs = [
  ...failures.flatMap(([failing, fail]) =>
    [works!, throwsOnSet!].map(([way, breakStorage]) => [failing, way, fail, breakStorage] as const),
  ),
  ...others.map(([way, breakStorage]) => [failures[0]![0], way, failures[0]![1], breakStorage] as const),
];

test.each(pairs)(
  '%s, and a retry, with storage that %s: one submission',
  async (_, __, fail, breakStorage) => {
    breakStorage();
    answers = [fail, fail, stored];
    const page = await mountProduct(shelf);
    page.$<HTMLButtonElement>('button[value=cart]').click();
    await vi.waitFor(() => page.button('Try again'));
    page.button('Try again').click();
    await vi.waitFor(() => expect(received).toHaveLength(2));
    await vi.waitFor(() => page.button('Try again'));
    // Another one in between is another one, and changes nothing.
    await page.mounted.select({ width: 1000 });
    await page.mounted.submit('cart');
    await page.mounted.select({ width: 900 });
    await page.mounted.submit('cart');
    const [first, second, other, third] = keys();
    expect(first).toMatch(/^(\d+-){3}\d+$/);
    expect([second, third]).toEqual([first, first]);
    expect(other).not.toBe(first);
    expect(new Set([received[0]!.body, received[1]!.body, received[3]!.body]).size).toBe(1);

    // What succeeded is over: the same again is meant.
    page.mounted.destroy();
    await (await mountProduct(shelf)).mounted.submit('cart');
    expect(received[4]!.body).toBe(received[0]!.body);
    expect(keys()[4]).not.toBe(first);
  },
);

/** Shows the element once more, as for another language. */
async function showAnew({ host, root }: OnPage, language: string): Promise<Mounted> {
  const options = { host, root, base: server, server, language, attributes: {} };
  return mount({ ...options, product: published(shelf), removal: Promise.resolve(), failed: () => {} });
}

test.each(ways)(
  'storage that %s: an element shown anew has what was chosen in it',
  async (_, breakStorage) => {
    breakStorage();
    const page = await mountProduct(shelf);
    await page.mounted.select({ width: 1234 });
    await new Promise((resolve) => setTimeout(resolve, 700));
    page.mounted.destroy();
    const again = await showAnew(page, 'nl');
    expect((await again.getConfiguration()).selections['width']).toBe(1234);
    await again.reset();
    again.destroy();
    const fresh = await showAnew(page, 'en');
    expect((await fresh.getConfiguration()).selections['width']).toBe(900);
    fresh.destroy();
  },
);

test('a page that clears storage between a failure and its retry', async () => {
  answers = [() => HttpResponse.error(), stored];
  const page = await mountProduct(shelf);
  await expect(page.mounted.submit('cart')).rejects.toMatchObject({ code: 'network' });
  sessionStorage.clear();
  await page.mounted.submit('cart');
  expect(new Set(keys()).size).toBe(1);
});

test('a price of the page that comes between a failure and its retry: the same submission, to the byte', async () => {
  answers = [() => HttpResponse.error(), stored];
  const page = await mountProduct({ ...shelf, external_pricing: { timeout_ms: 500 } });
  let answer: (price: { total_price: number }) => void = () => {};
  page.mounted.pricing = () => new Promise((resolve) => (answer = resolve));
  await page.mounted.getConfiguration();
  await expect(page.mounted.submit('cart')).rejects.toMatchObject({ code: 'network' });
  answer({ total_price: 333 });
  await vi.waitFor(() => expect(page.text()).toContain('€333.00'));
  await page.mounted.submit('cart');
  expect(received[1]).toEqual(received[0]);
});

test('what is kept goes to the next page too, where there is storage', () => {
  const [page, next] = [{}, {}];
  store(page, 'sessionStorage', 'a', 'text');
  expect(readStored(next, 'sessionStorage', 'a')).toBe('text');
  expect(readStored(next, 'localStorage', 'a')).toBeNull();
  store(page, 'sessionStorage', 'a', null);
  expect(readStored(page, 'sessionStorage', 'a')).toBeNull();
  expect(readStored(next, 'sessionStorage', 'a')).toBeNull();
});
