import type { Issue } from '../contract/resolution.ts';
import { need } from './need.tsx';
import { remember } from './remember.ts';
import type { Widget } from './widget.ts';

/**
 * What follows a change when the shopper pauses: it is kept for their next visit, and what became wrong is said to screen readers.
 * What is only missing is held back until a submission, as on screen.
 */
export function afterChange(widget: Widget, known: readonly Issue[]): void {
  remember(widget);
  const fresh = widget.state.resolved
    .peek()
    .issues.find(
      ({ level, kind, path, code }) =>
        level === 'error' &&
        kind !== 'incomplete' &&
        !known.some((one) => one.path === path && one.code === code),
    );
  if (fresh) void need(widget, import('./say-issue.ts')).then(({ sayIssue }) => sayIssue(widget, fresh));
}
