import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProductInput } from '../../../src/contract/product/product.ts';
import { choose, engineOf } from '../support/make.ts';

type Line = NonNullable<ProductInput['prices']>[number];
type Per = 'piece' | 'total' | 'order';

const priceOf = (
  prices: readonly Line[],
  quantity = 1,
  more: Partial<ProductInput> = {},
  currency?: string,
) => {
  const engine = engineOf({ prices: [...prices], quantity: { min: 1, max: 10_000 }, ...more });
  return engine.price(choose(engine, {}, quantity).resolved, currency);
};
const fixed = (id: string, per: Per, amount: number, more = {}): Line => ({
  id,
  name: id.toUpperCase(),
  kind: 'fixed',
  per,
  amount,
  ...more,
});
const percentage = (id: string, of: string[], percent: number, more = {}): Line => ({
  id,
  name: id.toUpperCase(),
  kind: 'percentage',
  of,
  percent,
  ...more,
});

describe('a percentage over lines once an order', () => {
  it('is one itself, whatever the quantity', () => {
    const { lines, total } = priceOf([fixed('fee', 'order', 100), percentage('off', ['*'], -10)], 5);
    expect(lines).toMatchObject([
      { id: 'fee', quantity: 1, total: 10_000 },
      { id: 'off', quantity: 1, unit_price: -1000, total: -1000, authoritative: 'unit' },
    ]);
    expect(total).toBe(9000);
  });

  it('and over lines by the piece is of both as they are charged, rounded once', () => {
    const both = [fixed('a', 'piece', 10.05), fixed('fee', 'order', 100)];
    // 5 × 10.05 + 100 = 150.25, and 10 % of that 15.025.
    const { lines, total } = priceOf([...both, percentage('off', ['*'], -10)], 5);
    expect(lines.at(-1)).toMatchObject({ quantity: 1, unit_price: -1503, total: -1503 });
    expect(total).toBe(15_025 - 1503);
    // Of the piece alone it is by the piece: 1.005 each.
    expect(priceOf([...both, percentage('off', ['a'], -10)], 5).lines.at(-1)).toMatchObject({
      quantity: 5,
      unit_price: -101,
      total: -505,
    });
  });

  it('is so through groups, percentages of percentages, and lines that are not charged this time', () => {
    const grouped = [
      fixed('fee', 'order', 100, { group: 'once' }),
      fixed('a', 'piece', 10, { group: 'each' }),
    ];
    expect(priceOf([...grouped, percentage('p', ['once'], 10)], 3).lines.at(-1)!.total).toBe(1000);
    expect(priceOf([...grouped, percentage('p', ['each'], 10)], 3).lines.at(-1)!.total).toBe(300);
    const nested = [
      ...grouped,
      percentage('p', ['once'], 10, { group: 'more' }),
      percentage('q', ['p'], 50),
      percentage('r', ['more', 'each'], 10),
    ];
    expect(priceOf(nested, 3).lines.map(({ id, quantity, total }) => [id, quantity, total])).toEqual([
      ['fee', 1, 10_000],
      ['a', 3, 3000],
      ['p', 1, 1000],
      ['q', 1, 500],
      ['r', 1, 400],
    ]);
    // 3 × 0.05 = 0.15, of which 10 % are two cents, rounded once, with the fee or without it.
    const rarely = [fixed('a', 'piece', 0.05), fixed('fee', 'order', 1, { when: 'quantity > 3' })];
    expect(priceOf([...rarely, percentage('p', ['*'], 10)], 3).lines.at(-1)!.total).toBe(2);
    expect(priceOf([...rarely, percentage('p', ['*'], 10)], 4).lines.at(-1)!.total).toBe(12);
  });

  it('keeps to its minimum and maximum once an order', () => {
    const fee = fixed('fee', 'order', 100);
    expect(priceOf([fee, percentage('p', ['fee'], 10, { minimum: 25 })], 4).total).toBe(12_500);
    expect(priceOf([fee, percentage('p', ['fee'], 10, { maximum: 4 })], 4).total).toBe(10_400);
  });

  it('counts prices of options by the piece', () => {
    const features: ProductInput['steps'][0]['features'] = [
      { id: 'oil', name: 'Oil', type: 'yes_no', default: true, price: 20 },
    ];
    const steps = [{ id: 'main', name: 'Main', features }];
    expect(priceOf([percentage('p', ['oil'], 10)], 3, { steps }).total).toBe(6600);
    expect(priceOf([fixed('fee', 'order', 10), percentage('p', ['*'], 10)], 3, { steps }).total).toBe(7700);
  });
});

it('a percentage over lines whose total counts is rounded in total, as they are', () => {
  // 1.667 × 1000 = 1667.00, and 1 % of it 16.67: a cent or two for each would be 10.00 or 20.00.
  const { lines } = priceOf([fixed('a', 'total', 1.667), percentage('p', ['a'], 1)], 1000);
  expect(lines.at(-1)).toMatchObject({ quantity: 1000, total: 1667, authoritative: 'total' });
  expect(lines.at(-1)).not.toHaveProperty('unit_price');
});

/*
 * The oracle: whole minor units and fractions of two whole numbers, nothing that floating point could round. A line says
 * what it comes to for one piece, or in all.
 */
interface Sum {
  readonly per: Per;
  /** Minor units: of one piece, or of the whole line. */
  readonly amount: bigint;
}
const half = (numerator: bigint, denominator: bigint): bigint => {
  const positive = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * positive + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
};
const inAll = ({ per, amount }: Sum, quantity: bigint) => (per === 'piece' ? amount * quantity : amount);

interface Drawn {
  readonly kind: 'fixed' | 'percentage';
  readonly per: Per;
  /** Thousandths of a major unit, or tenths of a per cent. */
  readonly value: number;
  /** Which earlier lines, by a bit each; all for 0. */
  readonly of: number;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
}
const drawn = fc.record<Drawn>({
  kind: fc.constantFrom('fixed', 'percentage'),
  per: fc.constantFrom('piece', 'piece', 'total', 'order'),
  value: fc.integer({ min: -900, max: 60_000 }),
  of: fc.nat(255),
  minimum: fc.option(fc.nat(40), { nil: undefined, freq: 4 }),
  maximum: fc.option(fc.integer({ min: 41, max: 400 }), { nil: undefined, freq: 4 }),
});

const id = (index: number) => `l${index}`;
const bases = ({ of }: Drawn, index: number) =>
  Array.from({ length: index }, (_, before) => before).filter((before) => (of >> before) & 1);

/** What each line comes to, worked out by hand. */
function byHand(lines: readonly Drawn[], quantity: bigint, digits: number): Sum[] {
  const minor = 10n ** BigInt(digits);
  const sums: Sum[] = [];
  lines.forEach((line, index) => {
    const { minimum, maximum } = line;
    let { per } = line;
    let amount: bigint;
    if (line.kind === 'fixed') {
      amount = half(BigInt(line.value) * minor * (per === 'total' ? quantity : 1n), 1000n);
    } else {
      const named = bases(line, index);
      const of = named.length ? named.map((one) => sums[one]!) : sums;
      if (of.some((one) => one.per === 'order')) per = 'order';
      else if (of.some((one) => one.per === 'total') && per === 'piece') per = 'total';
      const base = of.reduce((all, one) => all + (per === 'piece' ? one.amount : inAll(one, quantity)), 0n);
      amount = half(base * BigInt(line.value), 1000n);
    }
    if (minimum !== undefined && amount < BigInt(minimum) * minor) amount = BigInt(minimum) * minor;
    if (maximum !== undefined && amount > BigInt(maximum) * minor) amount = BigInt(maximum) * minor;
    sums.push({ per, amount });
  });
  return sums;
}

it('lines, percentages of them and percentages of those come to what they come to by hand', () =>
  fc.assert(
    fc.property(
      fc.array(drawn, { minLength: 1, maxLength: 7 }),
      fc.integer({ min: 1, max: 400 }),
      fc.constantFrom(['JPY', 0], ['EUR', 2], ['KWD', 3]) as fc.Arbitrary<[string, number]>,
      fc.integer({ min: 0, max: 300 }),
      fc.constantFrom('net' as const, 'gross' as const),
      (all, quantity, [currency, digits], rate, kind) => {
        const lines = all.map((line, index) => (index === 0 ? { ...line, kind: 'fixed' as const } : line));
        const prices = lines.map((line, index): Line => {
          const { per, minimum, maximum } = line;
          const limits = {
            per,
            ...(minimum !== undefined && { minimum }),
            ...(maximum !== undefined && { maximum }),
          };
          if (line.kind === 'fixed') return fixed(id(index), per, line.value / 1000, limits);
          const of = bases(line, index).map(id);
          return percentage(id(index), of.length ? of : ['*'], line.value / 10, limits);
        });
        const tax = { rate: rate / 10, prices: kind };
        const price = priceOf(prices, quantity, { currency, tax });

        const sums = byHand(lines, BigInt(quantity), digits);
        const wanted = sums.map((one) => Number(inAll(one, BigInt(quantity))));
        const found = new Map(price.lines.map((line) => [line.id, line.total]));
        expect(sums.map((_, index) => found.get(id(index)) ?? 0)).toEqual(wanted);
        for (const line of price.lines) {
          if (line.authoritative === 'unit') expect(line.unit_price! * line.quantity).toBe(line.total);
          const { per } = sums[Number(line.id.slice(1))]!;
          expect(line.quantity).toBe(per === 'order' ? 1 : quantity);
        }

        const sum = wanted.reduce((a, b) => a + b, 0);
        if (sum < 0) {
          expect(price).toMatchObject({
            state: 'incomplete',
            net: null,
            tax: null,
            gross: null,
            total: null,
          });
          return;
        }
        const part = (of: bigint, denominator: bigint) => Number(half(BigInt(sum) * of, denominator));
        const net = kind === 'net' ? sum : part(1000n, 1000n + BigInt(rate));
        const gross = kind === 'net' ? sum + part(BigInt(rate), 1000n) : sum;
        expect(price).toMatchObject({ state: 'priced', total: sum, net, gross, tax: gross - net });
      },
    ),
    { numRuns: 400 },
  ));
