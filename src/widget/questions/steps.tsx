import type { WidgetProps } from '../mount/widget-props.ts';
import { Step } from './step.tsx';
import { StepsNav, StepsTurn } from './steps-nav.tsx';

/** All questions, or those of one step with ways to the others. */
export const Steps = ({ widget }: WidgetProps) => {
  const { product, state, paged, printing, step } = widget;
  const ids = product.steps.map(({ id }) => id);
  const draw = (id: string | undefined) => id && <Step key={id} widget={widget} id={id} />;
  if (!paged || printing.value) return ids.map(draw);
  // A step that an answer hides makes room for the first one that is asked.
  const wanted = step.value;
  return (
    <>
      <StepsNav widget={widget} />
      {draw(state.isVisible(wanted) ? wanted : ids.find((id) => state.isVisible(id)))}
      <StepsTurn widget={widget} />
    </>
  );
};
