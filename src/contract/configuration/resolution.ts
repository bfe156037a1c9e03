import type { PublishedStep } from '../published/published-step.ts';
import type { FeatureState } from './feature-state.ts';
import type { Issue } from './issue.ts';

/** What the engine makes of a product and answers: a pure function of the two. */
export interface Resolution {
  readonly quantity: number;
  readonly steps: readonly StepState[];
  /** Every issue, steps in order, messages last. */
  readonly issues: readonly Issue[];
  /** No issue of level error. */
  readonly valid: boolean;
  readonly lead_time_days?: number;
}

export interface StepState {
  readonly step: PublishedStep;
  readonly visible: boolean;
  readonly status: 'complete' | 'incomplete' | 'conflict';
  /** One for a step that does not repeat. */
  readonly repetitions: readonly (readonly FeatureState[])[];
  /** Repeatable steps: how many there may be. */
  readonly min?: number;
  readonly max?: number;
  /** About the number of repetitions. */
  readonly issues: readonly Issue[];
}
