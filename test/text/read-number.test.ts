import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberFormat } from '../../src/text/number-format.ts';
import { readNumber, type NumberFormat } from '../../src/text/read-number.ts';

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

  /** Those whose digits, signs or separators are not those of English, among others. */
  const languages = [
    ...'ar ar-EG ar-SA fa ps ckb ur ur-IN ks sd pa-Arab mr ne hi bn as my dz km lo th bo ff-Adlm sat mni'.split(
      ' ',
    ),
    ...'he yi sv nb nn fi et lt lv sl hr eu fo gsw rm de-AT de-CH fr fr-CH pl pt pt-PT es hu tr ja zh ko'.split(
      ' ',
    ),
  ];
  const anyLanguage = fc.constantFrom(...languages);
  const anyValue = fc
    .tuple(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.constantFrom(1, 10, 100, 1000))
    .map(([whole, parts]) => whole / parts);
  const readBack = (text: string, decimalSign = '.') =>
    readNumber(text, { ...mm, decimalSign, decimals: 3, min: -Infinity, max: Infinity });

  test('what stands in a field, in whatever language, has the digits 0 to 9 and reads back', () => {
    fc.assert(
      fc.property(anyLanguage, anyValue, (language, value) => {
        const format = numberFormat(language, { maximumFractionDigits: 3, useGrouping: false });
        const decimalSign = /[.,]/.exec(format.format(0.5))?.[0];
        const text = format.format(value);
        expect(text).toMatch(/^\D*\d[\d.,]*$/);
        expect(text).not.toMatch(/(?!\d)\p{Nd}/u);
        const entry = readBack(text, decimalSign);
        expect('ask' in entry ? entry.ask : [(entry as { value?: number }).value]).toContain(value || 0);
      }),
      { numRuns: 1000 },
    );
  });

  test('a number typed with the digits of the language reads as one typed with 0 to 9', () => {
    fc.assert(
      fc.property(anyLanguage, anyValue, (language, value) => {
        const own = new Intl.NumberFormat(language, { maximumFractionDigits: 3, useGrouping: false });
        const decimalSign = /[.,]/.exec(numberFormat(language, {}).format(0.5))?.[0];
        const entry = readBack(own.format(value), decimalSign);
        expect('ask' in entry ? entry.ask : [(entry as { value?: number }).value]).toContain(value || 0);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['١٢٠٠', 1200],
    ['۱٬۲۰۰٫۵ cm', 12005],
    ['१२०', 120],
    ['１２０ｃｍ', undefined],
    ['١٢٠ cm', 1200],
    ['\u200e-5', -5],
    ['\u061c-٥', -5],
  ])('%s is %d', (text, value) => {
    expect(readBack(text)).toEqual(value === undefined ? { odd: true } : { value });
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
