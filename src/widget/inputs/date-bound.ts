import type { PublishedFeature } from '../../contract/published/published-feature.ts';

/** The day that a bound means, `YYYY-MM-DD`. `today` in the same form. */
export function dateBound(bound: PublishedFeature['min_date'], today: string): string | undefined {
  if (bound === undefined || typeof bound === 'string') return bound;
  return new Date(Date.parse(today) + bound.days_from_today * 86_400_000).toISOString().slice(0, 10);
}
