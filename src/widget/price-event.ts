import type { PriceEvent } from '../contract/event.ts';
import { toMajor } from '../configuration/money.ts';
import { lineDecimals } from '../configuration/money.ts';
import type { Texts } from './texts.ts';
import type { Offer } from './widget.ts';

/** A price as the page hears it. */
export function priceEvent({ state, price }: Offer, { text }: Texts): PriceEvent {
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
      name: text(line.name),
      quantity: line.quantity,
      ...lineDecimals(line, price.digits),
    })),
  };
}
