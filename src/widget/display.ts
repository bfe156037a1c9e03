import type { PublishedFeature } from '../contract/published.ts';
import type { FeatureState } from '../contract/resolution.ts';
import type { Texts } from './texts.ts';

/** A unit as it stands behind a number: " mm", " %"; nothing for pieces. */
export const unitSuffix = (unit = 'none') =>
  unit === 'none' || unit === 'piece' ? '' : ` ${{ percent: '%', degree: '°' }[unit] ?? unit}`;

/** A number in words, in the unit that a feature is shown in: "1,200 mm". */
export const numberInWords = (
  texts: Texts,
  { scale = 1, unit, display_unit }: PublishedFeature,
  value: number,
) => texts.number(value / scale) + unitSuffix(display_unit ?? unit);

/** A value in words, a number in the unit it is shown in. */
export function display(texts: Texts, { feature, value }: FeatureState): string {
  if (typeof value !== 'number')
    return typeof value === 'boolean'
      ? texts.t(value ? 'yes' : 'no')
      : typeof value === 'string'
        ? value
        : '';
  return numberInWords(texts, feature, value);
}
