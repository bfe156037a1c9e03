import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { CompileContext } from '../../product-compiler/compile-context.ts';
import { checkBounds } from './check-bounds.ts';
import { checkConditions } from './check-conditions.ts';
import { checkOptions } from './check-options.ts';
import { checkVisibility } from './check-visibility.ts';
import { environmentOf } from './environment-of.ts';

/** Reports conditions that can never hold (errors) or never fail (warnings), and options that can never be chosen. */
export function checkReachability(product: PublishedProduct, context: CompileContext): void {
  const any = environmentOf(product, { answered: false });
  const answered = environmentOf(product, { answered: true });
  const unsatisfiable = checkConditions(any, answered, context);
  checkVisibility(product, any, unsatisfiable, context);
  checkBounds(product, any, context);
  checkOptions(product, any, answered, context);
}
