import type { Issue } from '../../contract/configuration/issue.ts';
import { aboutIssue, issueInWords } from '../../text/issue-in-words.ts';
import type { Widget } from '../mount/widget.ts';

/** The sentence for an issue, as the shopper reads it. */
export const issueText = ({ texts, state, product }: Widget, issue: Issue): string =>
  issueInWords(issue, aboutIssue(issue, product, state.feature(issue.path)?.peek()?.feature), texts);
