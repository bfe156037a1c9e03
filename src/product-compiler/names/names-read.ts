import type { Expr } from '../../contract/published/expr.ts';

/** Which operand of an operation is the name that it reads. What is in a step depends on the step anyway. */
const named: Readonly<Record<string, number>> = { $: 0, '@': 0, '[]': 1, '.[]': 1, '#': 0 };

/** The name that an operation reads, if it is one that does. */
export const nameRead = ([operation, ...operands]: readonly [string, ...Expr[]]): string | undefined =>
  Object.hasOwn(named, operation) ? (operands[named[operation]!] as string) : undefined;

/**
 * Ids of the features, steps, measures and variables that a term reads, itself; `quantity` among them.
 *
 * @param skip operations whose operands don't count.
 */
export function namesRead(expr: Expr, skip: readonly string[] = [], found = new Set<string>()): Set<string> {
  if (!Array.isArray(expr)) return found;
  const [operation, ...operands] = expr as readonly [string, ...Expr[]];
  if (skip.includes(operation)) return found;
  const name = nameRead([operation, ...operands]);
  if (name !== undefined) found.add(name);
  else for (const operand of operands) namesRead(operand, skip, found);
  return found;
}
