import { Field } from './field.tsx';
import { lazy } from '../mount/lazy.ts';
import type { Widget } from '../mount/widget.ts';

export const Repetitions = lazy(() => import('./repetitions.tsx').then(({ Repetitions }) => Repetitions));

export interface StepProps {
  readonly widget: Widget;
  readonly id: string;
}

/** A group of questions. Which are asked is each question's own matter, so that a choice does not draw the step again. */
export const Step = ({ widget, id }: StepProps) => {
  if (!widget.state.isVisible(id)) return null;
  const { step } = widget.state.step(id).peek();
  const { text } = widget.texts;
  return (
    <section class="step" part="step" id={`${id}-step`} aria-labelledby={`${id}-name`}>
      <h3 id={`${id}-name`} tabIndex={-1} part="step-title">
        {text(step.name)}
      </h3>
      {step.help && <p class="muted">{text(step.help)}</p>}
      {step.repeat ? (
        <Repetitions widget={widget} id={id} />
      ) : (
        step.features.map((feature) => <Field key={feature.id} widget={widget} path={feature.id} />)
      )}
    </section>
  );
};
