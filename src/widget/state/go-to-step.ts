import type { Widget } from '../mount/widget.ts';

/** Goes to a step, if it is visible; if all steps are on screen, scrolls it into view. */
export function goToStep(widget: Widget, id: string): void {
  const { product, state, options, paged, step } = widget;
  if (!product.steps.some((each) => each.id === id) || !state.step(id).peek().visible) return;
  if (id !== step.peek()) {
    step.value = id;
    widget.emit('widget.step_changed', { step_id: id });
  }
  if (!paged) options.root.getElementById(`${id}-step`)?.scrollIntoView();
}
