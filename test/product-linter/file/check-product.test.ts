import { describe, expect, it } from 'vitest';
import { checkProduct } from '../../../src/product-linter/file/check-product.ts';
import { productOf } from '../../product-compiler/support/product-of.ts';

/** A product file with one thing changed in it. */
function changed(path: string, value: unknown): unknown {
  const file: unknown = JSON.parse(JSON.stringify(productOf()));
  const keys = path.split('.');
  const last = keys.pop()!;
  const target = keys.reduce<Record<string, unknown>>(
    (inner, key) => inner[key] as Record<string, unknown>,
    file as Record<string, unknown>,
  );
  target[last] = value;
  return file;
}

describe('a file that is a product', () => {
  it('comes out as it is defined and as it is published', () => {
    const { definition, product, problems } = checkProduct(productOf({ private: { margin: 0.4 } }));
    expect(problems).toEqual([]);
    expect(definition).toMatchObject({ private: { margin: 0.4 }, languages: ['en'] });
    expect(product).toMatchObject({ format: 1, id: 'table' });
  });
});

describe('a file that is not', () => {
  it.each([
    ['stepz', 1, 'stepz', '"stepz" is not known here', 'did you mean "steps"?'],
    ['steps.0.features.1.defualt', 3, 'steps[0].features[1].defualt', 'not known', 'did you mean "default"?'],
    ['steps.0.features.0.type', 'choise', 'steps[0].features[0].type', '"choise"', 'did you mean "choice"?'],
    [
      'steps.0.features.0.type',
      undefined,
      'steps[0].features[0].type',
      'missing',
      '"choice", "multi_choice"',
    ],
    [
      'steps.0.features.0.options.0.price',
      true,
      'steps[0].features[0].options[0].price',
      'true',
      'a number or a text',
    ],
    ['name', {}, 'name', '{}', 'at least one language'],
    ['name', { EN: 'x' }, 'name.EN', 'cannot be a key', 'language tag'],
    ['name', undefined, 'name', 'it is missing', 'a text in quotes or an object'],
    ['version', 2, 'version', '2 is not a text', 'a text in quotes'],
    [
      'steps.0.features.1.unit',
      'cm',
      'steps[0].features[1].unit',
      '"cm" is a unit to show, and values are in mm',
      'write "unit": "mm", "display_unit": "cm", and bounds and defaults in mm',
    ],
    [
      'steps.0.features.1.unit',
      'kg',
      'steps[0].features[1].unit',
      'in g',
      '"unit": "g", "display_unit": "kg"',
    ],
    [
      'steps.0.features.1.unit',
      'pcs',
      'steps[0].features[1].unit',
      '"pcs" is not possible here',
      'one of "mm"',
    ],
    ['measures', [{ id: 'a', unit: 'cm', value: 'width' }], 'measures[0].unit', '"cm"', 'did you mean "m"?'],
    ['currency', 'eur', 'currency', '"eur" does not have the right form', 'ISO 4217'],
    ['steps.0.features', [], 'steps[0].features', 'the list is too short', 'at least 1 entries'],
    ['tax', { rate: 120, prices: 'net' }, 'tax.rate', '120 is too large', 'at most 100'],
    ['tax', { rate: 20, prices: 'brutto' }, 'tax.prices', '"brutto"', '"net", "gross"'],
    [
      'steps.0.features.0.enabled',
      { whn: 'a', reason: 'b' },
      'steps[0].features[0].enabled.whn',
      'not known',
      '"when"',
    ],
    [
      'outputs',
      [{ id: 'm', buttons: [{ id: 'b', name: 'B', triggers: { webhook: {} } }] }],
      'outputs[0].buttons[0].triggers.webhook.url',
      'missing',
      'text',
    ],
    [
      'drawing',
      { width: 1, height: 1, title: 'x', shapes: [{ shape: 'rekt' }] },
      'drawing.shapes[0].shape',
      '"rekt"',
      'did you mean "rect"?',
    ],
  ])('%s: %j', (path, value, where, message, hint) => {
    const { problems, product } = checkProduct(changed(path, value));
    expect(product).toBeUndefined();
    const problem = problems.find((one) => one.path === where);
    expect(problem?.message).toContain(message);
    expect(problem?.hint).toContain(hint);
  });

  it.each([null, 7, 'x', []])('such as %j is one problem', (file) => {
    expect(checkProduct(file).problems).toMatchObject([{ path: '', level: 'error' }]);
  });
});
