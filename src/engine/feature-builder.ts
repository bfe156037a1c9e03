import type { FeatureState } from '../contract/configuration/feature-state.ts';
import type { Issue } from '../contract/configuration/issue.ts';
import type { PublishedConstraint } from '../contract/published/published-constraint.ts';
import type { Evaluator } from '../expressions/create-evaluator.ts';
import type { Scope } from '../expressions/scope.ts';

export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** One feature in one repetition, while it is being resolved. */
export interface FeatureBuilder {
  /** Owns its list of issues, so that more can be added. */
  readonly state: Mutable<Omit<FeatureState, 'issues'>> & { issues: Issue[] };
  readonly step: string;
  readonly scope: Scope;
  /** The constraints that name this feature. */
  readonly constraints: PlacedConstraint[];
}

/** A constraint in one of the scopes where it applies, with the features that it names there. */
export interface PlacedConstraint {
  readonly constraint: PublishedConstraint;
  readonly holds: Evaluator;
  readonly scope: Scope;
  readonly features: readonly FeatureBuilder[];
  /** How many of its features can still change by themselves; set by `ruleOut`. */
  undecided?: number;
  /** The constraint that would be broken instead if a default gave way to this one. */
  blockedBy?: PlacedConstraint | undefined;
}
