import type { DataLayerEntry } from '../../contract/vendors/data-layer.ts';
import type { PriceEvent, SubmittedEvent } from '../../element-api/widget-events.ts';
import { finishEntry, setupEntry, updateEntry, type Tracked } from '../../dialects/data-layer.ts';
import { priceEvent } from '../pricing/price-event.ts';
import type { Widget } from '../mount/widget.ts';

/** Hands to the page's tag manager what the shopper does: only of products that allow it. */
function track({ options: { page } }: Widget, entry: DataLayerEntry): void {
  if (page) page.track(entry);
  else ((window as { dataLayer?: object[] }).dataLayer ??= []).push(entry);
}

export const trackSetup = (widget: Widget): void =>
  track(widget, setupEntry(configured(widget, priceEvent(widget)), widget.step.peek()));

export const trackUpdate = (widget: Widget, price: PriceEvent): void =>
  track(widget, updateEntry(configured(widget, price), widget.step.peek()));

/** `transaction_id`: of what was stored, if anything was. */
export function trackFinish(widget: Widget, submitted: SubmittedEvent, transaction_id: string | null): void {
  const { answer, button_id } = submitted;
  const finish = { path: answer?.path ?? 'cart', button_id, transaction_id };
  track(widget, finishEntry(tracked(widget, submitted), finish));
}

const configured = (widget: Widget, price: PriceEvent): Tracked =>
  tracked(widget, { ...price, quantity: widget.state.resolved.peek().quantity });

const tracked = (
  widget: Widget,
  { total_price, currency, quantity }: Pick<SubmittedEvent, 'total_price' | 'currency' | 'quantity'>,
): Tracked => ({
  product_id: widget.product.id,
  product_name: widget.texts.text(widget.product.name),
  currency,
  value: total_price,
  quantity,
});
