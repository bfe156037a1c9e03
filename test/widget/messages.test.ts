import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { AddQuoteBody } from '../../src/contract/quote/add-quote.ts';
import { EventMessage } from '../../src/contract/bridge/bridge.ts';
import { DataLayerEntry } from '../../src/contract/vendors/data-layer.ts';
import type { ProductInput } from '../../src/contract/product/product.ts';
import { Quote3dMessage } from '../../src/contract/vendors/quote3d.ts';
import type { Selections } from '../../src/contract/configuration/value.ts';
import { clearPage, mountProduct, server, tick, type, type OnPage } from './support/mount-product.ts';
import { PageAround } from './support/page-around.ts';
import { everything, shelf } from './support/products.ts';

const companion = setupServer(
  http.post(`${server}api/v1/add-quote`, async ({ request }) => {
    const { button_id, items } = (await request.json()) as AddQuoteBody;
    const accepted = { total_price: 444, currency: 'EUR', created_at: '2026-01-01T00:00:00.000Z', lines: [] };
    const answer =
      button_id === 'quote'
        ? { path: 'quotation', quotation_id: 'quo_1', quotation_number: 202600001, pdf_url: `${server}q/1` }
        : { path: 'cart', submission_id: 'sub_1' };
    return HttpResponse.json({ ...answer, ...accepted, items, message: null }, { status: 201 });
  }),
);
beforeAll(() => companion.listen());
afterAll(() => companion.close());
afterEach(() => {
  clearPage();
  delete (window as { dataLayer?: unknown }).dataLayer;
  vi.restoreAllMocks();
});

/** What is posted to this very window. */
function postedHere(): unknown[] {
  const posted: unknown[] = [];
  vi.spyOn(window, 'postMessage').mockImplementation((message: unknown, target?: unknown) => {
    expect(target).toBe(location.origin);
    posted.push(structuredClone(message));
  });
  return posted;
}

async function askForQuote(page: OnPage): Promise<void> {
  const submission = page.mounted.submit('quote');
  await vi.waitFor(() => page.$('[name="customer.email"]'));
  type(page.$('[name="customer.first_name"]'), 'Ada');
  type(page.$('[name="customer.last_name"]'), 'Byron');
  type(page.$('[name="customer.email"]'), 'ada@example.com');
  type(page.$('[name="extra_fields.company"]'), 'Engines');
  page.$<HTMLFormElement>('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await submission;
}

describe('every event', () => {
  test('is posted too, once, with the same id, time and data, to the page’s own origin', async () => {
    const posted = postedHere();
    const page = await mountProduct({ ...shelf, dialects: [] });
    await page.mounted.select({ width: 1000 });
    await page.mounted.submit('message');
    const events = posted.map((message) => EventMessage.parse(message));
    expect(events.map(({ event }) => event)).toEqual([
      'widget.ready',
      'price.changed',
      'configuration.changed',
      'widget.submitting',
      'widget.added_to_cart',
    ]);
    expect(events).toEqual(
      page.heard.map((detail) => ({
        source: 'quotelet',
        version: 1,
        instance: events[0]!.instance,
        ...detail,
      })),
    );
    const other = await mountProduct({ ...shelf, id: 'other', dialects: [] });
    expect(other.last('widget.ready')).toBeDefined();
    const instances = new Set(posted.map((message) => EventMessage.parse(message).instance));
    expect(instances.size).toBe(2);
  });

  test('says the element’s id, where it has one', async () => {
    const around = new PageAround();
    const host = document.createElement('quotelet-test');
    host.id = 'first';
    document.body.append(host);
    const root = host.attachShadow({ mode: 'open' });
    void mountProduct(shelf, {}, { host, root, page: around }).catch(() => {});
    await vi.waitFor(() => expect(around.events).not.toEqual([]));
    expect(around.events[0]).toMatchObject({ instance: 'first', event: 'widget.ready' });
  });

  test('says plainly what no message can hold, such as a proxy that a framework made', async () => {
    const posted = postedHere();
    const page = await mountProduct({ ...everything, dialects: [] });
    await page.mounted.select({ many: new Proxy(['two'], {}) });
    expect(posted.at(-1)).toMatchObject({
      event: 'configuration.changed',
      data: { selections: { many: ['two'] } },
    });
  });

  test('is fired where nothing can be posted at all', async () => {
    vi.spyOn(window, 'postMessage').mockImplementation(() => {
      throw new DOMException('Invalid target origin', 'SyntaxError');
    });
    const page = await mountProduct({ ...shelf, dialects: ['iconfigure', 'quote3d', 'elfsquad'] });
    await expect(page.mounted.submit('cart')).resolves.toMatchObject({ button_id: 'cart' });
    expect(page.last('widget.added_to_cart')).toBeDefined();
  });
});

/** A part whose weight, material and technology are known, in words of the shopper's language. */
const part: ProductInput = {
  ...shelf,
  id: 'part',
  dialects: ['quote3d'],
  image: '/part.png',
  steps: [
    {
      id: 'part',
      name: 'Part',
      features: [
        {
          id: 'material',
          name: 'Material',
          type: 'choice',
          default: 'pla',
          own: { name: 'Another' },
          options: [
            { id: 'pla', name: { en: 'PLA', nl: 'PLA (nl)' } },
            { id: 'resin', name: 'Resin' },
          ],
        },
        { id: 'technology', name: 'Technology', type: 'text', default: 'FDM' },
        { id: 'load', name: 'Load', type: 'number', unit: 'g', default: 5 },
        { id: 'weight', name: 'Weight', type: 'computed', value: 'load * 8.56', unit: 'g', decimals: 1 },
        { id: 'model', name: 'Model', type: 'file', accept: ['.stl'] },
      ],
    },
  ],
  rules: [],
  prices: [{ id: 'base', name: 'Base', kind: 'formula', amount: 'load * 2' }],
};

describe('Quote3D', () => {
  const fields = {
    quoteId: null,
    totalPrice: 30,
    currency: 'EUR',
    material: 'Resin',
    technology: 'FDM',
    quantity: 3,
    thumbnailUrl: `${server}part.png`,
    fileName: 'gear.stl',
    weight: 42.8,
    filamentWeight: 42.8,
  };
  const file = { file_id: 'abcdefghijklmnopqrstuv', name: 'gear.stl', size: 3 };

  test('hears the result of a change when the shopper pauses, and none before', async () => {
    const around = new PageAround();
    const page = await mountProduct(part, {}, { page: around });
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(around.dialects).toEqual([]);
    await page.mounted.select({ material: 'pla' });
    await page.mounted.select({ material: 'resin', quantity: 3, model: file });
    await vi.waitFor(() => expect(around.dialects).toHaveLength(1), { timeout: 2000 });
    expect(around.dialects).toEqual([{ type: 'QUOTE3D_RESULT', ...fields, data: fields }]);
    expect(Quote3dMessage.parse(around.dialects[0])).toEqual(around.dialects[0]);
  });

  test('hears nothing while there is no price', async () => {
    const around = new PageAround();
    const page = await mountProduct(part, {}, { page: around });
    await page.mounted.select({ load: null });
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(around.dialects).toEqual([]);
  });

  test('hears the page’s own price, not the one that waits for it', async () => {
    const around = new PageAround();
    const page = await mountProduct(part, {}, { page: around });
    page.mounted.pricing = async () => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      return { total_price: 99 };
    };
    await page.mounted.select({ material: 'resin' });
    await vi.waitFor(() => expect(around.dialects).toMatchObject([{ totalPrice: 99 }]), { timeout: 3000 });
  });

  test('hears the result and then the cart, with the id of what was stored', async () => {
    const around = new PageAround();
    const page = await mountProduct(part, {}, { page: around });
    await page.mounted.submit('cart');
    expect(around.dialects).toMatchObject([
      { type: 'QUOTE3D_RESULT', quoteId: 'sub_1', totalPrice: 444 },
      { type: 'QUOTE3D_ADD_TO_CART', quoteId: 'sub_1', totalPrice: 444, data: { quoteId: 'sub_1' } },
    ]);
    await page.mounted.submit('message');
    expect(around.dialects.slice(2)).toMatchObject([
      { type: 'QUOTE3D_RESULT', quoteId: null, totalPrice: 10 },
      { type: 'QUOTE3D_ADD_TO_CART', quoteId: null, totalPrice: 10 },
    ]);
  });

  test('hears the result of a quotation', async () => {
    const around = new PageAround();
    await askForQuote(await mountProduct(part, {}, { page: around }));
    expect(around.dialects).toMatchObject([{ type: 'QUOTE3D_RESULT', quoteId: 'quo_1', totalPrice: 444 }]);
  });

  test.each<[string, Partial<ProductInput>, Selections, object]>([
    ['an answer of the shopper’s own', {}, { material: { own: 'PEEK' } }, { material: 'PEEK' }],
    [
      'a product that knows nothing of it',
      { steps: shelf.steps, prices: [] },
      { width: 901 },
      {
        material: 'Oak',
        technology: null,
        weight: null,
        fileName: null,
        filamentWeight: null,
      },
    ],
    [
      'a measure in kilograms',
      {
        steps: shelf.steps,
        measures: [{ id: 'mass', unit: 'kg', value: 'width * 1.005' }],
        prices: [],
      },
      { width: 1000 },
      { weight: 1005, filamentWeight: 1005 },
    ],
  ])('%s', async (_, change, selections, expected) => {
    const around = new PageAround();
    const page = await mountProduct({ ...part, ...change }, {}, { page: around });
    await page.mounted.select(selections);
    await vi.waitFor(() => expect(around.dialects).toMatchObject([expected]), { timeout: 2000 });
  });
});

describe('Elfsquad', () => {
  const product: ProductInput = { ...shelf, dialects: ['elfsquad'] };

  test('hears which quotation or submission was stored, as a JSON string', async () => {
    const around = new PageAround();
    const page = await mountProduct(product, {}, { page: around });
    await page.mounted.submit('cart');
    await page.mounted.select({ width: 1000 });
    await askForQuote(page);
    expect(around.dialects).toEqual([
      '{"action":"createQuotation","argument":"sub_1"}',
      '{"action":"createQuotation","argument":"quo_1"}',
    ]);
  });

  test('hears nothing where nothing was stored', async () => {
    const around = new PageAround();
    const page = await mountProduct(product, {}, { page: around });
    await page.mounted.submit('message');
    expect(around.dialects).toEqual([]);
  });
});

test('a button that posts no message says nothing in any dialect', async () => {
  const quiet = structuredClone(shelf);
  quiet.dialects = ['iconfigure', 'quote3d', 'elfsquad'];
  quiet.outputs![0]!.buttons[1]!.triggers = { webhook: { url: '/x' } };
  const around = new PageAround();
  const page = await mountProduct(quiet, {}, { page: around });
  await page.mounted.submit('cart');
  expect(around.dialects).toEqual([]);
  expect(around.events.at(-1)).toMatchObject({ event: 'widget.added_to_cart' });
});

describe('a tag manager', () => {
  const product: ProductInput = { ...shelf, dialects: [], analytics: true };
  const layer = () => (window as { dataLayer?: object[] }).dataLayer;
  const facts = (value: number, quantity: number) => ({
    product_id: 'shelf',
    product_name: 'Shelf',
    currency: 'EUR',
    value,
    quantity,
    items: [{ item_id: 'shelf', item_name: 'Shelf', price: value / quantity, quantity }],
  });

  test('hears of start, pauses and submissions of a product that allows it', async () => {
    const page = await mountProduct(product);
    await vi.waitFor(() => expect(layer()).toEqual([{ event: 'ic_setup', ...facts(400, 1), step: 'body' }]));
    await page.mounted.select({ width: 1000 });
    await page.mounted.select({ quantity: 2 });
    await vi.waitFor(() => expect(layer()).toHaveLength(2), { timeout: 2000 });
    page.mounted.update({ currency: 'USD' });
    await vi.waitFor(() => expect(layer()).toHaveLength(3), { timeout: 2000 });
    page.mounted.update({});
    await page.mounted.submit('cart');
    await vi.waitFor(() => expect(layer()?.length).toBeGreaterThan(3));
    expect(layer()!.map((entry) => DataLayerEntry.parse(entry))).toMatchObject([
      { event: 'ic_setup' },
      { event: 'ic_update', ...facts(800, 2), step: 'body' },
      { event: 'ic_update', currency: 'USD', value: 1600 },
      { event: 'ic_finish', ...facts(444, 2), path: 'cart', button_id: 'cart', transaction_id: 'sub_1' },
    ]);
  });

  test('hears nothing of any other product', async () => {
    const page = await mountProduct({ ...product, analytics: false });
    await page.mounted.submit('message');
    await tick();
    expect(layer()).toBeUndefined();
  });

  test('that is none disturbs nobody', async () => {
    Object.assign(window, { dataLayer: {} });
    const page = await mountProduct(product);
    await expect(page.mounted.submit('message')).resolves.toMatchObject({ button_id: 'message' });
    await tick();
    expect(layer()).toEqual({});
  });

  test('around a frame hears it by the page', async () => {
    const around = new PageAround();
    const page = await mountProduct(product, {}, { page: around });
    await vi.waitFor(() => expect(around.tracked).toMatchObject([{ event: 'ic_setup' }]));
    await askForQuote(page);
    await vi.waitFor(() => expect(around.tracked).toHaveLength(2));
    expect(around.tracked[1]).toMatchObject({
      event: 'ic_finish',
      path: 'quotation',
      transaction_id: 'quo_1',
    });
    expect(layer()).toBeUndefined();
  });
});
