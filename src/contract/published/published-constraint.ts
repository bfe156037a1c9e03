import type { Text } from '../product/text.ts';
import type { Expr } from './expr.ts';

/** What must hold (requires, excludes and combination rules). Not judged while a feature it names must be answered and is not. */
export interface PublishedConstraint {
  readonly holds: Expr;
  /** Ids of the features it names; with `step`, those of that step are meant in the repetition at hand. */
  readonly features: readonly string[];
  /**
   * Multiple choice → the options that it asks for by name, in the product's order. Taking or leaving another changes nothing.
   * Not there for one that it also asks something else about (how many, which row of a table).
   */
  readonly named?: Readonly<Record<string, readonly string[]>>;
  readonly step?: string;
  readonly reason: Text;
}
