import type { CanonicalConfiguration } from '../../contract/configuration/canonical-configuration.ts';
import type { Price } from '../../contract/configuration/price.ts';
import type { Source } from './price-state.ts';

/** A configuration to price. */
export interface PriceRequest {
  readonly configuration: CanonicalConfiguration;
  /** The product's own price of it. */
  readonly price: Price;
}

/**
 * Has a source price a configuration; null keeps the product's own price.
 *
 * @param signal aborts when the answer is no longer needed
 */
export type AskPrice = (request: PriceRequest, signal: AbortSignal) => Promise<Price | null>;

/** Has external sources price the configuration on screen. */
export interface Pricer {
  /** Starts using a source, forgetting what it has replied before; without `ask`, stops using it. */
  use(source: Source, ask: AskPrice | null | undefined): void;
  /** The configuration may have changed. */
  edited(): void;
  /**
   * The price to submit the configuration on screen with: waits for the final reply, but no longer than the product allows.
   *
   * @param signal aborts when it is not to be submitted after all
   */
  confirm(signal: AbortSignal): Promise<Price>;
}
