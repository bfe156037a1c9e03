import { latinDigits } from './latin-digits.ts';
import { keepDecimals } from '../expressions/rounding.ts';
import { baseUnit, unitScale } from '../expressions/units.ts';

/** How a number feature reads what is typed. `min` and `max` are in the base unit, like the value. */
export interface NumberFormat {
  /** The base unit: mm, g, … */
  readonly unit: string;
  /** The unit of a bare number. */
  readonly displayUnit: string;
  /** Decimal sign of the shopper's language: "." or ",". */
  readonly decimalSign: string;
  /** Decimals kept, in the base unit. */
  readonly decimals: number;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/**
 * The meaning of an entry. `value`: understood, in the base unit. `ask`: "1.200" may mean 1200 or 1.2; the values to offer,
 * best first. `odd`: not a plain number; feet, fractions and compound lengths are left to `readLength`.
 */
export type NumberEntry =
  { readonly value: number } | { readonly ask: readonly number[] } | { readonly odd: true };

/** Digits as numbers: one reading, or two where a separator may group thousands or part decimals; the language's own first. */
function readings(digits: string, decimalSign: string): number[] {
  const [, last = ''] = /([.,])\d*$/.exec(digits) ?? [];
  const [whole = '', fraction = ''] = last ? digits.split(last) : [digits];
  const grouped = /^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(digits) ? Number(digits.replace(/[.,]/g, '')) : NaN;
  const plain = whole.replace(/(\d)[.,](?=\d{3}(\D|$))/g, '$1');
  const single = digits.indexOf(last) === digits.length - fraction.length - 1 || !last;
  const decimal = single && /^\d*$/.test(plain) ? Number(`${plain}.${fraction}`) : NaN;
  const both = last === decimalSign ? [decimal, grouped] : [grouped, decimal];
  return both.filter((reading) => !Number.isNaN(reading));
}

/**
 * Reads a plain decimal number with the digits and separators of any language and perhaps a metric unit behind it.
 * A separator that could be either is decided by the bounds; where the language would read it otherwise, or both
 * readings fit, the shopper is asked.
 */
export function readNumber(text: string, format: NumberFormat): NumberEntry {
  const match = /^([-−]?)(\d[\d., '’\u00a0\u202f]*|[.,]\d+)\s*(mm|cm|m|kg|g|%|°)?$/i.exec(
    latinDigits(text).trim(),
  );
  const unit = match?.[3]?.toLowerCase() ?? format.displayUnit;
  if (!match || (unitScale[unit] && baseUnit(unit) !== baseUnit(format.unit))) return { odd: true };

  const [, sign, written = ''] = match;
  const digits = written.trim().replace(/[ '’\u00a0\u202f](?=\d{3}(\D|$))/g, '');
  const factor = (sign ? -1 : 1) * (unitScale[unit] ?? 1);
  const values = readings(digits, format.decimalSign).map((reading) =>
    keepDecimals(reading * factor, format.decimals),
  );
  const [natural] = values;
  if (natural === undefined) return { odd: true };
  const { min = -Infinity, max = Infinity } = format;
  const fitting = values.filter((value) => value >= min && value <= max);
  if (values.length === 1 || (fitting.length === 1 && fitting[0] === natural) || !fitting.length)
    return { value: natural };
  return { ask: fitting };
}
