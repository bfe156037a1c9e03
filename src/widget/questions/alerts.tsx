import type { WidgetProps } from '../mount/widget-props.ts';
import { issueText } from '../text/issue-text.ts';
import { loadOrReport } from '../mount/load-or-report.tsx';
import { adoptStyle } from '../style/adopt-style.ts';
import messages from '../style/notices.css?inline';

/** Above the questions: how many conflicts there are, links to them, and messages that belong to no question. */
export const Alerts = ({ widget }: WidgetProps) => {
  adoptStyle(widget.options.root, messages);
  const { t, text } = widget.texts;
  const { issues } = widget.state.resolved.value;
  const conflicts = issues.filter(({ kind }) => kind === 'conflict');
  return (
    <>
      {conflicts.length > 0 && (
        <div class="issue error" part="conflicts">
          <p>
            <strong>{t('conflicts', { n: conflicts.length })}</strong>{' '}
            {conflicts.map(({ path }) => (
              <button
                type="button"
                class="link"
                onClick={() =>
                  void loadOrReport(widget, import('./focus-feature.ts')).then(({ focusFeature }) =>
                    focusFeature(widget, path),
                  )
                }
              >
                {text(widget.state.feature(path)?.value?.feature.name)}
              </button>
            ))}
          </p>
        </div>
      )}
      {issues
        .filter(({ kind, path }) => kind === 'message' && !path)
        .map((issue) => (
          <div class={`issue ${issue.level}`} part={`issue ${issue.level}`}>
            <p>{issueText(widget, issue)}</p>
          </div>
        ))}
    </>
  );
};
