import { localise } from '../../text/localise.ts';
import { toMajor } from '../../engine/price/money.ts';
import type { LineItem, Price } from '../../contract/configuration/price.ts';

/** A price as it was when it was submitted, in the shopper's language. Money is in decimals, as on the wire. */
export interface FrozenPrice {
  readonly state: Price['state'];
  readonly currency: string;
  readonly digits: number;
  readonly prices: Price['prices'];
  readonly tax_rate: number;
  readonly net: number | null;
  readonly tax: number | null;
  readonly gross: number | null;
  readonly total: number | null;
  readonly reason: string;
  readonly lines: readonly {
    readonly name: string;
    readonly quantity: number;
    readonly unit_price: number | null;
    readonly total: number;
    /** The measure of one piece: 1.8 m². Absent from prices that were frozen before it was kept. */
    readonly measure?: LineItem['measure'];
  }[];
}

/** Freezes a price breakdown for the quotation, so that later changes of the product don't touch it. */
export function freezePrice(price: Price, languages: readonly string[]): FrozenPrice {
  const { digits } = price;
  const decimal = (minor: number | null | undefined): number | null =>
    minor == null ? null : toMajor(minor, digits);
  return {
    state: price.state,
    currency: price.currency,
    digits,
    prices: price.prices,
    tax_rate: price.tax_rate,
    net: decimal(price.net),
    tax: decimal(price.tax),
    gross: decimal(price.gross),
    total: decimal(price.total),
    reason: localise(price.reason, languages),
    lines: price.lines.map((line) => ({
      name: `${localise(line.name, languages)}${line.repetition === undefined ? '' : ` ${line.repetition + 1}`}`,
      quantity: line.quantity,
      unit_price: decimal(line.unit_price),
      total: toMajor(line.total, digits),
      ...(line.measure ? { measure: line.measure } : {}),
    })),
  };
}
