import type { Expr } from '../../contract/published/expr.ts';
import type { CompileContext } from '../../product-compiler/compile-context.ts';
import type { WrittenExpression } from '../../product-compiler/written-expression.ts';
import { quoteOf } from '../quote-of.ts';
import { abstractValueOf } from './abstract-value-of.ts';
import { canFail, canHold } from './abstract-value.ts';
import { assume } from './assume.ts';
import type { Environment } from './environment.ts';
import { explainValues } from './explain-values.ts';

/**
 * Checks the conditions of features, steps and rules, each by itself.
 *
 * @param any any configuration. @param answered those in which every required question is answered.
 * @returns the conditions that can never hold.
 */
export function checkConditions(
  any: Environment,
  answered: Environment,
  context: CompileContext,
): ReadonlySet<Expr> {
  const unsatisfiable = new Set<Expr>();
  for (const written of context.written) {
    if (written.use === undefined || written.site.option !== undefined) continue;
    if (canHold(abstractValueOf(written.expr, any))) warnOfTautology(written, answered, context);
    else {
      unsatisfiable.add(written.expr);
      refuseContradiction(written, any, context);
    }
  }
  return unsatisfiable;
}

function refuseContradiction(
  written: WrittenExpression,
  environment: Environment,
  context: CompileContext,
): void {
  const [part, narrowed] = failingPart(written.expr, environment);
  context.error(
    written.path,
    `${quoteOf(written, context)(part)} is never true${explainValues(part, narrowed)}`,
    'change the condition, or remove what it is for',
  );
}

function warnOfTautology(
  { expr, path, source }: WrittenExpression,
  answered: Environment,
  context: CompileContext,
): void {
  if (!Array.isArray(expr) || canFail(abstractValueOf(expr, answered))) return;
  context.warn(
    path,
    `${source} is always true${explainValues(expr, answered)}`,
    'leave the condition out, or change it',
  );
}

/** The part of a condition that cannot hold, and the environment in which it is evaluated. */
function failingPart(expr: Expr, environment: Environment): readonly [Expr, Environment] {
  if (!Array.isArray(expr) || expr[0] !== '&&') return [expr, environment];
  const [, left = null, right = null] = expr as readonly [string, ...Expr[]];
  if (!canHold(abstractValueOf(left, environment))) return failingPart(left, environment);
  return failingPart(right, assume(left, true, environment, abstractValueOf));
}
