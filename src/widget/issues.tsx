import { findRepairs } from '../configuration/find-repairs.ts';
import { parsePath } from '../configuration/path.ts';
import type { Issue, Repair } from '../contract/resolution.ts';
import { display } from './display.ts';
import { focusFeature } from './focus-feature.ts';
import { issueText } from './issue-text.ts';
import type { Widget } from './widget.ts';

interface IssuesProps {
  readonly widget: Widget;
  readonly path: string;
  readonly issues: readonly Issue[];
}

/** A value of a repair in words: the option's name, "1,200 mm". */
function repairValue({ texts, state }: Widget, { path, value }: Repair): string {
  const before = state.feature(path)?.peek();
  if (!before) return `${value as number}`;
  const ids = Array.isArray(value) ? value : [value];
  const chosen = before.feature.options
    ?.filter(({ id }) => ids.includes(id))
    .map(({ name }) => texts.text(name));
  if (chosen) return new Intl.ListFormat(texts.language).format(chosen) || texts.t('nothing');
  return value === null ? texts.t('nothing') : display(texts, { ...before, value });
}

/** What is wrong with an answer, and the ways out of it, one click each. */
export const Issues = ({ widget, path, issues }: IssuesProps) => {
  const { state, texts } = widget;
  const apply = (repair: Repair) => {
    if (repair.path === 'quantity') state.become({ ...state.answers, quantity: Number(repair.value) });
    else state.answer(repair.path, repair.value);
    // The button pressed is gone now.
    focusFeature(widget, repair.path);
  };
  return (
    <div class="issues" id={`${path}-issues`}>
      {issues.map((issue) => (
        <div class={`issue ${issue.level}`} part={`issue ${issue.level}`}>
          <p>{issueText(widget, issue)}</p>
          {findRepairs(state.engine, state.answers, state.resolved.peek(), issue).map((repair) => (
            <button type="button" class="repair" onClick={() => apply(repair)}>
              {texts.t('repair', {
                name:
                  repair.path === path
                    ? ''
                    : `${texts.text(state.feature(repair.path)?.peek().feature.name) || (parsePath(repair.path)?.feature ?? '')}: `,
                value: repairValue(widget, repair),
              })}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
};
