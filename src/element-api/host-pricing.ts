import type { CanonicalConfiguration } from '../contract/configuration/canonical-configuration.ts';
import type { LineItem } from '../contract/configuration/price.ts';
import type { PriceEvent } from './widget-events.ts';

/** Prices a configuration in the page's own code; null or undefined keeps the product's own price. */
export type HostPricing = (request: HostPricingRequest) => Promise<HostPrice | null | undefined>;

/** What a page that prices configurations itself is given. */
export interface HostPricingRequest {
  readonly configuration: CanonicalConfiguration;
  /** The product's own price. */
  readonly price: PriceEvent;
  /** Aborts when the price is no longer needed, because the shopper has changed something. */
  readonly signal: AbortSignal;
}

/**
 * The page's price, in major units: lines, a total, or both. An answer with neither, or with something other than a finite
 * number, counts as a failure.
 */
export interface HostPrice {
  readonly line_items?: readonly {
    readonly id?: string;
    readonly name: string;
    readonly quantity?: number;
    readonly unit_price?: number;
    readonly total?: number;
    readonly item_type?: LineItem['item_type'];
  }[];
  readonly total_price?: number;
  /** If given, it has to be the currency of the request. */
  readonly currency?: string;
}
