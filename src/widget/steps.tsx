import type { WidgetProps } from './app.tsx';
import { later } from './later.ts';
import { reactive } from './reactive.ts';
import { Step } from './step.tsx';

/** Long products are asked step by step. */
export const StepsNav = later(() => import('./steps-nav.tsx').then(({ StepsNav }) => StepsNav));
export const StepsTurn = later(() => import('./steps-nav.tsx').then(({ StepsTurn }) => StepsTurn));

/** All questions, or those of one step with ways to the others. */
export const Steps = reactive<WidgetProps>(({ widget }) => {
  const { product, state, paged, printing, step, resets } = widget;
  const ids = product.steps.map(({ id }) => id);
  const draw = (id: string | undefined) =>
    id && <Step key={`${id} ${resets.value}`} widget={widget} id={id} />;
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
});
