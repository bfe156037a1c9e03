import type { Expr } from '../../contract/published/expr.ts';
import { isDay } from '../../contract/is-day.ts';
import type { Scope } from '../../expressions/scope.ts';
import { addIssue } from '../add-issue.ts';
import type { Evaluate } from '../evaluate.ts';
import type { FeatureBuilder } from '../feature-builder.ts';
import { tightest } from './bounds.ts';

/** Adds an issue for everything that is wrong with the value of a visible feature by itself, and notes its bounds. */
export function validateValue(evaluate: Evaluate, builder: FeatureBuilder): void {
  const { state, scope } = builder;
  const { feature, value } = state;
  const min = tightest(evaluate, feature.min, scope, Math.max);
  const max = tightest(evaluate, feature.max, scope, Math.min);
  if (min) state.min = min.limit;
  if (max) state.max = max.limit;
  const chosen = feature.type === 'multi_choice' ? ((value ?? []) as string[]) : undefined;
  const amount = chosen ? chosen.length : value;
  // An empty choice of several is an answer, unless one is required.
  const missing = amount === undefined || (chosen && !amount);
  if (missing && state.required) return addIssue(builder, { kind: 'incomplete', code: 'required' });
  if (amount === undefined) return;
  if (state.options)
    for (const id of chosen ?? [value]) {
      const found = state.options.find(({ option }) => option.id === id);
      if (found?.available || typeof id !== 'string') continue;
      const unknown = !found && !feature.options!.some((option) => option.id === id);
      addIssue(builder, {
        kind: 'conflict',
        code: unknown ? 'unknown_option' : 'option_unavailable',
        reason: found?.reason,
        params: { value: id },
      });
    }
  if (typeof amount === 'number') {
    if (min && amount < min.limit)
      addIssue(builder, {
        kind: missing ? 'incomplete' : 'invalid',
        code: chosen ? 'too_few' : 'too_small',
        reason: min.reason,
        params: { min: min.limit },
      });
    if (max && amount > max.limit)
      addIssue(builder, {
        code: chosen ? 'too_many' : 'too_large',
        reason: max.reason,
        params: { max: max.limit },
      });
  }
  // The checks of a date compare days.
  if (feature.type === 'date' && !isDay(value)) return addIssue(builder, { code: 'bad_date' });
  for (const { holds, code, reason, params } of feature.checks ?? [])
    if (evaluate(holds, scope) !== true)
      addIssue(builder, {
        code,
        reason,
        params: params && evaluateAll(evaluate, params, scope),
      });
}

const evaluateAll = (evaluate: Evaluate, params: Readonly<Record<string, Expr>>, scope: Scope) =>
  Object.fromEntries(
    Object.entries(params).map(([name, expr]) => [name, evaluate(expr, scope) as string | number]),
  );
