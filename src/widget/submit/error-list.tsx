import { issueText } from '../text/issue-text.ts';
import { focusFeature } from '../questions/focus-feature.ts';
import { messageAt } from '../text/name-at.ts';
import type { Widget } from '../mount/widget.ts';
import type { FieldError } from './submit-error.ts';
import { problems } from '../state/problems.ts';
import { takeFocus } from './take-focus.ts';

interface ErrorListProps {
  readonly widget: Widget;
  /** Errors that the companion reports; default: what is wrong at the moment. */
  readonly errors?: readonly FieldError[];
}

/** "There is a problem": a link for each error, straight to its question. Disappears when all are mended. */
export const ErrorList = ({ widget, errors }: ErrorListProps) => {
  const { t } = widget.texts;
  // Drawn again with every resolution.
  void widget.state.resolved.value;
  const wrong =
    errors ?? problems(widget).map((issue) => ({ path: issue.path, message: issueText(widget, issue) }));
  if (!wrong.length) return null;
  return (
    <div class="problem" part="problem" tabIndex={-1} role="group" aria-labelledby="problem" ref={takeFocus}>
      <h3 id="problem">{t('problem')}</h3>
      <ul>
        {wrong.map(({ path, message }) => (
          <li key={path + message}>
            <a
              href={`#${path}-field`}
              onClick={(event) => {
                event.preventDefault();
                focusFeature(widget, path);
              }}
            >
              {messageAt(widget, path, message)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};
