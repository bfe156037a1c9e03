import type { PublishedStep } from '../../contract/published/published-step.ts';
import { defined } from '../../contract/defined.ts';
import type { StepState } from '../../contract/configuration/resolution.ts';
import { names } from '../../expressions/scope.ts';
import type { Mutable } from '../feature-builder.ts';
import { MOST_REPETITIONS } from '../../contract/limits.ts';
import { repetitionIssue } from '../repetition-issue.ts';
import { tightest } from './bounds.ts';
import { holds } from './conditions.ts';
import type { Pass } from './pass.ts';

/** Adds the state of a step and, for a repeatable one, the scopes of its repetitions. */
export function resolveStep(pass: Pass, step: PublishedStep): void {
  const { evaluate, scope, steps, repetitions, answers } = pass;
  const { id, repeat } = step;
  const visible = holds(evaluate, step.visible, scope);
  const min = tightest(evaluate, repeat?.min, scope, Math.max)?.limit;
  const max = tightest(evaluate, repeat?.max, scope, Math.min)?.limit;
  const state: Mutable<StepState> = {
    step,
    visible,
    status: 'complete',
    repetitions: [],
    issues: [],
    ...defined({ min, max: max && Math.min(max, MOST_REPETITIONS) }),
  };
  steps.set(id, state);
  if (!repeat) return;
  // Without a choice there are as many as there have to be; answers beyond that are kept for later.
  const fixed = min === max ? min : undefined;
  const wanted = Math.min(Math.max(min ?? 0, repeat.default), max ?? Infinity);
  const amount = fixed ?? answers.steps[id]?.length ?? wanted;
  // A bound may be computed from an answer, which may be any number. One too many is enough to report it.
  const length = visible ? Math.min(amount, MOST_REPETITIONS + 1) : 0;
  const all = Array.from({ length }, names);
  scope.global[id] = all;
  repetitions.set(
    id,
    all.map((repetition, index) => ({ ...scope, repetition, index })),
  );
  const code =
    length < (min ?? 0) ? 'too_few_repetitions' : length > (state.max ?? Infinity) && 'too_many_repetitions';
  if (visible && code) state.issues = [repetitionIssue(state, code)];
}
