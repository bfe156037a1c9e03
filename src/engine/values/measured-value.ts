import type { PublishedMeasure } from '../../contract/published/published-measure.ts';
import { roundTo } from '../../expressions/rounding.ts';

/** A measure in its own unit, rounded and at least its minimum. The value of a variable stays as it is. */
export function measuredValue(measure: Partial<PublishedMeasure>, value: unknown): unknown {
  if (typeof value !== 'number' || measure.scale === undefined) return value;
  // 2400 mm × 1800 mm × 1e-6 is 4.319999999999999 in floating point, and should be 4.32 m².
  const exact = +(value * measure.scale).toPrecision(15);
  const { round } = measure;
  return Math.max(measure.minimum ?? 0, round ? roundTo(exact, round.to, round.mode) : exact);
}
