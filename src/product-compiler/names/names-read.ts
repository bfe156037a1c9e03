import type { Expr } from '../../contract/published/expr.ts';

/** Operation → the operand that is the name it reads. A name in a step depends on the step anyway. */
const nameOperands: Readonly<Record<string, number>> = { $: 0, '@': 0, '[]': 1, '.[]': 1, '#': 0 };

/** The name that an operation itself reads, if any. */
export const nameRead = ([operation, ...operands]: readonly [string, ...Expr[]]): string | undefined =>
  Object.hasOwn(nameOperands, operation) ? (operands[nameOperands[operation]!] as string) : undefined;

/**
 * Ids of the features, steps, measures and variables that an expression itself reads, and `quantity`.
 *
 * @param skip operations whose operands do not count.
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
