import type { PublishedProduct } from '../../contract/published/published-product.ts';
import { inputs } from '../inputs/inputs.ts';
import { LazyRepetitions } from '../questions/lazy-repetitions.ts';

/** Products of more questions than this are asked step by step. */
const LONG = 12;

const asked = ({ steps }: PublishedProduct) =>
  steps.flatMap(({ features }) => features.filter(({ type }) => type !== 'hidden'));

/** Whether a product is shown one step at a time. */
export const isPaged = (product: PublishedProduct) =>
  product.steps.length > 1 && asked(product).length > LONG;

/** Fetches what this product needs from the start, beside the parts that every product needs. */
export const partsFor = (product: PublishedProduct): (Promise<unknown> | undefined)[] => [
  ...asked(product).map(({ type }) => inputs[type].load?.()),
  ...(product.steps.some(({ repeat }) => repeat) ? [LazyRepetitions.load()] : []),
];
