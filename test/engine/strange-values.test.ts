import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as evaluate from '../../src/expressions/create-evaluator.ts';
import type { ProductInput } from '../../src/contract/product/product.ts';
import type { Answers } from '../../src/contract/configuration/answers.ts';
import type { Value } from '../../src/contract/configuration/value.ts';
import { noAnswers, withAnswer, withRepetitions } from '../../src/engine/answers.ts';
import { canonicalConfiguration } from '../../src/configuration/canonical-configuration.ts';
import { canonicalJson } from '../../src/configuration/canonical-json.ts';
import type { Engine } from '../../src/engine/create-engine.ts';
import { findRepairs } from '../../src/engine/repairs/find-repairs.ts';
import { engineOf } from './support/make.ts';

/** How often a term of the product was worked out. */
const steps = vi.hoisted(() => ({ taken: 0 }));
vi.mock('../../src/expressions/create-evaluator.ts', async (original) => {
  const real = await original<typeof evaluate>();
  return {
    ...real,
    compileTerm: (...given: Parameters<typeof real.createEvaluator>) => {
      const run = real.createEvaluator(...given);
      return (scope: Parameters<typeof run>[0]) => {
        steps.taken += 1;
        return run(scope);
      };
    },
  };
});
beforeEach(() => (steps.taken = 0));

type Features = ProductInput['steps'][0]['features'];

const letters = ['a', 'b', 'c', 'd', 'e'];
const options = letters.map((id) => ({ id, name: id }));
const extras = { id: 'extras', name: 'Extras', type: 'multi_choice', options } satisfies Features[0];
const lamp = { id: 'lamp', name: 'Lamp', type: 'choice', options, default: 'a' } satisfies Features[0];

const say = (record: Record<string, Value>, by: 'user' | 'import' = 'user'): Answers =>
  Object.entries(record).reduce((all, [path, value]) => withAnswer(all, path, { value, by }), noAnswers);

const plain = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === 'scope' ? undefined : one))) as unknown;

/** A list that counts how often its entries are read. */
function counting(list: string[]): { readonly list: string[]; readonly reads: () => number } {
  let reads = 0;
  const read = (target: string[], key: string | symbol): unknown => {
    if (typeof key === 'string' && /^\d/.test(key)) reads += 1;
    return Reflect.get(target, key);
  };
  return { list: new Proxy(list, { get: read }), reads: () => reads };
}

describe('ids that no option has', () => {
  const rules: ProductInput['rules'] = letters.flatMap((id, index) => [
    {
      type: 'requires' as const,
      when: `"${id}" in extras`,
      then: `lamp != "${id}"`,
      reason: `Not with ${id}`,
    },
    {
      type: 'excludes' as const,
      when: 'count(extras) > 70',
      not: `lamp == "${id}"`,
      reason: `Not so many ${index}`,
    },
  ]);
  const engine = engineOf({ features: [extras, lamp], rules });
  const ids = fc.oneof(
    fc.constantFrom(...letters),
    fc.integer().map((n) => `x${n}`),
    fc.string(),
  );
  const resolveWith = (list: string[]) => {
    steps.taken = 0;
    const answers = say({ extras: list });
    const resolved = engine.resolve(answers);
    return { answers, resolved, state: resolved.features.get('extras')!, taken: steps.taken };
  };

  it(
    'cost no more than reading them, however many there are',
    () =>
      fc.assert(
        fc.property(fc.array(ids, { maxLength: 50 }), fc.integer({ min: 1, max: 400 }), (some, times) => {
          const many = Array.from({ length: times }, (_, n) =>
            some.map((id) => (id.length > 1 ? `${id}${n}` : id)),
          );
          const { list, reads } = counting(many.flat());
          const { answers, resolved, state, taken } = resolveWith(list);
          expect(reads()).toBeLessThanOrEqual(6 * list.length);
          expect(taken).toBeLessThanOrEqual(25 * rules.length * 10);
          expect((state.value as string[]).length).toBeLessThanOrEqual(letters.length + 10);
          expect(state.issues.length).toBeLessThanOrEqual(letters.length + 11 + rules.length);
          steps.taken = 0;
          for (const issue of resolved.issues) findRepairs(engine, answers, resolved, issue);
          // Each way out is resolved to see whether it is one.
          expect(steps.taken).toBeLessThanOrEqual(resolved.issues.length * 25 * 25 * rules.length * 10);
        }),
        { numRuns: 100 },
      ),
    60_000,
  );

  it('are a set: neither their order nor how often they are said makes a difference', () =>
    fc.assert(
      fc.property(fc.array(ids, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (list, picks) => {
        const shuffled = [...list, ...list.slice(0, 5)]
          .map((id) => ({ id, at: picks.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ id }) => id);
        expect(plain(resolveWith(shuffled).resolved)).toEqual(plain(resolveWith(list).resolved));
      }),
    ));

  it('are told one by one as long as they are few, and counted beyond that', () => {
    const told = (list: string[]) =>
      resolveWith(list).state.issues.map(({ code, params }) => `${code} ${JSON.stringify(params)}`);
    expect(told(['z', 'a', 'y', 'z'])).toEqual([
      'unknown_option {"value":"y"}',
      'unknown_option {"value":"z"}',
    ]);
    const many = Array.from({ length: 3000 }, (_, n) => `x${n + 1000}`);
    expect(told(many)).toEqual([
      ...many.slice(0, 10).map((value) => `unknown_option {"value":"${value}"}`),
      'unknown_option {"more":2990}',
    ]);
  });

  it('are dropped all at once by one repair, which keeps the others', () => {
    const { answers, resolved } = resolveWith([
      'x1',
      'c',
      ...Array.from({ length: 300 }, (_, n) => `y${n}`),
      'b',
    ]);
    expect(resolved.issues.length).toBe(11);
    for (const issue of resolved.issues)
      expect(findRepairs(engine, answers, resolved, issue)).toEqual([{ path: 'extras', value: ['b', 'c'] }]);
  });

  it('do not share their issues: what is added to one is not added to another', () => {
    const { answers, resolved, state } = resolveWith(['x1']);
    const next = engine.resolve({ ...answers, quantity: 2 }, resolved);
    expect(next.features.get('extras')).toBe(state);
    expect(state.issues.length).toBe(1);
    const issues = [...next.features.values()].map((one) => one.issues);
    expect(new Set(issues).size).toBe(issues.length);
  });
});

describe('options that are closed', () => {
  const engine = engineOf({
    features: [
      {
        ...extras,
        options: Array.from({ length: 400 }, (_, n) => ({
          id: `o${n}`,
          name: `O${n}`,
          enabled: { when: 'count_of > 1', reason: 'Not for one' },
        })),
      },
    ],
    variables: [{ id: 'count_of', value: 'quantity' }],
  });

  it('are dropped together as well', () => {
    const answers = say({ extras: engine.product.steps[0]!.features[0]!.options!.map(({ id }) => id) });
    const resolved = engine.resolve(answers);
    expect(resolved.issues.length).toBe(400);
    expect(findRepairs(engine, answers, resolved, resolved.issues[7]!)).toEqual([
      { path: 'extras', value: [] },
    ]);
  });
});

describe('repetitions', () => {
  const shelves = (more: Partial<ProductInput> = {}): Engine =>
    engineOf({
      steps: [
        {
          id: 'main',
          name: 'Main',
          features: [{ id: 'wanted', name: 'Wanted', type: 'number', required: false }],
        },
        {
          id: 'shelves',
          name: 'Shelves',
          repeat: { min: 0, max: 200, item_name: 'Shelf' },
          features: [{ id: 'depth', name: 'Depth', type: 'number', default: 1 }],
        },
      ],
      ...more,
    });

  it('beyond all that any step may have are one too many, and no work', () => {
    const engine = shelves();
    const answers = withRepetitions(
      noAnswers,
      'shelves',
      Array.from({ length: 50_000 }, () => ({})),
    );
    const resolved = engine.resolve(answers);
    expect(resolved.features.size).toBe(202);
    expect(resolved.issues).toMatchObject([{ code: 'too_many_repetitions', params: { max: 200 } }]);
    const most = withRepetitions(
      noAnswers,
      'shelves',
      Array.from({ length: 200 }, () => ({})),
    );
    expect(engine.resolve(most).valid).toBe(true);
  });

  it.each([1e9, 1e308, -5, -1e308])(
    '%d of them, because a rule counts as many as an answer says, are none either',
    (wanted) => {
      const engine = shelves({ rules: [{ type: 'repetitions', step: 'shelves', count: 'wanted' }] });
      const resolved = engine.resolve(say({ wanted }));
      expect(resolved.features.size).toBeLessThanOrEqual(202);
      expect(resolved.valid).toBe(false);
    },
  );
});

describe('numbers', () => {
  const engine = engineOf({
    features: [
      { id: 'width', name: 'Width', type: 'number', decimals: 2, required: false },
      { id: 'level', name: 'Level', type: 'hidden', value_type: 'number' },
    ],
    measures: [{ id: 'area', unit: 'm2', value: 'width * width' }],
  });

  it.each([NaN, Infinity, -Infinity])('%d is no answer', (value) => {
    const { features } = engine.resolve(say({ width: value, level: value }));
    expect([features.get('width')!.value, features.get('level')!.value]).toEqual([undefined, undefined]);
  });

  it('−0 is 0', () => {
    const { features } = engine.resolve(say({ width: -0, level: -0 }));
    for (const { value } of features.values()) expect(Object.is(value, 0)).toBe(true);
  });

  it('however large, small or crooked, are worked with', () => {
    for (const value of [1e308, -1e308, 5e-324, Number.MAX_SAFE_INTEGER + 2, 1e21, -1e-7, 0.005]) {
      const resolved = engine.resolve(say({ width: value }));
      expect(engine.price(resolved).state).toBe('priced');
      expect(Number.isFinite(resolved.features.get('width')!.value)).toBe(true);
      expect(canonicalJson(canonicalConfiguration(engine.product, resolved))).not.toContain('null');
    }
  });
});

describe('values that are none for their feature', () => {
  const features: Features = [
    extras,
    lamp,
    { id: 'width', name: 'Width', type: 'number', required: false },
    { id: 'note', name: 'Note', type: 'text' },
    { id: 'lit', name: 'Lit', type: 'yes_no' },
    { id: 'day', name: 'Day', type: 'date', min: { days_from_today: 1 }, required: false },
    {
      id: 'own',
      name: 'Own',
      type: 'choice',
      options,
      own: { name: 'Own', pattern: '[a-z]+' },
      required: false,
    },
  ];
  const engine = engineOf({
    features: features.map((one) => (one.id === 'own' ? { ...one, id: 'colour' } : one)),
    rules: [{ type: 'requires', when: '"a" in extras && lit', then: 'lamp == "b"', reason: 'Together' }],
  });
  const value = fc.oneof(
    fc.array(fc.string()),
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.record({ own: fc.string() }, { noNullPrototype: true }),
  );

  it(
    'stop nothing',
    () =>
      fc.assert(
        fc.property(
          fc.dictionary(fc.constantFrom('extras', 'lamp', 'width', 'note', 'lit', 'day', 'colour'), value),
          (record) => {
            const answers = say(record);
            const resolved = engine.resolve(answers);
            for (const issue of resolved.issues) findRepairs(engine, answers, resolved, issue);
            engine.price(resolved);
          },
        ),
        { numRuns: 500 },
      ),
    60_000,
  );
});

describe('texts', () => {
  it('that variables double and double again are unset before they fill the memory', () => {
    const engine = engineOf({
      features: [{ id: 'note', name: 'Note', type: 'text', max_length: 5000 }],
      variables: Array.from({ length: 60 }, (_, n) => ({
        id: `v${n}`,
        value: n ? `v${n - 1} + v${n - 1}` : 'note',
      })),
    });
    const { scope } = engine.resolve(say({ note: 'ab' }));
    expect(scope.global['v3']).toBe('ab'.repeat(8));
    expect(scope.global['v59']).toBeUndefined();
  });

  it('longer than may be entered are not matched with the pattern', () => {
    const matched = vi.spyOn(RegExp.prototype, 'test');
    const engine = engineOf({
      features: [
        { id: 'note', name: 'Note', type: 'text', max_length: 10, pattern: 'ral.*' },
        { ...lamp, own: { name: 'Own', max_length: 20, pattern: 'ral.*' } },
      ],
    });
    const long = `ral${' '.repeat(100_000)}!`;
    expect(engine.resolve(say({ note: 'ral 1', lamp: { own: 'ral 22' } })).valid).toBe(true);
    const { issues } = engine.resolve(say({ note: long, lamp: { own: long } }));
    const texts = matched.mock.calls.map(([text]) => text.length);
    matched.mockRestore();
    expect(issues.map(({ path, code }) => `${path} ${code}`)).toEqual(['note too_long', 'lamp too_long']);
    expect(texts).toEqual(expect.arrayContaining([5, 6]));
    expect(texts).not.toContain(long.length);
  });
});
