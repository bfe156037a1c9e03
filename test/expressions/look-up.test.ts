import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProductInput } from '../../src/contract/product/product.ts';
import type { Selections } from '../../src/contract/configuration/value.ts';
import { compileProduct } from '../../src/product-compiler/compile-product.ts';
import { choose, engineOf, type Sketch } from '../engine/support/make.ts';

type Prices = NonNullable<ProductInput['prices']>;

const lengths: NonNullable<Sketch['features']> = [
  { id: 'width', name: 'Width', type: 'number', unit: 'mm', decimals: 3, default: 1000 },
  { id: 'height', name: 'Height', type: 'number', unit: 'mm', decimals: 3, default: 1000 },
];
const line = { id: 'p', name: 'P' };

/** Price of the one line of a product in cents; null where it has none. */
function priceOf(parts: Sketch, selections: Selections): number | null {
  const engine = engineOf({ features: lengths, ...parts });
  const { resolved } = choose(engine, selections);
  const { total, state } = engine.price(resolved);
  expect(state).toBe(total === null ? 'incomplete' : 'priced');
  expect(resolved.valid).toBe(total !== null);
  return total;
}
const problemsOf = (parts: Partial<ProductInput>, features = lengths) =>
  compileProduct({
    id: 'sketch',
    version: '1',
    name: 'Sketch',
    currency: 'EUR',
    steps: [{ id: 'main', name: 'Main', features }],
    ...parts,
  }).problems.map(({ path, message, level }) => `${level} ${path}: ${message}`);

/*
 * The oracle knows lengths as whole thousandths of a millimetre, so that nothing in it is rounded but what is meant to be:
 * 609,600 is 24 in.
 */
const inMm = (thousandths: number) => thousandths / 1000;
const whole = (thousandths: number) => Math.floor((thousandths + 500) / 1000);
/** Number of the column (from 0) that a length is billed in: the first whose whole millimetre is not below its own. */
function column(length: number, breaks: readonly number[]): number | undefined {
  for (let index = 0; index < breaks.length; index += 1)
    if (whole(length) <= whole(breaks[index]!)) return index;
  return undefined;
}

/** Breaks of all sorts, each in a millimetre of its own: whole ones, inches, anything. */
const someBreaks = fc
  .uniqueArray(
    fc.oneof(
      fc.integer({ min: 1, max: 3000 }).map((mm) => mm * 1000),
      fc.integer({ min: 1, max: 1900 }).map((sixteenths) => Math.round(sixteenths * 1587.5)),
      fc.integer({ min: 1000, max: 3_000_000 }),
    ),
    { minLength: 1, maxLength: 8, selector: whole },
  )
  .map((all) => all.sort((a, b) => a - b));

/** A length at or about one of the breaks, or anywhere. */
const about = (breaks: readonly number[]) =>
  fc.oneof(
    fc.integer({ min: 1000, max: 3_100_000 }),
    fc
      .tuple(fc.constantFrom(...breaks), fc.integer({ min: -1500, max: 1500 }))
      .map(([from, by]) => Math.max(1000, from + by)),
    fc.constantFrom(...breaks),
  );

const prices = (breaks: readonly number[]) => breaks.map((_, index) => (index + 1) * 10);

describe('a length and the breaks it meets', () => {
  it('are the same whole millimetres in every kind of look-up', () =>
    fc.assert(
      fc.property(
        someBreaks.chain((breaks) => fc.tuple(fc.constant(breaks), about(breaks), about(breaks))),
        ([breaks, width, height]) => {
          const t = { id: 't', x: breaks.map(inMm), values: prices(breaks) };
          const m = {
            ...t,
            id: 'm',
            y: t.x,
            values: t.x.map((_, row) => t.x.map((_, x) => row * 10 + x + 1)),
          };
          const from = [{ from: 0, amount: 1 }, ...t.x.map((from, index) => ({ from, amount: index + 2 }))];
          const at = { width: inMm(width), height: inMm(height) };
          const of = (price: object) =>
            priceOf({ tables: [t, m], prices: [{ ...line, ...price } as Prices[number]] }, at);

          const x = column(width, breaks);
          const y = column(height, breaks);
          const one = x === undefined ? null : (x + 1) * 1000;
          const both = x === undefined || y === undefined ? null : (y * 10 + x + 1) * 100;
          expect(of({ kind: 'table', table: 't', x: 'width' })).toBe(one);
          expect(of({ kind: 'formula', amount: "lookup('t', width)" })).toBe(one);
          expect(of({ kind: 'matrix', table: 'm', x: 'width', y: 'height' })).toBe(both);
          expect(of({ kind: 'formula', amount: "lookup('m', width, height)" })).toBe(both);

          // The tier reached is the last that starts in the length's whole millimetre or before. Charged is the length itself.
          const reached = breaks.filter((from) => whole(from) <= whole(width)).length;
          const cents = (amount: number) => Math.floor((2 * amount + 10) / 20);
          expect(of({ kind: 'tiers', by: 'width', mode: 'whole', tiers: from })).toBe(
            cents((reached + 1) * width),
          );
          // In slabs a length goes as far as the last tier that starts before it.
          let slabs = 0;
          const before = [0, ...breaks.filter((from) => whole(from) < whole(width))];
          before.forEach((start, index) => {
            slabs += ((before[index + 1] ?? width) - start) * (index + 1);
          });
          expect(of({ kind: 'tiers', by: 'width', mode: 'slab', tiers: from })).toBe(cents(slabs));
        },
      ),
      { numRuns: 120 },
    ));

  const inches = [609.6, 1219.2, 1828.8];
  const table = { id: 't', x: inches, values: [10, 20, 30] };
  it.each([
    [609, 1000],
    [609.6, 1000],
    [610.4, 1000],
    [610.5, 2000],
    [611, 2000],
    [1218.7, 2000],
    [1219.2, 2000],
    [1219.5, 3000],
    [1828.8, 3000],
    [1829.4, 3000],
    [1829.5, null],
    [1830, null],
  ])('%d mm in columns of 24, 48 and 72 in', (width, wanted) => {
    for (const x of ['width', 'lookup_at', 'max(width, 10)', 'width + 0'])
      expect(
        priceOf(
          {
            tables: [table],
            variables: [{ id: 'lookup_at', value: 'width' }],
            prices: [{ ...line, kind: 'table', table: 't', x }],
          },
          { width },
        ),
      ).toBe(wanted);
  });

  it('are lengths through measures, variables and computed features, in whatever order those are written', () => {
    const features: Sketch['features'] = [
      ...lengths,
      { id: 'made', name: 'Made', type: 'computed', unit: 'mm', decimals: 1, value: 'width - 12.7' },
      { id: 'bare', name: 'Bare', type: 'computed', decimals: 1, value: 'width - 12.7' },
    ];
    const tables = [{ id: 't', x: [596.9, 1206.5], values: [10, 20] }];
    const parts = {
      features,
      tables,
      measures: [{ id: 'long', unit: 'm2' as const, value: "lookup('t', last) * first * first" }],
    };
    for (const [x, variables] of [
      ['made', []],
      ['bare', []],
      [
        'first',
        [
          { id: 'first', value: 'last' },
          { id: 'last', value: 'width - 12.7' },
        ],
      ],
    ] as const) {
      const { measures, ...rest } = parts;
      const all = { ...rest, ...(variables.length && { measures }), variables: [...variables] };
      for (const price of [
        { ...line, kind: 'table', table: 't', x },
        { ...line, kind: 'formula', amount: `lookup('t', ${x})` },
      ] satisfies Prices) {
        expect(priceOf({ ...all, prices: [price] }, { width: 609.6 })).toBe(1000);
        expect(priceOf({ ...all, prices: [price] }, { width: 610.3 })).toBe(2000);
      }
    }
  });

  it('are lengths in every repetition', () => {
    const steps: ProductInput['steps'] = [
      {
        id: 'panels',
        name: 'Panels',
        repeat: { default: 1, item_name: 'Panel' },
        features: [{ ...lengths[0]!, id: 'w' }],
      },
    ];
    const of = (price: Prices[number], w: number) => {
      const engine = engineOf({ steps, tables: [table], prices: [price] });
      return engine.price(choose(engine, { panels: [{ w: 609.6 }, { w }] }).resolved).total;
    };
    expect(of({ ...line, kind: 'table', table: 't', x: 'w', step: 'panels' }, 1219.2)).toBe(3000);
    expect(of({ ...line, kind: 'table', table: 't', x: 'sum(panels.w)' }, 609.6)).toBe(2000);
  });

  it('stay what they are in a condition, a bound or a value that looks them up', () => {
    const engine = engineOf({
      features: [
        ...lengths,
        { id: 'deep', name: 'Deep', type: 'number', unit: 'mm', max: "lookup('t', width)", required: false },
        { id: 'slow', name: 'Slow', type: 'yes_no', visible: "lookup('t', width) == 10" },
      ],
      tables: [table],
    });
    const { at } = choose(engine, { width: 609.6 });
    expect(at('deep').max).toBe(10);
    expect(at('slow').visible).toBe(true);
    expect(choose(engine, { width: 610.5 }).at('deep').max).toBe(20);
  });
});

describe('in other units', () => {
  const inM: NonNullable<Sketch['measures']> = [
    { id: 'metres', unit: 'm', value: 'width' },
    { id: 'area', unit: 'm2', value: 'width * height' },
    { id: 'kilos', unit: 'kg', value: 'width * 2' },
  ];
  const of = (x: string, breaks: number[], selections: Selections) =>
    (['table', 'lookup'] as const).map((way) =>
      priceOf(
        {
          measures: inM,
          features: [
            ...lengths,
            { id: 'weight', name: 'Weight', type: 'number', unit: 'g', decimals: 2, default: 1 },
            { id: 'count', name: 'Count', type: 'number', decimals: 2, default: 1 },
            { id: 'share', name: 'Share', type: 'number', unit: 'percent', default: 50 },
          ],
          variables: [{ id: 'inch', value: '25.4' }],
          tables: [{ id: 't', x: breaks, values: breaks.map((_, index) => (index + 1) * 10) }],
          prices:
            way === 'table'
              ? [{ ...line, kind: 'table', table: 't', x }]
              : [{ ...line, kind: 'formula', amount: `lookup('t', ${x})` }],
        },
        selections,
      ),
    );

  it.each<[string, string, number[], Selections, number | null]>([
    ['metres of a measure: their millimetre', 'metres', [0.6096, 1.2192], { width: 609.6 }, 1000],
    ['metres of a measure: 23 5/8 in', 'metres', [0.6, 0.7], { width: 600.075 }, 1000],
    ['metres of a measure: one more', 'metres', [0.6, 0.7], { width: 601 }, 2000],
    ['metres of an expression', 'width / 1000', [0.6, 1.2, 1.8], { width: 700 }, 2000],
    ['metres of an expression: 23 5/8 in', 'width * 0.001', [0.6, 0.7], { width: 600.075 }, 1000],
    ['inches of an expression', 'width / 25.4', [24, 48, 72], { width: 609.6 }, 1000],
    ['inches of an expression: half an inch more', 'width / 25.4', [24, 48, 72], { width: 622.3 }, 2000],
    ['inches through a variable', 'width / inch', [24.5, 48], { width: 622.3 }, 1000],
    ['a part of a length', 'width / 2', [304.8, 609.6], { width: 609.6 }, 1000],
    ['a part of a length: in whole millimetres', 'width / 2', [304.8, 609.6], { width: 610.6 }, 1000],
    ['per cent of a length', 'width * share / 100', [300, 600], { width: 600.075 }, 1000],
    ['per cent of a length: one more', 'width * share / 100', [300, 600], { width: 602 }, 2000],
    ['how many there are of something', 'width / 600', [1, 2, 3], { width: 840 }, 2000],
    ['square metres', 'area', [0.25, 0.5], { width: 500, height: 501 }, 2000],
    ['square millimetres', 'width * height', [2.5, 4], { width: 2, height: 1.5 }, 2000],
    ['kilograms', 'kilos', [0.25, 0.5], { width: 126 }, 2000],
    ['grams', 'weight', [1.25, 1.5], { weight: 1.3 }, 2000],
    ['grams: on the break', 'weight', [1.25, 1.5], { weight: 1.25 }, 1000],
    ['plain numbers', 'count', [1.25, 1.4], { count: 1.3 }, 2000],
    ['plain numbers beyond the last', 'count', [1.25, 1.4], { count: 1.41 }, null],
    ['pieces', 'quantity * 0.6', [0.6, 1.2], {}, 1000],
  ])('%s', (_, x, breaks, selections, wanted) => expect(of(x, breaks, selections)).toEqual([wanted, wanted]));

  it('one table serves lengths and plain numbers, each by its own breaks', () => {
    const parts: Sketch = {
      features: [...lengths, { id: 'count', name: 'Count', type: 'number', decimals: 1, default: 609.6 }],
      tables: [{ id: 't', x: [609.6, 1219.2], values: [10, 20] }],
      prices: [
        { ...line, kind: 'table', table: 't', x: 'width' },
        { ...line, id: 'q', kind: 'table', table: 't', x: 'count' },
      ],
    };
    expect(priceOf(parts, { width: 610, count: 609.6 })).toBe(2000);
    expect(priceOf(parts, { width: 610, count: 609.7 })).toBe(3000);
  });
});

describe('breaks that one whole millimetre holds', () => {
  const table = (...x: number[]) => [{ id: 't', x, values: x.map((_, index) => index) }];
  it('are told when the product is checked', () => {
    const said =
      'error tables[0].x[1]: lengths are looked up in whole millimetres, and 0.5 and 0.75 are the same in those';
    for (const price of [
      { ...line, kind: 'table', table: 't', x: 'width' },
      { ...line, kind: 'formula', amount: "lookup('t', width)" },
    ] satisfies Prices)
      expect(problemsOf({ tables: table(0.5, 0.75, 3), prices: [price] })).toEqual([said]);
    const tiers = [600.1, 600.2, 700].map((from) => ({ from, amount: from }));
    expect(
      problemsOf({ prices: [{ ...line, kind: 'tiers', by: 'width', mode: 'whole', tiers }] })[0],
    ).toContain('prices[0].tiers[1]: lengths are looked up in whole millimetres, and 600.1 and 600.2');
    expect(problemsOf({ prices: [{ ...line, kind: 'tiers', by: 'width', mode: 'slab', tiers }] })).toEqual(
      [],
    );
  });

  it('in rows, too', () =>
    expect(
      problemsOf({
        tables: [
          {
            id: 't',
            x: [1, 2],
            y: [100, 609.6, 610],
            values: [
              [1, 2],
              [3, 4],
              [5, 6],
            ],
          },
        ],
        prices: [{ ...line, kind: 'matrix', table: 't', x: 'width', y: 'height' }],
      })[0],
    ).toContain('tables[0].y[2]: lengths are looked up in whole millimetres, and 609.6 and 610 are'));

  it('do no harm to what is no length, or ten times as long', () => {
    for (const x of ['width * 10', 'width * height', 'quantity'])
      expect(
        problemsOf({
          tables: x === 'width * 10' ? table(5, 7.5, 30) : table(0.5, 0.75, 3),
          prices: [{ ...line, kind: 'table', table: 't', x }],
        }),
      ).toEqual([]);
  });
});
