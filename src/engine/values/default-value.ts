import type { Value } from '../../contract/configuration/value.ts';
import { availableIds } from '../available-ids.ts';
import type { FeatureBuilder } from '../feature-builder.ts';
import { normalValue } from './normal-value.ts';

/** The default that a feature can have now: where a required one has lost its option, the first that can be chosen. */
export function defaultValue(
  { feature, options, required }: FeatureBuilder['state'],
  wanted: Value | undefined,
): Value | undefined {
  if (wanted === undefined || !options) return wanted === undefined ? wanted : normalValue(feature, wanted);
  const available = availableIds(options);
  if (Array.isArray(wanted)) {
    const ids = new Set(wanted);
    return available.filter((id) => ids.has(id));
  }
  return available.includes(wanted as string) ? wanted : required ? available[0] : undefined;
}
