import { latinDigits } from './latin-digits.ts';
import type { NumberFormat } from './read-number.ts';
import { keepDecimals } from '../expressions/rounding.ts';
import { baseUnit, unitScale } from '../expressions/units.ts';

/** Units as people write them, in the languages of the interface. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^("|''|in|inch(es)?|zoll|duim)$/, 'in'],
  [/^('|ft|feet|foot|voet|fu(ß|ss))$/, 'ft'],
  [/^(mm|milli(meters?|metres?))$/, 'mm'],
  [/^(cm|centi?(meters?|metres?))$/, 'cm'],
  [/^(m|meters?|metres?)$/, 'm'],
  [/^(kg|kilos?|kilogram(s|m)?)$/, 'kg'],
  [/^(g|gr|gram(s|m)?)$/, 'g'],
];
const unitOf = (written: string) => spellings.find(([spelling]) => spelling.test(written))?.[1];

/** One part: "36", "36 1/2", "1/2", "3.5", and its unit. */
const part = /^(?:(\d+(?:[.,]\d+)?)(?![\d/]))?(?:[\s-]*(\d+)\/(\d+))?\s*([^\d\s.,/-]*)[\s,]*/;

/** Vulgar fractions, primes and curly quotes as plain signs: "3′ 6½″" → `3' 6 1/2"`. */
const plainSigns = (text: string) =>
  latinDigits(text)
    .replace(/[\u00bc-\u00be\u2150-\u215e]/g, (fraction) => ` ${fraction}`)
    .normalize('NFKC')
    .replace(/[\u2044\u2215]/g, '/')
    .replace(/[‘’′]/g, "'")
    .replace(/[“”″]/g, '"')
    .toLowerCase()
    .trim();

/**
 * Reads lengths and weights as people write them by hand: `36 1/2`, `36½`, `3' 6"`, `3 ft 6 in`, `1 m 20`, `1 kg 200 g`.
 *
 * @returns the value in the base unit, or undefined where the text is none: its unit does not fit, a second part is not
 * smaller than the first, a fraction is 1 or more.
 */
export function readLength(text: string, format: NumberFormat): number | undefined {
  let rest = plainSigns(text);
  let total = 0;
  let before = Infinity;
  let unit = format.displayUnit;
  while (rest) {
    const [all = '', whole, over, under, written = ''] = part.exec(rest) ?? [];
    if (whole === undefined && over === undefined) return undefined;
    const fraction = over === undefined ? 0 : Number(over) / Number(under);
    if (fraction >= 1) return undefined;

    const named = written ? unitOf(written) : nextUnit(unit, before);
    const scale = unitScale[named ?? ''];
    if (!named || !scale || baseUnit(named) !== baseUnit(format.unit) || scale >= before) return undefined;
    total += (Number((whole ?? '0').replace(',', '.')) + fraction) * scale;
    [unit, before] = [named, scale];
    rest = rest.slice(all.length);
  }
  return before === Infinity ? undefined : keepDecimals(total, format.decimals);
}

/** The unit of a part without one: the display unit at first, then the next smaller one: 3' 6 is 3 ft 6 in. */
function nextUnit(unit: string, before: number): string | undefined {
  if (before === Infinity) return unit;
  return { ft: 'in', m: 'cm', cm: 'mm', kg: 'g' }[unit];
}
