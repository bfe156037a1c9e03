import type { Widget } from '../mount/widget.ts';

/** The name of the question or step at a path, or "Quantity"; empty if it has none. */
export const nameAt = ({ state, texts, product }: Widget, path: string): string =>
  path === 'quantity'
    ? texts.t('quantity')
    : texts.text((state.feature(path)?.peek()?.feature ?? product.steps.find(({ id }) => id === path))?.name);

/** A message with the name of what it is about in front: "Length: Please choose …". */
export const messageAt = (widget: Widget, path: string, message: string): string =>
  [nameAt(widget, path), message].filter(Boolean).join(': ');
