import type { Measure } from '../product/price-rule.ts';
import type { Text } from '../product/text.ts';
import type { Expr } from './expr.ts';

/** One row of the breakdown: `amount × times`, or `amount` per cent of the lines and groups in `of`. */
export interface PublishedPrice {
  readonly id: string;
  readonly name: Text;
  readonly group?: string;
  readonly step?: string;
  readonly when?: Expr;
  /** Major units, or per cent where `of` is given. */
  readonly amount: Expr;
  /** A measure, usually. */
  readonly times?: Expr;
  /** Of the measure that `times` is, for the breakdown. */
  readonly unit?: Measure['unit'];
  /** The features that `amount` and `times` need answered, seen through measures and variables: until then the price is open. */
  readonly reads?: readonly string[];
  /** Percentage lines: ids of earlier lines or groups; `"*"` is all earlier lines. */
  readonly of?: readonly string[];
  readonly per: 'piece' | 'total' | 'order';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly item_type?: string;
  readonly external_ref?: string;
}
