import type { Answers } from '../../contract/configuration/answers.ts';
import type { Selections } from '../../contract/configuration/value.ts';
import type { Engine } from '../../engine/create-engine.ts';
import { readSelections } from '../../configuration/read-selections.ts';
import { isRecord } from '../../contract/is-record.ts';

/**
 * The answers with a page's selections, which may include `quantity`.
 *
 * @returns in `unread` the paths that could not be read and are left out; undefined if the selections are not an object
 */
export function selectAnswers(
  { product }: Engine,
  before: Answers,
  selections: unknown,
): { readonly answers: Answers; readonly unread: readonly string[] | undefined } {
  if (!isRecord(selections)) return { answers: before, unread: undefined };
  const { quantity, ...rest } = selections;
  const { answers, unknown } = readSelections(before, product, rest as Selections, 'import');
  const counted = Number.isFinite(quantity);
  const unread = [...unknown, ...(quantity === undefined || counted ? [] : ['quantity'])];
  return {
    answers: counted ? { ...answers, quantity: quantity as number } : answers,
    unread,
  };
}
