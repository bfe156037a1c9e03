import type { ProductInput } from '../../contract/product/product.ts';
import type { PublishedProduct } from '../../contract/published/published-product.ts';
import { compileProduct } from '../../product-compiler/compile-product.ts';

/**
 * Publishes a definition as the merchant wrote it.
 *
 * @throws Error with the code `invalid_product` and every problem in its message.
 */
export function compileDefinition(definition: ProductInput): PublishedProduct {
  const { product, problems } = compileProduct(definition);
  if (product) return product;
  const said = problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('\n');
  throw Object.assign(new Error(said), { code: 'invalid_product' });
}
