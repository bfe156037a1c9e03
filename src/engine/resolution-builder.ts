import type { StepState } from '../contract/configuration/resolution.ts';
import type { Scope } from '../expressions/scope.ts';
import type { FeatureBuilder, Mutable } from './feature-builder.ts';

/** A resolution in the making: every feature in the order in which they were resolved, and the scopes of its expressions. */
export interface ResolutionBuilder {
  readonly scope: Scope;
  /** By path. */
  readonly features: Map<string, FeatureBuilder>;
  readonly steps: Map<string, Mutable<StepState>>;
  /** Scopes of the repetitions of each repeatable step. */
  readonly repetitions: Map<string, readonly Scope[]>;
}
