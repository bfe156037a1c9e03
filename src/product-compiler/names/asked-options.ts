import type { Expr } from '../../contract/published/expr.ts';
import { nameRead } from './names-read.ts';

/**
 * The options that a condition asks a choice or multiple choice for by name: `wood == "oak"`, `wood in ["oak", "ash"]`,
 * `"oil" in extras`. Which of the other options is chosen makes no difference to it. Undefined where it also reads the
 * feature in another way: its attributes, how many are chosen, a row of a table.
 */
export function askedOptions(condition: Expr, feature: string): ReadonlySet<string> | undefined {
  const asked = new Set<string>();
  const isFeature = (expr: Expr | undefined) =>
    Array.isArray(expr) && (expr[0] === '$' || expr[0] === '@') && expr[1] === feature;
  const onlyAsks = (expr: Expr): boolean => {
    if (!Array.isArray(expr)) return true;
    const [operation, ...operands] = expr as readonly [string, ...Expr[]];
    const at = ['==', '!=', 'in'].includes(operation) ? operands.findIndex(isFeature) : -1;
    if (at < 0) return nameRead(expr as readonly [string, ...Expr[]]) !== feature && operands.every(onlyAsks);
    const other = operands[1 - at]!;
    const ids = Array.isArray(other) && other[0] === 'list' ? (other.slice(1) as Expr[]) : [other];
    for (const id of ids) if (typeof id === 'string') asked.add(id);
    return ids.every((id) => typeof id === 'string');
  };
  return onlyAsks(condition) ? asked : undefined;
}
