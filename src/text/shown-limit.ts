import type { PublishedFeature } from '../contract/published/published-feature.ts';
import { keepDecimals, roundTo } from '../expressions/rounding.ts';

/**
 * A limit in the unit that a number is shown in: 24 for 609.6 mm in inches. A limit that cannot be entered exactly is rounded
 * towards the allowed values.
 */
export function shownLimit(
  { scale = 1, decimals = 0 }: Pick<PublishedFeature, 'scale' | 'decimals'>,
  limit: number,
  inside: 'up' | 'down',
): number {
  if (scale === 1) return roundTo(limit, 10 ** -decimals, inside);
  // Sixteenths of an inch take four decimals; a length that takes more was not chosen in this unit.
  const exact = keepDecimals(limit / scale, 4);
  return keepDecimals(exact * scale - limit, 6) === 0 ? exact : roundTo(limit / scale, 0.001, inside);
}
