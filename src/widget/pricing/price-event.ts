import type { PriceEvent } from '../../element-api/widget-events.ts';
import { lineDecimals } from '../../engine/price/line-decimals.ts';
import { toMajor } from '../../engine/price/money.ts';
import type { Widget } from '../mount/widget.ts';
import { currentPrice } from './current-price.ts';

/** The price on screen, or another one, as events report it. */
export function priceEvent(
  widget: Widget,
  price = currentPrice(widget),
  state: PriceEvent['state'] = widget.externalPrice.peek()?.state ?? 'base',
): PriceEvent {
  const major = (minor: number | null) => (minor === null ? null : toMajor(minor, price.digits));
  return {
    state: price.state === 'priced' ? state : price.state,
    currency: price.currency,
    total_price: major(price.total),
    net: major(price.net),
    tax: major(price.tax),
    gross: major(price.gross),
    line_items: price.lines.map((line) => ({
      id: line.id,
      name: widget.texts.text(line.name),
      quantity: line.quantity,
      ...lineDecimals(line, price.digits),
    })),
  };
}
