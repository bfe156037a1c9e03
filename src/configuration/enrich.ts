import type { PublishedFeature } from '../contract/published/published-feature.ts';
import type { PublishedProduct } from '../contract/published/published-product.ts';
import type { EnrichedFeature, Items, SelectedSubfeature } from '../contract/quote/items.ts';
import type { FeatureState } from '../contract/configuration/feature-state.ts';
import type { Resolution } from '../contract/configuration/resolution.ts';
import type { FileValue, OwnValue } from '../contract/configuration/value.ts';
import { localise } from '../text/localise.ts';

export interface EnrichOptions {
  /** Language of the names. */
  readonly language: string;
  /** URL of a picture of this configuration. */
  readonly image?: string;
}

const yes = { en: 'Yes', nl: 'Ja', de: 'Ja', fr: 'Oui', es: 'Sí', it: 'Sì' };
const no = { en: 'No', nl: 'Nee', de: 'Nein', fr: 'Non', es: 'No', it: 'No' };

/**
 * The enriched items array of a configuration: product → step → repetition → feature, with names in the language
 * given. Visible, answered features only. Source: docs/dialects.md, "In `items`".
 */
export function enrich(
  resolution: Resolution,
  product: PublishedProduct,
  { language, image = '' }: EnrichOptions,
): Items {
  const languages = [language, ...product.languages];
  return [
    {
      product_id: product.id,
      product_name: localise(product.name, languages),
      image,
      items: resolution.steps
        .filter(({ visible }) => visible)
        .map(({ step, repetitions }) => ({
          ID: step.id,
          repetitionAmount: repetitions.length,
          repetitions: repetitions.map((states) =>
            states
              .filter(({ visible, value }) => visible && value !== undefined)
              .map((state) => enrichFeature(state, languages)),
          ),
        })),
    },
  ];
}

function enrichFeature({ feature, value }: FeatureState, languages: readonly string[]): EnrichedFeature {
  const common = { ID: feature.id, feature_name: localise(feature.name, languages) };
  switch (feature.type) {
    case 'choice':
    case 'yes_no': {
      const selected = subfeature(feature, value as string | boolean | OwnValue, languages);
      return { ...common, type: 'single_selection', value: selected.ID, selected };
    }
    case 'multi_choice': {
      const chosen = value as string[];
      return {
        ...common,
        type: 'multiple_selection',
        value: Object.fromEntries(feature.options!.map(({ id }) => [id, chosen.includes(id)])),
        selected: chosen.map((id) => subfeature(feature, id, languages)),
      };
    }
    case 'date':
      return { ...common, type: 'date', value: value as string };
    case 'file': {
      const { file_id, name, size } = value as FileValue;
      return {
        ...common,
        type: 'file_input',
        value: file_id,
        selected: { ID: file_id, name, custom_properties: { size } },
      };
    }
    default:
      return typeof value === 'number'
        ? { ...common, type: 'number_input', value }
        : { ...common, type: 'text_input', value: typeof value === 'string' ? value : JSON.stringify(value) };
  }
}

/** The chosen answer: an option, `yes` or `no`, or `own` with what the shopper entered as its name. */
function subfeature(
  feature: PublishedFeature,
  value: string | boolean | OwnValue,
  languages: readonly string[],
): SelectedSubfeature {
  if (typeof value === 'boolean')
    return {
      ID: value ? 'yes' : 'no',
      name: localise(value ? yes : no, languages),
      custom_properties: value ? { ...feature.custom_properties } : {},
    };
  if (typeof value !== 'string')
    return { ID: 'own', name: value.own, custom_properties: { ...feature.own?.custom_properties } };
  const option = feature.options!.find(({ id }) => id === value);
  return {
    ID: value,
    name: localise(option?.name, languages),
    custom_properties: { ...option?.custom_properties },
  };
}
