import { compileProduct } from '../../../src/product-compiler/compile-product.ts';
import type { ProductInput } from '../../../src/contract/product/product.ts';
import type { PublishedProduct } from '../../../src/contract/published/published-product.ts';
import { productOf } from './product-of.ts';

/** Problems of a product around these parts, each as `path: message (hint)`. Without the further checks. */
export const problemsOf = (parts: Partial<ProductInput>): string[] =>
  compileProduct(productOf(parts)).problems.map(({ path, message, hint }) => `${path}: ${message} (${hint})`);

/** The published form of a product around these parts, which must be without problems. */
export function publishedOf(parts: Partial<ProductInput>): PublishedProduct {
  const { product, problems } = compileProduct(productOf(parts));
  if (!product || problems.length > 0) throw new Error(JSON.stringify(problems));
  return product;
}
