import { Environment } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEvaluator } from '../../src/expressions/create-evaluator.ts';
import { compileProduct } from '../../src/product-compiler/compile-product.ts';
import { names } from '../../src/expressions/scope.ts';
import { lights, material, panels, productOf, top, width } from '../product-compiler/support/product-of.ts';

/**
 * The language is a subset of CEL. Where it means the same (everything answered, numbers with a point, as CEL keeps whole
 * numbers apart, no division by zero), another implementation has to come to the same result.
 */
const { constantFrom, oneof, tuple } = fc;

type Sources = {
  number: string;
  boolean: string;
  text: string;
};

const sources = fc.letrec<Sources>((tie) => {
  const { number, boolean, text } = { number: tie('number'), boolean: tie('boolean'), text: tie('text') };
  const depth = { maxDepth: 4, withCrossShrink: true };
  // Brackets are left out as often as not, so that both have to agree on what binds to what.
  const joined = (one: fc.Arbitrary<string>, signs: readonly string[], other = one) =>
    tuple(one, constantFrom(...signs), other).chain(([a, sign, b]) =>
      constantFrom(`${a} ${sign} ${b}`, `(${a} ${sign} ${b})`),
    );
  const conditional = (one: fc.Arbitrary<string>) =>
    tuple(boolean, one, one).map(([condition, a, b]) => `(${condition} ? ${a} : ${b})`);
  const comparison = (one: fc.Arbitrary<string>, signs: readonly string[]) =>
    tuple(one, constantFrom(...signs), one).map(([a, sign, b]) => `${a} ${sign} ${b}`);
  return {
    number: oneof(
      depth,
      constantFrom('width', 'depth', 'legs.max_kg', '0.5', '2.0', '900.0', '-3.25'),
      joined(number, ['+', '-', '*']),
      joined(number, ['/'], constantFrom('2.0', '0.5', '-4.0')),
      number.map((one) => `-(${one})`),
      tuple(constantFrom('min', 'max'), number, number).map(([f, a, b]) => `${f}(${a}, ${b})`),
      conditional(number),
    ),
    boolean: oneof(
      depth,
      constantFrom(
        'lights',
        'true',
        'false',
        'material in ["oak", \'ash\']',
        'width in [900.0, 901.0]',
        '!lights',
      ),
      comparison(number, ['==', '!=', '<', '<=', '>', '>=']),
      comparison(text, ['==', '!=', '<', '>=']),
      joined(boolean, ['&&', '||']),
      boolean.map((one) => `!(${one})`),
      conditional(boolean),
    ),
    text: oneof(
      depth,
      constantFrom('material', '"oak"', "'ash'", '"it\\\'s \\u0041\\n\\\\"', '""'),
      joined(text, ['+']),
      conditional(text),
    ),
  };
});

const legs = {
  ...material,
  id: 'legs',
  options: [
    { id: 'steel', name: 'Steel', attributes: { max_kg: 80 } },
    { id: 'wood', name: 'Wood', attributes: { max_kg: 45.5 } },
  ],
  default: 'steel',
};
const steps = [{ ...top, features: [material, width, { ...width, id: 'depth' }, lights, legs] }, panels];

const cel = new Environment({ unlistedVariablesAreDyn: true })
  .registerFunction('min(double, double): double', (a: number, b: number) => Math.min(a, b))
  .registerFunction('max(double, double): double', (a: number, b: number) => Math.max(a, b));

const answers = fc.record({
  width: fc.integer({ min: 500, max: 2000 }),
  // Exact in binary: what differs by rounding alone is equal here, and not in CEL.
  depth: fc.constantFrom(500, 900, 901, 0.125),
  material: fc.constantFrom('oak', 'ash'),
  lights: fc.boolean(),
  legs: fc.constantFrom({ max_kg: 80 }, { max_kg: 45.5 }),
});

describe('expressions mean what they mean in CEL', () => {
  it.each(['number', 'boolean', 'text'] as const)('%s', (kind) => {
    fc.assert(
      fc.property(sources[kind], answers, (expression, answer) => {
        fc.pre(expression.length <= 1000);
        const { product, problems } = compileProduct(
          productOf({ steps, variables: [{ id: 'v', value: expression }] }),
        );
        expect(problems).toEqual([]);
        const { legs, ...values } = answer;
        const global = Object.assign(names(), values, { 'legs.': legs });
        const ours = createEvaluator(product!.variables[0]!.value, product)({ global });
        expect([expression, ours]).toEqual([expression, cel.evaluate(expression, answer) as unknown]);
      }),
      { numRuns: 2000 },
    );
  });
});
