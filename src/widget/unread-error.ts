import type { PublishedProduct } from '../contract/published.ts';
import { codedError, type CodedError } from './coded-error.ts';

/**
 * Says what of a selection could not be read. The code is `unknown_feature` where the product
 * has no such feature, else `wrong_type`.
 *
 * @param paths `width`, `boards[0].colour`; `boards[0]` for a repetition that is none; undefined for a selection that is none.
 */
export function unreadError({ steps }: PublishedProduct, paths: readonly string[] | undefined): CodedError {
  if (!paths) return codedError('wrong_type', 'A selection is an object: {"width": 900}');
  const known = steps.flatMap(({ id, repeat, features }) =>
    repeat
      ? [id, ...features.map((feature) => `${id}.${feature.id}`)]
      : features.map((feature) => feature.id),
  );
  const strange = paths.filter((path) => !['quantity', ...known].includes(path.replace(/\[\d+\]/, '')));
  if (strange.length)
    return codedError('unknown_feature', `The product does not have: ${strange.join(', ')}`);
  return codedError('wrong_type', `Not of the right type: ${paths.join(', ')}`);
}
