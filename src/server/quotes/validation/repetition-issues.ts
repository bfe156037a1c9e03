import type { Answers, Issue, Resolution } from '../../../contract/configuration/resolution.ts';

/**
 * Steps that were sent more or less often than they occur. Where the product says how many there are, the engine makes so
 * many and keeps what is left of the answers for later; a submission has no later, and defaults must not fill it up.
 */
export function repetitionIssues({ steps }: Pick<Resolution, 'steps'>, answers: Answers): Issue[] {
  return steps.flatMap(({ step, visible, repetitions, min = 0, max = Infinity, issues }): Issue[] => {
    const [sent, there] = [answers.steps[step.id]?.length ?? 0, repetitions.length];
    if (!step.repeat || !visible || sent === there || issues.length > 0) return [];
    const code = sent < there ? 'too_few_repetitions' : 'too_many_repetitions';
    return [{ kind: 'invalid', level: 'error', code, path: step.id, step: step.id, params: { min, max } }];
  });
}
