import { parsePath } from '../../engine/feature-path.ts';
import { goToStep } from '../state/go-to-step.ts';
import type { Widget } from '../mount/widget.ts';

/** Goes to a question's step, scrolls to the question and focuses its first control. A step's id works, too. */
export function focusFeature(widget: Widget, path: string): void {
  const feature = parsePath(path)?.feature;
  const step = widget.product.steps.find(
    ({ id, features }) => id === path || features.some((each) => each.id === feature),
  );
  if (step) goToStep(widget, step.id);
  // After the step has been drawn.
  widget.after(0, () => {
    const { root } = widget.options;
    const target = root.getElementById(`${path}-field`) ?? root.getElementById(`${path}-step`);
    target?.querySelector<HTMLElement>('input:checked,input,select,textarea,button,[tabindex]')?.focus();
    target?.scrollIntoView({ block: 'center' });
  });
}
