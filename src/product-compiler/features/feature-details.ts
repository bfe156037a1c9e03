import * as defaults from '../../contract/product/defaults.ts';
import type { PublishedFeature } from '../../contract/published/published-feature.ts';
import { defined } from '../../contract/defined.ts';
import type { CompileContext } from '../compile-context.ts';
import { unitScale } from '../../expressions/units.ts';
import { checkPattern } from './check-pattern.ts';
import type { FeatureInput, FeatureOf } from '../product-input-types.ts';

/** The parts of a feature that only its type has, with defaults filled in. */
export function featureDetails(
  feature: FeatureInput,
  path: string,
  context: CompileContext,
): Partial<PublishedFeature> {
  switch (feature.type) {
    case 'choice':
      return defined({
        display: feature.display ?? defaults.choiceDisplay,
        own: ownEntry(feature, path, context),
      });
    case 'multi_choice':
      return { display: feature.display ?? defaults.multiChoiceDisplay };
    case 'yes_no':
      return defined({ custom_properties: feature.custom_properties });
    case 'number':
      return defined({ ...units(feature, path, context), step: feature.step });
    case 'computed':
      return units(feature, path, context);
    case 'text': {
      const {
        multiline = defaults.textMultiline,
        min_length,
        max_length = defaults.textMaxLength,
        pattern,
        pattern_help,
        placeholder,
      } = feature;
      checkPattern(pattern, max_length, `${path}.pattern`, context);
      if (min_length !== undefined && min_length > max_length) {
        context.error(
          `${path}.min_length`,
          `min_length ${min_length} is above max_length ${max_length}`,
          'raise max_length',
        );
      }
      return defined({ multiline, min_length, max_length, pattern, pattern_help, placeholder });
    }
    case 'date':
      return defined({ min_date: feature.min, max_date: feature.max });
    case 'file':
      return { accept: feature.accept, max_mb: feature.max_mb ?? defaults.fileMaxMb };
    case 'hidden':
      return defined({ value_type: feature.value_type });
  }
}

function ownEntry(
  { own }: FeatureOf<'choice'>,
  path: string,
  context: CompileContext,
): PublishedFeature['own'] {
  if (!own) return undefined;
  const {
    name,
    placeholder,
    pattern,
    pattern_help,
    max_length = defaults.ownEntryMaxLength,
    attributes,
    custom_properties,
  } = own;
  checkPattern(pattern, max_length, `${path}.own.pattern`, context);
  return defined({ name, placeholder, pattern, pattern_help, max_length, attributes, custom_properties });
}

/** Unit to show → base unit. */
const baseUnits: Readonly<Record<string, string>> = {
  mm: 'mm',
  cm: 'mm',
  m: 'mm',
  in: 'mm',
  ft: 'mm',
  g: 'g',
  kg: 'g',
};

function units(
  {
    unit = defaults.numberUnit,
    display_unit,
    decimals = defaults.numberDecimals,
  }: FeatureOf<'number'> | FeatureOf<'computed'>,
  path: string,
  context: CompileContext,
): Pick<PublishedFeature, 'unit' | 'display_unit' | 'scale' | 'decimals'> {
  if (display_unit !== undefined && baseUnits[display_unit] !== unit) {
    context.error(
      `${path}.display_unit`,
      `${display_unit} cannot show a number of unit ${unit}`,
      `write "unit": "${baseUnits[display_unit]}", or leave display_unit out`,
    );
  }
  const scale = display_unit && unitScale[display_unit];
  return defined({ unit, display_unit, scale: scale === 1 ? undefined : scale, decimals });
}
