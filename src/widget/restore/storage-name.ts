import type { PublishedProduct } from '../../contract/published/published-product.ts';

/**
 * The name of this element's configuration in the page's URL (`#quotelet.oak-table=…`) and in the browser's storage. An id tells
 * elements of one product apart.
 */
export const storageName = ({ id }: Pick<PublishedProduct, 'id'>, host: HTMLElement) =>
  `quotelet.${id}${host.id && `~${host.id}`}`;
