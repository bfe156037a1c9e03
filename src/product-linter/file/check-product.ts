import { Product, type ProductInput } from '../../contract/product/product.ts';
import { checkExpressions } from '../check-expressions.ts';
import { type CompiledProduct, compileProduct } from '../../product-compiler/compile-product.ts';
import { explainIssue } from './explain-issue.ts';

/** A product file that was checked: its definition (private parts included) and published form, unless a problem is an error. */
export interface CheckedProduct extends CompiledProduct {
  readonly definition?: Product;
}

/**
 * Checks a product file in full: its shape, then its names, rules, prices and expressions. Problems say where, what is
 * wrong, and what to write instead.
 *
 * @param json the parsed file.
 */
export function checkProduct(json: unknown): CheckedProduct {
  const parsed = Product.safeParse(json);
  if (!parsed.success) {
    return { problems: parsed.error.issues.flatMap((issue) => explainIssue(issue, Product, json)) };
  }
  const compiled = compileProduct(json as ProductInput, { check: checkExpressions });
  return compiled.product ? { ...compiled, definition: parsed.data } : compiled;
}
