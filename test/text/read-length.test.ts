import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLength } from '../../src/text/read-length.ts';
import type { NumberFormat } from '../../src/text/read-number.ts';

const inches: NumberFormat = { unit: 'mm', displayUnit: 'in', decimalSign: '.', decimals: 3 };
const mm = { ...inches, displayUnit: 'mm' };

describe('lengths written by hand', () => {
  test.each([
    ['36 1/2', 927.1],
    ['36½', 927.1],
    ['36-1/2', 927.1],
    ['36 1/2"', 927.1],
    ['36½ in', 927.1],
    ['½', 12.7],
    ['23 5/8 inches', 600.075],
    ['3\' 6"', 1066.8],
    ["3' 6", 1066.8],
    ['3′ 6½″', 1079.5],
    ['3 ft 6 1/2 in', 1079.5],
    ['3 Fuß 6 Zoll', 1066.8],
    ["3'", 914.4],
    ['36.5', 927.1],
    ['1 m 20', 1200],
    ['1 m 20 cm 5', 1205],
    ['1,5 m', 1500],
    ['３６ １/２', 927.1],
    ['١٢٠ｃｍ', 1200],
    ["۳' ۶", 1066.8],
  ])('%s is %d mm', (text, value) => {
    expect(readLength(text, inches)).toBe(value);
  });

  test('a bare fraction counts in the display unit', () => {
    expect(readLength('36 1/2', mm)).toBe(36.5);
  });

  test.each([
    '',
    ' ',
    'abc',
    '3/0',
    '5/4',
    '6" 3\'',
    "3' 4'",
    '12 kg',
    '1/2/3',
    '36 1/2 1/2',
    '3 parsec',
    '-5',
  ])('%s is none', (text) => {
    expect(readLength(text, inches)).toBeUndefined();
  });

  test('weights too', () => {
    const grams = { ...inches, unit: 'g', displayUnit: 'kg' };
    expect(readLength('1 kg 200 g', grams)).toBe(1200);
    expect(readLength('1½', grams)).toBe(1500);
    expect(readLength('3"', grams)).toBeUndefined();
  });
});

test('every length in sixteenths of an inch reads back from feet, inches and a fraction', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16 * 12 * 30 }), (sixteenths) => {
      const feet = Math.floor(sixteenths / 192);
      const whole = Math.floor((sixteenths % 192) / 16);
      const over = sixteenths % 16;
      const text = [feet && `${feet}'`, (whole || over || !feet) && `${whole} ${over ? `${over}/16` : ''}"`]
        .filter(Boolean)
        .join(' ');
      expect(readLength(text, { ...inches, decimals: 6 })).toBeCloseTo((sixteenths / 16) * 25.4, 5);
    }),
  );
});

test('nothing that is typed makes it fail or answer with no number', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const value = readLength(text, inches);
      expect(value === undefined || Number.isFinite(value)).toBe(true);
    }),
  );
});
