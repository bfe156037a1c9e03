import type { PublishedProduct } from '../../contract/published/published-product.ts';
import { codedError, type CodedError } from '../../element-api/coded-error.ts';

/**
 * The error for a selection that could not be read: `unknown_feature` if the product lacks one of the features, else `wrong_type`.
 *
 * @param paths `width`, `boards[0].colour`; `boards[0]` if the repetition is not an object; undefined if the selection is not
 */
export function unreadError({ steps }: PublishedProduct, paths: readonly string[] | undefined): CodedError {
  if (!paths) return codedError('wrong_type', 'A selection is an object: {"width": 900}');
  const known = steps.flatMap(({ id, repeat, features }) =>
    repeat
      ? [id, ...features.map((feature) => `${id}.${feature.id}`)]
      : features.map((feature) => feature.id),
  );
  const unknown = paths.filter((path) => !['quantity', ...known].includes(path.replace(/\[\d+\]/, '')));
  const wrong = paths.filter((path) => !unknown.includes(path));
  const message = [
    unknown.length && `The product does not have: ${unknown.join(', ')}`,
    wrong.length && `Not of the right type: ${wrong.join(', ')}`,
  ];
  return codedError(unknown.length ? 'unknown_feature' : 'wrong_type', message.filter(Boolean).join('. '));
}
