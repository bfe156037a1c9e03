import type { ProductInput } from '../../contract/product/product.ts';
import type { PublishedProduct } from '../../contract/published/published-product.ts';

/**
 * The published form of a product. The companion serves it as such; a definition as the merchant wrote it, from a static
 * file, is compiled here, with code that only such pages load.
 *
 * @throws CodedError `invalid_product`
 */
export async function toPublishedProduct(product: unknown): Promise<PublishedProduct> {
  if ((product as PublishedProduct).format === 1) return product as PublishedProduct;
  return (await import('./compile-definition.ts')).compileDefinition(product as ProductInput);
}
