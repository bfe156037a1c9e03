import type { Issue } from '../../contract/configuration/issue.ts';
import { adoptStyle } from '../style/adopt-style.ts';
import { issueText } from '../text/issue-text.ts';
import { lazy } from '../mount/lazy.ts';
import messages from '../style/notices.css?inline';
import type { Widget } from '../mount/widget.ts';

const Repairs = lazy(() => import('./repairs.tsx'), 'Repairs');

interface IssuesProps {
  readonly widget: Widget;
  readonly path: string;
  readonly issues: readonly Issue[];
}

/** What is wrong with an answer, or worth knowing about it, with repairs where there may be any. */
export const Issues = ({ widget, path, issues }: IssuesProps) => {
  adoptStyle(widget.options.root, messages);
  return (
    <div class="issues" id={`${path}-issues`}>
      {issues.map((issue) => (
        <div class={`issue ${issue.level}`} part={`issue ${issue.level}`}>
          <p>{issueText(widget, issue)}</p>
          {(issue.kind === 'conflict' || issue.kind === 'invalid') && (
            <Repairs widget={widget} issue={issue} />
          )}
        </div>
      ))}
    </div>
  );
};
