import type { Expr } from '../../contract/published/expr.ts';
import { roundTo } from '../../expressions/rounding.ts';

/** How a length that is looked up and the breaks of its table are rounded: alike, so that they stay equal or different. */
export interface WholeLength {
  /** A break, when the product is compiled. */
  readonly of: (length: number) => number;
  /** A length that is looked up, when the product is priced. */
  readonly expr: (length: Expr) => Expr;
}

/**
 * Lengths are looked up in whole millimetres: 23 5/8 in, 600.075 mm, is not billed in the 700 column, and 24 in, 609.6 mm,
 * still in its own.
 *
 * @param unit one of the length's unit in mm; undefined for other numbers, which stay as they are.
 */
export function wholeLength(unit: number | undefined): WholeLength {
  if (unit === undefined) return { of: (number) => number, expr: (expr) => expr };
  return {
    of: (length) => roundTo(length * unit, 1, 'nearest'),
    expr: (length) => ['round', unit === 1 ? length : ['*', length, unit]],
  };
}
