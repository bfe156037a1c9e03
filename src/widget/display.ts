import { unitScale } from '../configuration/units.ts';
import type { FeatureState } from '../contract/resolution.ts';
import type { Texts } from './texts.ts';

/** A unit as it stands behind a number: " mm", " %"; nothing for pieces. */
export const unitSuffix = (unit = 'none') =>
  unit === 'none' || unit === 'piece' ? '' : ` ${{ percent: '%', degree: '°' }[unit] ?? unit}`;

/** A value in words, in the unit it is shown in: "1,200 mm". */
export function display(texts: Texts, { feature, value }: FeatureState): string {
  if (typeof value !== 'number')
    return typeof value === 'boolean'
      ? texts.t(value ? 'yes' : 'no')
      : typeof value === 'string'
        ? value
        : '';
  const unit = feature.display_unit ?? feature.unit ?? 'none';
  return texts.number(value / (unitScale[unit] ?? 1)) + unitSuffix(unit);
}
