import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { CompileContext } from '../../product-compiler/compile-context.ts';
import { quoteOf } from '../quote-of.ts';
import { checkExpected } from './check-expected.ts';
import type { Report } from './report.ts';
import { TypeChecker } from './type-checker.ts';

/** Reports what certainly does not fit: kinds of values, units, options. One problem an expression, the innermost. */
export function checkTypes(product: PublishedProduct, context: CompileContext): void {
  const checker = new TypeChecker(product);
  const reported = new Set<string>();
  for (const written of context.written) {
    const { expr, site, path, expected } = written;
    const quote = quoteOf(written, context);
    let failed = false;
    const report: Report = (part, message, hint) => {
      const at = Array.isArray(part) ? context.nodes.get(part)?.at : undefined;
      const located = at === undefined ? message : `column ${at + 1}: ${message}`;
      const key = `${path} ${located}`;
      if (!failed && !reported.has(key)) context.error(path, located, hint);
      failed = true;
      reported.add(key);
    };
    const type = checker.typeOf(expr, site, report, quote);
    if (!failed) checkExpected({ expr, type }, expected, { names: checker.names, report, quote });
  }
}
