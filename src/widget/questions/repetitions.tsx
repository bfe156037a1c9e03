import { Field } from './field.tsx';
import { LazyIssues } from './lazy-issues.ts';
import { reorderRepetitions, type Reordering } from './reorder-repetitions.ts';
import { adoptStyle } from '../style/adopt-style.ts';
import style from '../style/repetitions.css?inline';
import type { Widget } from '../mount/widget.ts';

/** Strokes on a grid of 16: many fonts lack characters for these. */
const icons = {
  up: 'M8 13V3M3.5 7.5 8 3l4.5 4.5',
  down: 'M8 3v10M3.5 8.5 8 13l4.5-4.5',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  remove: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
} as const;

interface RepetitionsProps {
  readonly widget: Widget;
  readonly id: string;
}

/** The repetitions of a step, to be added, copied, removed and moved. The focus follows. */
export const Repetitions = ({ widget, id }: RepetitionsProps) => {
  adoptStyle(widget.options.root, style);
  const { t, text } = widget.texts;
  const { step, repetitions, min = 0, max = Infinity, issues } = widget.state.step(id).value;
  const item = text(step.repeat!.item_name);
  const count = repetitions.length;
  const named = (index: number) => `${item} ${index + 1}`;
  const reorder = (reordering: Reordering) => void reorderRepetitions(widget, id, reordering);

  const add = () =>
    reorder({
      at: -1,
      change: (order) => [...order, -1],
      message: t('added', { name: named(count) }),
      focus: count,
    });
  const copy = (index: number) =>
    reorder({
      at: index,
      change: (order, at) => order.toSpliced(at + 1, 0, at),
      message: t('added', { name: named(index + 1) }),
      focus: index + 1,
    });
  const remove = (index: number) =>
    reorder({
      at: index,
      change: (order, at) => order.filter((one) => one !== at),
      message: t('removed', { name: named(index) }),
      focus: Math.min(index, count - 2),
    });
  const move = (from: number, by: number, button: string) =>
    reorder({
      at: from,
      change: (order, at) => (at < 0 ? order : order.toSpliced(at, 1).toSpliced(at + by, 0, at)),
      message: t('moved', { name: named(from), to: from + by + 1 }),
      focus: from + by,
      button,
    });

  const action = (index: number, does: keyof typeof icons, possible: boolean, run: () => void) => (
    <button
      type="button"
      class="quiet"
      data-does={does}
      title={t(does)}
      aria-label={`${t(does)}: ${named(index)}`}
      aria-disabled={!possible}
      onClick={() => possible && run()}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={icons[does]} />
      </svg>
    </button>
  );

  return (
    <>
      {repetitions.map((states, index) => (
        <div
          key={index}
          class="repetition"
          part="repetition"
          role="group"
          id={`${id}-${index}`}
          tabIndex={-1}
          aria-label={named(index)}
        >
          <div class="actions">
            <h4>{named(index)}</h4>
            {action(index, 'up', index > 0, () => move(index, -1, 'up'))}
            {action(index, 'down', index < count - 1, () => move(index, 1, 'down'))}
            {action(index, 'copy', count < max, () => copy(index))}
            {action(index, 'remove', count > min, () => remove(index))}
          </div>
          {states.map(({ path, feature }) => (
            <Field key={feature.id} widget={widget} path={path} />
          ))}
        </div>
      ))}
      {issues.length > 0 && <LazyIssues widget={widget} path={id} issues={issues} />}
      {count < max && (
        <button type="button" class="secondary" id={`${id}-add`} onClick={add}>
          + {t('add', { name: item })}
        </button>
      )}
    </>
  );
};
