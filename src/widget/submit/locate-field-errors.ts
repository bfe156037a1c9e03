import type { AddQuoteRequest } from '../../contract/quote/add-quote.ts';
import { formatPath } from '../../engine/feature-path.ts';
import type { Widget } from '../mount/widget.ts';
import type { Objection } from './submit-error.ts';

/** What the companion objects to, at the questions it is about: `items[0].items[1].repetitions[0][2].value` is one of ours. */
export function objections(
  { product }: Widget,
  items: AddQuoteRequest['items'],
  details: readonly Objection[],
): Objection[] {
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
