import { unitSuffix } from '../../text/unit-suffix.ts';
import type { FeatureState } from '../../contract/configuration/feature-state.ts';
import type { Texts } from './texts.ts';

/** A value in words: a number in its display unit ("1,200 mm"), yes or no, a text. */
export function formatValue(
  texts: Texts,
  { feature: { scale = 1, unit, display_unit }, value }: Pick<FeatureState, 'feature' | 'value'>,
): string {
  if (typeof value !== 'number')
    return typeof value === 'boolean'
      ? texts.t(value ? 'yes' : 'no')
      : typeof value === 'string'
        ? value
        : '';
  return texts.number(value / scale) + unitSuffix(display_unit ?? unit);
}
