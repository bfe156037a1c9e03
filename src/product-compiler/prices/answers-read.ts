import type { Expr } from '../../contract/published/expr.ts';
import type { CompileContext } from '../compile-context.ts';
import { namesRead } from '../names/names-read.ts';

/**
 * Ids of the features that must be answered before these expressions have a value, through measures, variables and computed
 * features. A feature that `has` asks about may be unanswered: `has(extra) ? width + extra : width`.
 */
export function answersRead(exprs: readonly Expr[], context: CompileContext): string[] {
  const seen = new Set<string>();
  const optional = new Set<string>();
  const look = (expr: Expr): string[] => {
    askedAbout(expr, optional);
    return [...namesRead(expr)].flatMap((id) => {
      if (seen.has(id)) return [];
      seen.add(id);
      const value = context.values.get(id);
      if (value !== undefined) return look(value);
      const type = context.names.get(id)?.feature?.type;
      return type === undefined || type === 'hidden' ? [] : [id];
    });
  };
  return exprs.flatMap(look).filter((id) => !optional.has(id));
}

/** Adds the names that an expression asks `has` about. */
function askedAbout(expr: Expr, found: Set<string>): void {
  if (!Array.isArray(expr)) return;
  const [operation, ...operands] = expr as readonly [string, ...Expr[]];
  for (const operand of operands)
    if (operation === 'has') namesRead(operand, [], found);
    else askedAbout(operand, found);
}
