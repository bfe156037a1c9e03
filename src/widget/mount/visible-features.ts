import type { PublishedFeature, PublishedProduct } from '../../contract/published/published-product.ts';

/** The features that a shopper may be asked. */
export const visibleFeatures = ({ steps }: PublishedProduct): PublishedFeature[] =>
  steps.flatMap(({ features }) => features.filter(({ type }) => type !== 'hidden'));
