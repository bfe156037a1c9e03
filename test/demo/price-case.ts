import type { Selections } from '../../src/contract/configuration/value.ts';

/** A configuration and what it costs, worked out by hand from the price list of the product. Money in decimals. */
export interface PriceCase {
  readonly name: string;
  /** What differs from the defaults. */
  readonly select?: Selections;
  readonly quantity?: number;
  readonly currency?: string;
  /** Line id → total. All lines, where given. */
  readonly lines?: Readonly<Record<string, number>>;
  /** Null: on request. */
  readonly total: number | null;
  /** `[net, tax, gross]`. */
  readonly taxed?: readonly [number, number, number];
}
