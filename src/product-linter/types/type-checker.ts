import type { Expr } from '../../contract/published/expr.ts';
import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { ExpressionSite } from '../../product-compiler/expression-site.ts';
import type { Quote } from '../quote-of.ts';
import { NameTypes } from './name-types.ts';
import type { Report } from './report.ts';
import type { Type } from './type.ts';
import { TypeInference } from './type-inference.ts';

const silent: Report = () => undefined;

/** Finds the types of a product's expressions, and reports what certainly does not fit together. Doubts pass. */
export class TypeChecker {
  readonly names: NameTypes;

  constructor(product: PublishedProduct) {
    this.names = new NameTypes(product, (expr) => this.typeOf(expr, {}));
  }

  /** The type of an expression where it stands; its faults are reported. */
  typeOf(expr: Expr, site: ExpressionSite, report: Report = silent, quote: Quote = () => ''): Type {
    return new TypeInference(this.names, site, report, quote).of(expr);
  }
}
