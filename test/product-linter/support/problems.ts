import { checkExpressions } from '../../../src/product-linter/check-expressions.ts';
import { compileProduct } from '../../../src/product-compiler/compile-product.ts';
import type { ProductInput } from '../../../src/contract/product/product.ts';
import { productOf } from '../../product-compiler/support/product-of.ts';

/** Problems of a product around these parts, further checks included: "error rules[0].when: …", and so on. */
export const problems = (parts: Partial<ProductInput>): string[] =>
  compileProduct(productOf(parts), { check: checkExpressions }).problems.map(
    ({ level, path, message, hint }) => `${level} ${path}: ${message} (${hint})`,
  );
