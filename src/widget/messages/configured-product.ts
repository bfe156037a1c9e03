import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { ConfiguredProduct } from '../../dialects/dialect.ts';
import type { Resolved } from '../../engine/resolved.ts';
import { ownText } from '../inputs/own-text.ts';
import type { Widget } from '../mount/widget.ts';

/** The part of a configuration that dialects want in words, files and grams. */
export const configuredProduct = (
  { product, texts }: Widget,
  resolved: Resolved,
): Pick<ConfiguredProduct, 'file_name' | 'weight' | 'inWords'> => ({
  file_name: fileNameIn(resolved),
  weight: weightOf(product, resolved),
  inWords(id) {
    const { value, feature } = resolved.features.get(id) ?? {};
    const option = feature?.options?.find((one) => one.id === value);
    return option ? texts.text(option.name) : typeof value === 'string' ? value : ownText(value);
  },
});

function fileNameIn({ features }: Resolved): string | null {
  for (const { value } of features.values())
    if (value && typeof value === 'object' && 'name' in value) return value.name;
  return null;
}

/** Grams: of the value called `weight`, else of the first one that is a weight. Those in repetitions weigh only a part. */
function weightOf(product: PublishedProduct, { scope }: Resolved): number | null {
  const values = scope.global;
  const numbers = [...product.steps.flatMap(({ features }) => features), ...product.measures].filter(
    ({ id }) => typeof values[id] === 'number',
  );
  const found =
    numbers.find(({ id }) => id === 'weight') ?? numbers.find(({ unit }) => /^k?g$/.test(unit ?? ''));
  return found ? +((values[found.id] as number) * (found.unit === 'kg' ? 1000 : 1)).toPrecision(12) : null;
}
