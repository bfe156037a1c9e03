import { describe, expect, it } from 'vitest';
import type { ProductInput } from '../../src/contract/product/product.ts';
import { problems } from './support/problems.ts';
import {
  finishes,
  glass,
  lights,
  material,
  panels,
  top,
  width,
} from '../product-compiler/support/product-of.ts';

type Feature = ProductInput['steps'][number]['features'][number];
type Rule = NonNullable<ProductInput['rules']>[number];

const inRule = (when: string): string[] =>
  problems({ rules: [{ type: 'message', level: 'info', when, text: 'x' }] });
const asVariable = (value: string): string[] => problems({ variables: [{ id: 'v', value }] });
const rules = (...all: Rule[]) => problems({ rules: all });
const features = (...all: Feature[]) => problems({ steps: [{ ...top, features: all }, panels] });

describe('kinds of values', () => {
  it.each([
    ['width == "oak"', 'a number in mm is compared with a text', 'without quotes'],
    ['material > 3', 'an option is compared with a number', ''],
    ['material == "oka"', '"oka" is not an option of material', 'did you mean "oak"?'],
    ['"birch" != material', '"birch" is not an option of material', '"oak", "ash"'],
    ['material in ["oak", "asj"]', '"asj" is not an option of material', 'did you mean "ash"?'],
    ['"oul" in finishes', '"oul" is not an option of finishes', 'did you mean "oil"?'],
    ['finishes == "oil"', 'finishes is a list', 'write "oil" in finishes'],
    ['material in "oak"', '"in" needs a list', '["oak"]'],
    ['lights == "yes"', 'true or false is compared with a text', 'write lights or !lights'],
    ['lights > 1', 'true or false is compared with a number', ''],
    ['lights >= true', '>= compares numbers', '=='],
    ['max(panels.panel_width) == "x"', 'a number', ''],
    ['panels.panel_width > 900', 'panels.panel_width is a list', 'max(panels.panel_width)'],
    ['panels.glass == "clear"', 'is a list', 'write "clear" in panels.glass'],
    ['width && lights', '&& needs true or false, and width is a number in mm', 'width > 0'],
    ['!material', '! needs true or false, and material is an option', 'material == "…"'],
    ['width', 'column 1: true or false is due here', 'compare it'],
    ['width + "mm" == "x"', 'a text and a number cannot be put together', 'string(width)'],
    [
      'panels.panel_width * 2 > 1',
      'a number is due, and panels.panel_width is a list',
      'sum(panels.panel_width)',
    ],
    ['sum(material) > 1', 'a number is due, and material is an option', ''],
    ['any(panels.panel_width)', 'any() takes a list of true and false', ''],
    ['count(width) > 1', 'count() takes a list', ''],
    ['size(width) > 1', 'size() takes a text or a list', ''],
    ['material == panels.glass', 'is a list', 'material in panels.glass'],
    ['material.density == "x"', 'a number is compared with a text', ''],
  ])('%s', (when, message, hint) => {
    const [found, ...others] = inRule(when);
    expect(found).toContain('error rules[0].when: ');
    expect(found).toContain(message);
    expect(found).toContain(hint);
    expect(others).toEqual([]);
  });

  it.each([
    'material == "oak" && width > 900',
    'material in ["oak", "ash"] || lights',
    '(lights ? "a" : 3) == 3',
    'string(width) + " mm" == "900 mm"',
    'size(finishes) > 1 && size("abc") == 3',
    'material.colour != "#ffffff"',
  ])('has nothing against %s', (when) => {
    expect(inRule(when).filter((one) => one.startsWith('error'))).toEqual([]);
  });

  it('knows what defaults and derived values must be', () => {
    const rule = (feature: string, expression: string) =>
      rules({ type: 'default', feature, value: { expression } });
    expect(rule('material', 'width > 900 ? "oak" : "pine"')[0]).toContain(
      '"pine" is not an option of "material"',
    );
    expect(rule('material', 'width * 2')[0]).toContain('a text is due here, and this is a number');
    expect(rule('lights', '"yes"')[0]).toContain('true or false is due');
    expect(rule('finishes', '"oil"')[0]).toContain('takes a list of options');
    expect(rule('width', 'length * length')[0]).toContain('this is in mm², and should be in mm');
    expect(rule('width', 'length / 2')).toEqual([]);
  });

  it('reads what stands in repetitions in their own rules', () => {
    expect(rules({ type: 'required', feature: 'glass', when: 'panel_width == "x"' })[0]).toContain(
      'a number in mm is compared',
    );
    expect(asVariable('sum(panels.glass.u_value) / count(panels)')).toEqual([]);
  });

  it('reports each mistake once, where one expression is about many options', () => {
    const enabled = { when: 'option.density == "heavy"', reason: 'x' };
    const found = features({ ...material, enabled }, width);
    expect(found).toEqual([
      expect.stringContaining('error steps[0].features[0].enabled.when: a number is compared with a text'),
    ]);
  });
});

describe('units', () => {
  it.each([
    ['width + width * length', 'width is in mm and width * length in mm²: they cannot be put together'],
    ['width > width * length', 'they cannot be compared'],
    ['max(width, width * length)', 'they cannot be put together'],
    ['width - count(panels)', 'width is in mm and count(panels) a plain number'],
    ['round(width * length, width)', 'cannot be put together'],
  ])('%s', (value, message) => {
    expect(asVariable(value)).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    'width + 10',
    'width * 2 + width * length * 0.001',
    'width - 40 * (count(panels) + 1)',
    'width / length > 1 ? width : length',
    'material.density * width * length * 27 / 1000',
  ])('has nothing against %s', (value) => {
    expect(asVariable(value)).toEqual([]);
  });

  const measure = (unit: 'm' | 'm2' | 'm3' | 'kg', value: string) =>
    problems({
      measures: [
        { id: 'a', unit: 'm2', value: 'width * length' },
        { id: 'm', unit, value },
      ],
    });

  it('fit the measure: a price per m² needs an area', () => {
    expect(measure('m2', 'width')[0]).toContain(
      'this is in mm, and should be in mm² (a measure in m2 needs an area',
    );
    expect(measure('m', 'width * length')[0]).toContain('this is in mm², and should be in mm');
    expect(measure('m2', 'a')[0]).toContain('it is in m2 already');
    expect(measure('kg', 'width')[0]).toContain('should be in g');
    expect(measure('m2', 'width * length')).toEqual([]);
    expect(measure('m', '2 * (width + length)')).toEqual([]);
    expect(measure('kg', 'width * length * 27 * material.density / 1000')).toEqual([]);
  });

  it('fit the bounds of a feature', () => {
    expect(features({ ...width, max: 'length * length' }, { ...width, id: 'length' })[0]).toContain(
      'this is in mm²',
    );
    expect(features({ ...width, max: 'length / 2' }, { ...width, id: 'length' })).toEqual([]);
  });
});

describe('what can never happen', () => {
  it.each([
    ['width > 3000', 'width > 3000 is never true: "width" is 500 to 2000'],
    ['lights && width > 3000', 'width > 3000 is never true'],
    ['material == "oak" && material == "ash"', 'material == "ash" is never true: "material" is "oak"'],
    ['width > 900 && width < 800', 'width < 800 is never true: "width" is 900 to 2000'],
    ['count(panels) > 4', 'count(panels) > 4 is never true: "panels" is there 1 to 4 times'],
    [
      'max(panels.panel_width) > 2000',
      'max(panels.panel_width) > 2000 is never true: "panel_width" is 500 to 2000',
    ],
    ['material.density > 1', 'material.density > 1 is never true: "material" is "oak" or "ash"'],
    ['quantity > 1000', 'quantity > 1000 is never true: "quantity" is 1 to 1000'],
    ['lights && !lights', '!lights is never true'],
    ['width * length > 4000001', 'width * length > 4000001 is never true'],
    ['false', 'false is never true'],
  ])('%s', (when, message) => {
    expect(inRule(when)).toEqual([expect.stringContaining(`error rules[0].when: ${message}`)]);
  });

  it.each([
    'width > 1999 && width < 2001',
    '!(width > 400)',
    'material != "oak" && material != "ash" || lights',
    'sum(panels.panel_width) > 7999',
    'width / length < 0.26',
    'width % 7 == 6',
    'has(width) && !has(material)',
    'min(width, length) == 500 && max(width, length) == 2000',
  ])('%s may happen', (when) => {
    expect(inRule(when)).toEqual([]);
  });

  it.each([
    ['width >= 500', 'width >= 500 is always true: "width" is 500 to 2000'],
    ['count(panels) > 0', 'count(panels) > 0 is always true'],
    ['width > 700 || width <= 700', 'width > 700 || width <= 700 is always true'],
  ])('%s always does', (when, message) => {
    expect(inRule(when)).toEqual([expect.stringContaining(`warning rules[0].when: ${message}`)]);
  });

  it('is told through variables, measures and computed features', () => {
    const found = problems({
      measures: [{ id: 'area', unit: 'm2', value: 'width * length', minimum: 0.5 }],
      variables: [{ id: 'big', value: 'area > 5' }],
      prices: [{ id: 'p', name: 'P', kind: 'fixed', amount: 10, when: 'big' }],
    });
    expect(found).toEqual([expect.stringContaining('error prices[0].when: big is never true')]);
  });

  it('is a number between bounds that exclude each other', () => {
    expect(rules({ type: 'bounds', feature: 'width', min: 2500 })).toEqual([
      expect.stringContaining(
        'error steps[0].features[1]: nothing fits "width": at least 2500 and at most 2000',
      ),
    ]);
    expect(rules({ type: 'repetitions', step: 'panels', min: 'width / 100' })).toEqual([]);
    expect(rules({ type: 'repetitions', step: 'panels', min: 6 })[0]).toContain('nothing fits "panels"');
  });

  it('is not concluded about one repetition from another', () => {
    const when = 'glass == "clear" && "frosted" in panels.glass';
    expect(inRule(when)).toEqual([]);
    const rule: Rule = { type: 'requires', when: 'lights', then: '"frosted" in panels.glass', reason: 'x' };
    expect(rules(rule)).toEqual([]);
  });
});

describe('options that can never be chosen', () => {
  const unreachable = (found: string[]) =>
    found.filter((one) => one.includes('can never be chosen')).map((one) => one.replace(/ \(.*/, ''));

  it('by their own conditions', () => {
    const options = [
      { ...material.options[0]!, enabled: { when: 'width > 3000', reason: 'x' } },
      { ...material.options[1]!, visible: 'width > 1000', enabled: { when: 'width < 900', reason: 'x' } },
    ];
    expect(unreachable(features({ ...material, options }, width))).toEqual([
      expect.stringContaining(
        'error steps[0].features[0].options[0].enabled.when: the option "oak" can never be chosen: width > 3000 is never true',
      ),
      expect.stringContaining('the option "ash" can never be chosen: width < 900 is never true'),
    ]);
  });

  it('by their attributes', () => {
    const enabled = { when: 'option.density * 1000 > 680', reason: 'x' };
    expect(unreachable(features({ ...material, enabled }))).toEqual([
      expect.stringContaining('the option "ash" can never be chosen'),
    ]);
  });

  it('by allow rules that always leave them out', () => {
    expect(unreachable(rules({ type: 'allow', feature: 'material', options: ['oak'], reason: 'x' }))).toEqual(
      [expect.stringContaining('the option "ash" can never be chosen')],
    );
    expect(
      unreachable(
        rules({ type: 'allow', feature: 'material', when: 'width > 900', options: ['oak'], reason: 'x' }),
      ),
    ).toEqual([]);
  });

  it('by combination tables and other constraints', () => {
    const combination: Rule = {
      type: 'combination',
      features: ['material', 'width'],
      rows: [
        ['oak', '*'],
        ['ash', 3000],
      ],
      reason: 'x',
    };
    expect(unreachable(rules(combination))).toEqual([
      expect.stringContaining(
        'error steps[0].features[0].options[1]: the option "ash" can never be chosen: rules[0] rules it out',
      ),
    ]);
    const excludes: Rule = { type: 'excludes', when: 'width > 400', not: 'material == "ash"', reason: 'x' };
    expect(unreachable(rules(excludes))).toHaveLength(1);
  });

  it('unless the rule is not always judged', () => {
    const excludes: Rule = { type: 'excludes', when: 'width > 400', not: 'material == "ash"', reason: 'x' };
    const optional = { ...width, required: false };
    const found = problems({
      steps: [{ ...top, features: [material, optional, finishes, lights] }, panels],
      rules: [excludes],
    });
    expect(unreachable(found)).toEqual([]);
  });

  it('unless they are hidden on purpose', () => {
    const options = [{ ...glass.options[0]!, visible: false }, glass.options[1]!];
    expect(features({ ...glass, id: 'other', options, default: 'frosted' }, lights)).toEqual([]);
  });
});

describe('texts', () => {
  const languages = ['en', 'nl-BE'];

  it('are there in every language of the product', () => {
    expect(problems({ languages, name: { en: 'Table', nl: 'Tafel' }, description: { en: 'x' } })).toEqual([
      'warning description: the text is not there in nl-BE (add "nl-BE": "…")',
    ]);
    expect(problems({ languages, name: { en: 'Table', 'nl-BE': 'Tafel', de: 'Tisch' } })).toEqual([
      'warning name.de: "de" is not a language of the product (add it to "languages", or leave it out)',
    ]);
  });

  it("may be one for all, and are not looked for in what is the merchant's own", () => {
    expect(problems({ languages, name: 'Tafel', private: { name: { fr: 'Table' } } })).toEqual([]);
  });
});
