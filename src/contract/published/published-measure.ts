import type { Measure } from '../product/price-rule.ts';
import type { Expr } from './expr.ts';

export interface PublishedMeasure extends Pick<Measure, 'id' | 'unit' | 'name' | 'step' | 'minimum'> {
  readonly value: Expr;
  /** What one unit of `value` is in the unit of the measure: mm² → m² is 1e-6. */
  readonly scale: number;
  readonly round?: { readonly to: number; readonly mode: 'up' | 'down' | 'nearest' };
}
