import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { PublishedFeature } from '../../contract/published/published-feature.ts';

/** The features that a shopper may be asked. */
export const visibleFeatures = ({ steps }: PublishedProduct): PublishedFeature[] =>
  steps.flatMap(({ features }) => features.filter(({ type }) => type !== 'hidden'));
