import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProductInput } from '../../src/contract/product/product.ts';
import { noAnswers, withAnswer } from '../../src/engine/answers.ts';
import { readSelections } from '../../src/configuration/read-selections.ts';
import { findRepairs } from '../../src/engine/repairs/find-repairs.ts';
import { choose, engineOf } from './support/make.ts';

type Features = ProductInput['steps'][0]['features'];

const wood = {
  id: 'wood',
  name: 'Wood',
  type: 'choice',
  default: 'oak',
  options: [
    { id: 'oak', name: 'Oak', attributes: { max: 2400 } },
    { id: 'ash', name: 'Ash', attributes: { max: 2000 } },
    { id: 'glass', name: 'Glass', attributes: { max: 1500 } },
  ],
} satisfies Features[0];

const legs = {
  id: 'legs',
  name: 'Legs',
  type: 'choice',
  default: 'trestle',
  options: [
    { id: 'trestle', name: 'Trestle' },
    { id: 'steel', name: 'Steel', attributes: { max_kg: 80 } },
    { id: 'frame', name: 'Frame' },
  ],
} satisfies Features[0];

const length = {
  id: 'length',
  name: 'Length',
  type: 'number',
  unit: 'mm',
  min: 600,
  max: 'wood.max',
  default: 1200,
} satisfies Features[0];

describe('provenance', () => {
  const engine = engineOf({
    features: [wood, length, { id: 'weight', name: 'Weight', type: 'computed', value: 'length * 2' }],
  });

  it('tells defaults, answers and derived values apart', () => {
    const { at } = choose(engine, { length: 1000 });
    expect([at('wood').value, at('wood').by]).toEqual(['oak', 'default']);
    expect([at('length').value, at('length').by]).toEqual([1000, 'user']);
    expect([at('weight').value, at('weight').by]).toEqual([2000, 'derived']);
  });

  it('leaves what the shopper cleared unset, default or not', () => {
    const { at, issues } = choose(engine, { length: null });
    expect(at('length').value).toBeUndefined();
    expect(at('weight').value).toBeUndefined();
    expect(issues).toEqual(['length required']);
  });

  it('reports a stored value that is no longer offered instead of swapping it', () => {
    const { answers } = readSelections(noAnswers, engine.product, { wood: 'walnut' }, 'import');
    const resolved = engine.resolve(answers);
    expect(resolved.issues).toMatchObject([
      { code: 'unknown_option', path: 'wood', params: { value: 'walnut' } },
    ]);
    const repairs = findRepairs(engine, answers, resolved, resolved.issues[0]!);
    expect(repairs.map(({ value }) => value)).toEqual(['oak', 'ash', 'glass']);
    expect(resolved.valid).toBe(false);
  });

  it('makes a derived value that the shopper contradicts a conflict with a repair', () => {
    const derived = engineOf({
      features: [wood, legs],
      rules: [
        {
          type: 'value',
          feature: 'legs',
          when: 'wood == "glass"',
          value: 'steel',
          reason: 'Glass needs steel legs',
        },
      ],
    });
    expect(choose(derived, { wood: 'glass' }).at('legs')).toMatchObject({ value: 'steel', by: 'derived' });
    // Said again, by items that were read back for example, it is still derived: the same configuration, the same fingerprint.
    const again = choose(derived, { wood: 'glass', legs: 'steel' });
    expect(again.at('legs')).toMatchObject({ value: 'steel', by: 'derived' });
    expect(again.issues).toEqual([]);
    const { at, issue } = choose(derived, { wood: 'glass', legs: 'frame' });
    expect(at('legs')).toMatchObject({ value: 'frame', by: 'user' });
    expect(issue('derived_differs')).toMatchObject({
      reason: 'Glass needs steel legs',
      repairs: [{ path: 'legs', value: 'steel' }],
    });
  });
});

describe('bounds', () => {
  it('do not refuse a number for the noise of floating point', () => {
    // 0.57 × 100 is 56.99999999999999 to a machine.
    const share = { id: 'share', name: 'Share', type: 'number', max: '0.57 * whole' } as const;
    const whole = { id: 'whole', name: 'Whole', type: 'number', default: 100 } as const;
    const exact = engineOf({ features: [whole, share] });
    expect(choose(exact, { share: 57 }).issues).toEqual([]);
    expect(choose(exact, { share: 58 }).issue('too_large')).toMatchObject({ params: { max: 57 } });
  });

  const engine = engineOf({ features: [wood, length] });

  it('follow other values', () => {
    expect(choose(engine, {}).at('length')).toMatchObject({ min: 600, max: 2400 });
    expect(choose(engine, { wood: 'glass' }).at('length').max).toBe(1500);
  });

  it.each([
    [599, 'too_small', 600],
    [600, undefined, undefined],
    [2400, undefined, undefined],
    [2401, 'too_large', 2400],
  ] as const)('%d mm: %s', (value, code, repair) => {
    const { resolved, issue } = choose(engine, { length: value });
    expect(resolved.issues.map((one) => one.code)).toEqual(code ? [code] : []);
    if (code) expect(issue(code).repairs).toEqual([{ path: 'length', value: repair }]);
  });

  it('take the tightest of all that are in force, with its reason', () => {
    const both = engineOf({
      features: [wood, length],
      rules: [
        {
          type: 'bounds',
          feature: 'length',
          when: 'wood == "oak"',
          max: 1800,
          reason: 'Oak boards end at 1.8 m',
        },
        { type: 'bounds', feature: 'length', max: 2000 },
      ],
    });
    expect(choose(both, { length: 1900 }).issue('too_large')).toMatchObject({
      params: { max: 1800 },
      reason: 'Oak boards end at 1.8 m',
    });
    expect(choose(both, { length: 1900, wood: 'ash' }).issues).toEqual([]);
  });

  it('count the options of a multi-choice', () => {
    const many = engineOf({
      features: [
        {
          id: 'extras',
          name: 'Extras',
          type: 'multi_choice',
          min: 1,
          max: 2,
          options: ['a', 'b', 'c'].map((id) => ({ id, name: id })),
        },
      ],
    });
    for (const none of [[], null]) {
      const { issues, issue, resolved } = choose(many, { extras: none });
      expect(issues).toEqual(['extras too_few']);
      // Held back until a submission is tried: nothing was done wrong yet.
      expect(issue('too_few')).toMatchObject({ kind: 'incomplete', params: { min: 1 } });
      expect(resolved.steps[0]!.status).toBe('incomplete');
    }
    expect(choose(many, {}).issues).toEqual(['extras too_few']);
    expect(choose(many, { extras: ['c', 'a'] }).at('extras').value).toEqual(['a', 'c']);
    expect(choose(many, { extras: ['a', 'b', 'c'] }).issues).toEqual(['extras too_many']);
  });
});

describe('visibility and availability', () => {
  const engine = engineOf({
    features: [
      wood,
      { id: 'oil', name: 'Oil', type: 'yes_no', visible: 'wood != "glass"', default: true },
      {
        id: 'colour',
        name: 'Colour',
        type: 'text',
        enabled: { when: 'wood == "ash"', reason: 'Only ash takes stain' },
      },
      {
        ...legs,
        options: [
          {
            id: 'trestle',
            name: 'Trestle',
            enabled: { when: 'wood != "glass"', reason: 'Glass slips off a trestle' },
          },
          { id: 'steel', name: 'Steel' },
          { id: 'frame', name: 'Frame', visible: 'wood == "ash"' },
        ],
      },
    ],
    variables: [{ id: 'oiled', value: 'oil ? 1 : 0' }],
  });

  it('hides a feature, which then reads as unset and keeps its answer', () => {
    const hidden = choose(engine, { wood: 'glass', oil: true });
    expect(hidden.at('oil')).toMatchObject({ visible: false, value: undefined });
    expect(hidden.resolved.scope.global['oiled']).toBe(0);
    expect(choose(engine, { wood: 'oak', oil: true }).at('oil').value).toBe(true);
  });

  it('explains options that cannot be chosen now and leaves out hidden ones', () => {
    expect(choose(engine, { wood: 'glass' }).at('legs').options).toMatchObject([
      { option: { id: 'trestle' }, available: false, reason: 'Glass slips off a trestle' },
      { option: { id: 'steel' }, available: true },
    ]);
  });

  it('moves a default to the first option on offer, but a choice becomes a conflict with a repair', () => {
    expect(choose(engine, { wood: 'glass' }).at('legs')).toMatchObject({ value: 'steel', by: 'default' });
    const { at, issue, resolved } = choose(engine, { wood: 'glass', legs: 'trestle' });
    expect(at('legs').value).toBe('trestle');
    expect(issue('option_unavailable')).toMatchObject({
      reason: 'Glass slips off a trestle',
      repairs: [{ path: 'legs', value: 'steel' }],
    });
    expect(resolved.steps[0]!.status).toBe('conflict');
  });

  it('refuses an answer to a feature that is not available, and offers to clear it', () => {
    expect(choose(engine, {}).at('colour').disabled).toBe('Only ash takes stain');
    expect(choose(engine, { colour: 'red' }).issue('feature_unavailable').repairs).toEqual([
      { path: 'colour', value: null },
    ]);
    expect(choose(engine, { colour: 'red', wood: 'ash' }).issues).toEqual([]);
  });
});

describe('what need not be answered and is not', () => {
  const free = (rules: ProductInput['rules'], more: Features = []) =>
    engineOf({
      features: [
        { id: 'go', name: 'Go', type: 'yes_no', default: true },
        { id: 'lights', name: 'Lights', type: 'yes_no', default: true },
        {
          id: 'extras',
          name: 'Extras',
          type: 'multi_choice',
          options: [{ id: 'a', name: 'A' }],
          default: ['a'],
        },
        { id: 'note', name: 'Note', type: 'text' },
        { id: 'gap', name: 'Gap', type: 'number', required: false },
        ...more,
      ],
      ...(rules && { rules }),
    });
  const known = (engine: ReturnType<typeof free>, selections: Parameters<typeof choose>[1]) => {
    const { resolved, at } = choose(engine, selections);
    const { lights, extras } = resolved.scope.global;
    return [at('lights').value, lights, at('extras').value, extras];
  };

  it('is no and none to expressions, and stays unanswered for everybody else', () => {
    expect(known(free([]), { lights: null, extras: null })).toEqual([undefined, false, undefined, []]);
    expect(known(free([]), {})).toEqual([true, true, ['a'], ['a']]);
  });

  it('is unset where it must be answered, is hidden, or cannot be answered', () => {
    const unset = [undefined, undefined, undefined, undefined];
    const both = (rule: (feature: string) => NonNullable<ProductInput['rules']>[0]) =>
      free(['lights', 'extras'].map(rule));
    const required = both((feature) => ({ type: 'required', feature, when: 'go' }));
    expect(known(required, { lights: null, extras: [] })).toEqual(unset);
    const hidden = both((feature) => ({ type: 'visible', feature, when: '!go' }));
    expect(known(hidden, {})).toEqual(unset);
    const closed = both((feature) => ({ type: 'enabled', feature, when: '!go', reason: 'Because' }));
    expect(known(closed, {})).toEqual(unset);
  });

  it('puts off no rule; what must be answered does, and what is worked out from it', () => {
    const rule = (then: string) =>
      [{ type: 'requires', when: 'go', then, reason: 'Because' }] satisfies ProductInput['rules'];
    const issues = (then: string, more: Features, selections = {}) =>
      choose(free(rule(then), more), { go: true, ...selections }).issues;
    const length: Features[0] = { id: 'length', name: 'Length', type: 'number' };
    const double: Features[0] = { id: 'double', name: 'Double', type: 'computed', value: 'length * 2' };
    const wide: Features[0] = { id: 'wide', name: 'Wide', type: 'computed', value: 'gap * 2' };
    expect(issues('gap < 10', [])).toEqual(['go constraint']);
    expect(issues('gap < 10', [], { gap: 9 })).toEqual([]);
    expect(issues("note == 'x'", [])).toEqual(['go constraint']);
    expect(issues('wide < 10', [wide])).toEqual(['go constraint']);
    expect(issues('length < 10', [length])).toEqual(['length required']);
    expect(issues('double < 10', [length, double])).toEqual(['length required']);
    // At what was answered last, seen through what is worked out of it.
    expect(issues('double < 10', [length, double], { length: 9 })).toEqual(['length constraint']);
  });
});

describe('what may still be answered', () => {
  const engine = engineOf({
    features: [
      wood,
      { id: 'legs', name: 'Legs', type: 'choice', required: false, options: [...legs.options] },
    ],
    rules: [
      { type: 'requires', when: 'wood == "glass"', then: 'legs == "steel"', reason: 'Glass needs steel' },
    ],
  });
  const glass = (selections: Parameters<typeof choose>[1]) =>
    choose(engine, selections)
      .at('wood')
      .options!.find(({ option }) => option.id === 'glass')!;

  it('rules nothing out, and what is chosen all the same can be mended by answering it', () => {
    expect(glass({})).toMatchObject({ available: true });
    expect(glass({ legs: null })).toMatchObject({ available: true });
    expect(glass({ legs: 'frame' })).toMatchObject({ available: false, reason: 'Glass needs steel' });
    const { issues, issue } = choose(engine, { wood: 'glass' });
    expect(issues).toEqual(['wood constraint']);
    expect(issue('constraint').repairs).toContainEqual({ path: 'legs', value: 'steel' });
  });
});

describe('constraints', () => {
  const rules: ProductInput['rules'] = [
    { type: 'requires', when: 'wood == "glass"', then: 'legs == "steel"', reason: 'Glass needs steel' },
    { type: 'excludes', when: 'legs == "frame"', not: 'length > 1800', reason: 'Frames end at 1.8 m' },
  ];
  const engine = engineOf({ features: [wood, legs, length], rules });

  it('let a default give way to a choice', () => {
    const { at, issues } = choose(engine, { wood: 'glass' });
    expect(issues).toEqual([]);
    expect(at('legs')).toMatchObject({ value: 'steel', by: 'default' });
  });

  it('turn contradicting choices into a conflict whose repairs work', () => {
    const { issue, resolved } = choose(engine, { wood: 'glass', legs: 'frame', length: 1000 });
    const conflict = issue('constraint');
    expect(conflict).toMatchObject({ path: 'legs', reason: 'Glass needs steel', others: ['wood'] });
    expect(conflict.repairs!.length).toBeGreaterThan(0);
    for (const { path, value } of conflict.repairs!) {
      const answers = withAnswer(
        readSelections(noAnswers, engine.product, { wood: 'glass', legs: 'frame', length: 1000 }, 'user')
          .answers,
        path,
        { value, by: 'user' },
      );
      expect(engine.resolve(answers).valid).toBe(true);
    }
    expect(resolved.valid).toBe(false);
  });

  it('offer a number at which the conflict ends', () => {
    const { issue } = choose(engine, { legs: 'frame', length: 2000 });
    expect(issue('constraint').repairs).toContainEqual({ path: 'length', value: 1800 });
  });

  it('explain options ruled out by a choice, not those ruled out by a default', () => {
    const options = (selections: Record<string, string>) =>
      Object.fromEntries(
        choose(engine, selections)
          .at('wood')
          .options!.map(({ option, available, reason }) => [option.id, available || reason]),
      );
    expect(options({})).toEqual({ oak: true, ash: true, glass: true });
    expect(options({ legs: 'frame' })).toEqual({ oak: true, ash: true, glass: 'Glass needs steel' });
  });

  it('are not judged while a visible feature they name is unanswered', () => {
    expect(choose(engine, { wood: 'glass', legs: null }).issues).toEqual(['legs required']);
  });

  it('cascade through defaults', () => {
    const chain = engineOf({
      features: ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id, type: 'yes_no' as const, default: false })),
      rules: ['a:b', 'b:c', 'c:d'].map((pair) => ({
        type: 'requires' as const,
        when: pair.split(':')[0]!,
        then: pair.split(':')[1]!,
        reason: pair,
      })),
    });
    const { at, issues } = choose(chain, { a: true });
    expect(issues).toEqual([]);
    expect(['b', 'c', 'd'].map((id) => at(id).value)).toEqual([true, true, true]);
    expect(choose(chain, { a: true, d: false }).issues).toEqual(['d constraint']);
  });

  it('of a combination table allow its rows only', () => {
    const table = engineOf({
      features: [wood, legs],
      rules: [
        {
          type: 'combination',
          features: ['wood', 'legs'],
          rows: [
            ['oak', '*'],
            ['ash', ['trestle', 'frame']],
            ['glass', 'steel'],
          ],
          reason: 'These do not go together',
        },
      ],
    });
    expect(choose(table, { wood: 'ash', legs: 'steel' }).issues).toEqual(['legs constraint']);
    expect(choose(table, { wood: 'glass' }).at('legs').value).toBe('steel');
    expect(choose(table, { wood: 'ash', legs: 'frame' }).issues).toEqual([]);
  });
});

describe('repetitions', () => {
  const engine = engineOf({
    steps: [
      {
        id: 'main',
        name: 'Main',
        features: [{ id: 'total', name: 'Total', type: 'number', unit: 'mm', default: 2000 }, wood],
      },
      {
        id: 'panels',
        name: 'Panels',
        repeat: { min: 1, max: 4, default: 2, item_name: 'Panel' },
        features: [
          { id: 'width', name: 'Width', type: 'number', unit: 'mm', min: 300, max: 'total', default: 1000 },
        ],
      },
    ],
    rules: [
      {
        type: 'requires',
        when: 'true',
        then: 'sum(panels.width) <= total',
        reason: 'Panels are wider than the whole',
      },
      { type: 'repetitions', step: 'panels', when: 'wood == "glass"', max: 2 },
      { type: 'repetitions', step: 'panels', when: 'wood == "ash"', count: 3 },
    ],
  });

  it('start with their default and are worked out one by one', () => {
    const { at, resolved, issues } = choose(engine, {});
    expect(resolved.steps[1]!.repetitions.length).toBe(2);
    expect([at('panels[0].width').value, at('panels[1].width').value]).toEqual([1000, 1000]);
    expect(issues).toEqual([]);
  });

  it('keep to their bounds', () => {
    expect(choose(engine, { panels: [] }).issues).toEqual(['panels too_few_repetitions']);
    expect(choose(engine, { total: 9000, panels: [{}, {}, {}, {}, {}] }).issues).toEqual([
      'panels too_many_repetitions',
    ]);
    expect(choose(engine, { total: 9000, wood: 'glass', panels: [{}, {}, {}] }).issues).toEqual([
      'panels too_many_repetitions',
    ]);
  });

  it('are as many as a rule says, keeping answers for later', () => {
    const { resolved } = choose(engine, {
      total: 9000,
      wood: 'ash',
      panels: [{ width: 400 }, {}, {}, { width: 500 }],
    });
    expect(resolved.steps[1]!.repetitions.length).toBe(3);
    expect(resolved.valid).toBe(true);
  });

  it('can be summed up in a constraint', () => {
    const { issues, issue } = choose(engine, { panels: [{ width: 1500 }, { width: 700 }] });
    expect(issues).toEqual(['panels[1].width constraint']);
    expect(issue('constraint').others).toContain('total');
    expect(issue('constraint').repairs).toEqual([
      { path: 'panels[1].width', value: 500 },
      { path: 'panels[0].width', value: 1300 },
      { path: 'total', value: 2200 },
    ]);
  });
});

describe('other inputs', () => {
  const engine = engineOf({
    features: [
      { id: 'name', name: 'Name', type: 'text', min_length: 2, max_length: 5, pattern: '[A-Z].*' },
      {
        id: 'day',
        name: 'Day',
        type: 'date',
        min: { days_from_today: 1 },
        max: '2026-12-31',
        required: false,
      },
      { id: 'grid', name: 'Grid', type: 'number', step: 50, required: false },
      { ...wood, own: { name: 'Other', pattern: 'RAL \\d{4}' } },
      { id: 'model', name: 'Model', type: 'file', accept: ['.stl'] },
    ],
  });

  it.each([
    [{ name: 'A' }, 'name too_short'],
    [{ name: 'Abcdef' }, 'name too_long'],
    [{ name: 'abc' }, 'name bad_pattern'],
    [{ day: '2026-06-15' }, 'day too_early'],
    [{ day: '2027-01-01' }, 'day too_late'],
    [{ grid: 75 }, 'grid not_a_multiple'],
    [{ wood: { own: '7016' } }, 'wood bad_pattern'],
  ])('%j: %s', (selections, issue) => expect(choose(engine, selections).issues).toEqual([issue]));

  it('are not given what is no value of theirs', () => {
    const wrong = { name: 7, wood: 5, model: 'x', day: '2026-02-30', grid: '50', constructor: 1 };
    const { unknown, issues } = choose(engine, wrong);
    expect(unknown).toEqual(Object.keys(wrong));
    expect(issues).toEqual([]);
  });

  it('accept what fits', () => {
    const good = {
      name: ' Abc ',
      day: '2026-06-16',
      grid: 150,
      wood: { own: 'RAL 7016' },
      model: { file_id: 'x'.repeat(22), name: 'a.stl', size: 1 },
    };
    const { issues, at } = choose(engine, good);
    expect(issues).toEqual([]);
    expect(at('name').value).toBe('Abc');
  });

  it('check the quantity', () => {
    const boxed = engineOf({ quantity: { min: 2, max: 10, step: 2 } });
    expect(choose(boxed, {}).resolved.quantity).toBe(2);
    expect(choose(boxed, {}, 3).issue('not_a_multiple').repairs).toEqual([{ path: 'quantity', value: 4 }]);
    expect(choose(boxed, {}, 12).issues).toEqual(['quantity too_large']);
  });

  it('show messages at their feature; errors block', () => {
    const told = engineOf({
      features: [wood],
      rules: [
        { type: 'message', level: 'warn', when: 'wood == "ash"', text: 'Ash yellows', feature: 'wood' },
        { type: 'message', level: 'error', when: 'wood == "glass"', text: 'Not now' },
      ],
    });
    expect(choose(told, { wood: 'ash' }).at('wood').issues).toMatchObject([
      { level: 'warn', reason: 'Ash yellows' },
    ]);
    expect(choose(told, { wood: 'ash' }).resolved.valid).toBe(true);
    expect(choose(told, { wood: 'glass' }).resolved.valid).toBe(false);
  });
});

describe('hostile selections', () => {
  const engine = engineOf({
    features: [
      { ...wood, own: { name: 'Other', attributes: { factor: 2 } } },
      { id: 'slow', name: 'Slow', type: 'text', max_length: 20, pattern: '[a-z ]* [a-z ]* [a-z ]*' },
      { id: 'campaign', name: 'Campaign', type: 'hidden' },
      { id: 'level', name: 'Level', type: 'hidden', value_type: 'number' },
      { id: 'shown', name: 'Shown', type: 'computed', value: 'wood.factor * 1' },
    ],
  });

  it('cannot say more about an entry of their own than its text', () => {
    const { at } = choose(engine, { wood: { own: 'Walnut', factor: -1000 } as { own: string } });
    expect(at('wood').value).toEqual({ own: 'Walnut' });
    expect(at('shown').value).toBe(2);
  });

  it('cannot keep a pattern busy with a text that is too long for it', () => {
    expect(choose(engine, { slow: `a${' '.repeat(4998)}!` }).issues).toEqual(['slow too_long']);
  });

  it('keep to the type of a hidden feature', () => {
    expect(choose(engine, { campaign: 12345, level: 'x' }).unknown).toEqual(['campaign', 'level']);
    expect(choose(engine, { campaign: 'spring', level: 3 }).unknown).toEqual([]);
  });

  it('repeat a step a few times more than it may be, to be told so, and no more', () => {
    const shelves = engineOf({
      steps: [
        {
          id: 'shelves',
          name: 'Shelves',
          repeat: { max: 3, item_name: 'Shelf' },
          features: [{ id: 'depth', name: 'Depth', type: 'number', default: 1 }],
        },
      ],
    });
    const { unknown, resolved, issues } = choose(shelves, {
      shelves: Array.from({ length: 3900 }, () => ({})),
    });
    expect(unknown).toEqual(['shelves[13]']);
    expect(resolved.steps[0]!.repetitions.length).toBe(13);
    expect(issues).toEqual(['shelves too_many_repetitions']);
  });
});

describe('a resolution', () => {
  const engine = engineOf({
    features: [wood, legs, length, { id: 'oil', name: 'Oil', type: 'yes_no', visible: 'wood != "glass"' }],
    rules: [
      { type: 'requires', when: 'wood == "glass"', then: 'legs == "steel"', reason: 'Glass needs steel' },
      { type: 'excludes', when: 'legs == "frame"', not: 'length > 1800', reason: 'Frames end at 1.8 m' },
    ],
  });
  const answer = fc.oneof(
    fc.record({ path: fc.constant('wood'), value: fc.constantFrom('oak', 'ash', 'glass', 'walnut', null) }),
    fc.record({ path: fc.constant('legs'), value: fc.constantFrom('trestle', 'steel', 'frame') }),
    fc.record({ path: fc.constant('length'), value: fc.integer({ min: 500, max: 2600 }) }),
    fc.record({ path: fc.constant('oil'), value: fc.boolean() }),
  );
  const given = fc.uniqueArray(answer, { selector: ({ path }) => path });
  const apply = (list: { path: string; value: string | number | boolean | null }[]) =>
    list.reduce((answers, { path, value }) => withAnswer(answers, path, { value, by: 'user' }), noAnswers);
  const plain = (value: unknown) =>
    JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === 'scope' ? undefined : one))) as unknown;

  it('does not depend on the order of the answers', () =>
    fc.assert(
      fc.property(given, (list) => {
        expect(plain(engine.resolve(apply([...list].reverse())))).toEqual(plain(engine.resolve(apply(list))));
      }),
    ));

  it('is the same with and without a previous one, and keeps states that did not change', () =>
    fc.assert(
      fc.property(given, answer, (list, { path, value }) => {
        const before = engine.resolve(apply(list));
        const answers = withAnswer(apply(list), path, { value, by: 'user' });
        const after = engine.resolve(answers, before);
        expect(plain(after)).toEqual(plain(engine.resolve(answers)));
        const old = before.features;
        for (const [at, state] of after.features)
          if (JSON.stringify(state) === JSON.stringify(old.get(at))) expect(state).toBe(old.get(at));
      }),
    ));

  it('offers only repairs that mend their issue and break nothing', () =>
    fc.assert(
      fc.property(given, (list) => {
        const answers = apply(list);
        const resolved = engine.resolve(answers);
        const { issues } = resolved;
        for (const issue of issues)
          for (const { path, value } of findRepairs(engine, answers, resolved, issue)) {
            const after = engine.resolve(withAnswer(answers, path, { value, by: 'user' })).issues;
            expect(after.filter(({ kind }) => kind !== 'incomplete').length).toBeLessThan(issues.length);
          }
      }),
    ));
});
