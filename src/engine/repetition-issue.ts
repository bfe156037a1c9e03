import type { Issue } from '../contract/configuration/issue.ts';
import type { StepState } from '../contract/configuration/resolution.ts';

/** A step that occurs too rarely or too often. */
export const repetitionIssue = (
  { step: { id }, min = 0, max = Infinity }: Pick<StepState, 'step' | 'min' | 'max'>,
  code: 'too_few_repetitions' | 'too_many_repetitions',
): Issue => ({ kind: 'invalid', level: 'error', code, path: id, step: id, params: { min, max } });
