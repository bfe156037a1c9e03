import type { Bound } from '../../contract/published/bound.ts';
import { abstractValueOf } from './abstract-value-of.ts';
import type { Environment } from './environment.ts';

/** The least and the most that unconditional bounds leave. A bound that may be unset does not count. */
export function boundsOf(
  min: readonly Bound[] | undefined,
  max: readonly Bound[] | undefined,
  environment: Environment,
): readonly [number, number] {
  const ends = (bounds: readonly Bound[] = []) =>
    bounds
      .filter(({ when }) => when === undefined)
      .map(({ value }) => abstractValueOf(value, environment))
      .flatMap((one) => (one.numbers && !one.unset ? [one.numbers] : []));
  const low = Math.max(-Infinity, ...ends(min).map(([least]) => least));
  return [low, Math.min(Infinity, ...ends(max).map(([, most]) => most))];
}
