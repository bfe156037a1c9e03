import type { FeatureState } from '../contract/configuration/feature-state.ts';
import type { Issue } from '../contract/configuration/issue.ts';
import type { StepState } from '../contract/configuration/resolution.ts';
import { formatPath } from './feature-path.ts';
import type { ResolutionBuilder } from './resolution-builder.ts';

/** The state of a step with those of its features, and its status. */
export function stepState(
  { steps, repetitions }: ResolutionBuilder,
  features: ReadonlyMap<string, FeatureState>,
  id: string,
): StepState {
  const state = steps.get(id)!;
  const { step } = state;
  const all = repetitions.get(id);
  state.repetitions = Array.from({ length: all?.length ?? 1 }, (_, index) =>
    step.features.map((one) => features.get(formatPath(one.id, all && id, index))!),
  );
  const errors = issuesOf(state).filter(({ level }) => level === 'error');
  if (errors.length)
    state.status = errors.every(({ kind }) => kind === 'incomplete') ? 'incomplete' : 'conflict';
  return state;
}

/** The issues of a step and of all its features. */
export const issuesOf = ({ issues, repetitions }: StepState): Issue[] => [
  ...issues,
  ...repetitions.flat().flatMap((one) => one.issues),
];
