import type { ProductInput } from '../../contract/product/product.ts';
import type { PublishedProduct } from '../../contract/published/published-product.ts';

/**
 * The published form of a product: what the companion serves already is; a definition as the merchant wrote it (from a
 * static file) is published here, with code that only such pages fetch.
 *
 * @throws Error with the code `invalid_product` where the definition is none.
 */
export async function publishedProduct(product: unknown): Promise<PublishedProduct> {
  if ((product as PublishedProduct).format === 1) return product as PublishedProduct;
  return (await import('./compile-definition.ts')).compileDefinition(product as ProductInput);
}
