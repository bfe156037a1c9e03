import type { Widget } from './widget.ts';

/** What is at a path, as the shopper knows it: a question's name, or "Quantity". Empty for what has no name. */
export const nameAt = ({ state, texts }: Widget, path: string): string =>
  path === 'quantity' ? texts.t('quantity') : texts.text(state.feature(path)?.peek().feature.name);
