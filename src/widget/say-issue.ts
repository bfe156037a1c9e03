import type { Issue } from '../contract/resolution.ts';
import { issueText } from './issue-text.ts';
import { nameAt } from './name-at.ts';
import { say } from './say.ts';
import type { Widget } from './widget.ts';

/** Says what became wrong, and where, unless it was mended while this was fetched. */
export function sayIssue(widget: Widget, issue: Issue): void {
  const { path, code } = issue;
  const { issues } = widget.state.resolved.peek();
  if (!issues.some((one) => one.path === path && one.code === code)) return;
  say(widget, [nameAt(widget, path), issueText(widget, issue)].filter(Boolean).join(': '), 'issue');
}
