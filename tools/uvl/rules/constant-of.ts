import { createEvaluator } from '../../../src/expressions/create-evaluator.ts';
import { parseExpression } from '../../../src/expressions/parse-expression.ts';
import { CompileContext } from '../../../src/product-compiler/compile-context.ts';
import { toExpr } from '../../../src/product-compiler/names/to-expr.ts';
import { names } from '../../../src/expressions/scope.ts';

const nothing = { id: 'nothing', version: '1', name: 'Nothing', currency: 'EUR', steps: [] };

/** Whether an expression without names holds; undefined for one with names. */
export function constantOf(text: string): boolean | undefined {
  if (/[A-Za-z_]/.test(text.replace(/"[^"]*"|\b(?:size|floor|ceil)\b/g, ''))) return undefined;
  const expr = toExpr(parseExpression(text), {}, new CompileContext(nothing));
  return createEvaluator(expr)({ global: names() }) === true;
}
