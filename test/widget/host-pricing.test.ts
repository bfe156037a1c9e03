import { afterEach, expect, test, vi } from 'vitest';
import type { HostPrice, HostPricing, HostPricingRequest } from '../../src/widget/mount.ts';
import { clearPage, mountProduct, type OnPage } from './support/mount-product.ts';
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
