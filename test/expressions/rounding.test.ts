import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundHalfUp, roundTo, snap } from '../../src/expressions/rounding.ts';
import { toMajor, toMinor } from '../../src/engine/price/money.ts';
import { currencyDigits } from '../../src/product-compiler/prices/currency-digits.ts';

describe('rounding', () => {
  it.each([
    [1.005 * 100, 101],
    [100.5, 101],
    [-100.5, -101],
    [100.49, 100],
    [0.5, 1],
    [-0.4, 0],
    [2.675 * 100, 268],
    [0, 0],
  ])('rounds %d half-up to %d', (x, wanted) => expect(roundHalfUp(x)).toBe(wanted));

  it('sees through floating-point noise', () => {
    expect(snap(0.07 * 100)).toBe(7);
    expect(snap(6.99)).toBe(6.99);
    expect(roundTo(4.32, 0.01, 'up')).toBe(4.32);
    expect(roundTo(4.321, 0.01, 'up')).toBe(4.33);
    expect(roundTo(0.1 + 0.2, 0.1, 'up')).toBe(0.3);
    expect(roundTo(600.075, 1, 'nearest')).toBe(600);
    expect(roundTo(7, 5, 'down')).toBe(5);
  });

  it('rounds any amount in cents to itself', () =>
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        expect(toMinor(toMajor(cents, 2), 2)).toBe(cents);
      }),
    ));

  it('is at most half a unit away', () =>
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (x) => {
        expect(Math.abs(roundHalfUp(x) - x)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    ));

  it('knows how many decimals a currency has', () => {
    expect([currencyDigits('EUR'), currencyDigits('JPY'), currencyDigits('KWD')]).toEqual([2, 0, 3]);
    expect(toMinor(12.5, 0)).toBe(13);
    expect(toMajor(1667, 3)).toBe(1.667);
  });
});
