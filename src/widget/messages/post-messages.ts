import { canonicalConfiguration } from '../../configuration/canonical-configuration.ts';
import type { MessageDialect, SubmittedProduct } from '../../dialects/dialect.ts';
import { messageDialects } from '../../dialects/message-dialects.ts';
import type { PriceEvent, SubmittedEvent } from '../../element-api/widget-events.ts';
import type { Resolved } from '../../engine/resolved.ts';
import type { Widget } from '../mount/widget.ts';
import { configuredProduct } from './configured-product.ts';
import { imageOf } from './image-of.ts';

const spokenBy = ({ product: { dialects } }: Widget): MessageDialect[] =>
  Object.entries(messageDialects).flatMap(([name, dialect]) => (dialects.includes(name) ? dialect : []));

/** Tells the page in the words of other systems what the configuration costs now, if it has a price. */
export async function postChange(widget: Widget, price: PriceEvent): Promise<void> {
  const { product, state, life } = widget;
  const resolved = state.resolved.peek();
  if (price.total_price === null) return;
  const image = await imageOf(widget, resolved, canonicalConfiguration(product, resolved));
  if (life.aborted) return;
  const { quantity } = resolved;
  const configured = { ...price, quantity, image, ...configuredProduct(widget, resolved) };
  for (const { changed } of spokenBy(widget)) changed?.(configured).forEach((one) => widget.post(one));
}

/**
 * Tells the page in the words of other systems what was submitted.
 *
 * @param more `id`: of what was stored, if anything was
 * @param first dialects that speak before those that are listed
 */
export function postSubmission(
  widget: Widget,
  resolved: Resolved,
  submission: SubmittedEvent,
  more: Pick<SubmittedProduct, 'id' | 'extra_fields'>,
  first: readonly { readonly messages: MessageDialect }[],
): void {
  const { answer, items } = submission;
  const product: SubmittedProduct = {
    ...submission,
    ...configuredProduct(widget, resolved),
    ...more,
    image: items[0]?.image,
    path: answer?.path ?? 'cart',
    language: widget.texts.language,
  };
  const spoken = [...first.map(({ messages }) => messages), ...spokenBy(widget)];
  for (const { submitted } of spoken) submitted(product).forEach((one) => widget.post(one));
}
