import { Component } from 'preact';
import type { Resolved } from '../../engine/resolved.ts';
import { dayInWords } from '../../text/day-in-words.ts';
import { findRepairs } from '../../engine/repairs/find-repairs.ts';
import type { Issue, Repair } from '../../contract/configuration/issue.ts';
import { formatValue } from '../text/format-value.ts';
import { focusFeature } from './focus-feature.ts';
import { nameAt } from '../text/name-at.ts';
import type { Widget } from '../mount/widget.ts';

/** The value of a repair in words: the option's name, "1,200 mm". */
function inWords({ texts, state }: Widget, { path, value }: Repair): string {
  const before = state.feature(path)?.peek();
  if (!before) return texts.number(Number(value));
  const ids = Array.isArray(value) ? value : [value];
  const chosen = before.feature.options
    ?.filter(({ id }) => ids.includes(id))
    .map(({ name }) => texts.text(name));
  if (chosen) return new Intl.ListFormat(texts.language).format(chosen) || texts.t('nothing');
  if (value === null) return texts.t('nothing');
  return before.feature.type === 'date'
    ? dayInWords(`${value as string}`, texts.language, texts.interfaceLanguage)
    : formatValue(texts, { ...before, value });
}

interface RepairsProps {
  readonly widget: Widget;
  readonly issue: Issue;
}

/** In ms, long enough for a frame: the choice is on screen before the search for repairs starts, which takes a while in a dense product. */
const AFTER_PAINT = 30;

/** The repairs of an issue, one button each, found anew for each resolution. */
class RepairButtons extends Component<
  RepairsProps & { resolved: Resolved },
  { repairs?: readonly Repair[] }
> {
  #resolved: Resolved | undefined;
  #cancel = () => {};

  override componentWillUnmount() {
    this.#cancel();
  }

  override render(
    { widget, issue, resolved }: RepairsProps & { resolved: Resolved },
    { repairs = [] }: { repairs?: readonly Repair[] },
  ) {
    const { state, texts } = widget;
    if (resolved !== this.#resolved) {
      this.#resolved = resolved;
      this.#cancel();
      this.#cancel = widget.after(AFTER_PAINT, () =>
        this.setState({ repairs: findRepairs(state.engine, state.answers, resolved, issue) }),
      );
    }
    const apply = (repair: Repair) => {
      if (repair.path === 'quantity') state.become({ ...state.answers, quantity: Number(repair.value) });
      else state.answer(repair.path, repair.value);
      // The pressed button is gone by now.
      focusFeature(widget, repair.path);
    };
    return (
      <>
        {repairs.map((repair) => (
          <button type="button" class="repair" onClick={() => apply(repair)}>
            {texts.t('repair', {
              name: repair.path === issue.path ? '' : `${nameAt(widget, repair.path)}: `,
              value: inWords(widget, repair),
            })}
          </button>
        ))}
      </>
    );
  }
}

/** The repairs of an issue. They depend on all answers, so every resolution brings new ones. */
export const Repairs = (props: RepairsProps) => (
  <RepairButtons {...props} resolved={props.widget.state.resolved.value} />
);
