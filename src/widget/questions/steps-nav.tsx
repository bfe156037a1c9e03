import type { WidgetProps } from '../mount/widget-props.ts';
import { goToStep } from '../state/go-to-step.ts';
import type { Widget } from '../mount/widget.ts';

/** The steps that have been on screen, by widget. */
const seen = new WeakMap<Widget, Set<string>>();

/**
 * All steps with their status, to be visited in any order. Defaults may answer a whole step, but it counts as complete only once it
 * has been on screen.
 */
export const StepsNav = ({ widget }: WidgetProps) => {
  const visited = seen.get(widget) ?? new Set();
  seen.set(widget, visited.add(widget.step.value));
  const { t, text } = widget.texts;
  const steps = widget.state.resolved.value.steps.filter(({ visible }) => visible);
  return (
    <nav class="steps" part="steps" aria-label={t('steps')}>
      <ol>
        {steps.map(({ step, status }, index) => {
          const shown = (status !== 'complete' || visited.has(step.id)) && status;
          return (
            <li key={step.id}>
              <button
                type="button"
                class={`tab ${shown || ''}`}
                part="step-button"
                aria-current={step.id === widget.step.value ? 'step' : undefined}
                onClick={() => goToStep(widget, step.id)}
              >
                {/* The tick is drawn by the style sheet: not every font has one. */}
                <i aria-hidden="true">{shown === 'conflict' ? '!' : shown !== 'complete' && index + 1}</i>
                {text(step.name)}
                {shown && <span class="hidden">{t(`step_${shown}`)}</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
};
