import type { PublishedProduct } from '../../contract/published/published-product.ts';
import { visibleFeatures } from './visible-features.ts';

/** Products with more questions than this are shown one step at a time. */
const LONG = 12;

/** Whether a product is shown one step at a time. */
export const isPaged = (product: PublishedProduct) =>
  product.steps.length > 1 && visibleFeatures(product).length > LONG;
