import * as defaults from '../../contract/product/defaults.ts';
import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { CompileContext } from '../compile-context.ts';

/** How many pieces may be ordered. */
export function compileQuantity(context: CompileContext): PublishedProduct['quantity'] {
  const {
    min = defaults.quantityMin,
    max = defaults.quantityMax,
    step = defaults.quantityStep,
    default: given,
  } = context.input.quantity ?? {};
  const first = Math.ceil(min / step) * step;
  const chosen = given ?? first;
  if (min > max) context.error('quantity.min', `min ${min} is above max ${max}`, 'raise max');
  else if (chosen < min || chosen > max || chosen % step !== 0) {
    context.error(
      given === undefined ? 'quantity' : 'quantity.default',
      `${chosen} is not a multiple of ${step} between ${min} and ${max}`,
      `write ${first <= max ? first : 'bounds that hold a multiple of the step'}`,
    );
  }
  return { min, max, step, default: chosen };
}
