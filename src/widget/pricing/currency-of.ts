import type { PublishedProduct } from '../../contract/published/published-product.ts';

/** The wanted currency, if it is one of the product's additional ones; undefined for its own. */
export const currencyOf = ({ currencies = {} }: PublishedProduct, wanted = ''): string | undefined =>
  Object.hasOwn(currencies, wanted) ? wanted : undefined;
