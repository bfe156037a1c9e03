import type { PublishedProduct } from '../contract/published.ts';
import { Picture } from './app.tsx';
import { FileInput } from './inputs/inputs.ts';
import { Repetitions } from './step.tsx';
import { StepsNav, StepsTurn } from './steps.tsx';

/** Products of more questions than this are asked step by step. */
const LONG = 12;

/** Whether a product is shown one step at a time. */
export const isPaged = ({ steps }: PublishedProduct) =>
  steps.length > 1 &&
  steps.flatMap(({ features }) => features.filter(({ type }) => type !== 'hidden')).length > LONG;

/** Fetches what this product needs from the start, beside the parts that every product needs. */
export const partsFor = (product: PublishedProduct): Promise<unknown>[] => [
  ...(isPaged(product) ? [StepsNav.load(), StepsTurn.load()] : []),
  ...(product.steps.some(({ repeat }) => repeat) ? [Repetitions.load()] : []),
  ...(product.steps.some(({ features }) => features.some(({ type }) => type === 'file'))
    ? [FileInput.load()]
    : []),
  ...(product.drawing ? [Picture.load()] : []),
];
