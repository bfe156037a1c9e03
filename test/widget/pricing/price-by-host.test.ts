import { afterEach, describe, expect, test, vi } from 'vitest';
import type { HostPrice, HostPricing, HostPricingRequest } from '../../../src/element-api/host-pricing.ts';
import { clearPage, mountProduct, tick, type, type OnPage } from '../support/mount-product.ts';
import { shelf } from '../support/products.ts';

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
  ['more than a submission may say', { total_price: 2e12 }],
  ['lines that come to more than that', { line_items: Array(9).fill({ name: 'x', total: 9e11 }) }],
  ['another currency', { total_price: 5, currency: 'USD' }],
  ['a line whose name is no text', { line_items: [{ name: Symbol('x'), total: 5 }] }],
  [
    'what throws when it is read',
    {
      get total_price() {
        throw new Error('read');
      },
    },
  ],
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

test.each<[string, () => unknown]>([
  [
    'throws',
    () => {
      throw new Error('at once');
    },
  ],
  [
    'throws what has no words',
    () => {
      throw Object.create(null) as Error;
    },
  ],
  ['is rejected with nothing', () => ({ then: (_: unknown, reject: () => void) => reject() })],
])('a function that %s leaves our price, pending and confirming alike', async (_, pricing) => {
  const page = await mountProduct(quick);
  page.mounted.pricing = pricing as HostPricing;
  await page.mounted.getConfiguration();
  await page.mounted.submit('message');
  expect(page.last('widget.added_to_cart')?.total_price).toBe(400);
  expect(page.last('widget.error')).toMatchObject({ code: 'pricing_failed' });
  expect((await page.mounted.getConfiguration()).price.state).toBe('base');
  expect(page.text()).not.toMatch(/Confirming|Updating/);
});

test('a price that comes without waiting, or from a promise of somebody else’s that answers twice', async () => {
  const page = await mountProduct(shelf);
  page.mounted.pricing = (() => ({ total_price: 12 })) as unknown as HostPricing;
  await vi.waitFor(() => expect(total(page)).toBe('€12.00'));
  page.mounted.pricing = (() => ({
    then(resolve: (price: HostPrice) => void) {
      resolve({ total_price: 13 });
      resolve({ total_price: 14 });
    },
  })) as unknown as HostPricing;
  await vi.waitFor(() => expect(total(page)).toBe('€13.00'));
  await tick();
  expect(total(page)).toBe('€13.00');
});

/** Ways to say again what was said, or to go away and come back. */
const again: [string, (page: OnPage) => Promise<void> | void][] = [
  ['select() with the same', (page) => page.mounted.select({ width: 900, material: 'oak' })],
  ['select() with nothing', (page) => page.mounted.select({})],
  ['the option that was there by default', (page) => page.$('[name=material][value=oak]').click()],
  ['the number that was there', (page) => type(page.$('#width'), '900')],
  ['the same in another unit', (page) => type(page.$('#width'), '90 cm')],
  ['the quantity that was there', (page) => page.mounted.select({ quantity: 1 })],
  ['the repetitions that were there', (page) => page.mounted.select({ boards: [{}, { colour: 'white' }] })],
  ['reset()', (page) => page.mounted.reset()],
  [
    'there and back',
    async (page) => {
      await page.mounted.select({ width: 1000 });
      await page.mounted.select({ width: 900 });
    },
  ],
  [
    'an edit and its undo',
    async (page) => {
      await page.mounted.select({ material: 'pine' });
      page.button('Undo').click();
      await vi.waitFor(async () =>
        expect((await page.mounted.getConfiguration()).selections['material']).toBe('oak'),
      );
    },
  ],
  [
    'a repetition added and removed',
    async (page) => {
      page.button('Add Board').click();
      await vi.waitFor(async () =>
        expect((await page.mounted.getConfiguration()).selections['boards']).toHaveLength(3),
      );
      await page.mounted.select({ boards: [{}, {}] });
    },
  ],
  ['the currency it had', (page) => page.mounted.update({ currency: 'EUR' })],
];

describe.each(again)('%s', (_, sayAgain) => {
  test('loses no price', async () => {
    const page = await mountProduct(shelf);
    page.mounted.pricing = ({ configuration: { selections } }) =>
      new Promise((resolve) =>
        setTimeout(() => resolve({ total_price: Number(selections['width']) + 0.5 }), 300),
      );
    await vi.waitFor(async () => expect((await page.mounted.getConfiguration()).price.state).toBe('pending'));
    await new Promise((resolve) => setTimeout(resolve, 250));
    await sayAgain(page);
    await vi.waitFor(() => expect(total(page)).toBe('€900.50'), { timeout: 2000 });
    // And once more, now that it is there.
    await sayAgain(page);
    await vi.waitFor(
      async () =>
        expect((await page.mounted.getConfiguration()).price).toMatchObject({
          state: 'adjusted',
          total_price: 900.5,
        }),
      { timeout: 2000 },
    );
    expect(page.text()).not.toContain('Updating');
  });

  test('ends no confirmation early, and keeps none from ending', async () => {
    const { asked, pricing } = pricer();
    const page = await mountProduct(shelf);
    page.mounted.pricing = pricing;
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    const submission = page.mounted.submit('message');
    await vi.waitFor(() => expect(page.text()).toContain('Confirming final price…'));
    await sayAgain(page);
    await tick();
    expect(page.last('widget.added_to_cart')).toBeUndefined();
    for (const one of asked) one.answer({ total_price: 333 });
    await submission;
    expect(page.last('widget.added_to_cart')).toMatchObject({ total_price: 333, quantity: 1 });
    await vi.waitFor(() => {
      for (const one of asked) one.answer({ total_price: 333 });
      expect(total(page)).toBe('€333.00');
    });
    expect(page.text()).not.toContain('Confirming');
  });
});

test('pressed twice, the same answer given in between, it is submitted once', async () => {
  const { asked, pricing } = pricer();
  const page = await mountProduct(shelf);
  page.mounted.pricing = pricing;
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  const button = page.$<HTMLButtonElement>('button[value=message]');
  button.click();
  await vi.waitFor(() => expect(page.text()).toContain('Confirming final price…'));
  await page.mounted.select({ material: 'oak' });
  button.click();
  await tick();
  asked[0]!.answer({ total_price: 333 });
  await vi.waitFor(() => expect(page.text()).toContain('Added to the cart'));
  await tick();
  expect(page.heard.filter(({ event }) => event === 'widget.added_to_cart')).toHaveLength(1);
});

test('an edit while it is confirmed: what was pressed for is submitted, at its own price', async () => {
  const { asked, pricing } = pricer();
  const page = await mountProduct(shelf);
  page.mounted.pricing = pricing;
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  const submission = page.mounted.submit('message');
  await vi.waitFor(() => expect(page.text()).toContain('Confirming final price…'));
  await page.mounted.select({ width: 1000, quantity: 2 });
  expect(page.text()).not.toContain('Confirming');
  expect((await page.mounted.getConfiguration()).price.state).toBe('pending');
  asked[0]!.answer({ total_price: 333 });
  await submission;
  const { total_price, quantity, lines } = page.last('widget.added_to_cart')!;
  expect({ total_price, quantity }).toEqual({ total_price: 333, quantity: 1 });
  expect(JSON.stringify(lines)).toContain('900');
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[1]!.request.configuration).toMatchObject({ quantity: 2, selections: { width: 1000 } });
  expect(total(page)).not.toBe('€333.00');
});

test('an edit is pending at once, for whoever asks; what is said of it on screen waits', async () => {
  const { asked, pricing } = pricer();
  const page = await mountProduct(shelf);
  page.mounted.pricing = pricing;
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]!.request.price.state).toBe('base');
  asked[0]!.answer({ total_price: 500 });
  await vi.waitFor(() => expect(total(page)).toBe('€500.00'));
  await page.mounted.select({ material: 'pine' });
  expect((await page.mounted.getConfiguration()).price).toMatchObject({ state: 'pending', total_price: 500 });
  expect(page.last('price.changed')).toMatchObject({ state: 'pending', total_price: 500 });
  expect(page.text()).not.toContain('Updating');
});

test('the quantity and the currency are priced anew', async () => {
  const { asked, pricing } = pricer();
  const page = await mountProduct(shelf);
  page.mounted.pricing = pricing;
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  asked[0]!.answer({ total_price: 500 });
  await vi.waitFor(() => expect(total(page)).toBe('€500.00'));
  page.mounted.update({ currency: 'USD' });
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[1]!.request.price).toMatchObject({ currency: 'USD', total_price: 800 });
  expect(total(page)).toBe('$800.00');
  asked[1]!.answer({ total_price: 550, currency: 'USD' });
  await vi.waitFor(() => expect(total(page)).toBe('$550.00'));
  await page.mounted.select({ quantity: 2 });
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  expect(asked[2]!.request.configuration.quantity).toBe(2);
});

test('a function that never answers: “Updating…” ends, too, and ours stands', async () => {
  const page = await mountProduct(quick);
  page.mounted.pricing = () => Promise.resolve({ total_price: 500 });
  await vi.waitFor(() => expect(total(page)).toBe('€500.00'));
  page.mounted.pricing = () => new Promise(() => {});
  await page.mounted.select({ material: 'pine' });
  await vi.waitFor(() => expect(page.text()).toContain('Updating…'));
  expect(total(page)).toBe('€500.00');
  await vi.waitFor(() => expect(page.text()).toContain('could not be confirmed in time'));
  expect(total(page)).toBe('€300.00');
  expect(page.last('price.changed')).toMatchObject({ state: 'fallback', total_price: 300 });
  // Submitted, it is waited for once more.
  const submission = page.mounted.submit('message');
  await vi.waitFor(() => expect(page.text()).toContain('Confirming final price…'));
  expect(total(page)).toBe('€300.00');
  await submission;
  expect(page.last('widget.added_to_cart')?.total_price).toBe(300);
  expect(page.text()).not.toContain('Confirming');
});

test('pricing that is taken back ends what waits for it', async () => {
  const { asked, pricing } = pricer();
  const page = await mountProduct(shelf);
  page.mounted.pricing = pricing;
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  const submission = page.mounted.submit('message');
  await vi.waitFor(() => expect(page.text()).toContain('Confirming final price…'));
  page.mounted.pricing = null;
  await submission;
  expect(asked[0]!.request.signal.aborted).toBe(true);
  expect(page.last('widget.added_to_cart')?.total_price).toBe(400);
  expect(page.text()).not.toContain('Confirming');
});

test('a removed element submits nothing any more, and hears no price', async () => {
  const { asked, pricing } = pricer();
  const page = await mountProduct(shelf);
  page.mounted.pricing = pricing;
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  const submission = page.mounted.submit('message');
  await vi.waitFor(() => expect(page.text()).toContain('Confirming final price…'));
  const heard = page.heard.length;
  page.mounted.destroy();
  asked[0]!.answer({ total_price: 1 });
  await expect(submission).rejects.toMatchObject({ code: 'cancelled' });
  expect(page.heard).toHaveLength(heard);
});
