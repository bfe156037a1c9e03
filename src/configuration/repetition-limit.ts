import type { PublishedStep } from '../contract/published/published-step.ts';
import { MOST_REPETITIONS } from '../contract/limits.ts';

/** How many more are read than a step may have: an old link may hold them, and they are reported as too many. */
const MORE = 10;

/** How many repetitions of a step are read from outside. Each is resolved, so without a limit the sender would decide how much work is done. */
export function repetitionLimit({ repeat }: PublishedStep): number {
  const most = repeat?.max[0]?.value;
  return Math.min(MOST_REPETITIONS, typeof most === 'number' ? most + MORE : MOST_REPETITIONS);
}
