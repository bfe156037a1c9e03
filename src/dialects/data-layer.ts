import type { DataLayerEntry } from '../contract/vendors/data-layer.ts';

/** What every entry is made from. `value`: decimal, for all pieces; null where there is no price. */
export interface Tracked {
  readonly product_id: string;
  readonly product_name: string;
  readonly currency: string;
  readonly value: number | null;
  readonly quantity: number;
}

/** How a submission went. */
export type Finish = Pick<
  Extract<DataLayerEntry, { event: 'ic_finish' }>,
  'path' | 'button_id' | 'transaction_id'
>;

function facts({ product_id, product_name, currency, value, quantity }: Tracked) {
  const price = value === null ? undefined : +(value / quantity).toPrecision(12);
  return {
    product_id,
    product_name,
    currency,
    value,
    quantity,
    items: [
      { item_id: product_id, item_name: product_name, ...(price !== undefined && { price }), quantity },
    ],
  };
}

/** The configurator is there. `step`: the id of the one on screen. */
export const setupEntry = (tracked: Tracked, step: string): DataLayerEntry => ({
  event: 'ic_setup',
  ...facts(tracked),
  step,
});

/** The configuration or its price is another one. */
export const updateEntry = (tracked: Tracked, step: string): DataLayerEntry => ({
  event: 'ic_update',
  ...facts(tracked),
  step,
});

/** It was asked for, or put in the cart. */
export const finishEntry = (
  tracked: Tracked,
  { path, button_id, transaction_id }: Finish,
): DataLayerEntry => ({ event: 'ic_finish', ...facts(tracked), path, button_id, transaction_id });
