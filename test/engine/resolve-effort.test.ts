import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as evaluate from '../../src/expressions/create-evaluator.ts';
import type { ProductInput } from '../../src/contract/product/product.ts';
import type { Answers } from '../../src/contract/configuration/answers.ts';
import type { Expr } from '../../src/contract/published/expr.ts';
import type { Value } from '../../src/contract/configuration/value.ts';
import { noAnswers, withAnswer, withRepetitions } from '../../src/engine/answers.ts';
import { createEngine, type Engine } from '../../src/engine/create-engine.ts';
import { findRepairs } from '../../src/engine/repairs/find-repairs.ts';
import { compileProduct } from '../../src/product-compiler/compile-product.ts';
import { answersTo, generatedProduct, sizeOf } from './support/generated-product.ts';
import type { Sketch } from './support/make.ts';

/** How often constraints were asked whether they hold: the steps that are counted here, since milliseconds say little. */
const steps = vi.hoisted(() => ({ taken: 0, counted: new Set<unknown>() }));
vi.mock('../../src/expressions/create-evaluator.ts', async (original) => {
  const real = await original<typeof evaluate>();
  return {
    ...real,
    createEvaluator: (...[expr, tables]: Parameters<typeof real.createEvaluator>) => {
      const run = real.createEvaluator(expr, tables);
      if (!steps.counted.has(expr)) return run;
      return (scope: Parameters<typeof run>[0]) => {
        steps.taken += 1;
        return run(scope);
      };
    },
  };
});
beforeEach(() => steps.counted.clear());

function engineOf(input: ProductInput): Engine {
  const { product, problems } = compileProduct(input);
  if (!product) throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  for (const { holds } of product.constraints) if (isOperation(holds)) steps.counted.add(holds);
  return createEngine(product, () => '2026-06-15');
}

const isOperation = (expr: Expr) => typeof expr === 'object' && expr !== null;

/** Resolves, and counts. */
function counted(engine: Engine, answers: Answers) {
  steps.taken = 0;
  const resolved = engine.resolve(answers);
  const { constraints, values } = sizeOf(engine.product, (id) => resolved.repetitions.get(id)?.length ?? 0);
  return { resolved, steps: steps.taken, size: constraints * (values + 1) };
}

/** Steps for each constraint and value of a feature: some in every round, most to look what a default could be instead. */
const MOST_STEPS = 16;

const answered = (record: Record<string, Value>): Answers =>
  Object.entries(record).reduce(
    (all, [path, value]) => withAnswer(all, path, { value, by: 'user' }),
    noAnswers,
  );

const plain = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === 'scope' ? undefined : one))) as unknown;

const product = ({ features, ...rest }: Sketch): ProductInput => ({
  id: 'sketch',
  version: '1',
  name: 'Sketch',
  currency: 'EUR',
  steps: [{ id: 'main', name: 'Main', features: features! }],
  ...rest,
});

const yesNo = (id: string) => ({ id, name: id, type: 'yes_no' as const, default: false });
const options = (amount: number) =>
  Array.from({ length: amount }, (_, index) => ({ id: `o${index}`, name: `O${index}` }));
const each = <T>(amount: number, make: (index: number) => T) =>
  Array.from({ length: amount }, (_, index) => make(index));

/** Products that grow, and answers that break their rules. The steps may grow as the size does (1) or with its square (2). */
const growing: [string, 1 | 2, (size: number) => ProductInput, Record<string, Value>][] = [
  [
    'a multiple choice of which one answer asks every option and another none',
    1,
    (size) =>
      product({
        features: [
          yesNo('kit'),
          yesNo('light'),
          { id: 'extras', name: 'Extras', type: 'multi_choice', default: [], options: options(size) },
        ],
        rules: each(size, (i) => [
          { type: 'requires' as const, when: 'kit', then: `"o${i}" in extras`, reason: `Kit has o${i}` },
          {
            type: 'excludes' as const,
            when: 'light',
            not: `"o${i}" in extras`,
            reason: `Light has no o${i}`,
          },
        ]).flat(),
      }),
    { kit: true, light: true },
  ],
  [
    'a multiple choice of which one answer asks for more options than another allows',
    2,
    (size) =>
      product({
        features: [
          yesNo('kit'),
          yesNo('light'),
          { id: 'extras', name: 'Extras', type: 'multi_choice', default: [], options: options(size) },
        ],
        rules: [
          { type: 'requires', when: 'kit', then: 'count(extras) > 1', reason: 'Kit has two' },
          { type: 'requires', when: 'light', then: 'count(extras) < 2', reason: 'Light has one' },
          ...each(size, (i) => ({
            type: 'excludes' as const,
            when: 'light',
            not: `"o${i}" in extras`,
            reason: `Light has no o${i}`,
          })),
        ],
      }),
    { kit: true, light: true },
  ],
  [
    'a choice that no option suits',
    2,
    (size) =>
      product({
        features: [
          yesNo('kit'),
          { id: 'one', name: 'One', type: 'choice', default: 'o0', options: options(size) },
        ],
        rules: each(size, (i) => ({
          type: 'excludes' as const,
          when: 'kit',
          not: `one == "o${i}"`,
          reason: `Kit has no o${i}`,
        })),
      }),
    { kit: true },
  ],
  [
    'a choice that every other question is about',
    2,
    (size) =>
      product({
        features: [
          yesNo('go'),
          { id: 'hub', name: 'Hub', type: 'choice', default: 'o0', options: options(size) },
          ...each(size, (i) => yesNo(`f${i}`)),
        ],
        rules: [
          ...each(size, (i) => ({
            type: 'requires' as const,
            when: 'hub == "o1"',
            then: `f${i}`,
            reason: `The hub takes f${i}`,
          })),
          { type: 'requires', when: 'go', then: 'hub == "o1"', reason: 'Go takes o1' },
        ],
      }),
    { go: true },
  ],
  [
    'defaults that give way one after the other',
    1,
    (size) =>
      product({
        features: each(size, (i) => yesNo(`f${i}`)),
        rules: each(size - 1, (i) => ({
          type: 'requires' as const,
          when: `f${i}`,
          then: `f${i + 1}`,
          reason: `f${i} takes f${i + 1}`,
        })),
      }),
    { f0: true },
  ],
  [
    'a table that no row of suits',
    2,
    (size) =>
      product({
        features: [
          { id: 'one', name: 'One', type: 'choice', default: 'o0', options: options(size) },
          { id: 'two', name: 'Two', type: 'choice', default: 'o0', options: options(size) },
          { id: 'more', name: 'More', type: 'multi_choice', default: [], options: options(size) },
        ],
        rules: [
          { type: 'combination', features: ['one', 'two'], rows: [['o0', 'o0']], reason: 'Only o0' },
          { type: 'combination', features: ['one', 'more'], rows: [['o1', 'o1']], reason: 'Only o1' },
          { type: 'requires', when: 'true', then: 'one != two && count(more) > 0', reason: 'Not the same' },
        ],
      }),
    {},
  ],
  [
    'a step that repeats',
    2,
    (size) =>
      product({
        steps: [
          { id: 'main', name: 'Main', features: [yesNo('kit'), yesNo('light')] },
          {
            id: 'rows',
            name: 'Rows',
            repeat: { min: 1, max: 200, default: Math.min(200, size), item_name: 'Row' },
            features: [
              { id: 'extras', name: 'Extras', type: 'multi_choice', default: [], options: options(3) },
            ],
          },
        ],
        rules: [
          { type: 'requires', when: 'kit', then: '"o0" in extras', reason: 'Kit has o0' },
          { type: 'excludes', when: 'light', not: '"o0" in extras', reason: 'Light has no o0' },
          { type: 'requires', when: 'kit', then: 'count(rows) > 500', reason: 'Kit has many' },
        ],
      }),
    { kit: true, light: true },
  ],
];

describe('resolving takes no more steps than the product is large', () => {
  it.each(growing)('%s', (_what, power, make, given) => {
    const of = (size: number) => counted(engineOf(make(size)), answered(given));
    const [small, large] = [of(25), of(200)];
    expect(large.steps).toBeLessThanOrEqual(MOST_STEPS * large.size);
    // Eight times the size; half as much again for what does not grow.
    expect(large.steps / small.steps).toBeLessThan(1.5 * 8 ** power);
  });

  it(
    'whatever its rules and answers are, in whatever order they were given',
    () =>
      fc.assert(
        fc.property(
          fc
            .boolean()
            .chain((repeated) => generatedProduct({ repeated }))
            .chain((input) => fc.tuple(fc.constant(input), answersTo(input))),
          ([input, answers]) => {
            const engine = engineOf(input);
            const { resolved, steps, size } = counted(engine, answers);
            expect(steps).toBeLessThanOrEqual(MOST_STEPS * size);
            expect(plain(engine.resolve(answers))).toEqual(plain(resolved));
            expect(plain(engine.resolve(answers, resolved))).toEqual(plain(resolved));
            expect(plain(engine.resolve(turned(answers)))).toEqual(plain(resolved));
            for (const issue of resolved.issues) findRepairs(engine, answers, resolved, issue);
          },
        ),
        { numRuns: 400 },
      ),
    60_000,
  );
});

describe('looking for repairs', () => {
  /** How often it resolves. */
  const resolves = (engine: Engine, answers: Answers) => {
    let taken = 0;
    const counting: Engine = {
      ...engine,
      resolve: (...given) => {
        taken += 1;
        return engine.resolve(...given);
      },
    };
    const resolved = engine.resolve(answers);
    const found = findRepairs(counting, answers, resolved, resolved.issues[0]!);
    return { taken, found };
  };

  it('takes as many trials for a rule about two hundred numbers as for one about a few', () => {
    const engine = engineOf(
      product({
        steps: [
          {
            id: 'main',
            name: 'Main',
            features: [{ id: 'total', name: 'Total', type: 'number', default: 100 }],
          },
          {
            id: 'panels',
            name: 'Panels',
            repeat: { min: 1, max: 200, default: 200, item_name: 'Panel' },
            features: [{ id: 'width', name: 'Width', type: 'number', min: 1, default: 10 }],
          },
        ],
        rules: [{ type: 'requires', when: 'true', then: 'sum(panels.width) <= total', reason: 'Too wide' }],
      }),
    );
    const { taken, found } = resolves(
      engine,
      withRepetitions(
        noAnswers,
        'panels',
        each(200, () => ({})),
      ),
    );
    expect(taken).toBeLessThanOrEqual(48);
    expect(found).toEqual([{ path: 'total', value: 2000 }]);
  });

  it('comes to the option that a rule is about, however many others there are', () => {
    const engine = engineOf(
      product({
        features: [
          yesNo('kit'),
          { id: 'extras', name: 'Extras', type: 'multi_choice', options: options(400) },
        ],
        rules: [{ type: 'requires', when: 'kit', then: '"o333" in extras', reason: 'Kit has o333' }],
      }),
    );
    const { found, taken } = resolves(engine, answered({ kit: true, extras: ['o2'] }));
    expect(found).toEqual([
      { path: 'extras', value: ['o2', 'o333'] },
      { path: 'kit', value: false },
    ]);
    expect(taken).toBe(2);
  });
});

/** The same answers, given in another order: of features, of repeated steps, of the options chosen. */
const turned = ({ features, steps }: Answers): Answers => ({
  steps: Object.fromEntries(Object.entries(steps).map(([id, all]) => [id, all.map(backwards)])),
  features: backwards(features),
});

const backwards = (record: Answers['features']): Answers['features'] =>
  Object.fromEntries(
    Object.entries(record)
      .reverse()
      .map(([id, { value, by }]) => [
        id,
        // Once more, too: a multiple choice is a set.
        { value: Array.isArray(value) ? [...value].reverse().concat(value) : value, by },
      ]),
  );
