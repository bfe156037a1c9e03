import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkExpressions } from '../../src/product-linter/check-expressions.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { compileProduct } from '../../src/product-compiler/compile-product.ts';
import { Product, type ProductInput } from '../../src/contract/product/product.ts';
import { productOf } from './support/product-of.ts';

const folder = new URL('../../demo/products/', import.meta.url);
const files = [
  JSON.parse(JSON.stringify(productOf())) as unknown,
  ...readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown),
];

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

const values = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e9,
    '',
    'oak',
    'width',
    '1 +',
    '__proto__',
    'constructor',
    [],
    {},
    [[]],
  ),
  fc.jsonValue(),
);

/** A product file with one place changed, taken away, or exchanged with another. */
const broken = fc
  .tuple(
    fc.constantFrom(...files),
    fc.nat(),
    fc.nat(),
    values,
    fc.constantFrom('change', 'remove', 'exchange'),
  )
  .map(([file, seed, other, value, how]) => {
    const copy = structuredClone(file);
    const places = placesIn(copy);
    const { holder, key } = places[seed % places.length]!;
    if (how === 'remove' && !Array.isArray(holder)) delete holder[key];
    else if (how === 'exchange') {
      const { holder: from, key: at } = places[other % places.length]!;
      holder[key] = structuredClone(from[at]);
    } else holder[key] = value;
    return copy as ProductInput;
  });

describe('a file with anything wrong in it', () => {
  it('yields a product or errors, never an exception', () => {
    fc.assert(
      fc.property(broken, (file) => {
        const { product, problems } = compileProduct(file, { check: checkExpressions });
        const failed = problems.some(({ level }) => level === 'error');
        expect(product === undefined).toBe(failed);
        for (const { message, hint } of problems) expect(message !== '' && hint !== '').toBe(true);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('yields, where its shape is right and there is no error, a product that the engine runs', () => {
    fc.assert(
      fc.property(broken, (file) => {
        fc.pre(Product.safeParse(file).success);
        const { product } = compileProduct(file);
        if (!product) return;
        const engine = createEngine(product, () => '2030-01-01');
        const resolved = engine.resolve({ features: {}, steps: {} });
        expect(engine.price(resolved).currency).toBe(product.currency);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
