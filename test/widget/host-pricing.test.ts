import { afterEach, expect, test, vi } from 'vitest';
import type { HostPrice, HostPricing, HostPricingRequest } from '../../src/widget/mount.ts';
import { clearPage, mountProduct, tick, type OnPage } from './support/mount-product.ts';
import { shelf } from './support/products.ts';

afterEach(clearPage);

/** A page that prices when the test says so. */
function pricer() {
  const asked: {
    request: HostPricingRequest;
    answer: (price: HostPrice | null) => void;
    fail: (error: Error) => void;
  }[] = [];
  const pricing: HostPricing = (request) =>
    new Promise((answer, fail) => {
      asked.push({ request, answer, fail });
    });
  return { asked, pricing };
}
const total = (page: OnPage) => page.$<HTMLElement>('[part=total]').textContent;
const quick = { ...shelf, external_pricing: { timeout_ms: 600 } };

test('the page’s price takes the place of ours, with its lines and our tax', async () => {
  const { asked, pricing } = pricer();
  const page = await mountProduct(shelf);
  page.mounted.pricing = pricing;
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]!.request).toMatchObject({
    configuration: { product_id: 'shelf', selections: { width: 900 } },
    price: { total_price: 400, currency: 'EUR' },
  });
  asked[0]!.answer({ line_items: [{ name: 'For you', quantity: 2, unit_price: 60.5 }] });
  await vi.waitFor(() => expect(total(page)).toBe('€121.00'));
  expect(page.last('price.changed')).toMatchObject({
    state: 'adjusted',
    total_price: 121,
    net: 100,
    tax: 21,
  });
  expect(page.text()).toContain('For you 2 × €60.50');
  page.mounted.pricing = null;
  await vi.waitFor(() => expect(total(page)).toBe('€400.00'));
});

test('the old price stays readable; only after a while it says that it is being updated', async () => {
  const { asked, pricing } = pricer();
  const page = await mountProduct(shelf);
  page.mounted.pricing = pricing;
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  asked[0]!.answer({ total_price: 500 });
  await vi.waitFor(() => expect(total(page)).toBe('€500.00'));
  await page.mounted.select({ material: 'pine' });
  expect(total(page)).toBe('€500.00');
  expect(page.text()).not.toContain('Updating');
  await vi.waitFor(() => expect(page.text()).toContain('Updating…'));
  expect(total(page)).toBe('€500.00');
  asked[1]!.answer({ total_price: 450 });
  await vi.waitFor(() => expect(total(page)).toBe('€450.00'));
  expect(page.text()).not.toContain('Updating');
});

test('an answer to an older configuration never shows, and its request is told', async () => {
  const { asked, pricing } = pricer();
  const page = await mountProduct(shelf);
  page.mounted.pricing = pricing;
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  await page.mounted.select({ width: 1000 });
  await page.mounted.select({ width: 900 });
  expect(asked[0]!.request.signal.aborted).toBe(true);
  asked[0]!.answer({ total_price: 1 });
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(total(page)).not.toBe('€1.00');
  asked[1]!.answer({ total_price: 2 });
  await vi.waitFor(() => expect(total(page)).toBe('€2.00'));
});

test('a page that fails leaves our price, and hears of it', async () => {
  const { asked, pricing } = pricer();
  const page = await mountProduct(shelf);
  page.mounted.pricing = pricing;
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  asked[0]!.fail(new Error('boom'));
  await vi.waitFor(() => expect(page.last('widget.error')).toMatchObject({ code: 'pricing_failed' }));
  expect(total(page)).toBe('€400.00');
});

test.each<[string, unknown]>([
  ['a text as its total', { total_price: 'abc' }],
  ['digits as text', { total_price: '12' }],
  ['NaN', { total_price: NaN }],
  ['Infinity', { total_price: Infinity }],
  ['more than money can count', { total_price: 1e300 }],
  ['less than nothing', { total_price: -1 }],
  ['lines that come to less than nothing', { line_items: [{ name: 'x', total: -5 }] }],
  ['a line without a price', { line_items: [{ name: 'x', price: 10 }] }],
  ['a line whose price is a text', { line_items: [{ name: 'x', unit_price: '10' }], total_price: 10 }],
  ['a line whose quantity is none', { line_items: [{ name: 'x', unit_price: 10, quantity: NaN }] }],
  ['lines that are none', { line_items: 'x' }],
  ['no lines', { line_items: [] }],
  ['nothing', {}],
  ['another name', { total: 99 }],
  ['a text', 'oops'],
  ['a number', 0],
])('%s is no price: ours stays, and the page hears of it', async (_, answer) => {
  const page = await mountProduct(shelf);
  page.mounted.pricing = () => Promise.resolve(answer as HostPrice);
  await vi.waitFor(() => expect(page.last('widget.error')).toMatchObject({ code: 'pricing_failed' }));
  expect(total(page)).toBe('€400.00');
  expect((await page.mounted.getConfiguration()).price.state).toBe('base');
});

test('null leaves our price, and nothing is wrong', async () => {
  const page = await mountProduct(shelf);
  const pricing = vi.fn<HostPricing>(() => Promise.resolve(null));
  page.mounted.pricing = pricing;
  await vi.waitFor(() => expect(pricing).toHaveBeenCalled());
  await tick();
  expect(page.last('widget.error')).toBeUndefined();
  expect((await page.mounted.getConfiguration()).price).toMatchObject({ state: 'base', total_price: 400 });
});

test('lines may go without a price beside a total, and discounts are negative', async () => {
  const page = await mountProduct(shelf);
  const lines = [{ name: 'Delivery included' }, { name: 'Discount', total: -50 }];
  page.mounted.pricing = () => Promise.resolve({ line_items: lines, total_price: 300 });
  await vi.waitFor(() => expect(total(page)).toBe('€300.00'));
  page.mounted.pricing = () => Promise.resolve({ line_items: [...lines.slice(1), { name: 'x', total: 60 }] });
  await vi.waitFor(() => expect(total(page)).toBe('€10.00'));
});

test('a submission waits for the page’s word, and takes it', async () => {
  const { asked, pricing } = pricer();
  const page = await mountProduct(quick);
  page.mounted.pricing = pricing;
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  const submission = page.mounted.submit('message');
  await vi.waitFor(() => expect(page.text()).toContain('Confirming final price…'));
  asked[0]!.answer({ total_price: 333 });
  await submission;
  expect(page.last('widget.added_to_cart')?.total_price).toBe(333);
});

test('in time or not at all: the list price, said in words; a late answer heals the screen', async () => {
  const { asked, pricing } = pricer();
  const page = await mountProduct(quick);
  page.mounted.pricing = pricing;
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  await page.mounted.submit('message');
  expect(page.last('widget.added_to_cart')?.total_price).toBe(400);
  expect(page.text()).toContain('could not be confirmed in time');
  asked[0]!.answer({ total_price: 333 });
  await vi.waitFor(() => expect(total(page)).toBe('€333.00'));
  expect(page.text()).not.toContain('could not be confirmed');
});
