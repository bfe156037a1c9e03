import type { Expr } from '../../contract/published/expr.ts';
import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { CompileContext } from '../../product-compiler/compile-context.ts';
import { conjunction } from '../../product-compiler/conjunction.ts';
import { abstractValueOf } from './abstract-value-of.ts';
import { canHold } from './abstract-value.ts';
import type { Environment } from './environment.ts';

/** Reports features whose conditions exclude each other, or those of their step. */
export function checkVisibility(
  product: PublishedProduct,
  environment: Environment,
  unsatisfiable: ReadonlySet<Expr>,
  context: CompileContext,
): void {
  for (const step of product.steps) {
    for (const feature of step.features) {
      const expr = conjunction([step.visible, feature.visible]);
      if (expr === undefined || expr === step.visible || unsatisfiable.has(expr) || expr === false) continue;
      if (canHold(abstractValueOf(expr, environment)) || isOff(step.visible) || isOff(feature.visible))
        continue;
      if ([step.visible, feature.visible].some((one) => one !== undefined && unsatisfiable.has(one)))
        continue;
      context.error(
        context.names.get(feature.id)?.path ?? '',
        `"${feature.id}" is never asked: its conditions and those of its step exclude each other`,
        'change "visible" of the feature or the step, or the rules about them',
      );
    }
  }
}

/** Switched off on purpose: `"visible": false`. */
const isOff = (expr: Expr | undefined) => expr === false;
