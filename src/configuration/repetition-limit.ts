import type { PublishedStep } from '../contract/published/published-step.ts';
import { MOST_REPETITIONS } from '../contract/limits.ts';

/** So many more than a step may have are read: they stood in a link from when it could have more, and are said to be too many. */
const MORE = 10;

/** How many repetitions of a step are read from strangers. Every one is worked out, so who sends more decides how much work is done. */
export function repetitionLimit({ repeat }: PublishedStep): number {
  const most = repeat?.max[0]?.value;
  return Math.min(MOST_REPETITIONS, typeof most === 'number' ? most + MORE : MOST_REPETITIONS);
}
