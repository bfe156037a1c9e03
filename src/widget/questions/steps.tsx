import type { WidgetProps } from '../mount/widget-props.ts';
import { Step } from './step.tsx';
import { StepPager } from './step-pager.tsx';
import { StepsNav } from './steps-nav.tsx';

/** All questions, or one step at a time with the means to reach the others. */
export const Steps = ({ widget }: WidgetProps) => {
  const { product, state, paged, printing, step } = widget;
  const ids = product.steps.map(({ id }) => id);
  const draw = (id: string | undefined) => id && <Step key={id} widget={widget} id={id} />;
  if (!paged || printing.value) return ids.map(draw);
  // If an answer has hidden the step, the first visible one takes its place.
  const wanted = step.value;
  return (
    <>
      <StepsNav widget={widget} />
      {draw(state.isVisible(wanted) ? wanted : ids.find((id) => state.isVisible(id)))}
      <StepPager widget={widget} />
    </>
  );
};
