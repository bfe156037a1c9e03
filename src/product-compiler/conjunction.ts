import type { Expr } from '../contract/published/expr.ts';

/** That all of these conditions hold; undefined where there are none. */
export function conjunction(conditions: readonly (Expr | undefined)[]): Expr | undefined {
  const all = conditions.filter((one) => one !== undefined);
  return all.length === 0 ? undefined : all.reduce((left, right) => ['&&', left, right]);
}
