import type { Issue } from '../contract/resolution.ts';
import { need } from './need.tsx';
import { remember } from './remember.ts';
import type { Widget } from './widget.ts';

/** What follows a change when the shopper pauses: it is kept for their next visit, and what became wrong is said to screen readers. */
export function afterChange(widget: Widget, known: readonly Issue[]): void {
  remember(widget);
  if (!widget.state.resolved.peek().valid)
    void need(widget, import('./say-issue.ts')).then(({ sayIssue }) => sayIssue(widget, known));
}
