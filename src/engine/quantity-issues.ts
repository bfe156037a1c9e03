import type { Issue } from '../contract/configuration/issue.ts';
import type { PublishedProduct } from '../contract/published/published-product.ts';

/** The issue of a quantity that is out of bounds or not a multiple of its step, with the nearest that is neither as its repair. */
export function quantityIssues(
  { quantity: { min, max, step, default: usual } }: Pick<PublishedProduct, 'quantity'>,
  quantity: number,
): Issue[] {
  const value = Math.min(max, Math.max(min, Math.ceil(quantity / step) * step)) || usual;
  if (value === quantity) return [];
  const code = quantity > max ? 'too_large' : quantity >= min ? 'not_a_multiple' : 'too_small';
  return [
    {
      kind: 'invalid',
      level: 'error',
      code,
      path: 'quantity',
      params: { min, max, step },
      repairs: [{ path: 'quantity', value }],
    },
  ];
}
