import type { PublishedFeature } from '../contract/published/published-feature.ts';
import { MOST_UNKNOWN_OPTIONS } from '../engine/most-unknown-options.ts';

/** The ids of a multiple choice from outside: each once, those that the product has and a few others, which are then reported as gone. */
export function readIds({ options = [] }: PublishedFeature, ids: readonly string[]): string[] {
  const known = new Set(options.map(({ id }) => id));
  let unknown = 0;
  return [...new Set(ids)].filter((id) => known.has(id) || ++unknown <= MOST_UNKNOWN_OPTIONS);
}
