import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AtLeast, solve } from '../../../../tools/uvl/defaults/solve.ts';

const COUNT = 6;
const constraint: fc.Arbitrary<AtLeast> = fc
  .array(
    fc
      .tuple(fc.integer({ min: 1, max: COUNT }), fc.boolean())
      .map(([variable, yes]) => (yes ? variable : -variable)),
    { minLength: 1, maxLength: 4 },
  )
  .chain((literals) =>
    fc.record({ literals: fc.constant(literals), least: fc.integer({ min: 1, max: literals.length }) }),
  );

const satisfied = (values: readonly boolean[], constraints: readonly AtLeast[]) =>
  constraints.every(
    ({ literals, least }) =>
      literals.filter((literal) => values[Math.abs(literal)] === literal > 0).length >= least,
  );

describe('solve', () => {
  it('finds a solution exactly where there is one', () =>
    fc.assert(
      fc.property(fc.array(constraint, { maxLength: 14 }), fc.boolean(), (constraints, prefers) => {
        const found = solve(COUNT, constraints, () => prefers);
        const possible = Array.from({ length: 2 ** COUNT }, (_, bits) =>
          Array.from(
            { length: COUNT + 1 },
            (_, variable) => variable > 0 && (bits & (1 << (variable - 1))) > 0,
          ),
        ).some((values) => satisfied(values, constraints));
        expect(found !== undefined).toBe(possible);
        if (found) expect(satisfied(found, constraints)).toBe(true);
      }),
      { numRuns: 1000 },
    ));

  it('keeps to what is preferred where nothing speaks against it', () => {
    const constraints = [{ literals: [-1, 2], least: 1 }];
    expect(solve(3, constraints, () => true)).toEqual([false, true, true, true]);
    expect(solve(3, constraints, (variable) => variable === 1)).toEqual([false, true, true, false]);
  });
});
