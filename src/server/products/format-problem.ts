import type { LocatedProblem } from '../../product-linter/file/read-product.ts';

/** `products/table.json:12: steps[0].name: it is missing (write a text in quotes)`: editors make a link of its beginning. */
export const formatProblem = (
  file: string,
  { line, path, level, message, hint }: Omit<LocatedProblem, 'hint'> & { readonly hint?: string },
): string =>
  `${file}:${line}: ${path === '' ? '' : `${path}: `}${level === 'warning' ? 'warning: ' : ''}${message}${hint === undefined ? '' : ` (${hint})`}`;
