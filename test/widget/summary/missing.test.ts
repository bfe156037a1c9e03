import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ProductInput } from '../../../src/contract/product/product.ts';
import { clearPage, mountProduct, tick, type, type OnPage } from '../support/mount-product.ts';

afterEach(() => {
  clearPage();
  vi.restoreAllMocks();
});

/** A blind whose price can be missing in every way. A price line has the id of a question, as is common. */
const blind: ProductInput = {
  id: 'blind',
  version: '1',
  name: { en: 'Blind', nl: 'Rolgordijn', de: 'Rollo' },
  languages: ['en', 'nl', 'de'],
  currency: 'EUR',
  currencies: { IDR: 1e13 },
  quantity: { min: 1, max: 1000 },
  steps: [
    {
      id: 'size',
      name: 'Size',
      features: [
        {
          id: 'width',
          name: 'Width',
          type: 'number',
          unit: 'mm',
          display_unit: 'in',
          decimals: 1,
          default: 609.6,
        },
        {
          id: 'drop',
          name: { en: 'Drop', nl: 'Hoogte', de: 'Höhe' },
          type: 'number',
          unit: 'mm',
          decimals: 1,
          default: 609.6,
        },
        { id: 'off', name: 'Off', type: 'number', required: false },
        { id: 'cloth', name: 'Cloth', type: 'yes_no', price: 'off * 2' },
      ],
    },
  ],
  tables: [{ id: 't', x: [609.6, 1828.8], y: [609.6, 1828.8], values: [[10, 20], [30, null]] }], // prettier-ignore
  prices: [
    {
      id: 'drop',
      name: { en: 'Fabric', nl: 'Stof', de: 'Stoff' },
      kind: 'matrix',
      table: 't',
      x: 'width',
      y: 'drop',
    },
    { id: 'less', name: 'Less', kind: 'formula', when: 'has(off)', amount: '-off' },
    { id: 'far', kind: 'on_request', when: 'width > 3000', reason: 'We call you' },
  ],
  outputs: [{ id: 'main', buttons: [{ id: 'cart', name: 'Add to cart', triggers: { post_message: true } }] }],
};

const total = (page: OnPage) => page.$<HTMLElement>('[part=total]').textContent;

/** Expects that nothing is submitted, neither by the button nor by the method. @returns the message */
async function expectRefusal(page: OnPage): Promise<string> {
  const posted = vi.spyOn(window, 'postMessage');
  const { valid, price } = await page.mounted.getConfiguration();
  expect({ valid, state: price.state, total: price.total_price }).toEqual({
    valid: false,
    state: 'incomplete',
    total: null,
  });
  await expect(page.mounted.submit('cart')).rejects.toMatchObject({ code: 'invalid' });
  page.$<HTMLButtonElement>('button[value=cart]').click();
  await tick();
  const said = await vi.waitFor(() => page.$<HTMLElement>('.problem li').textContent);
  const names = page.heard.map(({ event }) => event);
  expect(names).toContain('widget.validation_failed');
  expect(names).not.toContain('widget.submitting');
  expect(names).not.toContain('widget.added_to_cart');
  expect(posted.mock.calls.map(([message]) => (message as { event?: string }).event)).not.toContain(
    'widget.added_to_cart',
  );
  return said;
}

describe('a line without a price', () => {
  test.each([
    ['en', 'Drop: ', 'With these choices there is no price for “Fabric”'],
    ['nl', 'Hoogte: ', 'Bij deze keuzes is er geen prijs voor ‘Stof’'],
    ['de', 'Höhe: ', 'Bei dieser Auswahl gibt es keinen Preis für „Stoff“'],
  ])(
    'is explained in %s, at the question, with the price and on submission',
    async (language, name, said) => {
      const page = await mountProduct(blind, {}, { language });
      await page.mounted.select({ width: 1828.8 });
      expect(await page.mounted.getConfiguration()).toMatchObject({
        valid: true,
        price: { total_price: 20 },
      });
      type(page.$('#drop'), '1000');
      await vi.waitFor(() => expect(page.$<HTMLElement>('#drop-issues').textContent).toBe(said));
      expect(page.$('#drop').getAttribute('aria-invalid')).toBe('true');
      await vi.waitFor(() => expect(page.$<HTMLElement>('[part=summary]').textContent).toContain(`${said}.`));
      // The line has the id of the question "drop", which is answered.
      expect([...page.root.querySelectorAll('[part=summary] button')]).toEqual([]);
      expect(page.last('configuration.changed')).toMatchObject({ valid: false });
      await vi.waitFor(
        () => expect(page.$<HTMLElement>('.hidden[role=status]').textContent).toContain(name + said),
        { timeout: 2000 },
      );
      expect(await expectRefusal(page)).toBe(name + said);

      type(page.$('#drop'), '610');
      await vi.waitFor(() => expect(total(page)).toMatch(/20[.,]00/));
      expect(page.root.querySelector('#drop-issues')).toBeNull();
      await page.mounted.submit('cart');
      expect(page.last('widget.added_to_cart')).toMatchObject({ total_price: 20 });
    },
  );

  test('is priced up to and including the last break in inches', async () => {
    const page = await mountProduct(blind);
    expect(total(page)).toBe('€10.00');
    type(page.$('#width'), '72');
    await vi.waitFor(() => expect(total(page)).toBe('€20.00'));
    type(page.$('#width'), '72.1');
    await vi.waitFor(() => expect(total(page)).toBe('Price to follow'));
    await expectRefusal(page);
    type(page.$('#width'), '120');
    await vi.waitFor(() => expect(total(page)).toBe('Price on request'));
    await page.mounted.submit('cart');
  });
});

test('an optional answer that the price depends on is asked for', async () => {
  const page = await mountProduct(blind, { select: '{"cloth":true}' });
  expect(total(page)).toBe('Price to follow');
  await vi.waitFor(() => expect(page.text()).toContain('For a price we still need: Off'));
  expect(page.root.querySelector('#off-issues')).toBeNull();
  expect(await expectRefusal(page)).toBe('Off: Needed for the price');
  expect(page.$<HTMLElement>('#off-issues').textContent).toBe('Needed for the price');
  page.button('Off').click();
  await vi.waitFor(() => expect(page.root.activeElement?.id).toBe('off'));
  await page.mounted.select({ off: 1 });
  expect(total(page)).toBe('€11.00');
  expect((await page.mounted.getConfiguration()).valid).toBe(true);
});

test('there is no total below 0', async () => {
  const page = await mountProduct(blind, { select: '{"off":10}' });
  expect(total(page)).toBe('€0.00');
  await page.mounted.select({ off: 10.01 });
  await page.mounted.select({ off: 11 });
  expect(total(page)).toBe('Price to follow');
  await vi.waitFor(() =>
    expect(page.$<HTMLElement>('[part=summary]').textContent).toContain(
      'With these choices there is no price for “Blind”.',
    ),
  );
  expect(await expectRefusal(page)).toBe('With these choices there is no price for “Blind”');
});

test('there is no total beyond the safe integers of the currency shown', async () => {
  const page = await mountProduct(blind, { currency: 'IDR', select: '{"quantity":1000}' });
  expect(total(page)).toBe('Price to follow');
  await expect(page.mounted.submit('cart')).rejects.toMatchObject({
    code: 'invalid',
    details: [{ code: 'price_incomplete' }],
  });
});

test('a submission goes out as it was, though the configuration loses its price meanwhile', async () => {
  const page = await mountProduct(blind);
  const before = await page.mounted.getConfiguration();
  const waiting: (() => void)[] = [];
  page.mounted.pricing = () =>
    new Promise((resolve) => {
      waiting.push(() => resolve({ total_price: 12 }));
    });
  const submitted = page.mounted.submit('cart');
  await vi.waitFor(() => expect(page.last('price.changed')).toMatchObject({ state: 'confirming' }));
  await page.mounted.select({ width: 1828.8, drop: 1828.8 });
  await tick();
  await vi.waitFor(() => expect(waiting.length).toBeGreaterThan(0));
  for (const answer of waiting) answer();
  await submitted;
  const { lines, total_price } = page.last('widget.added_to_cart')!;
  expect(total_price).toBe(12);
  expect(lines.find(({ feature_id }) => feature_id === 'drop')?.value).toBe(before.selections['drop']);
});
