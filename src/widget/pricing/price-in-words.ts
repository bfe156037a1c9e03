import type { Widget } from '../mount/widget.ts';
import { currentPrice } from './current-price.ts';

/** The price on screen in words: "€1,240.50", or why there is none. */
export function priceInWords(widget: Widget): string {
  const { total, state, ...currency } = currentPrice(widget);
  const { t, money } = widget.texts;
  return total === null ? t(state === 'on_request' ? state : 'incomplete') : money(total, currency);
}
