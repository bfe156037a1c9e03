import { describe, expect, it } from 'vitest';
import type { ProductInput } from '../../../src/contract/product/product.ts';
import type { PublishedFeature } from '../../../src/contract/published/published-feature.ts';
import { finishes, glass, lights, material, panels, top, width } from '../support/product-of.ts';
import { problemsOf, publishedOf } from '../support/problems-of.ts';

type Rule = NonNullable<ProductInput['rules']>[number];

const reason = 'because';
const withRules = (...rules: Rule[]) => publishedOf({ rules });
const feature = (id: string, ...rules: Rule[]): PublishedFeature =>
  withRules(...rules)
    .steps.flatMap((step) => step.features)
    .find((one) => one.id === id)!;
const problem = (...rules: Rule[]): string => problemsOf({ rules })[0] ?? 'none';
const wide = ['>', ['$', 'width'], 900];

describe('rules about one feature go to it', () => {
  it('visible: all must hold', () => {
    const rules: Rule[] = [
      { type: 'visible', feature: 'lights', when: 'width > 900' },
      { type: 'visible', feature: 'lights', when: 'has(material)' },
    ];
    expect(feature('lights', ...rules).visible).toEqual(['&&', wide, ['has', ['$', 'material']]]);
    expect(withRules({ type: 'visible', step: 'panels', when: 'width > 900' }).steps[1]!.visible).toEqual(
      wide,
    );
  });

  it('enabled: with its reason, at the feature or an option', () => {
    expect(
      feature('lights', { type: 'enabled', feature: 'lights', when: 'width > 900', reason }).enabled,
    ).toEqual([{ when: wide, reason }]);
    const { options } = feature('material', {
      type: 'enabled',
      feature: 'material',
      option: 'ash',
      when: 'width > 900',
      reason,
    });
    expect(options!.map((one) => one.enabled)).toEqual([undefined, [{ when: wide, reason }]]);
  });

  it('enabled: what mentions option is about every option', () => {
    const { options, enabled } = feature('material', {
      type: 'enabled',
      feature: 'material',
      when: 'option.density * 1000 < width',
      reason,
    });
    const when = ['<', ['*', ['option', 'density'], 1000], ['$', 'width']];
    expect(enabled).toBeUndefined();
    expect(options!.map((one) => one.enabled)).toEqual([[{ when, reason }], [{ when, reason }]]);
  });

  it('required: takes the place of the default', () => {
    expect(feature('width').required).toBe(true);
    expect(feature('lights').required).toBeUndefined();
    expect(feature('width', { type: 'required', feature: 'width', when: 'lights' }).required).toEqual([
      '$',
      'lights',
    ]);
  });

  it('allow: leaves the other options out while it holds', () => {
    const { options } = feature('material', {
      type: 'allow',
      feature: 'material',
      when: 'width > 900',
      options: ['oak'],
      reason,
    });
    expect(options!.map((one) => one.enabled)).toEqual([undefined, [{ when: ['!', wide], reason }]]);
  });

  it('allow and enabled: what the shopper enters is ruled out by a constraint', () => {
    const own = { ...material, own: { name: 'Your own' } };
    const steps = [{ ...top, features: [own, width] }];
    const chosen = ['$', 'material'];
    const allow: Rule = { type: 'allow', feature: 'material', when: 'width > 900', options: ['oak'], reason };
    expect(publishedOf({ steps, rules: [allow] }).constraints).toEqual([
      { holds: ['||', ['!', wide], ['!=', chosen, 'own']], features: ['width', 'material'], reason },
    ]);
    const enabled: Rule = {
      type: 'enabled',
      feature: 'material',
      option: 'own',
      when: 'width > 900',
      reason,
    };
    expect(publishedOf({ steps, rules: [enabled] }).constraints).toEqual([
      { holds: ['||', wide, ['!=', chosen, 'own']], features: ['width', 'material'], reason },
    ]);
    expect(publishedOf({ steps, rules: [{ ...allow, options: ['oak', 'own'] }] }).constraints).toEqual([]);
  });

  it('bounds, default and value: in force while they hold', () => {
    const { min, max } = feature('width', {
      type: 'bounds',
      feature: 'width',
      when: 'lights',
      max: 'length / 2',
      reason,
    });
    expect(min).toEqual([{ value: 500 }]);
    expect(max).toEqual([
      { value: 2000 },
      { when: ['$', 'lights'], value: ['/', ['$', 'length'], 2], reason },
    ]);
    // The first in force wins: the rule before the feature's own.
    expect(
      feature('material', { type: 'default', feature: 'material', when: 'lights', value: 'ash' }).default,
    ).toEqual([{ when: ['$', 'lights'], value: 'ash' }, { value: 'oak' }]);
    expect(
      feature('width', {
        type: 'value',
        feature: 'width',
        when: 'lights',
        value: { expression: 'length' },
        reason,
      }).derived,
    ).toEqual([{ when: ['$', 'lights'], value: ['$', 'length'], reason }]);
    expect(feature('finishes', { type: 'default', feature: 'finishes', value: ['oil'] }).default![0]).toEqual(
      {
        value: ['list', 'oil'],
      },
    );
  });

  it('repetitions: exactly so many, or bounds', () => {
    const { repeat } = withRules(
      { type: 'repetitions', step: 'panels', when: 'lights', count: 2 },
      { type: 'repetitions', step: 'panels', max: 'floor(width / 500)', reason },
    ).steps[1]!;
    const two = { when: ['$', 'lights'], value: 2 };
    expect(repeat!.min).toEqual([{ value: 1 }, two]);
    expect(repeat!.max).toEqual([
      { value: 4 },
      two,
      { value: ['floor', ['/', ['$', 'width'], 500]], reason },
    ]);
  });
});

describe('rules about several features', () => {
  it('requires and excludes become constraints with the features they name', () => {
    const { constraints } = withRules(
      { type: 'requires', when: 'width > 900', then: 'material == "oak"', reason },
      { type: 'excludes', when: 'lights', not: 'material == "ash"', reason },
    );
    expect(constraints).toEqual([
      {
        holds: ['||', ['!', wide], ['==', ['$', 'material'], 'oak']],
        features: ['width', 'material'],
        reason,
      },
      {
        holds: ['!', ['&&', ['$', 'lights'], ['==', ['$', 'material'], 'ash']]],
        features: ['lights', 'material'],
        reason,
      },
    ]);
  });

  it.each([
    ['"wax" in finishes', ['wax']],
    ['!("wax" in finishes) || "oil" in finishes && width > 900', ['oil', 'wax']],
    ['"oil" in finishes && (material == "oak" || "oil" in finishes)', ['oil']],
    ['count(finishes) > 1', undefined],
    ['"oil" in finishes && count(finishes) > 1', undefined],
    ['"oil" in finishes && has(finishes)', undefined],
    ['material in finishes', undefined],
    ['any_finish', undefined],
    ['material in ["oak", "ash"]', undefined],
  ])('%s: name the options %j of the multiple choice', (then, finishes) => {
    const { constraints } = publishedOf({
      variables: [{ id: 'any_finish', value: '"oil" in finishes' }],
      rules: [{ type: 'requires', when: 'lights', then, reason }],
    });
    expect(constraints[0]!.named).toEqual(finishes && { finishes });
  });

  it('count the features behind variables and measures, but not what has() asks about', () => {
    const { constraints } = publishedOf({
      measures: [{ id: 'area', unit: 'm2', value: 'width * length' }],
      variables: [{ id: 'weight', value: 'area * material.density' }],
      rules: [{ type: 'requires', when: 'weight > 50', then: 'has(finishes) && !has(lights)', reason }],
    });
    expect(constraints[0]!.features).toEqual(['width', 'length', 'material']);
  });

  it('are evaluated in each repetition whose names they use', () => {
    const { constraints, messages } = withRules(
      { type: 'requires', when: 'panel_width > width', then: 'glass == "clear"', reason },
      { type: 'requires', when: 'max(panels.panel_width) > 900', then: 'lights', reason },
      { type: 'message', level: 'info', when: 'glass == "frosted"', text: 'Nice' },
      { type: 'message', level: 'info', when: '"frosted" in panels.glass', text: 'Nice' },
    );
    expect(constraints[0]).toMatchObject({
      step: 'panels',
      features: ['panel_width', 'width', 'glass'],
      holds: ['||', ['!', ['>', ['@', 'panel_width'], ['$', 'width']]], ['==', ['@', 'glass'], 'clear']],
    });
    expect(constraints[1]!.step).toBeUndefined();
    expect(messages.map(({ step }) => step)).toEqual(['panels', undefined]);
  });

  it('combination: rows in a table of their own', () => {
    const rows = [
      ['oak', [900, 1200]],
      ['ash', '*'],
    ];
    const product = withRules({ type: 'combination', features: ['material', 'width'], rows, reason });
    expect(product.combinations).toEqual([rows]);
    expect(product.constraints).toEqual([
      { holds: ['row', 0, ['$', 'material'], ['$', 'width']], features: ['material', 'width'], reason },
    ]);
  });
});

describe('rules that are wrong', () => {
  it.each<[string, Rule, string]>([
    [
      'a feature that is not there',
      { type: 'required', feature: 'widht', when: 'lights' },
      'rules[0].feature: there is no feature "widht" (did you mean "width"?)',
    ],
    [
      'a step where a feature is due',
      { type: 'required', feature: 'panels', when: 'lights' },
      'rules[0].feature: "panels" is a step, not a feature',
    ],
    [
      'a step that is not there',
      { type: 'visible', step: 'pannels', when: 'lights' },
      'rules[0].step: there is no step "pannels" (did you mean "panels"?)',
    ],
    [
      'neither feature nor step',
      { type: 'visible', when: 'lights' },
      'rules[0]: a rule of type visible is about a feature or a step',
    ],
    [
      'a step that does not repeat',
      { type: 'repetitions', step: 'top', count: 1 },
      'rules[0].step: the step "top" does not repeat',
    ],
    ['repetitions of nothing', { type: 'repetitions', step: 'panels' }, 'rules[0]: the rule says nothing'],
    ['bounds of nothing', { type: 'bounds', feature: 'width' }, 'rules[0]: the rule says nothing'],
    [
      'bounds of a choice',
      { type: 'bounds', feature: 'material', max: 3 },
      'cannot be about "material", which is of type choice',
    ],
    [
      'an option that is not there',
      { type: 'allow', feature: 'material', options: ['oka'], reason },
      'rules[0].options[0]: "material" has no option "oka" (did you mean "oak"?)',
    ],
    [
      'an option that is not there',
      { type: 'enabled', feature: 'material', option: 'pine', when: 'lights', reason },
      'rules[0].option: "material" has no option "pine"',
    ],
    [
      'a default that is no option',
      { type: 'default', feature: 'material', value: 'oka' },
      'rules[0].value: "material" has no option "oka"',
    ],
    [
      'a row that is too short',
      { type: 'combination', features: ['material', 'width'], rows: [['oak']], reason },
      'rules[0].rows[0]: the row has 1 cells for 2 features',
    ],
    [
      'a cell that is no option',
      { type: 'combination', features: ['material', 'width'], rows: [['oka', 3]], reason },
      'rules[0].rows[0][0]: "material" has no option "oka" (did you mean "oak"?)',
    ],
    [
      'a cell that is no number',
      { type: 'combination', features: ['material', 'width'], rows: [['oak', '900']], reason },
      'rules[0].rows[0][1]: "width" is never "900" (write a number',
    ],
    [
      'a cell with decimals that are not kept',
      { type: 'combination', features: ['material', 'width'], rows: [['oak', [900, 609.6]]], reason },
      'rules[0].rows[0][1]: answers are kept with 0 decimals, so none is ever 609.6 (raise "decimals" of "width"',
    ],
    [
      'a bound with decimals that are not kept',
      { type: 'bounds', feature: 'width', min: 609.6 },
      'rules[0].min: answers are kept with 0 decimals, so none is ever 609.6',
    ],
    [
      'a column that is not there',
      { type: 'combination', features: ['material', 'colour'], rows: [['oak', 3]], reason },
      'rules[0].features[1]: there is no feature "colour"',
    ],
    [
      'a wrong expression',
      { type: 'requires', when: 'lights =', then: 'lights', reason },
      'rules[0].when: column 8: "=" alone does not compare (write == to compare)',
    ],
  ])('%s', (_what, rule, message) => {
    expect(problem(rule)).toContain(message);
  });

  it('are reported once, not for every option they touch', () => {
    expect(
      problemsOf({
        rules: [{ type: 'allow', feature: 'material', when: 'widht > 3', options: ['oak'], reason }],
      }),
    ).toHaveLength(1);
  });

  it('mix the repetitions of two steps', () => {
    const drawers = { ...panels, id: 'drawers', features: [{ ...width, id: 'drawer_width' }] };
    const rule: Rule = { type: 'requires', when: 'panel_width > 900', then: 'drawer_width > 900', reason };
    expect(problemsOf({ steps: [top, panels, drawers], rules: [rule] })[0]).toContain(
      'rules[0]: the rule is about names in the repetitions of "panels" and "drawers"',
    );
  });
});

describe('defaults and bounds that are wrong', () => {
  type Feature = ProductInput['steps'][number]['features'][number];
  it.each<[Feature, string]>([
    [{ ...material, default: 'oka' }, 'default: "material" has no option "oka" (did you mean "oak"?)'],
    [
      { ...material, default: 'own', own: { name: 'Own' } },
      'default: what the shopper enters has no default',
    ],
    [
      { ...finishes, default: ['oil', 'war'] },
      'default: "finishes" has no option "war" (did you mean "wax"?)',
    ],
    [{ ...finishes, default: ['oil'], min: 2 }, 'default: these are fewer than min 2'],
    [{ ...finishes, min: 3 }, 'min: there are only 2 options'],
    [{ ...width, default: 400 }, 'default: 400 is below min 500 (write 500 or more)'],
    [{ ...width, default: 4000 }, 'default: 4000 is above max 2000'],
    [{ ...width, step: 50, default: 910 }, 'default: 910 is not a multiple of step 50 (write 900)'],
    [{ ...width, default: 900.5 }, 'default: 900.5 has more than 0 decimals'],
    [{ ...width, min: 3000 }, 'min: min 3000 is above max 2000'],
    [
      { ...width, max: 1828.8 },
      'max: answers are kept with 0 decimals, so none is ever 1828.8 (raise "decimals" of "width", or round max)',
    ],
    [{ ...width, display_unit: 'kg' }, 'display_unit: kg cannot show a number of unit mm'],
    [
      { id: 't', type: 'text', name: 'T', default: 'abc', pattern: '[0-9]+' },
      'default: it does not match the pattern',
    ],
    [
      { id: 't', type: 'text', name: 'T', default: 'abc', max_length: 2 },
      'default: it is longer than max_length 2',
    ],
    [
      { id: 't', type: 'text', name: 'T', min_length: 9, max_length: 2 },
      'min_length: min_length 9 is above max_length 2',
    ],
    [
      { id: 'd', type: 'date', name: 'D', default: '2030-01-01', min: '2031-01-01' },
      'default: 2030-01-01 is before min',
    ],
    [
      { id: 'd', type: 'date', name: 'D', min: '2031-01-01', max: '2030-01-01' },
      'min: 2031-01-01 is after 2030-01-01',
    ],
    [
      { id: 'h', type: 'hidden', name: 'H', value_type: 'number', default: 'x' },
      'default: "x" is not a number',
    ],
  ])('%j', (feature, message) => {
    expect(problemsOf({ steps: [{ ...top, features: [feature] }] })).toContainEqual(
      expect.stringContaining(`steps[0].features[0].${message}`),
    );
  });

  it('of repetitions and quantity', () => {
    const repeat = { item_name: 'Panel', min: 3, max: 2 };
    expect(problemsOf({ steps: [{ ...panels, repeat }] })[0]).toContain(
      'steps[0].repeat: min 3 is above max 2',
    );
    expect(problemsOf({ steps: [{ ...panels, repeat: { ...repeat, max: 5, default: 1 } }] })[0]).toContain(
      'repeat.default: 1 is not between',
    );
    expect(problemsOf({ quantity: { min: 5, max: 3 } })[0]).toContain('quantity.min');
    expect(problemsOf({ quantity: { min: 1, step: 10, default: 15 } })[0]).toContain(
      'quantity.default: 15 is not a multiple of 10',
    );
    expect(publishedOf({ quantity: { min: 5, step: 10 } }).quantity).toMatchObject({ default: 10 });
  });
});

it('a feature without conditions stays as small as it was written', () => {
  expect(publishedOf({ steps: [{ ...panels, features: [glass, lights] }] }).steps[0]!.features[1]).toEqual({
    id: 'lights',
    type: 'yes_no',
    name: 'Lights',
    default: [{ value: false }],
  });
});
