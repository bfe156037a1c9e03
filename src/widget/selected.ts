import type { Answers } from '../contract/resolution.ts';
import type { Selections } from '../contract/value.ts';
import type { Engine } from '../configuration/engine.ts';
import { withSelections } from '../configuration/read-selections.ts';
import { codedError, type CodedError } from './coded-error.ts';
import { unreadError } from './unread-error.ts';

/** Answers with what a page selects, `quantity` among it, and what of that could not be read and is left out. */
export function selected(
  { product }: Engine,
  before: Answers,
  selections: unknown,
): { readonly answers: Answers; readonly error?: CodedError | undefined } {
  if (!isRecord(selections))
    return { answers: before, error: codedError('wrong_type', 'A selection is an object: {"width": 900}') };
  const { quantity, ...rest } = selections;
  const { answers, unknown } = withSelections(before, product, rest as Selections, 'import');
  const counted = Number.isFinite(quantity);
  const wrong = [
    ...unknown,
    ...product.steps.flatMap(({ id, repeat }) => {
      const repetitions = repeat && rest[id];
      return Array.isArray(repetitions)
        ? repetitions.flatMap((one, index) => (isRecord(one) ? [] : `${id}[${index}]`))
        : [];
    }),
    ...(quantity === undefined || counted ? [] : ['quantity']),
  ];
  return {
    answers: counted ? { ...answers, quantity: quantity as number } : answers,
    error: unreadError(product, wrong),
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
