import type { PublishedFeature } from '../contract/published/published-feature.ts';
import { MOST_UNKNOWN_OPTIONS } from '../engine/most-unknown-options.ts';

/** Ids chosen of several, as strangers say them: each once, those that the product has and a few others. */
export function readIds({ options = [] }: PublishedFeature, ids: readonly string[]): string[] {
  const known = new Set(options.map(({ id }) => id));
  let unknown = 0;
  return [...new Set(ids)].filter((id) => known.has(id) || ++unknown <= MOST_UNKNOWN_OPTIONS);
}
