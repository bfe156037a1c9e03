import type { Issue } from '../contract/resolution.ts';
import { unitScale } from '../configuration/units.ts';
import { unitSuffix } from './display.ts';
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
  const unit = feature?.type === 'number' ? (feature.display_unit ?? feature.unit ?? 'none') : 'none';
  const said = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'number' ? texts.number(value / (unitScale[unit] ?? 1)) + unitSuffix(unit) : value,
  ]);
  const key: TextKey = code === 'message' ? 'constraint' : code;
  const name = texts.text(feature?.name ?? step?.name);
  return texts.t(key, { name, ...(Object.fromEntries(said) as Record<string, string>) });
}
