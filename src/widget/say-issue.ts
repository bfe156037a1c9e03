import type { Issue } from '../contract/resolution.ts';
import { issueText } from './issue-text.ts';
import { nameAt } from './name-at.ts';
import { say } from './say.ts';
import type { Widget } from './widget.ts';

/** Says what is wrong, and where. */
export const sayIssue = (widget: Widget, issue: Issue): void =>
  say(widget, [nameAt(widget, issue.path), issueText(widget, issue)].filter(Boolean).join(': '));
