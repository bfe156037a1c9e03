import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noAnswers } from '../../../src/engine/answers.ts';
import { readSelections } from '../../../src/configuration/read-selections.ts';
import { createEngine } from '../../../src/engine/create-engine.ts';
import { compileProduct } from '../../../src/product-compiler/compile-product.ts';
import type { Selections } from '../../../src/contract/configuration/value.ts';
import { checkProduct } from '../../../src/product-linter/file/check-product.ts';
import { parseUvl } from '../../../tools/uvl/parser/parse-uvl.ts';
import { productOfUvl } from '../../../tools/uvl/product-of-uvl.ts';
import { bike } from './support/bike.ts';
import { featuresOf, isValid, type UvlConfiguration } from './support/evaluate-uvl.ts';
import { configurationOf, everyAnswer, numbers } from './support/selections-of.ts';
import { smallModel } from './support/small-model.ts';

const engineOf = (source: string) => createEngine(compileProduct(productOfUvl(source).product).product!);

const text = ({ selected, values }: UvlConfiguration) =>
  JSON.stringify([[...selected].sort(), Object.entries(values).sort()]);

/** Every configuration of a small model: all subsets of its features, with all numbers tried. */
function everyConfiguration(source: string): UvlConfiguration[] {
  const features = featuresOf(parseUvl(source).root);
  let all: UvlConfiguration[] = [{ selected: new Set(), values: {} }];
  for (const { name, type } of features) {
    const values = type === 'Integer' ? numbers.map((value) => ({ [name]: value })) : [{}];
    all = all.flatMap((one) => [
      one,
      ...values.map((value) => ({
        selected: new Set([...one.selected, name]),
        values: { ...one.values, ...value },
      })),
    ]);
  }
  return all;
}

describe('productOfUvl', () => {
  it('keeps the meaning of a model: the same configurations are valid, no more and no fewer', () => {
    let tried = 0;
    fc.assert(
      fc.property(smallModel, (source) => {
        const model = parseUvl(source);
        const engine = engineOf(source);
        const answers = everyAnswer(engine.product);
        fc.pre(answers.length <= 600);
        tried += 1;
        const valid = new Set<string>();
        for (const one of answers) {
          const resolved = engine.resolve(one);
          const configuration = configurationOf(model, resolved);
          expect(resolved.valid, text(configuration)).toBe(isValid(model, configuration));
          if (resolved.valid) valid.add(text(configuration));
        }
        const expected = everyConfiguration(source).filter((one) => isValid(model, one));
        expect([...valid].sort()).toEqual(expected.map(text).sort());
      }),
      { numRuns: 300 },
    );
    expect(tried).toBeGreaterThan(200);
  });

  it('starts from a valid configuration wherever there is one', () => {
    fc.assert(
      fc.property(smallModel, (source) => {
        fc.pre(!/sum|avg|Integer/.test(source));
        const model = parseUvl(source);
        const possible = everyConfiguration(source).some((one) => isValid(model, one));
        expect(productOfUvl(source).valid).toBe(possible);
      }),
      { numRuns: 200 },
    );
  });

  it('makes products that pass every check', () => {
    const { product, notes, valid } = productOfUvl(bike);
    expect(checkProduct(product).problems).toEqual([]);
    expect(notes).toEqual([]);
    expect(valid).toBe(true);
  });

  it('makes choices of groups, yes/no of what is optional, numbers and texts of types, steps of cardinalities', () => {
    const { product } = productOfUvl(bike);
    const kinds = product.steps.flatMap((step) =>
      step.features.map(({ id, type }) => `${step.repeat ? `${step.id}[]: ` : ''}${id} ${type}`),
    );
    expect(kinds).toEqual([
      'Frame choice',
      'Gears number',
      'Reach number',
      'Engraving text',
      'Bell computed',
      'Rack yes_no',
      'Light yes_no',
      'Light_2 multi_choice',
      'Basket yes_no',
      'Bicycle multi_choice',
      'Basket_2[]: Lid yes_no',
    ]);
    const [frame] = product.steps[0]!.features;
    expect(frame).toMatchObject({
      name: 'Frame',
      options: [
        { id: 'Steel_tube', name: 'Steel tube', help: 'Lasts a life.', attributes: { weight: 4 } },
        { id: 'Carbon', name: 'Carbon', attributes: { weight: 1.5 } },
      ],
    });
  });

  it.each<[string, Selections, boolean]>([
    ['as it comes', {}, true],
    ['too heavy', { Frame: 'Steel_tube', Rack: true, Basket: true, Basket_2: [{}, {}] }, false],
    ['hydraulic brakes on steel', { Frame: 'Steel_tube', Bicycle: ['Hydraulic'] }, false],
    ['hydraulic brakes on carbon', { Frame: 'Carbon', Bicycle: ['Cable', 'Hydraulic'] }, true],
    ['no brakes at all', { Bicycle: [] }, false],
    ['three lights of two', { Light: true, Light_2: ['Front', 'Rear', 'Ground'] }, false],
    ['too few gears', { Gears: 2 }, false],
    [
      'a battery on steel wants gears',
      { Frame: 'Steel_tube', Light: true, Light_2: ['Rear'], Gears: 5 },
      false,
    ],
    ['a battery on carbon does not', { Frame: 'Carbon', Light: true, Light_2: ['Rear'], Gears: 5 }, true],
    ['a lid without a rack', { Basket: true, Basket_2: [{ Lid: false }, { Lid: true }] }, false],
    ['a lid with a rack', { Rack: true, Basket: true, Basket_2: [{ Lid: true }] }, true],
    ['two lids with a rack', { Rack: true, Basket: true, Basket_2: [{ Lid: true }, { Lid: true }] }, false],
    ['more baskets than fit', { Frame: 'Carbon', Basket: true, Basket_2: [{}, {}, {}, {}] }, false],
  ])('judges a bicycle: %s', (_, selections, valid) => {
    const engine = engineOf(bike);
    const { answers, unknown } = readSelections(noAnswers, engine.product, selections, 'user');
    expect(unknown).toEqual([]);
    expect(engine.resolve(answers).valid).toBe(valid);
  });

  it('says why in words', () => {
    const reasons = productOfUvl(bike).product.rules!.map((rule) => ('reason' in rule ? rule.reason : ''));
    expect(reasons).toEqual([
      '“Hydraulic” needs “Carbon”.',
      '“Carbon” does not go with “Rack”.',
      'The total “weight” is less than 8.5.',
      '“Gears” is at least 3 and “Gears” is at most 12.',
      '“Rear battery” and “Steel tube” needs “Gears” is more than 5.',
      '“Lid” needs “Rack”.',
      '“Bicycle Light” only together with “Front” or “Rear” or “Ground”.',
    ]);
  });

  it('says by line what it leaves out, and keeps the rest', () => {
    const { notes, product } = productOfUvl(
      [
        'imports',
        '\tsub.engine as engine',
        'features',
        '\tCar',
        '\t\toptional',
        '\t\t\tWheel cardinality [1..4]',
        '\t\t\t\toptional',
        '\t\t\t\t\tBolt cardinality [1..5]',
        '\t\t\t\t\t\toptional',
        '\t\t\t\t\t\t\tCap',
        '\t\t\tSeat cardinality [0..2]',
        '\t\t\t\toptional',
        '\t\t\t\t\tHeating',
        '\t\t\tRadio',
        'constraints',
        '\tRadio => engine.Alternator',
        '\tCap => Heating',
        '\tRadio & 5',
        '\t(Radio + 1) & Radio',
        '\tRadio => Seat',
      ].join('\n'),
    );
    expect(notes).toEqual([
      {
        line: 2,
        message: 'the model "sub.engine as engine" is not read; what names its features is left out',
      },
      { line: 8, message: '"Bolt" cannot repeat inside "Wheel_2", which repeats; it is there once in each' },
      {
        line: 16,
        message: 'this constraint is left out: there is no feature or attribute "engine.Alternator"',
      },
      {
        line: 17,
        message: 'this constraint is left out: it is about the repetitions of several features at once',
      },
      { line: 18, message: 'this constraint is left out: 5 is neither true nor false' },
      {
        line: 19,
        message: 'this constraint is left out: "+" makes a number, and should be compared with one',
      },
    ]);
    expect(product.rules).toHaveLength(1);
    expect(checkProduct(product).problems).toEqual([]);
  });

  it('gives parts of long formulas a name', () => {
    const names = Array.from({ length: 300 }, (_, n) => `A rather long name of feature number ${n}`);
    const source = [
      'features',
      ' Root',
      '  optional',
      ...names.map((name) => `   "${name}" {weight 1}`),
      '   Other',
      'constraints',
      ` Other => ${names.map((name) => `"${name}"`).join(' | ')}`,
      ' sum(weight) <= 2',
    ].join('\n');
    const { product, valid } = productOfUvl(source);
    expect(valid).toBe(true);
    expect(checkProduct(product).problems).toEqual([]);
    const engine = createEngine(compileProduct(product).product!);
    const ids = engine.product.steps.flatMap((step) => step.features.map(({ id }) => id));
    const judge = (...chosen: string[]) =>
      engine.resolve(
        readSelections(
          noAnswers,
          engine.product,
          Object.fromEntries(ids.map((id) => [id, chosen.includes(id)])),
          'user',
        ).answers,
      ).valid;
    expect(judge()).toBe(true);
    expect(judge('Other')).toBe(false);
    expect(judge('Other', ids[299]!)).toBe(true);
    expect(judge('Other', ids[0]!, ids[150]!)).toBe(true);
    expect(judge('Other', ids[0]!, ids[150]!, ids[299]!)).toBe(false);
  });

  it('refuses groups that can never be chosen, by line', () => {
    expect(() => productOfUvl('features\n A\n  [2..3]\n   B')).toThrow(
      'line 3: at least 2 of 1 features can never be chosen',
    );
  });
});
