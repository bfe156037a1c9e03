import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ErrorBody } from '../../../../src/contract/error/error-body.ts';
import type { ProductInput } from '../../../../src/contract/product/product.ts';
import { describeStores } from '../../support/stores.ts';
import { cartSubmission } from '../../support/submission.ts';
import { testCompanion, type TestCompanion } from '../../support/test-companion.ts';

/** A blind whose prices have every way of not being there. */
const blind: ProductInput = {
  id: 'blind',
  version: '1',
  name: 'Blind',
  currency: 'EUR',
  currencies: { IDR: 1e13 },
  quantity: { min: 1, max: 1000 },
  steps: [
    {
      id: 'size',
      name: 'Size',
      features: [
        { id: 'width', name: 'Width', type: 'number', unit: 'mm', decimals: 1, default: 609.6 },
        { id: 'drop', name: 'Drop', type: 'number', unit: 'mm', decimals: 1, default: 609.6 },
        { id: 'off', name: 'Off', type: 'number', required: false },
        {
          id: 'fabric',
          name: 'Fabric',
          type: 'choice',
          required: false,
          options: [
            { id: 'a', name: 'A', price: 5 },
            { id: 'b', name: 'B', price: 'off * 2' },
          ],
        },
      ],
    },
  ],
  tables: [{ id: 't', x: [609.6, 1219.2], y: [609.6, 1219.2], values: [[10, 20], [30, null]] }], // prettier-ignore
  prices: [
    { id: 'cloth', name: 'Cloth', kind: 'matrix', table: 't', x: 'width', y: 'drop' },
    { id: 'less', name: 'Less', kind: 'formula', when: 'has(off)', amount: '-off' },
    { id: 'far', kind: 'on_request', when: 'width > 2000', reason: 'We call you' },
  ],
  outputs: [{ id: 'main', buttons: [{ id: 'cart', name: 'Cart', triggers: { post_message: true } }] }],
};

describeStores('what has no price', (place) => {
  let companion: TestCompanion;
  beforeEach(async () => {
    companion = await testCompanion(await place(), { products: [blind] });
  });
  afterEach(() => companion.stop());

  const submit = async (values: Record<string, number | string>, more = {}) => {
    const features = Object.entries(values).map(([ID, value]) => ({
      ID,
      type: typeof value === 'number' ? ('number_input' as const) : ('single_selection' as const),
      value,
    }));
    const answer = await companion.post(
      '/api/v1/add-quote',
      cartSubmission({
        product_id: 'blind',
        product_version: '1',
        items: [
          {
            product_id: 'blind',
            items: [{ ID: 'size', repetitionAmount: 1, repetitions: [features] }],
          },
        ] as never,
        ...more,
      }),
    );
    const body = (await answer.json()) as { total_price?: number | null } & Partial<ErrorBody>;
    return { status: answer.status, total: body.total_price, details: body.error?.details };
  };

  it('is taken up to the last break in inches', async () => {
    expect(await submit({ width: 609.6, drop: 609.6 })).toMatchObject({ status: 201, total: 10 });
    expect(await submit({ width: 1219.2, drop: 609.6 })).toMatchObject({ status: 201, total: 20 });
    expect(await submit({ width: 609.6, drop: 1219.2 })).toMatchObject({ status: 201, total: 30 });
  });

  it.each<[string, Record<string, number | string>, object, string, string]>([
    [
      'an empty cell',
      { width: 1219.2, drop: 1219.2 },
      {},
      'items[0].items[0].repetitions[0][1].value',
      'Bij deze keuzes is er geen prijs voor ‘Cloth’',
    ],
    [
      'beyond the table',
      { width: 609.6, drop: 1300 },
      {},
      'items[0].items[0].repetitions[0][1].value',
      'Bij deze keuzes is er geen prijs voor ‘Cloth’',
    ],
    [
      'an answer that is counted with',
      { width: 609.6, drop: 609.6, fabric: 'b' },
      {},
      'items[0].items[0]',
      'Nodig voor de prijs',
    ],
    [
      'a total below 0',
      { width: 609.6, drop: 609.6, off: 11 },
      {},
      'items[0].items',
      'Bij deze keuzes is er geen prijs voor ‘Blind’',
    ],
    [
      'a total beyond whole numbers',
      { width: 609.6, drop: 609.6 },
      { currency: 'IDR', quantity: 1000 },
      'items[0].items',
      'Bij deze keuzes is er geen prijs voor ‘Blind (IDR)’',
    ],
  ])('is refused: %s', async (_, values, more, path, message) => {
    expect(await submit(values, more)).toEqual({
      status: 422,
      total: undefined,
      details: [{ path, code: 'price_incomplete', message }],
    });
    expect(await companion.store.db.selectFrom('cart_actions').select('id').execute()).toEqual([]);
  });

  it('is taken where the price is on request', async () => {
    expect(await submit({ width: 2001, drop: 609.6 })).toMatchObject({ status: 201, total: null });
  });
});
