import type { Text } from '../product/text.ts';

/**
 * A price. `incomplete`: something it needs is unanswered, or a line has no price; `missing` says what. `on_request`: there
 * is none, `reason` says why. Totals are null in both. `total` is what the shopper sees as the price: net or gross as the
 * product's prices are.
 */
export interface Price {
  readonly state: 'priced' | 'incomplete' | 'on_request';
  readonly currency: string;
  /** Decimals of the currency: 2 for EUR, 0 for JPY. */
  readonly digits: number;
  readonly lines: readonly LineItem[];
  readonly net: number | null;
  readonly tax: number | null;
  readonly gross: number | null;
  readonly total: number | null;
  readonly tax_rate: number;
  readonly prices: 'net' | 'gross';
  /** Paths of features (or ids of repeatable steps, or of price lines, or `quantity`) that are missing; "*": there is no sum. */
  readonly missing: readonly string[];
  readonly reason?: Text;
}

/** One row of a price breakdown. Money is in integer minor units. */
export interface LineItem {
  /** Price rule id; with `#n` behind it for repetition n (from 1). */
  readonly id: string;
  readonly name: Text;
  readonly group?: string;
  /** Repetition, from 0. */
  readonly repetition?: number;
  /** 1 for lines once per order. */
  readonly quantity: number;
  /** Absent where only the total is exact (`authoritative: "total"`). */
  readonly unit_price?: number;
  readonly total: number;
  readonly authoritative: 'unit' | 'total';
  /** What was measured for one piece, for "2.35 m² × …". */
  readonly measure?: { readonly value: number; readonly unit: string };
  readonly item_type?: string;
  readonly external_ref?: string;
}
