import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { CompileContext } from '../../product-compiler/compile-context.ts';
import { checkExpected } from './check-expected.ts';
import { quoteOf } from '../quote-of.ts';
import type { Report } from './report.ts';
import { TypeChecker } from './type-checker.ts';

/** Reports what certainly does not fit: kinds of values, units, options. One problem an expression, the innermost. */
export function checkTypes(product: PublishedProduct, context: CompileContext): void {
  const types = new TypeChecker(product);
  const seen = new Set<string>();
  for (const written of context.written) {
    const quote = quoteOf(written, context);
    let failed = false;
    const report: Report = (expr, message, hint) => {
      const at = Array.isArray(expr) ? context.nodes.get(expr)?.at : undefined;
      const said = at === undefined ? message : `column ${at + 1}: ${message}`;
      const key = `${written.path} ${said}`;
      if (!failed && !seen.has(key)) context.error(written.path, said, hint);
      failed = true;
      seen.add(key);
    };
    const type = types.of(written.expr, written.site, report, quote);
    if (!failed) checkExpected(written.expr, type, written.wanted, types.names, report, quote);
  }
}
