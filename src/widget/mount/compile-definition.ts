import type { ProductInput } from '../../contract/product/product.ts';
import type { PublishedProduct } from '../../contract/published/published-product.ts';
import { codedError } from '../../element-api/coded-error.ts';
import { compileProduct } from '../../product-compiler/compile-product.ts';

/**
 * Compiles a definition as the merchant wrote it.
 *
 * @throws CodedError `invalid_product` with every problem in its message
 */
export function compileDefinition(definition: ProductInput): PublishedProduct {
  const { product, problems } = compileProduct(definition);
  if (product) return product;
  const lines = problems.map(({ path, message }) => (path ? `${path}: ${message}` : message));
  throw codedError('invalid_product', lines.join('\n'));
}
