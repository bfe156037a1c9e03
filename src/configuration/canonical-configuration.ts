import type { PublishedProduct } from '../contract/published/published-product.ts';
import type { CanonicalConfiguration } from '../contract/configuration/canonical-configuration.ts';
import type { FeatureState } from '../contract/configuration/feature-state.ts';
import type { Resolution } from '../contract/configuration/resolution.ts';
import type { Selections, Value } from '../contract/configuration/value.ts';

/**
 * The canonical form of a configuration: the value chosen, or taken by default, of every visible feature. Derived values are
 * left out, because they follow from the others.
 */
export function canonicalConfiguration(
  product: PublishedProduct,
  resolution: Resolution,
): CanonicalConfiguration {
  const selections: Selections = {};
  for (const { step, visible, repetitions } of resolution.steps) {
    if (!visible) continue;
    if (step.repeat) selections[step.id] = repetitions.map(chosen);
    else Object.assign(selections, chosen(repetitions[0]!));
  }
  return {
    product_id: product.id,
    product_version: product.version,
    quantity: resolution.quantity,
    selections,
  };
}

const chosen = (states: readonly FeatureState[]): Record<string, Value> =>
  Object.fromEntries(
    states
      .filter(({ visible, value, by }) => visible && value !== undefined && by !== 'derived')
      .map(({ feature, value }) => [feature.id, value!]),
  );
