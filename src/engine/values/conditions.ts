import type { Expr } from '../../contract/published/expr.ts';
import type { PublishedAvailability } from '../../contract/published/published-option.ts';
import type { Scope } from '../../expressions/scope.ts';
import type { Evaluate } from '../evaluate.ts';

/** Whether a condition holds; without one, always. */
export const holds = (evaluate: Evaluate, condition: Expr = true, scope: Scope): boolean =>
  evaluate(condition, scope) === true;

/** The first of these conditions that does not hold. */
export const firstUnmet = (
  evaluate: Evaluate,
  conditions: readonly PublishedAvailability[] | undefined,
  scope: Scope,
): PublishedAvailability | undefined => conditions?.find(({ when }) => !holds(evaluate, when, scope));
