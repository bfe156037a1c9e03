import type { Issue } from '../contract/resolution.ts';
import { numberInWords } from './display.ts';
import type { TextKey } from './texts.ts';
import type { Widget } from './widget.ts';

/** What an issue says to the shopper: the product's own reason, else the sentence of its code. */
export function issueText(
  { texts, state, product }: Widget,
  { code, path, reason, params = {} }: Issue,
): string {
  if (reason !== undefined) return texts.text(reason);
  const feature = state.feature(path)?.peek().feature;
  const step = product.steps.find(({ id }) => id === path);
  const said = Object.entries(params).map(([name, value]) => [
    name,
    typeof value !== 'number'
      ? value
      : feature?.type === 'number'
        ? numberInWords(texts, feature, value)
        : texts.number(value),
  ]);
  const { line } = params;
  const key: TextKey = line ? 'no_price' : code === 'message' ? 'constraint' : code;
  const priced = line && (product.prices.find(({ id }) => id === line) ?? product);
  const name = texts.text((priced || feature || step)?.name);
  return texts.t(key, { name, ...(Object.fromEntries(said) as Record<string, string>) });
}
