import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProductInput } from '../../../src/contract/product/product.ts';
import type { Price } from '../../../src/contract/configuration/price.ts';
import type { Selections } from '../../../src/contract/configuration/value.ts';
import { choose, engineOf, type Sketch } from '../support/make.ts';

type Prices = NonNullable<ProductInput['prices']>;

const size: NonNullable<Sketch['features']> = [
  { id: 'width', name: 'Width', type: 'number', unit: 'mm', decimals: 3, default: 1000 },
  { id: 'height', name: 'Height', type: 'number', unit: 'mm', decimals: 3, default: 500 },
];
const area: NonNullable<Sketch['measures']> = [
  { id: 'area', unit: 'm2', value: 'width * height', round: { to: 0.01, mode: 'up' }, minimum: 0.5 },
  { id: 'edge', unit: 'm', value: '2 * (width + height)' },
];

function priceOf(sketch: Sketch, selections: Selections = {}, quantity = 1, currency?: string): Price {
  const engine = engineOf({ features: size, measures: area, ...sketch });
  return engine.price(choose(engine, selections, quantity).resolved, currency);
}
const totalOf = (prices: Prices, selections: Selections = {}, quantity = 1, sketch: Sketch = {}) =>
  priceOf({ ...sketch, prices }, selections, quantity).total;

describe('price kinds', () => {
  it.each<[string, Prices, Selections, number, number]>([
    ['fixed', [{ id: 'a', name: 'A', kind: 'fixed', amount: 12.34 }], {}, 3, 3702],
    [
      'fixed, once an order',
      [{ id: 'a', name: 'A', kind: 'fixed', amount: 12.34, per: 'order' }],
      {},
      3,
      1234,
    ],
    [
      'area below the minimum',
      [{ id: 'a', name: 'A', kind: 'measure', measure: 'area', amount: 100 }],
      { width: 999, height: 500 },
      1,
      5000,
    ],
    [
      'area on the minimum',
      [{ id: 'a', name: 'A', kind: 'measure', measure: 'area', amount: 100 }],
      { width: 1000, height: 500 },
      1,
      5000,
    ],
    [
      'area above the minimum',
      [{ id: 'a', name: 'A', kind: 'measure', measure: 'area', amount: 100 }],
      { width: 1001, height: 500 },
      1,
      5100,
    ],
    [
      'area without a step too many',
      [{ id: 'a', name: 'A', kind: 'measure', measure: 'area', amount: 100 }],
      { width: 2400, height: 1800 },
      1,
      43200,
    ],
    ['perimeter', [{ id: 'a', name: 'A', kind: 'measure', measure: 'edge', amount: 7.5 }], {}, 1, 2250],
    [
      'minimum charge',
      [{ id: 'a', name: 'A', kind: 'measure', measure: 'edge', amount: 7.5, minimum: 25 }],
      {},
      2,
      5000,
    ],
    [
      'maximum charge',
      [{ id: 'a', name: 'A', kind: 'measure', measure: 'edge', amount: 7.5, maximum: 20 }],
      {},
      2,
      4000,
    ],
    [
      'formula',
      [{ id: 'a', name: 'A', kind: 'formula', amount: 'max(25, area * 120)' }],
      { width: 2000 },
      1,
      12000,
    ],
    ['half a cent rounds up', [{ id: 'a', name: 'A', kind: 'fixed', amount: 1.005 }], {}, 1, 101],
    ['rounded for one piece', [{ id: 'a', name: 'A', kind: 'fixed', amount: 1.667 }], {}, 1000, 167000],
    [
      'rounded in total',
      [{ id: 'a', name: 'A', kind: 'fixed', amount: 1.667, per: 'total' }],
      {},
      1000,
      166700,
    ],
  ])('%s', (_, prices, selections, quantity, wanted) =>
    expect(totalOf(prices, selections, quantity)).toBe(wanted),
  );

  it('say whether the unit price or the total is authoritative', () => {
    const { lines } = priceOf(
      {
        prices: [
          { id: 'a', name: 'A', kind: 'fixed', amount: 1.667 },
          { id: 'b', name: 'B', kind: 'fixed', amount: 1.667, per: 'total' },
          { id: 'c', name: 'C', kind: 'measure', measure: 'area', amount: 10, per: 'order' },
        ],
      },
      {},
      10,
    );
    expect(lines).toMatchObject([
      { id: 'a', quantity: 10, unit_price: 167, total: 1670, authoritative: 'unit' },
      { id: 'b', quantity: 10, total: 1667, authoritative: 'total' },
      { id: 'c', quantity: 1, unit_price: 500, total: 500, measure: { value: 0.5, unit: 'm2' } },
    ]);
    expect(lines[1]).not.toHaveProperty('unit_price');
  });

  const matrix: Sketch = {
    tables: [{ id: 'm', x: [600, 700], y: [1000, 1200], values: [[10, 20], [30, null]] }], // prettier-ignore
    prices: [{ id: 'a', name: 'A', kind: 'matrix', table: 'm', x: 'width', y: 'height' }],
  };
  it.each([
    [599, 1000, 1000],
    [600, 1000, 1000],
    [600.075, 1000, 1000],
    [600.5, 1000, 2000],
    [601, 1000, 2000],
    [700, 1000, 2000],
    [600, 1001, 3000],
    [600, 1200, 3000],
    [700, 1200, null],
    [701, 1000, null],
    [600, 1201, null],
  ])('matrix at %d × %d', (width, height, wanted) =>
    expect(priceOf(matrix, { width, height }).total).toBe(wanted),
  );

  const tiers = [
    { from: 1, amount: 10 },
    { from: 10, amount: 9 },
  ];
  it.each<['whole' | 'slab', number, number]>([
    ['whole', 9, 9000],
    ['whole', 10, 9000],
    ['whole', 11, 9900],
    ['slab', 9, 8000],
    ['slab', 10, 9000],
    ['slab', 11, 9900],
  ])('%s tiers at %d', (mode, quantity, wanted) =>
    expect(
      totalOf(
        [{ id: 'a', name: 'A', kind: 'tiers', by: 'quantity', mode, tiers, per: 'order' }],
        {},
        quantity,
      ),
    ).toBe(wanted),
  );

  it('percentages of lines, groups and everything so far', () => {
    const prices: Prices = [
      { id: 'a', name: 'A', kind: 'fixed', amount: 100, group: 'g' },
      { id: 'b', name: 'B', kind: 'fixed', amount: 50, group: 'g' },
      { id: 'c', name: 'C', kind: 'fixed', amount: 10 },
      { id: 'd', name: 'D', kind: 'percentage', of: ['a'], percent: 10 },
      { id: 'e', name: 'E', kind: 'percentage', of: ['g'], percent: -50 },
      { id: 'f', name: 'F', kind: 'percentage', of: ['*'], percent: 'quantity >= 5 ? -10 : 0' },
    ];
    expect(totalOf(prices)).toBe(16000 + 1000 - 7500);
    expect(totalOf(prices, {}, 5)).toBe((16000 + 1000 - 7500) * 5 * 0.9);
  });

  it('subtotals of earlier lines', () => {
    const prices: Prices = [
      { id: 'print', name: 'Print', kind: 'measure', measure: 'area', amount: 100 },
      {
        id: 'start',
        name: 'Start',
        kind: 'fixed',
        amount: 15,
        per: 'order',
        when: 'subtotal("print") * quantity < 100',
      },
    ];
    expect(totalOf(prices, { width: 1998, height: 500 })).toBe(10000);
    expect(totalOf(prices, { width: 1970, height: 500 })).toBe(9900 + 1500);
    expect(totalOf(prices, {}, 2)).toBe(10000);
  });

  it('option prices are lines of their own', () => {
    const { lines, total } = priceOf(
      {
        features: [
          ...size,
          { id: 'wood', name: 'Wood', type: 'choice', default: 'oak', options: [{ id: 'oak', name: 'Oak', price: 45 }, { id: 'ash', name: 'Ash' }] }, // prettier-ignore
          { id: 'extras', name: 'Extras', type: 'multi_choice', options: [{ id: 'a', name: 'A', price: 5 }, { id: 'b', name: 'B', price: 7 }] }, // prettier-ignore
          { id: 'oil', name: 'Oil', type: 'yes_no', price: 'width / 100' },
        ],
      },
      { extras: ['a', 'b'], oil: true },
    );
    expect(total).toBe(4500 + 500 + 700 + 1000);
    expect(lines.map(({ name }) => name)).toEqual(['Wood: Oak', 'Extras: A', 'Extras: B', 'Oil']);
  });

  it('lines of a repeatable step are worked out for every repetition', () => {
    const { lines, total } = priceOf({
      steps: [
        {
          id: 'panels',
          name: 'Panels',
          repeat: { default: 2, item_name: 'Panel' },
          features: [{ id: 'w', name: 'W', type: 'number', unit: 'mm', default: 1000 }],
        },
      ],
      measures: [{ id: 'glass', unit: 'm2', step: 'panels', value: 'w * 1000', minimum: 0.5 }],
      prices: [
        { id: 'pane', name: 'Pane', kind: 'measure', measure: 'glass', amount: 90, step: 'panels' },
        { id: 'all', name: 'All', kind: 'formula', amount: 'sum(panels.glass) * 10' },
      ],
    });
    expect(lines.map(({ id, total }) => [id, total])).toEqual([
      ['pane#1', 9000],
      ['pane#2', 9000],
      ['all', 2000],
    ]);
    expect(total).toBe(20000);
  });
});

describe('states', () => {
  const prices: Prices = [{ id: 'a', name: 'A', kind: 'measure', measure: 'area', amount: 100 }];

  it('are incomplete, never 0, while something is unanswered, and say what', () =>
    expect(priceOf({ prices }, { width: null })).toMatchObject({
      state: 'incomplete',
      total: null,
      gross: null,
      missing: ['width'],
    }));

  const choice = (id: string, more: object = {}) => ({
    id,
    name: id,
    type: 'choice' as const,
    options: [
      { id: 'a', name: 'A', price: 20, attributes: { m2: 30, group: 1 } },
      { id: 'b', name: 'B', attributes: { m2: 40, group: 2 } },
    ],
    ...more,
  });
  const fixed: Prices = [{ id: 'base', name: 'Base', kind: 'fixed', amount: 10 }];
  /** State, total and what is missing; the resolution says the same. */
  const stateOf = (sketch: Sketch, selections: Selections = {}) => {
    const engine = engineOf(sketch);
    const { resolved } = choose(engine, selections);
    const { state, net, tax, gross, total, missing } = engine.price(resolved);
    if (state === 'incomplete') {
      expect(missing).not.toEqual([]);
      expect(resolved.valid).toBe(false);
    }
    if (state !== 'priced') expect([net, tax, gross, total]).toEqual([null, null, null, null]);
    const unpriced = resolved.issues.filter(({ code }) => code === 'price_incomplete');
    return { state, total, missing, unpriced: unpriced.map(({ path, params }) => [path, params?.['line']]) };
  };

  it.each<[string, Sketch, Selections, string[]]>([
    ['that options add', { features: [choice('wood')], prices: fixed }, {}, ['wood']],
    [
      'that a condition reads',
      {
        features: [choice('wood')],
        prices: [...fixed, { ...fixed[0]!, id: 'x', when: 'wood.group == 1' }],
      },
      {},
      ['wood'],
    ],
    [
      'that a condition reads through a variable',
      {
        features: [choice('wood')],
        variables: [{ id: 'dear', value: 'wood.group == 1' }],
        prices: [...fixed, { ...fixed[0]!, id: 'x', when: '!dear' }],
      },
      {},
      ['wood'],
    ],
    [
      'that an amount and a measure read',
      {
        features: [choice('wood'), { id: 'w', name: 'W', type: 'number', unit: 'mm' }],
        measures: [{ id: 'area', unit: 'm2', value: 'w * w' }],
        prices: [{ id: 'x', name: 'X', kind: 'measure', measure: 'area', amount: 'wood.m2' }],
      },
      {},
      ['wood', 'w'],
    ],
    [
      'of yes or no that has to be given',
      { features: [{ id: 'oil', name: 'Oil', type: 'yes_no', required: true, price: 5 }], prices: fixed },
      {},
      ['oil'],
    ],
    [
      'of several that has to be given',
      { features: [{ ...choice('wood', { type: 'multi_choice' }), required: true }], prices: fixed },
      {},
      ['wood'],
    ],
    [
      'that no price reads',
      { features: [{ id: 'note', name: 'Note', type: 'text', required: true }], prices: fixed },
      {},
      ['note'],
    ],
    [
      'that has to be given only now',
      {
        features: [choice('wood', { default: 'a' }), choice('stain', { required: 'wood == "a"' })],
        prices: fixed,
      },
      {},
      ['stain'],
    ],
    [
      'in one of the repetitions',
      {
        steps: [
          {
            id: 'panels',
            name: 'Panels',
            repeat: { default: 2, item_name: 'Panel' },
            features: [choice('wood', { default: 'a' })],
          },
        ],
        prices: fixed,
      },
      { panels: [{}, { wood: null }] },
      ['panels[1].wood'],
    ],
    ['that is no longer on offer', { features: [choice('wood')], prices: fixed }, { wood: 'gone' }, ['wood']],
    [
      'of several, one of them no longer on offer',
      { features: [choice('wood', { type: 'multi_choice' })], prices: fixed },
      { wood: ['a', 'gone'] },
      ['wood'],
    ],
    [
      'of several that none are chosen of',
      { features: [choice('wood', { type: 'multi_choice', min: 2 })], prices: fixed },
      {},
      ['wood'],
    ],
    [
      'of fewer than there have to be',
      { features: [choice('wood', { type: 'multi_choice', min: 2 })], prices: fixed },
      { wood: ['a'] },
      ['wood'],
    ],
    [
      'for a repetition that has to be there',
      {
        steps: [
          {
            id: 'panels',
            name: 'Panels',
            repeat: { min: 1, item_name: 'Panel' },
            features: [choice('wood', { default: 'a' })],
          },
        ],
        prices: fixed,
      },
      { panels: [] },
      ['panels'],
    ],
  ])('are incomplete without an answer %s', (_, sketch, selections, missing) =>
    expect(stateOf(sketch, selections)).toEqual({ state: 'incomplete', total: null, missing, unpriced: [] }),
  );

  it.each<[string, Sketch, Selections, number]>([
    ['that need not be given', { features: [choice('wood', { required: false })], prices: fixed }, {}, 1000],
    [
      'that need not be given and a condition reads',
      {
        features: [choice('wood', { required: false })],
        prices: [...fixed, { ...fixed[0]!, id: 'x', when: 'wood.group == 1' }],
      },
      {},
      1000,
    ],
    ['of several', { features: [choice('wood', { type: 'multi_choice' })], prices: fixed }, {}, 1000],
    [
      'that is hidden',
      {
        features: [choice('wood', { default: 'b' }), choice('stain', { visible: 'wood == "a"' })],
        prices: fixed,
      },
      {},
      1000,
    ],
    [
      'that cannot be given now',
      {
        features: [
          choice('wood', { default: 'b' }),
          choice('stain', { enabled: { when: 'wood == "a"', reason: 'Only on A' } }),
        ],
        prices: fixed,
      },
      {},
      1000,
    ],
    [
      'in a step that is hidden',
      {
        steps: [
          { id: 'one', name: 'One', features: [choice('wood', { default: 'b' })] },
          { id: 'two', name: 'Two', visible: 'wood == "a"', features: [choice('stain')] },
        ],
        prices: fixed,
      },
      {},
      1000,
    ],
    [
      'that is asked about',
      {
        features: [{ id: 'more', name: 'More', type: 'number', required: false }],
        prices: [{ id: 'x', name: 'X', kind: 'formula', amount: 'has(more) ? more : 3' }],
      },
      {},
      300,
    ],
  ])('are complete without an answer %s', (_, sketch, selections, total) =>
    expect(stateOf(sketch, selections)).toEqual({ state: 'priced', total, missing: [], unpriced: [] }),
  );

  it('need an answer all the same that is counted with, and say so where it is asked', () => {
    const features: Sketch['features'] = [
      { id: 'more', name: 'More', type: 'number', unit: 'mm', required: false },
      { id: 'twice', name: 'Twice', type: 'computed', value: 'more * 2', unit: 'mm' },
    ];
    const open = { state: 'incomplete', total: null, missing: ['more'], unpriced: [['more', undefined]] };
    for (const amount of ['more * 2', 'twice', 'v + 1'])
      expect(
        stateOf({
          features,
          variables: [{ id: 'v', value: 'twice' }],
          prices: [
            ...fixed,
            { id: 'x', name: 'X', kind: 'formula', amount },
            { id: 'y', name: 'Y', kind: 'formula', amount },
          ],
        }),
      ).toEqual(open);
    const engine = engineOf({
      features,
      prices: [{ id: 'x', name: 'X', kind: 'formula', amount: 'more' }],
    });
    const { at } = choose(engine, {});
    expect(at('more').issues).toEqual([
      { kind: 'incomplete', level: 'error', code: 'price_incomplete', path: 'more', step: 'main' },
    ]);
    expect(choose(engine, { more: 5 }).resolved).toMatchObject({ valid: true, issues: [] });
  });

  const table: NonNullable<Sketch['tables']> = [{ id: 't', x: [600, 1200], y: [500, 900], values: [[1, 2], [3, null]] }]; // prettier-ignore
  const matrix: Sketch = {
    features: size,
    tables: table,
    prices: [...fixed, { id: 'm', name: 'M', kind: 'matrix', table: 't', x: 'width', y: 'height' }],
  };
  it('are incomplete, and the product is not valid, where a line has no price', () => {
    expect(stateOf(matrix, { width: 1200, height: 500 })).toMatchObject({ state: 'priced', total: 1200 });
    for (const [selections, last] of [
      [{ width: 1200, height: 900 }, 'height'],
      [{ width: 1201 }, 'width'],
      [{ height: 901 }, 'height'],
    ] as [Selections, string][])
      expect(stateOf(matrix, selections)).toEqual({
        state: 'incomplete',
        total: null,
        missing: ['m'],
        unpriced: [[last, 'm']],
      });
    // Two lines, one of them called like a question.
    const twice: Sketch = {
      ...matrix,
      prices: ['width', 'n'].map((id) => ({ ...matrix.prices![1]!, id })),
    };
    expect(stateOf(twice, { width: 1201 })).toMatchObject({
      missing: ['width', 'n'],
      unpriced: [
        ['width', 'width'],
        ['width', 'n'],
      ],
    });
    // Beside an unanswered question both are said, and a line that waits for an answer is not called impossible.
    const asked: Sketch = { ...matrix, features: [...size, choice('wood')] };
    expect(stateOf(asked, { width: 1201 }).missing).toEqual(['wood', 'm']);
    expect(stateOf(asked, { width: null })).toMatchObject({ missing: ['width', 'wood'], unpriced: [] });
  });

  it('are on request where a rule covers what has no price, and that can be submitted', () => {
    const when = '!has(width) || width > 1200 || height > 900';
    const covered: Sketch = {
      ...matrix,
      prices: [...matrix.prices!, { id: 'r', kind: 'on_request', when, reason: 'We call you' }],
    };
    expect(stateOf(covered, { width: 1201 })).toMatchObject({ state: 'on_request', unpriced: [] });
    const engine = engineOf(covered);
    expect(choose(engine, { width: 1201 }).resolved.valid).toBe(true);
    expect(stateOf(covered, { width: 1200, height: 900 }).state).toBe('incomplete');
  });

  it('say in which repetition a line has no price', () => {
    const sketch: Sketch = {
      steps: [
        {
          id: 'panels',
          name: 'Panels',
          repeat: { default: 2, item_name: 'Panel' },
          features: [
            { id: 'w', name: 'W', type: 'number', unit: 'mm', default: 600 },
            { id: 'extra', name: 'Extra', type: 'number', unit: 'mm', required: false },
          ],
        },
      ],
      tables: [{ id: 't', x: [600], values: [1] }],
      prices: [{ id: 'p', name: 'P', kind: 'table', step: 'panels', table: 't', x: 'w' }],
    };
    expect(stateOf(sketch, { panels: [{}, { w: 700 }, { w: 800 }] })).toMatchObject({
      missing: ['p'],
      unpriced: [
        ['panels[1].w', 'p'],
        ['panels[2].w', 'p'],
      ],
    });
    const added: Sketch = {
      ...sketch,
      prices: [
        { id: 'p', name: 'P', kind: 'formula', step: 'panels', amount: 'w + extra + sum(panels.extra)' },
      ],
    };
    expect(stateOf(added, { panels: [{ extra: 1 }, {}] })).toMatchObject({ missing: ['panels[1].extra'] });
  });

  it('have nothing below 0, and nothing beyond whole numbers, in net or in gross', () => {
    const discount = (amount: number): Sketch => ({
      prices: [...fixed, { id: 'off', name: 'Off', kind: 'fixed', amount }],
    });
    expect(stateOf(discount(-10))).toMatchObject({ state: 'priced', total: 0 });
    expect(stateOf(discount(-10.01))).toEqual({
      state: 'incomplete',
      total: null,
      missing: ['*'],
      unpriced: [['', '*']],
    });
    const most = Number.MAX_SAFE_INTEGER;
    const dear = (...amounts: number[]): Sketch => ({
      currency: 'JPY',
      prices: amounts.map((amount, index) => ({ id: `p${index}`, name: 'P', kind: 'fixed', amount })),
    });
    expect(stateOf(dear(most - 5, 5)).total).toBe(most);
    expect(stateOf(dear(most, 1))).toMatchObject({ state: 'incomplete', missing: ['*'] });
    expect(stateOf(dear(most, 1, -most))).toMatchObject({ state: 'incomplete', missing: ['*'] });
    expect(stateOf({ ...dear(most - 5), tax: { rate: 21, prices: 'net' } })).toMatchObject({
      missing: ['*'],
    });
    expect(stateOf({ ...dear(most - 5), tax: { rate: 21, prices: 'gross' } }).total).toBe(most - 5);
    expect(stateOf({ ...dear(5), minimum_price: { amount: 1e17, name: 'Least' } })).toMatchObject({
      missing: ['*'],
    });
    expect(stateOf({ ...discount(-40), minimum_price: { amount: 5, name: 'Least' } }).total).toBe(500);
  });

  it('are incomplete for a quantity that cannot be had', () => {
    const few: Sketch = { prices, quantity: { min: 1, max: 50 } };
    expect(priceOf(few, {}, 50).state).toBe('priced');
    for (const quantity of [0, -1, 51, 2.5])
      expect(priceOf(few, {}, quantity)).toMatchObject({
        state: 'incomplete',
        total: null,
        missing: ['quantity'],
      });
    // A cent and a half, or more than anybody pays, are not the fault of what is ordered.
    const cent: Sketch = { prices: [{ id: 'a', name: 'A', kind: 'fixed', amount: 0.01 }] };
    const engine = engineOf(cent);
    for (const quantity of [1.5, 1e300]) {
      const { resolved } = choose(engine, {}, quantity);
      expect(resolved.price.missing).toEqual(['quantity']);
      expect(resolved.issues.map(({ path }) => path)).toEqual(['quantity']);
    }
  });

  it('are on request while a rule says so', () => {
    const asked: Prices = [
      ...prices,
      { id: 'big', kind: 'on_request', when: 'width > 3000', reason: 'We call you' },
    ];
    expect(priceOf({ prices: asked }, { width: 3001 })).toMatchObject({
      state: 'on_request',
      total: null,
      reason: 'We call you',
    });
    expect(priceOf({ prices: asked }, { width: 3000 }).state).toBe('priced');
  });

  it('hidden features leave the price', () => {
    const hidden: Sketch = {
      features: [...size, { id: 'oil', name: 'Oil', type: 'yes_no', price: 20, visible: 'width > 500' }],
    };
    expect(priceOf(hidden, { oil: true }).total).toBe(2000);
    expect(priceOf(hidden, { oil: true, width: 400 }).total).toBe(0);
  });
});

describe('a hostile product', () => {
  it('leaves the prototypes alone, whatever its lines are called', () => {
    const { total } = priceOf({
      prices: [
        { id: '__proto__', name: 'P', kind: 'fixed', amount: 10 },
        { id: 'q', group: 'constructor', name: 'Q', kind: 'fixed', amount: 5 },
      ],
    });
    expect(total).toBe(1500);
    expect(({} as Record<string, unknown>)['total']).toBeUndefined();
    expect((Object as unknown as Record<string, unknown>)['total']).toBeUndefined();
  });

  it('has no price beyond whole numbers', () => {
    const dear: Prices = [{ id: 'a', name: 'A', kind: 'formula', amount: 'width * 1' }];
    expect(priceOf({ prices: dear }, { width: 1e15 })).toMatchObject({
      state: 'incomplete',
      total: null,
      missing: ['a'],
    });
    expect(priceOf({ prices: dear }, { width: 1e307 }).state).toBe('incomplete');
    expect(priceOf({ prices: dear }, { width: 1e12 }).total).toBe(1e14);
  });
});

describe('totals', () => {
  const prices: Prices = [{ id: 'a', name: 'A', kind: 'fixed', amount: 10.01 }];

  it('of net prices add the tax, of gross prices take it out', () => {
    expect(priceOf({ prices, tax: { rate: 21, prices: 'net' } }, {}, 3)).toMatchObject({
      net: 3003,
      tax: 631,
      gross: 3634,
      total: 3003,
    });
    expect(priceOf({ prices, tax: { rate: 21, prices: 'gross' } }, {}, 3)).toMatchObject({
      net: 2482,
      tax: 521,
      gross: 3003,
      total: 3003,
    });
  });

  it('always add up', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e7 }),
        fc.integer({ min: 0, max: 300 }),
        fc.constantFrom('net' as const, 'gross' as const),
        (cents, rate, kind) => {
          const { net, tax, gross, total } = priceOf({
            prices: [{ id: 'a', name: 'A', kind: 'fixed', amount: cents / 100 }],
            tax: { rate: rate / 10, prices: kind },
          });
          expect(net! + tax!).toBe(gross);
          expect(total).toBe(cents);
        },
      ),
      { numRuns: 50 },
    ));

  it('reach the minimum of the product by a line of its own', () => {
    const least: Sketch = { prices, minimum_price: { amount: 25, name: 'Small order' } };
    expect(priceOf(least).lines.at(-1)).toMatchObject({
      id: 'minimum_price',
      name: 'Small order',
      total: 1499,
    });
    expect(priceOf(least).total).toBe(2500);
    expect(priceOf(least, {}, 3).total).toBe(3003);
    expect(priceOf({ ...least, minimum_price: { amount: 25, name: 'x', per: 'piece' } }, {}, 3).total).toBe(
      7500,
    );
  });

  it('come in another currency of the product, rounded to its own decimals', () => {
    const two: Sketch = { prices, currencies: { USD: 1.1, JPY: 160 } };
    expect(priceOf(two, {}, 1, 'USD')).toMatchObject({ currency: 'USD', digits: 2, total: 1101 });
    expect(priceOf(two, {}, 1, 'JPY')).toMatchObject({ currency: 'JPY', digits: 0, total: 1602 });
  });
});
