import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber, type NumberFormat } from '../../src/configuration/number-entry.ts';

const mm: NumberFormat = {
  unit: 'mm',
  displayUnit: 'mm',
  decimalSign: '.',
  decimals: 0,
  min: 400,
  max: 3000,
};
const dutch = { ...mm, decimalSign: ',' };

describe('a plain number', () => {
  test.each([
    ['1200', 1200],
    [' 1200 mm', 1200],
    ['1200mm', 1200],
    ['120 cm', 1200],
    ['1.2 m', 1200],
    ['1,2 m', 1200],
    ['92.7 cm', 927],
    ['927,1', 927],
    ['1 200', 1200],
    ['1\u202f200', 1200],
    ['1’200', 1200],
    ['1,200', 1200],
    ['1,200.4', 1200],
    ['1.200,4', 1200],
  ])('%s is %d mm', (text, value) => {
    expect(readNumber(text, mm)).toEqual({ value });
  });

  test.each(['', 'abc', '36 1/2', '3\' 6"', '12 kg', '1.2.3', '1,2,3', '1.20.000', '12,34,5'])(
    '%s is left to others',
    (text) => {
      expect(readNumber(text, mm)).toEqual({ odd: true });
    },
  );

  test('a bare number counts in the display unit', () => {
    expect(readNumber('120', { ...mm, displayUnit: 'cm' })).toEqual({ value: 1200 });
    expect(readNumber('23.625', { ...mm, displayUnit: 'in' })).toEqual({ value: 600 });
    expect(readNumber('5', { ...mm, unit: 'none', displayUnit: 'none' })).toEqual({ value: 5 });
    expect(readNumber('-5 %', { ...mm, unit: 'percent', displayUnit: 'percent', min: -10, max: 10 })).toEqual(
      {
        value: -5,
      },
    );
  });
});

describe('a separator that may be either', () => {
  test('asks where the language reads it as decimals but only thousands fit', () => {
    expect(readNumber('1.200', mm)).toEqual({ ask: [1200] });
    expect(readNumber('1,200', dutch)).toEqual({ ask: [1200] });
  });
  test('is thousands where the language says so and they fit', () => {
    expect(readNumber('1.200', dutch)).toEqual({ value: 1200 });
    expect(readNumber('1,200', mm)).toEqual({ value: 1200 });
  });
  test('asks with both where both fit', () => {
    expect(readNumber('1.200', { ...mm, min: 1, decimals: 1 })).toEqual({ ask: [1.2, 1200] });
  });
  test('takes the reading of the language where neither fits', () => {
    expect(readNumber('9.000', mm)).toEqual({ value: 9 });
  });
});

describe('properties', () => {
  const formats = [
    ['en', '.'],
    ['nl', ','],
    ['de', ','],
    ['de-CH', '.'],
    ['fr', ','],
  ] as const;

  test('every number reads back from how a language writes it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...formats),
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: 0, max: 2 }),
        ([language, decimalSign], whole, digits) => {
          const value = whole / 10 ** digits;
          const text = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
          const entry = readNumber(text, { ...mm, decimalSign, decimals: 2, min: value, max: value });
          expect(entry).toEqual({ value });
        },
      ),
    );
  });

  test('whatever is typed, an answer is a number with no more than the decimals kept', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 3 }), (text, decimals) => {
        const entry = readNumber(text, { ...mm, decimals });
        if (!('value' in entry)) return;
        expect(Number.isFinite(entry.value)).toBe(true);
        expect(entry.value).toBe(Number(entry.value.toFixed(decimals)));
      }),
    );
  });
});
