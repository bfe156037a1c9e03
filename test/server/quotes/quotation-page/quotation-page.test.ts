import { describe, expect, it } from 'vitest';
import type { Line } from '../../../../src/contract/quote/items.ts';
import type { LineItem, Price } from '../../../../src/contract/configuration/price.ts';
import { quotationPage } from '../../../../src/server/quotes/quotation-page/quotation-page.ts';
import { freezePrice, type FrozenPrice } from '../../../../src/server/quotes/freeze-price.ts';

const priced = (line: Partial<LineItem>): Price => ({
  state: 'priced',
  currency: 'EUR',
  digits: 2,
  lines: [
    {
      id: 'wood',
      name: { en: 'Wood', nl: 'Hout' },
      quantity: 1,
      unit_price: 18000,
      total: 18000,
      authoritative: 'unit',
      ...line,
    },
  ],
  net: 18000,
  tax: 0,
  gross: 18000,
  total: 18000,
  tax_rate: 0,
  prices: 'gross',
  missing: [],
});

const page = (
  price: FrozenPrice,
  language = 'nl',
  interfaceLanguage = language as 'nl',
  lines: readonly Line[] = [],
): Promise<string> =>
  quotationPage({
    company: { name: 'Shop', email: 'shop@example.com' },
    language,
    interfaceLanguage,
    quantity: 1,
    customer: { first_name: 'Jane', last_name: 'Doe', email: 'jane@example.com', phone: '', address: {} },
    answer: {
      path: 'quotation',
      quotation_id: 'q',
      quotation_number: 203000001,
      pdf_url: 'https://quotes.example.com/quotations/q',
      total_price: 180,
      currency: 'EUR',
      created_at: '2030-01-02T03:04:05.000Z',
      items: [],
      lines: [...lines],
      message: null,
    },
    price,
    itemName: () => undefined,
    extraFields: [],
  });
const names = (html: string) => /<table class="price">[^]*<tbody>\s*<tr>\s*<td>([^]*?)<\/td>/.exec(html)![1];

describe('a line of the price', () => {
  it('says what was measured, as it was when it was quoted', async () => {
    const price = freezePrice(priced({ measure: { value: 1.8, unit: 'm2' } }), ['nl']);
    const stored = JSON.parse(JSON.stringify(price)) as FrozenPrice;
    expect(names(await page(stored))).toBe('Hout <small>1,8 m²</small>');
    expect(names(await page(stored, 'en'))).toBe('Hout <small>1.8 m²</small>');
  });

  it.each([
    [{ value: 12.34567, unit: 'kg' }, '12.346 kg'],
    [{ value: 4, unit: 'piece' }, '4 ×'],
    [{ value: 1200, unit: 'mm' }, '1,200 mm'],
  ])('in its unit: %j', async (measure, said) => {
    expect(names(await page(freezePrice(priced({ measure }), ['en']), 'en'))).toContain(
      `<small>${said}</small>`,
    );
  });

  it('says nothing more where nothing was measured, or it was not kept', async () => {
    expect(names(await page(freezePrice(priced({}), ['nl'])))).toBe('Hout');
  });
});

describe('an answer that is a day', () => {
  const line: Line = {
    product_id: 'table',
    step_id: 'main',
    step_name: 'Main',
    repetition: 0,
    feature_id: 'delivery',
    feature_name: 'Delivery',
    type: 'date',
    value: '2030-03-01',
    display: '2030-03-01',
  };
  const said = async (language: string, interfaceLanguage: 'nl' | 'en') =>
    /<td>Delivery<\/td>\s*<td>([^<]*)</.exec(
      await page(freezePrice(priced({}), ['nl']), language, interfaceLanguage as 'nl', [line]),
    )?.[1];

  it('is written as in the language of the page’s own words', async () => {
    expect(await said('nl-BE', 'nl')).toBe('1 maart 2030');
    expect(await said('en-GB', 'en')).toBe('1 March 2030');
    expect(await said('fr', 'en')).toBe('March 1, 2030');
  });
});
