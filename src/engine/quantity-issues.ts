import type { Answers } from '../contract/configuration/answers.ts';
import type { Issue } from '../contract/configuration/issue.ts';
import type { PublishedProduct } from '../contract/published/published-product.ts';

/** The issue of a quantity that is out of bounds or not a multiple of its step, with the nearest that is neither as its repair. */
export function quantityIssues(
  { quantity: { min, max, step, default: usual } }: PublishedProduct,
  answers: Answers,
): Issue[] {
  const asked = answers.quantity ?? usual;
  const value = Math.min(max, Math.max(min, Math.ceil(asked / step) * step)) || usual;
  if (value === asked) return [];
  const code = asked > max ? 'too_large' : asked >= min ? 'not_a_multiple' : 'too_small';
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
