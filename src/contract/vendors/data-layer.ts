import { z } from 'zod';

/**
 * What the page's `dataLayer` gets of a product that allows it. The event names are those that iConfigure's configurator
 * pushes, so that tags made for it keep firing; `value`, `currency` and `items` are what Google Analytics 4 reads.
 */
const facts = {
  product_id: z.string(),
  product_name: z.string(),
  /** ISO 4217. */
  currency: z.string(),
  /** Decimal, for all pieces; null where there is no price. */
  value: z.number().nullable(),
  quantity: z.number(),
  items: z.array(
    z.strictObject({
      item_id: z.string(),
      item_name: z.string(),
      /** Of one piece; left out where there is no price. */
      price: z.number().optional(),
      quantity: z.number(),
    }),
  ),
};

export const DataLayerEntry = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('ic_setup'), ...facts, step: z.string() }),
  z.strictObject({ event: z.literal('ic_update'), ...facts, step: z.string() }),
  z.strictObject({
    event: z.literal('ic_finish'),
    ...facts,
    path: z.enum(['quotation', 'cart']),
    button_id: z.string(),
    /** Our quotation or submission; null where the page alone was told. */
    transaction_id: z.string().nullable(),
  }),
]);
export type DataLayerEntry = z.infer<typeof DataLayerEntry>;
