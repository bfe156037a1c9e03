import { findRepairs } from '../configuration/find-repairs.ts';
import type { Issue, Repair } from '../contract/resolution.ts';
import { display } from './display.ts';
import { focusFeature } from './focus-feature.ts';
import { reactive } from './reactive.ts';
import type { Widget } from './widget.ts';

/** A value of a repair in words: the option's name, "1,200 mm". */
function inWords({ texts, state }: Widget, { path, value }: Repair): string {
  const before = state.feature(path)?.peek();
  if (!before) return `${value as number}`;
  const ids = Array.isArray(value) ? value : [value];
  const chosen = before.feature.options
    ?.filter(({ id }) => ids.includes(id))
    .map(({ name }) => texts.text(name));
  if (chosen) return new Intl.ListFormat(texts.language).format(chosen) || texts.t('nothing');
  return value === null ? texts.t('nothing') : display(texts, { ...before, value });
}

/** The ways out of an issue, one click each. What they are depends on everything that was answered. */
export const Repairs = reactive<{ widget: Widget; issue: Issue }>(({ widget, issue }) => {
  const { state, texts } = widget;
  const apply = (repair: Repair) => {
    if (repair.path === 'quantity') state.become({ ...state.answers, quantity: Number(repair.value) });
    else state.answer(repair.path, repair.value);
    // The button pressed is gone now.
    focusFeature(widget, repair.path);
  };
  return (
    <>
      {findRepairs(state.engine, state.answers, state.resolved.value, issue).map((repair) => (
        <button type="button" class="repair" onClick={() => apply(repair)}>
          {texts.t('repair', {
            name:
              repair.path === issue.path
                ? ''
                : `${texts.text(state.feature(repair.path)?.peek().feature.name)}: `,
            value: inWords(widget, repair),
          })}
        </button>
      ))}
    </>
  );
});
