import { describe, expect, it } from 'vitest';
import { Items } from '../../src/contract/quote/items.ts';
import { canonicalConfiguration } from '../../src/configuration/canonical-configuration.ts';
import { enrich } from '../../src/configuration/enrich.ts';
import { flatten } from '../../src/configuration/flatten.ts';
import { restoreConfiguration } from '../../src/configuration/restore-configuration.ts';
import { readItems } from '../../src/configuration/read-items.ts';
import { choose, engineOf } from '../engine/support/make.ts';

const engine = engineOf({
  name: { en: 'Table', nl: 'Tafel' },
  languages: ['en', 'nl'],
  steps: [
    {
      id: 'top',
      name: { en: 'Top', nl: 'Blad' },
      features: [
        {
          id: 'wood',
          name: { en: 'Wood', nl: 'Hout' },
          type: 'choice',
          default: 'oak',
          options: [
            { id: 'oak', name: { en: 'Oak', nl: 'Eiken' }, custom_properties: { sku: 'T-OAK' } },
            { id: 'glass', name: 'Glass' },
          ],
          own: { name: 'Other', custom_properties: { sku: 'T-X' } },
        },
        { id: 'extras', name: 'Extras', type: 'multi_choice', options: [{ id: 'a', name: 'A', custom_properties: { sku: 'A' } }, { id: 'b', name: 'B' }] }, // prettier-ignore
        { id: 'oil', name: 'Oil', type: 'yes_no', default: false, custom_properties: { sku: 'OIL' } },
        { id: 'length', name: 'Length', type: 'number', unit: 'mm', default: 1200 },
        { id: 'day', name: 'Day', type: 'date', required: false },
        { id: 'text', name: 'Text', type: 'text' },
        {
          id: 'double',
          name: 'Double',
          type: 'computed',
          value: 'length * 2',
          unit: 'mm',
          display_unit: 'm',
        },
        { id: 'hiddenly', name: 'Hidden', type: 'yes_no', default: true, visible: 'wood == "glass"' },
        { id: 'campaign', name: 'Campaign', type: 'hidden', default: 'spring' },
        { id: 'model', name: 'Model', type: 'file', accept: ['.stl'] },
      ],
    },
    {
      id: 'shelves',
      name: 'Shelves',
      repeat: { min: 0, default: 2, item_name: 'Shelf' },
      features: [{ id: 'depth', name: 'Depth', type: 'number', unit: 'mm', default: 300 }],
    },
  ],
});
const everything = {
  extras: ['b', 'a'],
  oil: true,
  day: '2026-07-01',
  text: 'Hi',
  model: { file_id: 'f'.repeat(22), name: 'a.stl', size: 9 },
  shelves: [{ depth: 250 }, {}],
};
const { resolved } = choose(engine, everything);
const items = enrich(resolved, engine.product, { language: 'nl', image: 'https://x/y.svg' });

describe('enriched items', () => {
  it('have the four levels of the seed', () => {
    expect(items).toEqual(Items.parse(items));
    expect(items).toEqual([
      {
        product_id: 'sketch',
        product_name: 'Tafel',
        image: 'https://x/y.svg',
        items: [
          {
            ID: 'top',
            repetitionAmount: 1,
            repetitions: [
              [
                { ID: 'wood', feature_name: 'Hout', type: 'single_selection', value: 'oak', selected: { ID: 'oak', name: 'Eiken', custom_properties: { sku: 'T-OAK' } } }, // prettier-ignore
                { ID: 'extras', feature_name: 'Extras', type: 'multiple_selection', value: { a: true, b: true }, selected: [{ ID: 'a', name: 'A', custom_properties: { sku: 'A' } }, { ID: 'b', name: 'B', custom_properties: {} }] }, // prettier-ignore
                { ID: 'oil', feature_name: 'Oil', type: 'single_selection', value: 'yes', selected: { ID: 'yes', name: 'Ja', custom_properties: { sku: 'OIL' } } }, // prettier-ignore
                { ID: 'length', feature_name: 'Length', type: 'number_input', value: 1200 },
                { ID: 'day', feature_name: 'Day', type: 'date', value: '2026-07-01' },
                { ID: 'text', feature_name: 'Text', type: 'text_input', value: 'Hi' },
                { ID: 'double', feature_name: 'Double', type: 'number_input', value: 2400 },
                { ID: 'campaign', feature_name: 'Campaign', type: 'text_input', value: 'spring' },
                { ID: 'model', feature_name: 'Model', type: 'file_input', value: 'f'.repeat(22), selected: { ID: 'f'.repeat(22), name: 'a.stl', custom_properties: { size: 9 } } }, // prettier-ignore
              ],
            ],
          },
          {
            ID: 'shelves',
            repetitionAmount: 2,
            repetitions: [
              [{ ID: 'depth', feature_name: 'Depth', type: 'number_input', value: 250 }],
              [{ ID: 'depth', feature_name: 'Depth', type: 'number_input', value: 300 }],
            ],
          },
        ],
      },
    ]);
  });

  it('are flat in lines, repetitions apart, one a chosen subfeature', () => {
    const lines = flatten(items, engine.product, 'nl');
    expect(
      lines.map(({ feature_id, repetition, display }) => `${feature_id}/${repetition} ${display}`),
    ).toEqual([
      'wood/0 Eiken',
      'extras/0 A',
      'extras/0 B',
      'oil/0 Ja',
      'length/0 1.200 mm',
      'day/0 2026-07-01',
      'text/0 Hi',
      'double/0 2,4 m',
      'campaign/0 spring',
      'model/0 a.stl',
      'depth/0 250 mm',
      'depth/1 300 mm',
    ]);
    expect(lines[1]).toMatchObject({
      value: 'a',
      subfeature_id: 'a',
      custom_properties: { sku: 'A' },
      step_name: 'Blad',
    });
  });

  it('carry what a shopper entered as the name of "own"', () => {
    const own = enrich(choose(engine, { wood: { own: 'Walnut' } }).resolved, engine.product, {
      language: 'en',
    });
    expect(own[0]!.items[0]!.repetitions[0]![0]).toMatchObject({ value: 'own', selected: { ID: 'own', name: 'Walnut', custom_properties: { sku: 'T-X' } } }); // prettier-ignore
    const { answers } = readItems(engine.product, own);
    expect(answers.features['wood']!.value).toEqual({ own: 'Walnut' });
  });
});

describe('items read back', () => {
  const form = (of: Parameters<typeof canonicalConfiguration>[1]) => {
    const { selections, ...rest } = canonicalConfiguration(engine.product, of);
    return { ...rest, selections: { ...selections, model: 'file' } };
  };

  it('are the same configuration', () => {
    const { answers, details } = readItems(engine.product, items);
    expect(details).toEqual([]);
    const again = engine.resolve(answers);
    expect(again.valid).toBe(true);
    expect(form(again)).toEqual(form(resolved));
  });

  it('believe neither names nor pictures', () => {
    const forged = structuredClone(items);
    forged[0]!.product_name = 'Free table';
    (forged[0]!.items[0]!.repetitions[0]![0] as { selected: { name: string } }).selected.name = 'Gold';
    const again = engine.resolve(readItems(engine.product, forged).answers);
    expect(enrich(again, engine.product, { language: 'nl', image: 'https://x/y.svg' })[0]!.product_name).toBe(
      'Tafel',
    );
    expect(JSON.stringify(enrich(again, engine.product, { language: 'nl' }))).not.toContain('Gold');
  });

  it('never fill in a default for what is missing', () => {
    const less = structuredClone(items);
    less[0]!.items[0]!.repetitions[0]!.splice(0, 1);
    const { answers, jsonPath } = readItems(engine.product, less);
    const { issues } = engine.resolve(answers);
    expect(issues).toMatchObject([{ path: 'wood', code: 'required' }]);
    expect(jsonPath('wood')).toBe('items[0].items[0]');
    expect(jsonPath('length')).toBe('items[0].items[0].repetitions[0][2].value');
    expect(jsonPath('shelves[1].depth')).toBe('items[0].items[1].repetitions[1][0].value');
    expect(jsonPath('nothing')).toBe('items[0].items');
  });

  it.each<[string, (copy: typeof items) => void, string, string]>([
    ['another product', (c) => (c[0]!.product_id = 'x'), 'items[0].product_id', 'unknown_product'],
    ['an unknown step', (c) => (c[0]!.items[0]!.ID = 'x'), 'items[0].items[0].ID', 'unknown_step'],
    ['an unknown feature', (c) => (c[0]!.items[0]!.repetitions[0]![3]!.ID = 'constructor'), 'items[0].items[0].repetitions[0][3].ID', 'unknown_feature'], // prettier-ignore
    ['a step twice', (c) => c[0]!.items.push(c[0]!.items[0]!), 'items[0].items[2].ID', 'duplicate_step'],
    ['a feature twice', (c) => c[0]!.items[1]!.repetitions[0]!.push(c[0]!.items[1]!.repetitions[0]![0]!), 'items[0].items[1].repetitions[0][1].ID', 'duplicate_feature'], // prettier-ignore
    ['a step repeated that is not repeatable', (c) => c[0]!.items[0]!.repetitions.push([]), 'items[0].items[0].repetitions', 'not_repeatable'], // prettier-ignore
    ['a value of the wrong type', (c) => (c[0]!.items[0]!.repetitions[0]![3]!.value = 'wide'), 'items[0].items[0].repetitions[0][3].value', 'wrong_type'], // prettier-ignore
  ])('refuse %s', (_, change, path, code) => {
    const copy = structuredClone(items);
    change(copy);
    expect(readItems(engine.product, copy).details).toMatchObject([{ path, code }]);
  });

  it('leave it to the engine whether a value is on offer', () => {
    const copy = structuredClone(items);
    copy[0]!.items[0]!.repetitions[0]![0]!.value = 'walnut';
    expect(engine.resolve(readItems(engine.product, copy).answers).issues).toMatchObject([
      { path: 'wood', code: 'unknown_option' },
    ]);
  });
});

describe('a configuration reopened', () => {
  it('is exactly the same, and its defaults are defaults again', () => {
    const canonical = canonicalConfiguration(engine.product, resolved);
    const { answers, unknown } = restoreConfiguration(engine, canonical);
    expect(unknown).toEqual([]);
    expect(canonicalConfiguration(engine.product, engine.resolve(answers))).toEqual(canonical);
    expect(Object.keys(answers.features).sort()).toEqual(['day', 'extras', 'model', 'oil', 'text']);
  });

  it('keeps what was cleared on purpose, and names what the product no longer has', () => {
    const canonical = canonicalConfiguration(engine.product, choose(engine, { length: null }).resolved);
    const { answers } = restoreConfiguration(engine, canonical);
    expect(answers.features['length']).toEqual({ value: null, by: 'import' });
    const gone = restoreConfiguration(engine, {
      product_version: '0',
      quantity: 2,
      selections: { ...canonical.selections, old: 1, shelves: [{ depth: 1, hue: 2 }] },
    });
    expect([...gone.unknown].sort()).toEqual(['old', 'shelves[0].hue']);
    expect(gone.answers.features['length']).toBeUndefined();
  });
});
