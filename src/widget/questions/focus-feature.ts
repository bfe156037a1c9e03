import { parsePath } from '../../engine/feature-path.ts';
import { goToStep } from '../state/go-to-step.ts';
import type { Widget } from '../mount/widget.ts';

/** Brings a question into view, turning to its step first, and puts the focus on its first control. A step's id works too. */
export function focusFeature(widget: Widget, path: string): void {
  const feature = parsePath(path)?.feature;
  const step = widget.product.steps.find(
    ({ id, features }) => id === path || features.some((each) => each.id === feature),
  );
  if (step) goToStep(widget, step.id);
  // After the step was drawn.
  widget.after(0, () => {
    const { root } = widget.options;
    const place = root.getElementById(`${path}-field`) ?? root.getElementById(`${path}-step`);
    place?.querySelector<HTMLElement>('input:checked,input,select,textarea,button,[tabindex]')?.focus();
    place?.scrollIntoView({ block: 'center' });
  });
}
