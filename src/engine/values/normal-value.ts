import type { Value } from '../../contract/configuration/value.ts';
import type { PublishedFeature } from '../../contract/published/published-feature.ts';
import { keepDecimals } from '../../expressions/rounding.ts';
import { MOST_UNKNOWN_OPTIONS } from '../most-unknown-options.ts';

/**
 * A value in its normal form; undefined where the feature cannot have it. Numbers are rounded to the decimals kept, empty texts
 * are unset. Several options are a set: each once, in the product's order, followed by the first few ids that are no options.
 */
export function normalValue(
  { options, decimals = 0, type }: PublishedFeature,
  value: Value,
): Value | undefined {
  if (Array.isArray(value) !== (type === 'multi_choice')) return undefined;
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return undefined;
    // Adding 0 turns −0 into 0.
    return type === 'hidden' || Number.isInteger(value) ? value + 0 : keepDecimals(value, decimals);
  }
  if (value && typeof value === 'object' && 'own' in value) {
    const own = typeof value.own === 'string' && value.own.trim();
    return own ? { own } : undefined;
  }
  if (!Array.isArray(value)) return value ?? undefined;
  const left = new Set(value);
  const known = options!.filter(({ id }) => left.delete(id)).map(({ id }) => id);
  return [...known, ...[...left].sort().slice(0, MOST_UNKNOWN_OPTIONS)];
}
