import type { FeatureState } from '../contract/configuration/feature-state.ts';
import type { Price } from '../contract/configuration/price.ts';
import type { Resolution } from '../contract/configuration/resolution.ts';
import type { Scope } from '../expressions/scope.ts';

/** A resolution together with the scopes its expressions were evaluated in, for prices and drawings. */
export interface Resolved extends Resolution {
  readonly scope: Scope;
  /** Scopes of the repetitions of each repeatable step. */
  readonly repetitions: ReadonlyMap<string, readonly Scope[]>;
  /** Every feature by its path. */
  readonly features: ReadonlyMap<string, FeatureState>;
  /** What it costs in the product's own currency. */
  readonly price: Price;
}
