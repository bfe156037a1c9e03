import type { Issue } from '../../contract/configuration/issue.ts';
import { issueText } from '../text/issue-text.ts';
import { messageAt } from '../text/name-at.ts';
import { announce } from './announce.ts';
import type { Widget } from '../mount/widget.ts';

/** Announces an error that is new, and where it is. Missing answers are held back until a submission, as on screen. */
export function announceIssue(widget: Widget, known: readonly Issue[]): void {
  const { issues } = widget.state.resolved.peek();
  const fresh = issues.find(
    ({ level, kind, path, code }) =>
      level === 'error' &&
      kind !== 'incomplete' &&
      !known.some((one) => one.path === path && one.code === code),
  );
  if (fresh) announce(widget, messageAt(widget, fresh.path, issueText(widget, fresh)));
}
