import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { Expr } from '../../contract/published/expr.ts';
import type { ExpressionSite } from '../../product-compiler/expression-site.ts';
import { TypeInference } from './type-inference.ts';
import { NameTypes } from './name-types.ts';
import type { Quote, Report } from './report.ts';
import type { Type } from './type.ts';

/** Works out what expressions yield, and reports what certainly does not fit together. What cannot be told passes. */
export class TypeChecker {
  readonly names: NameTypes;

  constructor(product: PublishedProduct) {
    this.names = new NameTypes(product, (expr) =>
      this.of(
        expr,
        {},
        () => undefined,
        () => '',
      ),
    );
  }

  /** The type of a term. */
  of(expr: Expr, site: ExpressionSite, report: Report, quote: Quote): Type {
    return new TypeInference(this.names, site, report, quote).of(expr);
  }
}
