import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Product } from '../../../src/contract/product/product.ts';
import { productJsonSchema } from '../../../src/contract/product/product-json-schema.ts';
import { productOf } from '../../product-compiler/support/product-of.ts';

const schema = productJsonSchema();
// Formats stand beside patterns that say the same, so they need no plug-in.
const accepts = new Ajv({ strict: false, validateFormats: false }).compile(schema);

const folder = new URL('../../../demo/products/', import.meta.url);
const demos = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name): [string, unknown] => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))]);

describe('the JSON Schema', () => {
  it.each(demos)('accepts %s', (_name, product) => {
    accepts(product);
    expect(accepts.errors).toBeNull();
  });

  it.each([
    ['an unknown key', { stepz: [] }],
    ['a missing part', { steps: undefined }],
    ['an empty text', { name: {} }],
    [
      'a wrong kind of feature',
      { steps: [{ id: 'a', name: 'A', features: [{ id: 'b', name: 'B', type: 'c' }] }] },
    ],
    ['a number out of bounds', { tax: { rate: 120, prices: 'net' } }],
    ['a text where a number is due', { tax: { rate: '20', prices: 'net' } }],
    ['an id with a space', { id: 'oak table' }],
    ['a rule without a reason', { rules: [{ type: 'requires', when: 'a', then: 'b' }] }],
  ])('refuses %s', (_what, change) => {
    const file: unknown = JSON.parse(JSON.stringify({ ...productOf(), ...change }));
    expect(accepts(file)).toBe(false);
    expect(Product.safeParse(file).success).toBe(false);
  });

  it('agrees with the contract on any product with one place changed', () => {
    const files = [
      JSON.parse(JSON.stringify(productOf())) as unknown,
      ...demos.map(([, product]) => product),
    ];
    const values = fc.oneof(
      fc.constantFrom<unknown>(
        null,
        true,
        0,
        -1,
        1.5,
        '',
        'oak',
        '#fff',
        '#b5895a',
        [],
        {},
        { en: 'x' },
        { expression: '1' },
      ),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), values, fc.boolean(), (file, seed, value, remove) => {
        const broken = structuredClone(file);
        const places = placesIn(broken);
        const { holder, key } = places[seed % places.length]!;
        if (remove && !Array.isArray(holder)) delete holder[key];
        else holder[key] = value;
        expect([accepts(broken), broken]).toEqual([Product.safeParse(broken).success, broken]);
      }),
      { numRuns: 500 },
    );
  });

  it('helps an editor: every kind of feature, rule and price has a title', () => {
    const text = JSON.stringify(schema);
    for (const title of ['choice', 'number', 'requires', 'matrix', 'Text']) {
      expect(text).toContain(`"title":"${title}"`);
    }
  });
});

interface Place {
  readonly holder: Record<string | number, unknown>;
  readonly key: string | number;
}

/** Every place of a JSON value. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}
