import type { Issue } from '../../contract/configuration/issue.ts';
import { aboutIssue, issueInWords } from '../../text/issue-in-words.ts';
import type { Widget } from '../mount/widget.ts';

/** What an issue says to the shopper. */
export const issueText = ({ texts, state, product }: Widget, issue: Issue): string =>
  issueInWords(issue, aboutIssue(issue, product, state.feature(issue.path)?.peek()?.feature), texts);
