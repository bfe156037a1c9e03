import type { WidgetProps } from '../mount/widget-props.ts';
import { goToStep } from '../state/go-to-step.ts';
import type { Widget } from '../mount/widget.ts';

/** Steps that were on screen, by widget. */
const seen = new WeakMap<Widget, Set<string>>();

/** All steps, free to visit, each with how far it is. Defaults may answer all of a step, but it is complete when it was looked at. */
export const StepsNav = ({ widget }: WidgetProps) => {
  const visited = seen.get(widget) ?? new Set();
  seen.set(widget, visited.add(widget.step.value));
  const { t, text } = widget.texts;
  const steps = widget.state.resolved.value.steps.filter(({ visible }) => visible);
  return (
    <nav class="steps" part="steps" aria-label={t('steps')}>
      <ol>
        {steps.map(({ step, status }, index) => {
          const told = (status !== 'complete' || visited.has(step.id)) && status;
          return (
            <li key={step.id}>
              <button
                type="button"
                class={`tab ${told || ''}`}
                part="step-button"
                aria-current={step.id === widget.step.value ? 'step' : undefined}
                onClick={() => goToStep(widget, step.id)}
              >
                {/* The tick is drawn: not every font has one. */}
                <i aria-hidden="true">{told === 'conflict' ? '!' : told !== 'complete' && index + 1}</i>
                {text(step.name)}
                {told && <span class="hidden">{t(`step_${told}`)}</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
};

/** To the step before and the step after. */
export const StepsTurn = ({ widget }: WidgetProps) => {
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
