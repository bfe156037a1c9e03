import { canonicalConfiguration } from '../../configuration/canonical-configuration.ts';
import type { ChangeMessages } from '../../dialects/dialect.ts';
import type { PriceEvent } from '../../element-api/widget-events.ts';
import type { Widget } from '../mount/widget.ts';
import { configuredProduct } from './configured-product.ts';
import { imageOf } from './image-of.ts';

/** Posts to the page, in the words of other systems, what the configuration costs now. */
export async function postChanges(
  widget: Widget,
  price: PriceEvent,
  loading: readonly Promise<ChangeMessages>[],
): Promise<void> {
  const { product, state, life } = widget;
  const resolved = state.resolved.peek();
  if (price.total_price === null) return;
  const dialects = await Promise.all(loading);
  const image = await imageOf(widget, resolved, canonicalConfiguration(product, resolved));
  if (life.aborted) return;
  const { quantity } = resolved;
  const configured = configuredProduct(widget, resolved, { ...price, quantity }, image);
  for (const message of dialects.flatMap(({ changed }) => changed(configured))) widget.post(message);
}
