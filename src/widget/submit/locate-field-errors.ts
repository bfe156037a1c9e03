import type { AddQuoteRequest } from '../../contract/quote/add-quote.ts';
import { formatPath } from '../../engine/feature-path.ts';
import type { Widget } from '../mount/widget.ts';
import type { FieldError } from './submit-error.ts';

/** Finds the questions that the companion's errors are about: `items[0].items[1].repetitions[0][2].value` is one of ours. */
export function locateFieldErrors(
  { product }: Widget,
  items: AddQuoteRequest['items'],
  details: readonly FieldError[],
): FieldError[] {
  return details.map(({ path, message }) => {
    const [, step, repetition, feature] =
      /^items\[0\]\.items\[(\d+)\]\.repetitions\[(\d+)\]\[(\d+)\]/.exec(path) ?? [];
    const found = items[0]?.items[Number(step)];
    const id = found?.repetitions[Number(repetition)]?.[Number(feature)]?.ID;
    if (!found || !id) return { path, message };
    const repeats = product.steps.some((each) => each.id === found.ID && each.repeat);
    return { path: repeats ? formatPath(id, found.ID, Number(repetition)) : id, message };
  });
}
