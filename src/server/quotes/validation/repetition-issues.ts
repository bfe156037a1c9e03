import type { Resolution } from '../../../contract/configuration/resolution.ts';
import type { Answers } from '../../../contract/configuration/answers.ts';
import type { Issue } from '../../../contract/configuration/issue.ts';
import { repetitionIssue } from '../../../engine/repetition-issue.ts';

/**
 * Steps that were sent more or less often than they occur. Where the product fixes their number, the engine makes so many and
 * keeps the other answers for later. A submission has no later, and defaults must not fill it up.
 */
export function repetitionIssues({ steps }: Pick<Resolution, 'steps'>, answers: Answers): Issue[] {
  return steps.flatMap((state): Issue[] => {
    const { step, visible, repetitions, issues } = state;
    const [sent, present] = [answers.steps[step.id]?.length ?? 0, repetitions.length];
    if (!step.repeat || !visible || sent === present || issues.length > 0) return [];
    return [repetitionIssue(state, sent < present ? 'too_few_repetitions' : 'too_many_repetitions')];
  });
}
