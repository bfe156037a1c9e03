import { describe, expect, it } from 'vitest';
import { compileProduct } from '../../src/product-compiler/compile-product.ts';
import type { ProductInput } from '../../src/contract/product/product.ts';
import { productOf } from './support/product-of.ts';

describe('a product that is right', () => {
  const { product, problems } = compileProduct(productOf());

  it('compiles without problems', () => {
    expect(problems).toEqual([]);
    expect(product).toMatchObject({
      format: 1,
      id: 'table',
      languages: ['en'],
      tax: { rate: 0, prices: 'gross' },
      quantity: { min: 1, max: 1000, step: 1, default: 1 },
      dialects: [],
      outputs: [],
    });
  });

  it('has its defaults filled in', () => {
    const [material, width, , finishes, lights] = product!.steps[0]!.features;
    expect(material).toMatchObject({ display: 'radio', required: true, default: [{ value: 'oak' }] });
    expect(width).toMatchObject({ unit: 'mm', decimals: 0, min: [{ value: 500 }], max: [{ value: 2000 }] });
    expect(finishes).toMatchObject({ display: 'checkbox', default: [{ value: ['list'] }] });
    expect(lights).toMatchObject({ default: [{ value: false }] });
    expect(product!.steps[1]!.repeat).toEqual({
      default: 1,
      min: [{ value: 1 }],
      max: [{ value: 4 }],
      item_name: 'Panel',
    });
  });

  it('says who may show it in an iframe, where it says anything', () => {
    const allowed_origins = ['https://shop.example'];
    expect(compileProduct(productOf({ allowed_origins })).product).toMatchObject({ allowed_origins });
    expect(compileProduct(productOf({ allowed_origins: [] })).product).toMatchObject({ allowed_origins: [] });
    expect(product).not.toHaveProperty('allowed_origins');
  });

  it('speaks the languages that it lists and those that its name is in', () => {
    const spoken = (more: Partial<ProductInput>) => compileProduct(productOf(more)).product?.languages;
    expect(spoken({ name: 'Table' })).toEqual(['en']);
    expect(spoken({ languages: ['nl', 'en'], name: { en: 'Table', nl: 'Tafel' } })).toEqual(['nl', 'en']);
    expect(spoken({ name: { en: 'Table', fr: 'Table' } })).toEqual(['en', 'fr']);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(product))).toEqual(product);
  });
});

describe('a file that is no product', () => {
  it.each([null, 7, 'x', [], {}, { steps: {} }, { ...productOf(), steps: [{ id: 'a', features: [null] }] }])(
    'is one problem, not an exception: %j',
    (file) => {
      const { product, problems } = compileProduct(file as ProductInput);
      expect(product).toBeUndefined();
      expect(problems[0]).toMatchObject({ level: 'error' });
      expect(problems[0]!.message).toContain('shape of a product');
    },
  );
});
