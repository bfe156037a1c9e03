import type { Value } from '../../contract/configuration/value.ts';
import type { Text } from '../../contract/product/text.ts';
import type { Bound } from '../../contract/published/bound.ts';
import { roundTo } from '../../expressions/rounding.ts';
import type { Scope } from '../../expressions/scope.ts';
import type { Evaluate } from '../evaluate.ts';
import { holds } from './conditions.ts';

/** The first derived or default value that is in force and set. */
export function firstInForce(evaluate: Evaluate, bounds: readonly Bound[] = [], scope: Scope) {
  for (const { when, value, reason } of bounds) {
    const found = holds(evaluate, when, scope) ? (evaluate(value, scope) as Value | undefined) : undefined;
    if (found !== undefined) return { value: found, reason };
  }
  return undefined;
}

/**
 * The tightest of the bounds in force, with its reason.
 *
 * @param pick `Math.max` for minima, `Math.min` for maxima.
 */
export function tightest(
  evaluate: Evaluate,
  bounds: readonly Bound[] = [],
  scope: Scope,
  pick: (a: number, b: number) => number,
) {
  let found: { limit: number; reason: Text | undefined } | undefined;
  for (const { when, value, reason } of bounds) {
    const bound = holds(evaluate, when, scope) ? evaluate(value, scope) : undefined;
    if (typeof bound !== 'number') continue;
    // Values have six decimals at most; noise beyond them would refuse 57 where 0.57 * 100 allows it.
    const limit = roundTo(bound, 1e-6, 'nearest');
    if (!found || pick(limit, found.limit) !== found.limit) found = { limit, reason };
  }
  return found;
}
