import type { Widget } from '../mount/widget.ts';

/** What is at a path, as the shopper knows it: the name of a question or a step, or "Quantity". Empty for what has no name. */
export const nameAt = ({ state, texts, product }: Widget, path: string): string =>
  path === 'quantity'
    ? texts.t('quantity')
    : texts.text((state.feature(path)?.peek()?.feature ?? product.steps.find(({ id }) => id === path))?.name);
