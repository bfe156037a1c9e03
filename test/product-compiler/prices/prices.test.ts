import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/create-engine.ts';
import type { ProductInput } from '../../../src/contract/product/product.ts';
import type { PublishedPrice } from '../../../src/contract/published/published-price.ts';
import type { Answers } from '../../../src/contract/configuration/answers.ts';
import type { Expr } from '../../../src/contract/published/expr.ts';
import type { Value } from '../../../src/contract/configuration/value.ts';
import { finishes, glass, lights, material, panels, top, width } from '../support/product-of.ts';
import { problemsOf, publishedOf } from '../support/problems-of.ts';

type Price = NonNullable<ProductInput['prices']>[number];

const published = (...prices: Price[]): readonly PublishedPrice[] =>
  publishedOf({ ...tables, prices }).prices;
const problem = (...prices: Price[]): string => problemsOf({ ...tables, prices })[0] ?? 'none';

const tables = {
  measures: [
    { id: 'area', unit: 'm2' as const, value: 'width * length' },
    { id: 'glass_area', unit: 'm2' as const, value: 'panel_width * 1000', step: 'panels' },
  ],
  tables: [
    { id: 'matrix', x: [600, 700], y: [1000], values: [[10, 20]] },
    { id: 'row', x: [600, 2000], values: [10, 20] },
  ],
};
const tiers = [
  { from: 1, amount: 10 },
  { from: 10, amount: 9 },
];
const line = { id: 'p', name: 'P' };

/** Lines of what a configuration costs, in cents, by what the engine makes of it. */
function cost(parts: Partial<ProductInput>, answers: Record<string, Value> = {}, quantity = 1) {
  const engine = createEngine(publishedOf(parts));
  const features: Answers['features'] = Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [id, { value, by: 'user' }]),
  );
  const { lines, total, state } = engine.price(engine.resolve({ quantity, features, steps: {} }));
  return { lines: Object.fromEntries(lines.map(({ id, total }) => [id, total])), total, state };
}

describe('kinds of prices', () => {
  it('fixed, formula and measure', () => {
    expect(
      published(
        { ...line, kind: 'fixed', amount: 12.5, when: 'lights', group: 'g', minimum: 3, external_ref: 'A1' },
        { ...line, id: 'q', kind: 'formula', amount: 'width * 0.05', per: 'total' },
        { ...line, id: 'r', kind: 'measure', measure: 'area', amount: 120 },
      ),
    ).toEqual([
      {
        ...line,
        amount: 12.5,
        when: ['$', 'lights'],
        group: 'g',
        minimum: 3,
        external_ref: 'A1',
        per: 'piece',
      },
      { ...line, id: 'q', amount: ['*', ['$', 'width'], 0.05], per: 'total', reads: ['width'] },
      {
        ...line,
        id: 'r',
        amount: 120,
        times: ['$', 'area'],
        unit: 'm2',
        per: 'piece',
        reads: ['width', 'length'],
      },
    ]);
  });

  it('a measure of a step: in each of its repetitions, or all together', () => {
    const [each, all] = published(
      { ...line, kind: 'measure', measure: 'glass_area', amount: 45, step: 'panels' },
      { ...line, id: 'q', kind: 'measure', measure: 'glass_area', amount: 45 },
    );
    expect(each).toMatchObject({ step: 'panels', times: ['@', 'glass_area'] });
    expect(all!.times).toEqual(['sum', ['[]', 'panels', 'glass_area']]);
  });

  it('matrix and table: lengths are rounded to whole millimetres first', () => {
    const [matrix, row, plain] = published(
      { ...line, kind: 'matrix', table: 'matrix', x: 'width', y: 'length / 2' },
      { ...line, id: 'q', kind: 'table', table: 'row', x: 'width' },
      { ...line, id: 'r', kind: 'table', table: 'row', x: 'area * 100' },
    );
    expect(matrix!.amount).toEqual([
      'lookup',
      0,
      ['round', ['$', 'width']],
      ['round', ['/', ['$', 'length'], 2]],
    ]);
    expect(row!.amount).toEqual(['lookup', 1, ['round', ['$', 'width']]]);
    expect(plain!.amount).toEqual(['lookup', 1, ['*', ['$', 'area'], 100]]);
  });

  it('23 5/8 in, 600.075 mm, is not billed in the 700 column', () => {
    const steps = [{ ...top, features: [{ ...width, decimals: 3, default: 600 }] }];
    const prices: Price[] = [{ ...line, kind: 'table', table: 'row', x: 'width' }];
    const parts = { steps, tables: tables.tables, prices };
    expect(cost(parts, { width: 600.075 }).total).toBe(1000);
    expect(cost(parts, { width: 601 }).total).toBe(2000);
    expect(cost(parts, { width: 2001 }).state).toBe('incomplete');
  });

  it('tiers: all at the price reached, or each part at its own', () => {
    const product = publishedOf({
      ...tables,
      prices: [
        { ...line, kind: 'tiers', by: 'area', mode: 'whole', tiers },
        { ...line, id: 'q', kind: 'tiers', by: 'width / 100', mode: 'slab', tiers },
      ],
    });
    const [first, second] = tiers;
    expect(product.tiers).toEqual([
      tiers,
      [
        { ...first, reached: 100 },
        { ...second, reached: 1000 },
      ],
    ]);
    const [area, dm]: Expr[] = [
      ['$', 'area'],
      ['/', ['$', 'width'], 100],
    ];
    const reads = ['width', 'length'];
    expect(product.prices).toEqual([
      { ...line, amount: ['tier', 0, area], times: area, unit: 'm2', per: 'piece', reads },
      {
        ...line,
        id: 'q',
        amount: ['slab', 1, dm, ['round', ['*', dm, 100]]],
        per: 'piece',
        reads: ['width'],
      },
    ]);
  });

  it.each([
    ['whole', 9, 9000],
    ['whole', 10, 9000],
    ['slab', 9, 9000],
    ['slab', 10, 9900],
  ] as const)('tiers by quantity, %s: %i pieces', (mode, quantity, total) => {
    // From 1 on 10.00 each; from 10 on 9.00 each. Slabs start at 1, so nine pieces are eight parts of a slab.
    const all =
      mode === 'slab'
        ? [
            { from: 0, amount: 10 },
            { from: 9, amount: 9 },
          ]
        : tiers;
    const prices: Price[] = [{ ...line, kind: 'tiers', by: 'quantity', mode, tiers: all }];
    expect(cost({ prices }, {}, quantity).total).toBe(total);
  });

  it('percentages name lines, groups, features with priced options, or all before', () => {
    const features = [{ ...material, options: material.options.map((one) => ({ ...one, price: 20 })) }];
    const { prices } = publishedOf({
      steps: [{ ...top, features }],
      prices: [
        { ...line, kind: 'fixed', amount: 100, group: 'base' },
        { ...line, id: 'q', kind: 'percentage', of: ['base', 'material'], percent: -5 },
      ],
    });
    expect(prices.map(({ id }) => id)).toEqual(['p', 'material.oak', 'material.ash', 'q']);
    expect(prices[3]).toMatchObject({ amount: -5, of: ['p', 'material.oak', 'material.ash'] });
  });

  it.each([[['p', 'base']], [['*', 'p']], [['p', 'p']], [['base', '*', 'base']]])(
    'a percentage of %j counts each line once',
    (of) => {
      const parts = {
        prices: [
          { ...line, kind: 'fixed' as const, amount: 100, group: 'base' },
          { ...line, id: 'q', kind: 'percentage' as const, of, percent: 10 },
        ],
      };
      expect(cost(parts).total).toBe(11_000);
    },
  );

  it.each(['id', 'group'] as const)(
    'a line whose %s is that of a question with priced answers is refused',
    (key) => {
      const features = [{ ...material, options: material.options.map((one) => ({ ...one, price: 20 })) }];
      const priced = { ...line, kind: 'fixed' as const, amount: 100, [key]: 'material' };
      expect(problemsOf({ steps: [{ ...top, features }], prices: [priced] })).toEqual([
        expect.stringContaining(`prices[0].${key}: "material" is a question with priced answers`),
      ]);
    },
  );

  it('subtotal() reads earlier lines', () => {
    const parts = {
      prices: [
        { ...line, kind: 'fixed' as const, amount: 100 },
        { ...line, id: 'q', kind: 'formula' as const, amount: "max(15, subtotal('p') * 0.1)" },
      ],
    };
    expect(publishedOf(parts).prices[1]!.amount).toEqual(['max', 15, ['*', ['subtotal', 'p'], 0.1]]);
    expect(cost(parts).total).toBe(11_500);
  });

  it('on request', () => {
    const when = 'width > 1500';
    expect(
      publishedOf({ prices: [{ id: 'r', kind: 'on_request', when, reason: 'Large' }] }).on_request,
    ).toEqual([{ id: 'r', when: ['>', ['$', 'width'], 1500], reason: 'Large' }]);
    expect(
      publishedOf({ prices: [{ id: 'r', kind: 'on_request', reason: 'All' }] }).on_request[0]!.when,
    ).toBe(true);
  });
});

describe('prices of options', () => {
  const priced = material.options.map((one, index) => ({
    ...one,
    price: index === 0 ? 20 : 'width * option.density',
  }));
  const features = [
    { ...material, options: priced },
    width,
    { ...finishes, options: [{ ...finishes.options[0]!, price: 8 }] },
    { ...lights, price: 30 },
  ];

  it('are lines named after feature and option', () => {
    expect(publishedOf({ steps: [{ ...top, features }] }).prices).toEqual([
      {
        id: 'material.oak',
        name: 'Material: Oak',
        when: ['==', ['$', 'material'], 'oak'],
        amount: 20,
        per: 'piece',
      },
      {
        id: 'material.ash',
        name: 'Material: Ash',
        when: ['==', ['$', 'material'], 'ash'],
        amount: ['*', ['$', 'width'], 0.65],
        per: 'piece',
        reads: ['width'],
      },
      {
        id: 'finishes.oil',
        name: 'Finishes: Oil',
        when: ['in', 'oil', ['$', 'finishes']],
        amount: 8,
        per: 'piece',
      },
      { id: 'lights', name: 'Lights', when: ['==', ['$', 'lights'], true], amount: 30, per: 'piece' },
    ]);
  });

  it('are charged for what is chosen', () => {
    const parts = { steps: [{ ...top, features }] };
    expect(cost(parts).lines).toEqual({ 'material.oak': 2000 });
    expect(cost(parts, { material: 'ash', width: 1000, finishes: ['oil'], lights: true }).lines).toEqual({
      'material.ash': 65_000,
      'finishes.oil': 800,
      lights: 3000,
    });
  });

  it('are charged for an own entry, and in every repetition', () => {
    const own = { ...material, own: { name: 'Your own', price: 45 } };
    expect(cost({ steps: [{ ...top, features: [own] }] }, { material: { own: 'elm' } }).lines).toEqual({
      'material.own': 4500,
    });
    const options = glass.options.map((one) => ({ ...one, price: 7 }));
    const repeat = { item_name: 'Panel', default: 2 };
    expect(cost({ steps: [{ ...panels, repeat, features: [{ ...glass, options }] }] }).lines).toEqual({
      'glass.clear#1': 700,
      'glass.clear#2': 700,
    });
  });

  it('have names in every language', () => {
    const name = { en: 'Wood', nl: 'Hout' };
    const options = [{ id: 'oak', name: { en: 'Oak', nl: 'Eiken', de: 'Eiche' }, price: 1 }];
    const { prices } = publishedOf({
      languages: ['en', 'nl', 'de'],
      steps: [{ ...top, features: [{ ...material, name, options }] }],
    });
    expect(prices[0]!.name).toEqual({ en: 'Wood: Oak', nl: 'Hout: Eiken', de: 'Wood: Eiche' });
  });
});

describe('prices that are wrong', () => {
  const fixed = { ...line, kind: 'fixed' as const, amount: 1 };
  it.each<[string, Price[], string]>([
    ['the same id twice', [fixed, fixed], 'prices[1].id: the price "p" is there twice'],
    [
      'a group called like a line',
      [fixed, { ...fixed, id: 'q', group: 'p' }],
      'prices[0].id: "p" is the id of a group, too',
    ],
    [
      'no such measure',
      [{ ...line, kind: 'measure', measure: 'aera', amount: 1 }],
      'prices[0].measure: there is no measure "aera" (did you mean "area"?)',
    ],
    [
      'no measure but a feature',
      [{ ...line, kind: 'measure', measure: 'width', amount: 1 }],
      'prices[0].measure: "width" is a feature, not a measure',
    ],
    [
      'no such table',
      [{ ...line, kind: 'table', table: 'rwo', x: 'width' }],
      'prices[0].table: there is no table "rwo" (did you mean "row"?)',
    ],
    [
      'a matrix without rows',
      [{ ...line, kind: 'matrix', table: 'row', x: 'width', y: 'width' }],
      'prices[0].table: the table "row" has one row',
    ],
    [
      'a table with rows',
      [{ ...line, kind: 'table', table: 'matrix', x: 'width' }],
      'prices[0].table: the table "matrix" has rows and columns',
    ],
    [
      'a percentage of a later line',
      [{ ...line, id: 'q', kind: 'percentage', of: ['p'], percent: 5 }, fixed],
      'prices[0].of[0]: no earlier price or group is called "p"',
    ],
    [
      'a subtotal of a later line',
      [{ ...line, id: 'q', kind: 'formula', amount: "subtotal('p')" }, fixed],
      'prices[0].amount: column 10: no earlier price or group is called "p"',
    ],
    [
      'tiers that fall',
      [
        {
          ...line,
          kind: 'tiers',
          by: 'width',
          mode: 'whole',
          tiers: [
            { from: 5, amount: 1 },
            { from: 5, amount: 1 },
          ],
        },
      ],
      'prices[0].tiers[1]: 5 comes after 5',
    ],
    [
      'tiers of the whole order',
      [{ ...line, kind: 'tiers', by: 'quantity * area', mode: 'whole', tiers }],
      'prices[0].by: it counts the whole order, and the line is charged for every piece (write "per": "order")',
    ],
    [
      'a minimum above the maximum',
      [{ ...fixed, minimum: 3, maximum: 2 }],
      'prices[0].minimum: minimum 3 is above maximum 2',
    ],
    [
      'names of repetitions',
      [{ ...fixed, when: 'panel_width > 3' }],
      'has a value in every repetition of "panels"',
    ],
  ])('%s', (_what, prices, message) => {
    expect(problem(...prices)).toContain(message);
  });

  it.each([
    [{ x: [1, 1], values: [1, 2] }, 'tables[0].x[1]: 1 comes after 1'],
    [{ x: [2, 1], values: [1, 2] }, 'tables[0].x[1]: 1 comes after 2'],
    [{ x: [1, 2], values: [1] }, 'tables[0].values: there are 1 values for 2 columns'],
    [{ x: [1, 2], values: [[1, 2]] }, 'tables[0].values: a table without "y" has one row'],
    [{ x: [1], y: [1, 2], values: [1, 2] }, 'tables[0].values: a table with "y" has a row'],
    [{ x: [1], y: [1, 2], values: [[1]] }, 'tables[0].values: there are 1 rows for 2 values of y'],
    [{ x: [1], y: [2, 1], values: [[1], [2]] }, 'tables[0].y[1]: 1 comes after 2'],
    [{ x: [1], y: [1, 2], values: [[1], [2, 3]] }, 'tables[0].values[1]: there are 2 values for 1 columns'],
  ])('tables: %j', (table, message) => {
    expect(problemsOf({ tables: [{ id: 't', ...table }] })[0]).toContain(message);
  });
});

it('lead time, minimum price and currencies go along', () => {
  const parts = {
    lead_time_days: 'lights ? 20 : 10',
    minimum_price: { amount: 100, name: 'Least' },
    currencies: { USD: 1.08 },
    external_pricing: {},
    tax: { rate: 21, prices: 'net' as const },
  };
  expect(publishedOf(parts)).toMatchObject({
    lead_time_days: ['?:', ['$', 'lights'], 20, 10],
    minimum_price: { amount: 100, name: 'Least', per: 'order' },
    currencies: { USD: 1.08 },
    external_pricing: { timeout_ms: 10_000 },
    tax: { rate: 21, prices: 'net' },
  });
});
