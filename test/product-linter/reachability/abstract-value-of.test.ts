import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { environmentOf } from '../../../src/product-linter/reachability/environment-of.ts';
import { abstractValueOf } from '../../../src/product-linter/reachability/abstract-value-of.ts';
import {
  canFail,
  canHold,
  type AbstractValue,
} from '../../../src/product-linter/reachability/abstract-value.ts';
import { createEvaluator } from '../../../src/expressions/create-evaluator.ts';
import { compileProduct } from '../../../src/product-compiler/compile-product.ts';
import { names, type Scope } from '../../../src/expressions/scope.ts';
import type { PublishedProduct } from '../../../src/contract/published/published-product.ts';
import { glass, productOf } from '../../product-compiler/support/product-of.ts';
import { expressions } from '../support/expressions.ts';

const attributes = { oak: { density: 0.7, colour: '#b5895a' }, ash: { density: 0.65 } };

/** Configurations within the bounds of the product, some of it unanswered. */
const scopes: fc.Arbitrary<Scope> = fc
  .record({
    quantity: fc.integer({ min: 1, max: 1000 }),
    width: fc.option(fc.oneof(fc.constantFrom(500, 900, 2000), fc.integer({ min: 500, max: 2000 })), {
      nil: undefined,
    }),
    length: fc.option(fc.integer({ min: 500, max: 2000 }), { nil: undefined }),
    material: fc.constantFrom('oak' as const, 'ash' as const, undefined),
    lights: fc.constantFrom(true, false, undefined),
    finishes: fc.option(fc.subarray(['oil', 'wax']), { nil: undefined }),
    panels: fc.array(
      fc.record({
        panel_width: fc.option(fc.integer({ min: 500, max: 2000 }), { nil: undefined }),
        glass: fc.constantFrom('clear', 'frosted', undefined),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ panels, ...answers }) => {
    const global = Object.assign(names(), answers, {
      'material.': answers.material && attributes[answers.material],
      panels: panels.map((one) => ({
        ...one,
        'glass.': glass.options.find(({ id }) => id === one.glass)?.attributes,
      })),
    });
    return { global };
  });

function published(expression: string): PublishedProduct {
  const { product, problems } = compileProduct(productOf({ variables: [{ id: 'v', value: expression }] }));
  expect(problems).toEqual([]);
  return product!;
}

/** Whether a value is one of those that may be. */
function holds(possible: AbstractValue, value: unknown): boolean {
  if (value === undefined) return possible.unset;
  if (typeof value === 'boolean') return possible.booleans?.has(value) === true;
  if (typeof value === 'string') return possible.texts === 'any' || possible.texts?.has(value) === true;
  if (typeof value === 'number') {
    return !!possible.numbers && possible.numbers[0] <= value && value <= possible.numbers[1];
  }
  return possible.list !== undefined;
}

describe('what may be', () => {
  it('holds whatever really comes out', () => {
    fc.assert(
      fc.property(expressions.any, scopes, (expression, scope) => {
        fc.pre(expression.length <= 1000);
        const product = published(expression);
        const expr = product.variables[0]!.value;
        const value = createEvaluator(expr, product)(scope);
        const possible = abstractValueOf(expr, environmentOf(product, { answered: false }));
        expect([expression, value, holds(possible, value)]).toEqual([expression, value, true]);
      }),
      { numRuns: 5000 },
    );
  });

  it('is all that is said about conditions: none that holds is called impossible', () => {
    fc.assert(
      fc.property(
        expressions.boolean,
        fc.array(scopes, { minLength: 3, maxLength: 3 }),
        (expression, some) => {
          fc.pre(expression.length <= 1000);
          const product = published(expression);
          const expr = product.variables[0]!.value;
          const possible = abstractValueOf(expr, environmentOf(product, { answered: false }));
          for (const scope of some) {
            const does = createEvaluator(expr, product)(scope) === true;
            expect([expression, does ? canHold(possible) : canFail(possible)]).toEqual([expression, true]);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('is sharp enough for what merchants write', () => {
    const judged = (expression: string) => {
      const product = published(expression);
      return abstractValueOf(product.variables[0]!.value, environmentOf(product, { answered: true }));
    };
    expect(judged('width * 2')).toEqual({ unset: false, numbers: [1000, 4000] });
    expect(judged('width / 1000')).toEqual({ unset: false, numbers: [0.5, 2] });
    expect(judged('material == "oak" ? 100 : 80')).toEqual({ unset: false, numbers: [80, 100] });
    expect(judged('material.density')).toEqual({ unset: false, numbers: [0.65, 0.7] });
    expect(judged('sum(panels.panel_width)')).toEqual({ unset: false, numbers: [500, 8000] });
  });
});
