import type { LineItem } from '../../contract/configuration/price.ts';
import { toMajor } from './money.ts';

/** The money of a price line as decimals; `unit_price` is null where only the total is exact. */
export const lineDecimals = (
  { unit_price, total }: Pick<LineItem, 'unit_price' | 'total'>,
  digits: number,
) => ({
  unit_price: unit_price === undefined ? null : toMajor(unit_price, digits),
  total: toMajor(total, digits),
});
