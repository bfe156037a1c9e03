import type { WidgetProps } from '../mount/widget-props.ts';
import { goToStep } from '../state/go-to-step.ts';

/** Buttons to the previous and the next step. */
export const StepPager = ({ widget }: WidgetProps) => {
  const { t, text } = widget.texts;
  const steps = widget.state.resolved.value.steps.filter(({ visible }) => visible);
  const at = steps.findIndex(({ step }) => step.id === widget.step.value);
  const [before, after] = [steps[at - 1]?.step, steps[at + 1]?.step];
  const go = (id: string) => {
    goToStep(widget, id);
    widget.after(0, () => widget.options.root.getElementById(`${id}-name`)?.focus());
  };
  return (
    <div class="turn">
      {before && (
        <button type="button" class="secondary" onClick={() => go(before.id)}>
          {t('back')}
        </button>
      )}
      {after && (
        <button type="button" class="secondary next" onClick={() => go(after.id)}>
          {t('next', { name: text(after.name) })}
        </button>
      )}
    </div>
  );
};
