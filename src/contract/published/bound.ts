import type { Expr } from './expr.ts';
import type { Text } from '../product/text.ts';

/** A bound or a derived or default value, in force while `when` holds (default: always). The first in force wins, except for bounds. */
export interface Bound {
  readonly when?: Expr;
  readonly value: Expr;
  readonly reason?: Text;
}
