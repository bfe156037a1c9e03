import type { LineItem, Price } from '../../contract/configuration/price.ts';
import { roundHalfUp } from '../../expressions/rounding.ts';

/** Major units to integer minor units, half-up: 1.005 € are 101 cents. */
export const toMinor = (major: number, digits: number): number => roundHalfUp(major * 10 ** digits);

/** Integer minor units to the decimal that goes over the wire. */
export const toMajor = (minor: number, digits: number): number =>
  Number((minor / 10 ** digits).toFixed(digits));

/** What a sum of prices that are net or gross (`prices`) comes to without tax and with it; minor units, `tax_rate` per cent. */
export function taxed(sum: number, { tax_rate, prices }: Pick<Price, 'tax_rate' | 'prices'>) {
  const net = prices === 'net' ? sum : roundHalfUp((sum * 100) / (100 + tax_rate));
  const gross = prices === 'net' ? sum + roundHalfUp((sum * tax_rate) / 100) : sum;
  return { net, tax: gross - net, gross, total: sum };
}

/** The money of a price line as decimals; `unit_price` is null where only the total is exact. */
export const lineDecimals = (
  { unit_price, total }: Pick<LineItem, 'unit_price' | 'total'>,
  digits: number,
) => ({
  unit_price: unit_price === undefined ? null : toMajor(unit_price, digits),
  total: toMajor(total, digits),
});
