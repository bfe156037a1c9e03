import type { PublishedFeature } from '../../contract/published/published-feature.ts';

/** The date of a bound, which may be relative to today. Both `YYYY-MM-DD`. */
export function dateBound(bound: PublishedFeature['min_date'], today: string): string | undefined {
  if (bound === undefined || typeof bound === 'string') return bound;
  return new Date(Date.parse(today) + bound.days_from_today * 86_400_000).toISOString().slice(0, 10);
}
