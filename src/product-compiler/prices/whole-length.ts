import type { Expr } from '../../contract/published/expr.ts';
import { roundTo } from '../../expressions/rounding.ts';

/** Both what is looked up and the breaks it meets, which come out as the same number or as different ones together. */
export interface WholeLength {
  /** Of a break, when the product is published. */
  readonly of: (length: number) => number;
  /** Of what is looked up, in the browser and on the server. */
  readonly expr: (length: Expr) => Expr;
}

/**
 * Lengths are looked up in whole millimetres: 23 5/8 in, 600.075 mm, is not billed in the 700 column, and 24 in, 609.6 mm,
 * still in its own.
 *
 * @param unit what one of the length's unit is in mm; undefined for what is no length, and stays as it is.
 */
export function wholeLength(unit: number | undefined): WholeLength {
  if (unit === undefined) return { of: (number) => number, expr: (expr) => expr };
  return {
    of: (length) => roundTo(length * unit, 1, 'nearest'),
    expr: (length) => ['round', unit === 1 ? length : ['*', length, unit]],
  };
}
