export type ExternalPriceState = 'pending' | 'adjusted' | 'confirming' | 'fallback';

/** A price as it is shown while external sources price, and how far they are. */
export interface ShownPrice<Price, State = ExternalPriceState> {
  readonly state: State;
  readonly price: Price;
  /** Whether it has been awaited for so long that the shopper should be told. */
  readonly slow: boolean;
}
