import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expr } from '../../src/contract/published/expr.ts';
import { createEvaluator, type LookUpTables } from '../../src/expressions/create-evaluator.ts';
import { names, type Names } from '../../src/expressions/scope.ts';

const scoped = (values: Names, repetition?: Names) => ({
  global: Object.assign(names(), values),
  ...(repetition && { repetition: Object.assign(names(), repetition), index: 1 }),
});
const evaluate = (expr: Expr, values: Names = {}, repetition?: Names, tables?: LookUpTables) =>
  createEvaluator(expr, tables)(scoped(values, repetition));

const width: Expr = ['$', 'width'];

describe('terms', () => {
  it.each<[string, Expr, unknown]>([
    ['<', ['<', width, 100], false],
    ['>=', ['>=', width, 0], false],
    ['==', ['==', width, null], false],
    ['!=', ['!=', width, 5], false],
    ['in', ['in', width, ['list', 1, 2]], false],
    ['+', ['+', width, 1], undefined],
    ['*', ['*', width, 0], undefined],
    ['max', ['max', 25, width], undefined],
    ['sum', ['sum', ['list', 1, width]], undefined],
    ['round', ['round', width], undefined],
    ['has', ['has', width], false],
    ['!', ['!', width], true],
    ['?:', ['?:', ['has', width], width, 7], 7],
  ])('with an unset operand: %s', (_, expr, wanted) => expect(evaluate(expr)).toBe(wanted));

  it.each<[Expr, unknown]>([
    [['+', 'a', 'b'], 'ab'],
    [['+', 'a', 1], undefined],
    [['+', '10', 5], undefined],
    [['/', 1, 0], undefined],
    [['-', 3], -3],
    [['-', 3, 1], 2],
    [['%', 7, 4], 3],
    [['<', 'a', 'b'], true],
    [['<', 'a', 1], false],
    [['==', '1', 1], false],
    [['==', ['+', 0.1, 0.2], 0.3], true],
    [['>=', 149.99999999999997, 150], true],
    [['<', 149.99999999999997, 150], false],
    [['>=', 149.99, 150], false],
    [['in', 'oil', ['list', 'oil', 'wax']], true],
    [['round', 7, 5], 5],
    [['round', 2.5], 3],
    [['ceil', ['*', 0.07, 100]], 7],
    [['avg', ['list', 1, 2]], 1.5],
    [['count', ['list', 1, null]], 1],
    [['any', ['list', false, true]], true],
    [['all', ['list', false, true]], false],
    [['size', 'Ada'], 3],
    [['string', 0.30000000000000004], '0.3'],
    [['&&', true, true, false], false],
    [['||', false, true], true],
  ])('%j is %j', (expr, wanted) => expect(evaluate(expr)).toEqual(wanted));

  it('reads names, repetitions and attributes', () => {
    const panels = [
      Object.assign(names(), { width: 500, 'glass.': { u: 1.1 } }),
      Object.assign(names(), { width: 700 }),
    ];
    const values = { width: 3, panels, 'legs.': { max_kg: 80 } };
    expect(evaluate(['[]', 'panels', 'width'], values)).toEqual([500, 700]);
    expect(evaluate(['sum', ['[]', 'panels', 'width']], values)).toBe(1200);
    expect(evaluate(['#', 'panels'], values)).toBe(2);
    expect(evaluate(['.[]', 'panels', 'glass', 'u'], values)).toEqual([1.1, undefined]);
    expect(evaluate(['.', ['$', 'legs'], 'max_kg'], values)).toBe(80);
    expect(evaluate(['+', ['@', 'width'], ['$', 'width']], values, { width: 4 })).toBe(7);
    expect(evaluate(['index'], {}, {})).toBe(1);
  });

  it('works out every operand once, however deep sums nest', () => {
    const expr = Array.from({ length: 60 }).reduce<Expr>((left) => ['+', left, 1], 0);
    expect(evaluate(expr)).toBe(60);
  });

  it('never finds inherited names', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
      expect(evaluate(['$', name])).toBeUndefined();
  });

  it('refuses terms it does not know', () =>
    expect(() => createEvaluator(['constructor', 1])).toThrow('publish the product again'));

  const tables: LookUpTables = {
    tables: [
      {
        id: 'm',
        x: [600, 700, 800],
        y: [1000, 2000],
        values: [
          [10, 20, 30],
          [40, null, 60],
        ],
      },
      { id: 'd', x: [1, 5], values: [3, 4] },
    ],
    combinations: [
      [
        ['oak', ['oil', 'wax']],
        ['glass', '*'],
      ],
    ],
    tiers: [
      [
        { from: 1, amount: 10 },
        { from: 10, amount: 8 },
        { from: 100, amount: 5 },
      ],
    ],
  };

  it.each<[number, number, number | undefined]>([
    [600, 1000, 10],
    [601, 1000, 20],
    [600 + 1e-12, 1000, 10],
    [700, 1001, undefined],
    [800, 2000, 60],
    [801, 1000, undefined],
    [600, 2001, undefined],
  ])('looks up %d × %d', (x, y, wanted) =>
    expect(evaluate(['lookup', 0, x, y], {}, undefined, tables)).toBe(wanted),
  );

  it.each<[number, number | undefined, number]>([
    [0, undefined, 0],
    [1, 10, 0],
    [9, 10, 80],
    [10, 8, 90],
    [99, 8, 802],
    [100, 5, 810],
    [101, 5, 815],
  ])('finds the tier of %d', (x, whole, slab) => {
    expect(evaluate(['tier', 0, x], {}, undefined, tables)).toBe(whole);
    expect(evaluate(['slab', 0, x], {}, undefined, tables)).toBe(slab);
  });

  it('judges combinations by row, lists by every entry', () => {
    const row = (...cells: Expr[]) => evaluate(['row', 0, ...cells], {}, undefined, tables);
    expect(row('oak', 'oil')).toBe(true);
    expect(row('oak', 'paint')).toBe(false);
    expect(row('glass', 'paint')).toBe(true);
    expect(row('oak', ['list', 'oil', 'wax'])).toBe(true);
    expect(row('oak', ['list', 'oil', 'paint'])).toBe(false);
  });

  it('whole tiers never cost less per unit below a tier than slabs', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (n) => {
        const whole = (evaluate(['tier', 0, n], {}, undefined, tables) as number) * n;
        expect(evaluate(['slab', 0, n], {}, undefined, tables) as number).toBeGreaterThanOrEqual(whole - 10);
      }),
    ));
});
