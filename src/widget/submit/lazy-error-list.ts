import { lazy } from '../mount/lazy.ts';
import type { Widget } from '../mount/widget.ts';
import type { Objection } from './submit-error.ts';

export interface SummaryProps {
  readonly widget: Widget;
  /** What the companion objects to; without, what is wrong as things stand. */
  readonly objections?: readonly Objection[];
}

/** What stands in the way of a submission, as a list. Most submissions need none. */
export const ErrorSummary = lazy<SummaryProps>(() =>
  import('./error-list.tsx').then(({ ErrorList }) => ErrorList),
);
