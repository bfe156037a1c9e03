import type { Text } from '../product/text.ts';
import type { Bound } from './bound.ts';
import type { Expr } from './expr.ts';
import type { PublishedFeature } from './published-feature.ts';

export interface PublishedStep {
  readonly id: string;
  readonly name: Text;
  readonly help?: Text;
  readonly visible?: Expr;
  readonly repeat?: {
    /** How many at the start; bounds are worked out with the names outside repetitions. */
    readonly default: number;
    /** All that hold count: the highest minimum, the lowest maximum. */
    readonly min: readonly Bound[];
    readonly max: readonly Bound[];
    readonly item_name: Text;
  };
  readonly features: readonly PublishedFeature[];
}
