import type { PublishedProduct } from '../../contract/published/published-product.ts';
import { inputs } from '../inputs/inputs.ts';
import { LazyRepetitions } from '../questions/lazy-repetitions.ts';
import { visibleFeatures } from './visible-features.ts';

/** Loads what this product needs from the start, in addition to what every product needs. */
export const loadParts = (product: PublishedProduct): (Promise<unknown> | false | undefined)[] => [
  ...visibleFeatures(product).map(({ type }) => inputs[type].load?.()),
  product.steps.some(({ repeat }) => repeat) && LazyRepetitions.load(),
];
