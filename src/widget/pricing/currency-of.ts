import type { PublishedProduct } from '../../contract/published/published-product.ts';

/** The currency wished for, if it is among the product's others; undefined for its own. */
export const currencyOf = ({ currencies = {} }: PublishedProduct, wanted = ''): string | undefined =>
  Object.hasOwn(currencies, wanted) ? wanted : undefined;
