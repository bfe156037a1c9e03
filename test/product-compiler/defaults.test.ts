import { expect, it } from 'vitest';
import { Product, type ProductInput } from '../../src/contract/product/product.ts';
import { compileProduct } from '../../src/product-compiler/compile-product.ts';

/** A product with everything that has a default, and none of them said. */
const bare: ProductInput = {
  id: 'bare',
  version: '1',
  name: 'Bare',
  currency: 'EUR',
  tax: undefined,
  quantity: {},
  minimum_price: { amount: 10, name: 'Minimum' },
  external_pricing: {},
  steps: [
    {
      id: 'parts',
      name: 'Parts',
      repeat: { item_name: 'Part' },
      features: [
        {
          id: 'wood',
          type: 'choice',
          name: 'Wood',
          options: [{ id: 'oak', name: 'Oak' }],
          own: { name: 'Own' },
        },
        { id: 'extras', type: 'multi_choice', name: 'Extras', options: [{ id: 'oil', name: 'Oil' }] },
        { id: 'width', type: 'number', name: 'Width' },
        { id: 'area', type: 'computed', name: 'Area', value: 'width' },
        { id: 'note', type: 'text', name: 'Note' },
        { id: 'sketch', type: 'file', name: 'Sketch', accept: ['.png'] },
      ],
    },
  ],
  measures: [{ id: 'length', unit: 'piece', value: '2', round: { to: 1 } }],
  prices: [{ id: 'base', name: 'Base', kind: 'fixed', amount: 5 }],
  drawing: {
    width: 1,
    height: 1,
    title: 'Bare',
    gradients: [
      {
        id: 'grain',
        stops: [
          { at: 0, colour: "'#fff'" },
          { at: 1, colour: "'#000'" },
        ],
      },
    ],
    shapes: [{ shape: 'rect' }],
  },
  outputs: [
    {
      id: 'quote',
      extra_fields: [{ id: 'phone', name: 'Phone' }],
      buttons: [{ id: 'send', name: 'Send', triggers: { pdf: true } }],
    },
  ],
};

it('the compiler fills in the defaults that the schema states', () => {
  const { product, problems } = compileProduct(bare);
  expect(problems).toEqual([]);
  expect(product).toEqual(compileProduct(Product.parse(bare)).product);
});
