import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { CompileContext } from '../../product-compiler/compile-context.ts';
import { boundsOf } from './bounds-of.ts';
import type { Environment } from './environment.ts';

/** Reports features and repetitions whose bounds, with those of rules, leave nothing between them. */
export function checkBounds(
  product: PublishedProduct,
  environment: Environment,
  context: CompileContext,
): void {
  for (const step of product.steps) {
    for (const { id, min, max } of [
      ...step.features,
      ...(step.repeat ? [{ ...step.repeat, id: step.id }] : []),
    ]) {
      const [low, high] = boundsOf(min, max, environment);
      if (low <= high) continue;
      const message = `nothing fits "${id}": at least ${low} and at most ${high}`;
      context.error(context.names.get(id)?.path ?? '', message, 'change its bounds, or the rules about them');
    }
  }
}
