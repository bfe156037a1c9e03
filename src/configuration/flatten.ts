import type { PublishedFeature } from '../contract/published/published-feature.ts';
import type { PublishedProduct } from '../contract/published/published-product.ts';
import type { EnrichedFeature, Items, Line, SelectedSubfeature } from '../contract/quote/items.ts';
import { localise } from '../text/localise.ts';
import { numberFormat } from '../text/number-format.ts';

/**
 * The items as a flat list: one line per answer, or per subfeature chosen of a multiple selection. Unlike a map by feature ID,
 * it keeps repetitions apart.
 */
export function flatten(items: Items, product: PublishedProduct, language: string): Line[] {
  const languages = [language, ...product.languages];
  return items.flatMap(({ product_id, items: steps }) =>
    steps.flatMap(({ ID, repetitions }) => {
      const step = product.steps.find((one) => one.id === ID);
      const step_name = localise(step?.name, languages);
      const known = new Map(step?.features.map((feature) => [feature.id, feature]));
      return repetitions.flatMap((features, repetition) =>
        features.flatMap((one) => {
          const feature = known.get(one.ID);
          const common = {
            product_id,
            step_id: ID,
            step_name,
            repetition,
            feature_id: one.ID,
            feature_name: one.feature_name,
          };
          return answersOf(one, feature, language).map((answer): Line => ({
            ...common,
            type: one.type,
            ...answer,
          }));
        }),
      );
    }),
  );
}

type FlatAnswer = Pick<Line, 'value' | 'display' | 'subfeature_id' | 'custom_properties'>;

function answersOf(
  { value, selected }: EnrichedFeature,
  feature: PublishedFeature | undefined,
  language: string,
): FlatAnswer[] {
  if (selected) return (Array.isArray(selected) ? selected : [selected]).map(chosen);
  if (typeof value === 'number') return [{ value, display: quantityInWords(value, feature, language) }];
  return typeof value === 'string' ? [{ value, display: value }] : [];
}

const chosen = ({ ID, name, custom_properties }: SelectedSubfeature): FlatAnswer => ({
  value: ID,
  display: name,
  subfeature_id: ID,
  custom_properties,
});

/** Units that are not written as their own name. */
const signs: Partial<Record<string, string>> = { percent: ' %', degree: '°', piece: '', none: '' };

/** By language: creating a formatter costs more than all the rest of a submission's lines. */
const formats = new Map<string, Intl.NumberFormat>();

/** A number with its unit, in the unit it is shown in: "1,200 mm", "51.12 kg". */
function quantityInWords(value: number, feature: PublishedFeature | undefined, language: string): string {
  const format = formats.get(language) ?? numberFormat(language, { maximumFractionDigits: 3 });
  // Languages come from outside, so the cache is bounded.
  if (formats.size < 100) formats.set(language, format);
  const unit = feature?.display_unit ?? feature?.unit ?? 'none';
  return format.format(value / (feature?.scale ?? 1)) + (signs[unit] ?? ` ${unit}`);
}
