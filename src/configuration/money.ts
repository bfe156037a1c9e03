import type { LineItem } from '../contract/resolution.ts';
import { roundHalfUp } from './rounding.ts';

/** Major units to integer minor units, half-up: 1.005 € are 101 cents. */
export const toMinor = (major: number, digits: number): number => roundHalfUp(major * 10 ** digits);

/** Integer minor units to the decimal that goes over the wire. */
export const toMajor = (minor: number, digits: number): number =>
  Number((minor / 10 ** digits).toFixed(digits));

/** The money of a price line as decimals; `unit_price` is null where only the total is exact. */
export const lineDecimals = (
  { unit_price, total }: Pick<LineItem, 'unit_price' | 'total'>,
  digits: number,
) => ({
  unit_price: unit_price === undefined ? null : toMajor(unit_price, digits),
  total: toMajor(total, digits),
});
