import { describe, expect, it } from 'vitest';
import type { Expr } from '../../../src/contract/published/expr.ts';
import { finishes, material, panels, top, width } from '../support/product-of.ts';
import { problemsOf, publishedOf } from '../support/problems-of.ts';

const expr = (value: string, step?: string): Expr =>
  publishedOf({ variables: [{ id: 'v', value, ...(step === undefined ? {} : { step }) }] }).variables[0]!
    .value;
const problem = (value: string, step?: string): string => {
  const [found = 'none', ...more] = problemsOf({
    variables: [{ id: 'v', value, ...(step === undefined ? {} : { step }) }],
  });
  expect(more).toEqual([]);
  return found;
};

describe('names become expressions', () => {
  it.each<[string, Expr, string?]>([
    ['width', ['$', 'width']],
    ['quantity', ['$', 'quantity']],
    ['panel_width + width', ['+', ['@', 'panel_width'], ['$', 'width']], 'panels'],
    ['index', ['index'], 'panels'],
    ['sum(panels.panel_width)', ['sum', ['[]', 'panels', 'panel_width']]],
    ['count(panels)', ['#', 'panels']],
    ['count(panels.glass)', ['count', ['[]', 'panels', 'glass']]],
    ['material.density', ['.', ['$', 'material'], 'density']],
    ['glass.u_value', ['.', ['@', 'glass'], 'u_value'], 'panels'],
    ['max(panels.glass.u_value)', ['max', ['.[]', 'panels', 'glass', 'u_value']]],
    ['material.colour', ['.', ['$', 'material'], 'colour']],
    ['-5 + -width', ['+', -5, ['-', ['$', 'width']]]],
    ['["a", 1]', ['list', 'a', 1]],
    ['has(width)', ['has', ['$', 'width']]],
  ])('%s', (source, expected, step) => {
    expect(expr(source, step)).toEqual(expected);
  });
});

describe('names that cannot be read', () => {
  it.each([
    ['wdith', 'column 1: there is no "wdith"', 'did you mean "width"?'],
    ['material == oak', 'column 13: there is no "oak"', 'an option is a text in quotes: "oak"'],
    ['panel_width', '"panel_width" has a value in every repetition of "panels"', 'sum(panels.panel_width)'],
    ['panels > 1', '"panels" is a step and has no value', 'count(panels)'],
    ['top > 1', '"top" is a step', 'name one of its features'],
    ['top.width', 'the step "top" does not repeat', 'write width'],
    ['panels.width', 'there is no "width" in the step "panels"', 'panel_width'],
    ['material.weight', 'no option of "material" has an attribute "weight"', 'density'],
    ['width.max', '"width" has no attributes', 'only the options of a choice'],
    ['panels.glass.u_value.x', 'too many dots', 'step.choice.attribute'],
    ['option.density', 'option is known only where an option is judged', 'name the choice'],
    ['index', 'index is known in repetitions only', 'a step that repeats'],
    ['maxx(1, 2)', 'there is no function maxx', 'did you mean "max"?'],
    ['max', '"max" is a function', 'write max(…)'],
    ['abs(1, 2)', 'abs was given 2 values, and takes 1', 'write abs(…)'],
    ['round()', 'round was given 0 values, and takes 1 to 2', 'round(x, 0.5)'],
    ['has(1 + 1)', 'asks whether a name has a value', 'has(name)'],
    ['lookup("t", 1)', 'there is no table "t"', ''],
    ['lookup(width, 1)', 'lookup() takes the id of a table in quotes', "lookup('table', width)"],
    ['subtotal("base")', 'known in prices only', 'formula'],
    ['gradient("wood")', 'known in drawings only', 'colour'],
    ['constructor', 'there is no "constructor"', ''],
    ['__proto__.x', 'there is no "__proto__"', ''],
    ['material.__proto__', 'no option of "material" has an attribute "__proto__"', ''],
  ])('%s', (source, message, hint) => {
    const found = problem(source);
    expect(found).toContain('variables[0].value: ');
    expect(found).toContain(message);
    expect(found).toContain(hint);
  });

  it('reads attributes of the option at hand, and only those it has', () => {
    const enabled = { when: 'option.density < 0.7', reason: 'x' };
    const { options } = material;
    const product = publishedOf({
      steps: [{ ...top, features: [{ ...material, options: [{ ...options[0]!, enabled }, options[1]!] }] }],
    });
    expect(product.steps[0]!.features[0]!.options![0]!.enabled).toEqual([
      { when: ['<', ['option', 'density'], 0.7], reason: 'x' },
    ]);
    const bare = { id: 'pine', name: 'Pine', enabled };
    expect(
      problemsOf({ steps: [{ ...top, features: [{ ...material, options: [bare, ...options] }] }] }),
    ).toEqual([
      expect.stringContaining(
        'steps[0].features[0].options[0].enabled.when: column 1: the option "pine" has no attribute "density"',
      ),
    ]);
  });
});

describe('ids', () => {
  const withIds = (...ids: string[]) =>
    problemsOf({ steps: [{ ...top, features: ids.map((id) => ({ ...width, id })) }] });

  it('are there once among steps, features, measures and variables', () => {
    expect(withIds('a', 'b', 'a')).toEqual([
      'steps[0].features[2].id: the id "a" is taken by steps[0].features[0] (steps, features, measures and variables need ids of their own)',
    ]);
    expect(problemsOf({ variables: [{ id: 'width', value: '1' }] })[0]).toContain(
      'variables[0].id: the id "width" is taken',
    );
    expect(problemsOf({ measures: [{ id: 'panels', unit: 'm', value: 'width' }] })[0]).toContain('is taken');
  });

  it.each(['quantity', 'index', 'option', 'true', 'in', 'null', '__proto__', 'constructor'])(
    'are not %s',
    (id) => {
      expect(withIds(id)[0]).toContain(`"${id}" means something in expressions already`);
    },
  );

  it('may be those of functions, which a bracket tells apart', () => {
    expect(withIds('size')).toEqual([]);
  });

  it('of options are there once, and none is "own"', () => {
    const options = [...finishes.options, { id: 'oil', name: 'Again' }, { id: 'own', name: 'Own' }];
    expect(problemsOf({ steps: [{ ...top, features: [{ ...finishes, options }] }] })).toEqual([
      expect.stringContaining('steps[0].features[0].options[2].id: the option "oil" is there twice'),
      expect.stringContaining('steps[0].features[0].options[3].id: "own" means what the shopper enters'),
    ]);
  });

  it('of the steps that measures, variables and prices name exist and repeat', () => {
    expect(problemsOf({ variables: [{ id: 'v', value: '1', step: 'panel' }] })[0]).toContain(
      'variables[0].step: there is no step "panel" (did you mean "panels"?)',
    );
    expect(problemsOf({ measures: [{ id: 'm', unit: 'm', value: 'width', step: 'top' }] })[0]).toContain(
      'does not repeat',
    );
    expect(
      problemsOf({ prices: [{ id: 'p', name: 'P', kind: 'fixed', amount: 1, step: 'top' }] })[0],
    ).toContain('prices[0].step');
  });
});

describe('the order', () => {
  const before = (order: readonly string[], first: string, second: string) => {
    expect(order).toContain(first);
    expect(order.indexOf(first)).toBeLessThan(order.indexOf(second));
  };

  it('puts everything after what it reads', () => {
    const { order } = publishedOf({
      steps: [
        {
          ...top,
          features: [
            { ...width, max: 'limit' },
            { ...material, visible: 'area > 1' },
          ],
        },
        { ...panels, repeat: { item_name: 'x' }, features: panels.features },
      ],
      measures: [{ id: 'area', unit: 'm2', value: 'width * 900' }],
      variables: [
        { id: 'limit', value: 'big ? 900 : 1200' },
        { id: 'big', value: 'quantity > 3' },
      ],
      rules: [{ type: 'repetitions', step: 'panels', max: 'width / 500' }],
    });
    before(order, 'big', 'limit');
    before(order, 'limit', 'width');
    before(order, 'width', 'area');
    before(order, 'area', 'material');
    before(order, 'width', 'panels');
    before(order, 'panels', 'glass');
    expect(new Set(order).size).toBe(order.length);
  });

  it.each([
    [{ variables: [{ id: 'a', value: 'a + 1' }] }, 'variables[0].value: "a" depends on itself'],
    [
      {
        variables: [
          { id: 'a', value: 'b' },
          { id: 'b', value: 'c' },
          { id: 'c', value: 'a' },
        ],
      },
      'variables[2].value: "a" depends on itself: "a" needs "b" needs "c" needs "a"',
    ],
    [
      {
        steps: [
          {
            ...top,
            features: [
              { ...width, max: 'length' },
              { ...width, id: 'length', min: 'width' },
            ],
          },
        ],
      },
      'steps[0].features[1].min: "width" depends on itself: "width" needs "length" needs "width"',
    ],
    [
      { rules: [{ type: 'repetitions' as const, step: 'panels', count: 'count(panels)' }] },
      'rules[0].count: "panels" depends on itself',
    ],
    [
      { rules: [{ type: 'visible' as const, step: 'panels', when: '"clear" in panels.glass' }] },
      'rules[0].when: "panels" depends on itself: "panels" needs "glass" needs "panels"',
    ],
    [
      {
        rules: [
          {
            type: 'enabled' as const,
            feature: 'material',
            option: 'oak',
            when: 'material == "ash"',
            reason: 'x',
          },
        ],
      },
      'rules[0].when: "material" depends on itself',
    ],
  ])('refuses circles, naming them: %j', (parts, message) => {
    expect(problemsOf(parts)).toEqual([expect.stringContaining(message)]);
  });

  it('does not count what must hold between features', () => {
    const rules = [
      { type: 'requires' as const, when: 'width > 900', then: 'length > 900', reason: 'x' },
      { type: 'requires' as const, when: 'length > 1800', then: 'width > 900', reason: 'x' },
    ];
    expect(problemsOf({ rules })).toEqual([]);
  });
});
