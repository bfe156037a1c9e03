import type { PublishedProduct } from '../../contract/published/published-product.ts';
import { codedError, type CodedError } from '../../element-api/coded-error.ts';

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
  const wrong = paths.filter((path) => !strange.includes(path));
  const message = [
    strange.length && `The product does not have: ${strange.join(', ')}`,
    wrong.length && `Not of the right type: ${wrong.join(', ')}`,
  ];
  return codedError(strange.length ? 'unknown_feature' : 'wrong_type', message.filter(Boolean).join('. '));
}
