import { Field } from './field.tsx';
import { LazyRepetitions } from './lazy-repetitions.ts';
import type { Widget } from '../mount/widget.ts';

interface StepProps {
  readonly widget: Widget;
  readonly id: string;
}

/** A group of questions. Each question decides whether it is visible, so that a choice does not draw the whole step again. */
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
        <LazyRepetitions widget={widget} id={id} />
      ) : (
        step.features.map((feature) => <Field key={feature.id} widget={widget} path={feature.id} />)
      )}
    </section>
  );
};
