import type { WidgetProps } from './app.tsx';
import { later } from './later.ts';
import { reactive } from './reactive.ts';
import { Step } from './step.tsx';

/** Long products are asked step by step. */
export const StepsNav = later(() => import('./steps-nav.tsx').then(({ StepsNav }) => StepsNav));
export const StepsTurn = later(() => import('./steps-nav.tsx').then(({ StepsTurn }) => StepsTurn));

/** All questions, or those of one step with ways to the others. */
export const Steps = reactive<WidgetProps>(({ widget }) => {
  const steps = widget.product.steps.map(({ id }) => <Step key={id} widget={widget} id={id} />);
  if (!widget.paged || widget.printing.value) return steps;
  // A step that an answer hides makes room for the first one that is asked.
  const wanted = widget.step.value;
  const current = widget.state.isVisible(wanted)
    ? wanted
    : widget.product.steps.find(({ id }) => widget.state.isVisible(id))?.id;
  return (
    <>
      <StepsNav widget={widget} />
      {steps.find(({ key }) => key === current)}
      <StepsTurn widget={widget} />
    </>
  );
});
