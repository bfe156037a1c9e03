import type { Text } from '../product/text.ts';
import type { Expr } from './expr.ts';

/** What must hold (requires, excludes and combination rules). Not evaluated while a required feature that it names is unanswered. */
export interface PublishedConstraint {
  readonly holds: Expr;
  /** Ids of the features it names; with `step`, those of that step are meant in the repetition at hand. */
  readonly features: readonly string[];
  /**
   * Multiple choice → the options that it asks for by name, in the product's order. Adding or removing another changes nothing.
   * Absent for a choice that it also asks something else about (how many, which row of a table).
   */
  readonly named?: Readonly<Record<string, readonly string[]>>;
  readonly step?: string;
  readonly reason: Text;
}
