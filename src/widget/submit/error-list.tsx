import { issueText } from '../text/issue-text.ts';
import { focusFeature } from '../questions/focus-feature.ts';
import { nameAt } from '../text/name-at.ts';
import type { SummaryProps } from './lazy-error-list.ts';
import { problems } from '../state/problems.ts';
import { takeFocus } from './take-focus.ts';

/** "There is a problem": one link an error, straight to its question. Goes when all is mended. */
export const ErrorList = ({ widget, objections }: SummaryProps) => {
  const { t } = widget.texts;
  void widget.state.resolved.value;
  const wrong =
    objections ?? problems(widget).map((issue) => ({ path: issue.path, message: issueText(widget, issue) }));
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
              {[nameAt(widget, path), message].filter(Boolean).join(': ')}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};
