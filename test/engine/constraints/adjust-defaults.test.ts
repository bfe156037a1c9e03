import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProductInput } from '../../../src/contract/product/product.ts';
import type { Answers } from '../../../src/contract/configuration/answers.ts';
import type { FeatureState } from '../../../src/contract/configuration/feature-state.ts';
import type { Value } from '../../../src/contract/configuration/value.ts';
import { withAnswer } from '../../../src/engine/answers.ts';
import type { Engine } from '../../../src/engine/create-engine.ts';
import type { Resolved } from '../../../src/engine/resolved.ts';
import { findRepairs } from '../../../src/engine/repairs/find-repairs.ts';
import { answersTo, generatedProduct } from '../support/generated-product.ts';
import { choose, engineOf } from '../support/make.ts';

type Features = ProductInput['steps'][0]['features'];

const yesNo = (id: string, value = false): Features[0] => ({ id, name: id, type: 'yes_no', default: value });
const several = (id: string, ids: readonly string[], chosen: string[] = []): Features[0] => ({
  id,
  name: id,
  type: 'multi_choice',
  default: chosen,
  options: ids.map((one) => ({ id: one, name: one })),
});
const one = (id: string, ids: readonly string[]): Features[0] => ({
  id,
  name: id,
  type: 'choice',
  default: ids[0],
  options: ids.map((one) => ({ id: one, name: one })),
});
const requires = (when: string, then: string) => ({
  type: 'requires' as const,
  when,
  then,
  reason: `${when} takes ${then}`,
});
const excludes = (when: string, not: string) => ({
  type: 'excludes' as const,
  when,
  not,
  reason: `${when} goes without ${not}`,
});

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

describe('a multiple choice that nobody answered', () => {
  const contested = engineOf({
    features: [yesNo('kit'), yesNo('light'), several('extras', letters)],
    rules: letters.flatMap((id) => [
      requires('kit', `"${id}" in extras`),
      excludes('light', `"${id}" in extras`),
    ]),
  });

  it('takes every option that one answer asks for', () => {
    const { at, issues } = choose(contested, { kit: true });
    expect(issues).toEqual([]);
    expect(at('extras')).toMatchObject({ value: letters, by: 'default' });
  });

  it('stays as it is where another answer forbids them, and both answers are told and can be taken back', () => {
    const { at, resolved, issue } = choose(contested, { kit: true, light: true });
    expect(at('extras')).toMatchObject({ value: [], by: 'default' });
    expect(resolved.valid).toBe(false);
    expect(issue('constraint')).toMatchObject({
      path: 'kit',
      others: ['extras', 'light'],
      repairs: [
        { path: 'kit', value: false },
        { path: 'light', value: false },
      ],
    });
  });

  it('leaves what an answer forbids, one thing after the other, and keeps the rest', () => {
    const engine = engineOf({
      features: [yesNo('plain'), several('extras', letters, letters)],
      rules: [
        excludes('plain', '"b" in extras'),
        requires('"c" in extras', '"b" in extras'),
        requires('"f" in extras', '"c" in extras'),
      ],
    });
    const { at, issues } = choose(engine, { plain: true });
    expect(issues).toEqual([]);
    expect(at('extras').value).toEqual(['a', 'd', 'e', 'g']);
  });

  it('goes another way where the first one turns out to be none', () => {
    const engine = engineOf({
      features: [yesNo('go'), yesNo('no_a'), several('extras', ['a', 'b', 'c']), yesNo('more')],
      rules: [
        requires('go', '"a" in extras || "b" in extras'),
        requires('"b" in extras', 'more'),
        excludes('no_a', '"a" in extras'),
        requires('"a" in extras', '"c" in extras'),
        excludes('go', '"c" in extras'),
      ],
    });
    const { at, issues } = choose(engine, { go: true, no_a: true });
    expect(issues).toEqual([]);
    expect([at('extras').value, at('more').value]).toEqual([['b'], true]);
  });

  it('stands in the order of the product, however it was put together', () => {
    const engine = engineOf({
      features: [yesNo('late'), yesNo('early'), several('extras', ['a', 'b', 'c'], ['b'])],
      rules: [requires('late', '"c" in extras'), requires('early', '"a" in extras')],
    });
    expect(choose(engine, { late: true, early: true }).at('extras').value).toEqual(['a', 'b', 'c']);
    expect(choose(engine, { extras: ['c', 'a', 'c', 'a'] }).at('extras').value).toEqual(['a', 'c']);
  });

  it('is offered without the options that answers rule out; the others stay', () => {
    const engine = engineOf({
      features: [yesNo('kit'), yesNo('light'), several('extras', ['a', 'b', 'c'])],
      rules: [requires('kit', '!light'), excludes('kit', '"b" in extras'), requires('kit', '"c" in extras')],
    });
    const { at } = choose(engine, { kit: true, light: true, extras: [] });
    expect(at('extras').options!.map(({ option, available }) => [option.id, available])).toEqual([
      ['a', true],
      ['b', false],
      ['c', true],
    ]);
  });
});

describe('defaults', () => {
  it('give way by one change that mends everything, before others that mend it one by one', () => {
    const engine = engineOf({
      features: [yesNo('go'), yesNo('both'), yesNo('x'), one('frame', ['oak', 'ash', 'elm'])],
      rules: [requires('go', 'x || frame == "elm"'), requires('both', 'frame == "elm"')],
    });
    const { at, issues } = choose(engine, { go: true, both: true });
    expect(issues).toEqual([]);
    expect([at('x').value, at('frame').value]).toEqual([false, 'elm']);
  });

  it.each([
    ['alone', { go: true }],
    ['while another constraint is broken', { go: true, also: true }],
  ])('give way by a change that breaks nothing else, though another comes first: %s', (_, selections) => {
    const engine = engineOf({
      features: ['go', 'also', 'first', 'second', 'third', 'fourth'].map((id) => yesNo(id)),
      rules: [requires('go', 'first || second'), requires('first', 'third'), requires('also', 'fourth')],
    });
    const { at, issues } = choose(engine, selections);
    expect(issues).toEqual([]);
    expect(['first', 'second', 'third'].map((id) => at(id).value)).toEqual([false, true, false]);
  });

  it('are told apart from what they follow: nothing is judged by what was there before', () => {
    // Each is worked out from the one before, which takes a round of its own.
    const amount = 30;
    const engine = engineOf({
      features: Array.from({ length: amount }, (_, index): Features =>
        index === 0
          ? [yesNo('f0')]
          : [
              { id: `c${index}`, name: 'C', type: 'computed', value: `f${index - 1} ? 1 : 0` },
              yesNo(`f${index}`),
            ],
      ).flat(),
      rules: Array.from({ length: amount - 1 }, (_, index) =>
        requires(`c${index + 1} == 1`, `f${index + 1}`),
      ),
    });
    const { at, resolved } = choose(engine, { f0: true });
    const holds = (index: number) => at(`c${index}`).value !== 1 || at(`f${index}`).value === true;
    for (let index = 1; index < amount; index += 1) {
      expect(at(`c${index}`).value).toBe(at(`f${index - 1}`).value === true ? 1 : 0);
      if (!holds(index)) expect(resolved.valid).toBe(false);
    }
    expect(at('f15').value).toBe(true);
  });
});

/** Answers that say all there is, so that nothing can give way any more. */
const said = (resolved: Resolved): Answers =>
  [...resolved.features.values()].reduce(
    (all, { path, value = null }) => withAnswer(all, path, { value, by: 'user' }),
    { features: {}, steps: {} } as Answers,
  );

const broken = ({ issues }: Resolved) => issues.filter(({ code }) => code === 'constraint');

/** Every value that a feature could have. */
function values({ feature }: FeatureState): Value[] {
  if (feature.type === 'yes_no') return [true, false];
  const ids = feature.options!.map(({ id }) => id);
  if (feature.type === 'choice') return ids;
  return ids.reduce<string[][]>((sets, id) => [...sets, ...sets.map((set) => [...set, id])], [[]]);
}

/** The configurations that are left once all that nobody chose was tried, one after the other. */
function* everything(engine: Engine, start: Answers, loose: readonly FeatureState[]): Generator<Resolved> {
  const [state, ...others] = loose;
  if (!state) yield engine.resolve(start);
  else
    for (const value of values(state))
      yield* everything(engine, withAnswer(start, state.path, { value, by: 'user' }), others);
}

describe('whatever the rules are', () => {
  const generated = generatedProduct({ repeated: false }).chain((input) =>
    fc.tuple(fc.constant(input), answersTo(input)),
  );

  it(
    'what is said to fit does, and what nothing can mend is a conflict',
    () =>
      fc.assert(
        fc.property(generated, ([input, answers]) => {
          const engine = engineOf(input);
          const resolved = engine.resolve(answers);
          expect(broken(engine.resolve(said(resolved))).length > 0).toBe(broken(resolved).length > 0);
          const loose = [...resolved.features.values()].filter(({ by }) => by === 'default');
          fc.pre(loose.reduce((all, state) => all * values(state).length, 1) <= 256);
          let way = false;
          for (const one of everything(engine, said(resolved), loose)) way ||= !broken(one).length;
          if (!way) expect(broken(resolved).length).toBeGreaterThan(0);
        }),
        { numRuns: 300 },
      ),
    60_000,
  );

  it(
    'one change of a default that mends everything is found, and is the only one',
    () =>
      fc.assert(
        fc.property(generated, ([input, answers]) => {
          const engine = engineOf(input);
          const before = engineOf({ ...input, rules: [] }).resolve(answers);
          const start = said(before);
          fc.pre(broken(engine.resolve(start)).length > 0);
          const ways = [...before.features.values()]
            .filter(({ by }) => by === 'default')
            .flatMap((state) =>
              near(state).map((value) => withAnswer(start, state.path, { value, by: 'user' })),
            )
            .filter((way) => !broken(engine.resolve(way)).length);
          fc.pre(ways.length > 0);
          const resolved = engine.resolve(answers);
          expect(broken(resolved)).toEqual([]);
          const changed = [...resolved.features].filter(
            ([path, { value }]) => JSON.stringify(value) !== JSON.stringify(before.features.get(path)!.value),
          );
          expect(changed.length).toBe(1);
        }),
        { numRuns: 300 },
      ),
    60_000,
  );

  it(
    'a repair of a conflict mends it',
    () =>
      fc.assert(
        fc.property(generated, ([input, answers]) => {
          const engine = engineOf(input);
          const resolved = engine.resolve(answers);
          for (const issue of broken(resolved))
            for (const { path, value } of findRepairs(engine, answers, resolved, issue)) {
              const after = engine.resolve(withAnswer(answers, path, { value, by: 'user' }));
              expect(broken(after).length).toBeLessThan(broken(resolved).length);
            }
        }),
        { numRuns: 200 },
      ),
    60_000,
  );
});

/** Values one step away: of a multiple choice, with one option more or less. */
const near = (state: FeatureState): Value[] =>
  values(state).filter((value) => {
    const { value: now } = state;
    if (!Array.isArray(value) || !Array.isArray(now)) return value !== now;
    return (
      value.filter((id) => !now.includes(id)).length + now.filter((id) => !value.includes(id)).length === 1
    );
  });
