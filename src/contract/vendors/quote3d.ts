import { z } from 'zod';

/**
 * Messages of the Quote3D dialect. Source: the fields and the three types are those of the vendor's widget; its webhook puts
 * the like under `data`. Where they stand in the message is written down nowhere, so they stand in both places.
 */
const fields = {
  /** Our quotation or submission; null while nothing is stored. */
  quoteId: z.string().nullable(),
  /** Decimal, for all pieces; null where the price is on request. */
  totalPrice: z.number().nullable(),
  /** ISO 4217. */
  currency: z.string(),
  /** What the features `material` and `technology` say, in the shopper's language; null where the product has none. */
  material: z.string().nullable(),
  technology: z.string().nullable(),
  quantity: z.number(),
  thumbnailUrl: z.string().nullable(),
  /** Of the first file that the shopper uploaded. */
  fileName: z.string().nullable(),
  /** Grams, of one piece; twice the same. */
  weight: z.number().nullable(),
  filamentWeight: z.number().nullable(),
};
const Fields = z.strictObject(fields);
export type Quote3dFields = z.infer<typeof Fields>;

export const Quote3dMessage = z.strictObject({
  type: z.enum(['QUOTE3D_RESULT', 'QUOTE3D_ADD_TO_CART']),
  ...fields,
  data: Fields,
});
export type Quote3dMessage = z.infer<typeof Quote3dMessage>;

/** From a frame, whenever its content has another height. CSS pixels. */
export const Quote3dResizeMessage = z.strictObject({
  type: z.literal('QUOTE3D_RESIZE'),
  height: z.number(),
  data: z.strictObject({ height: z.number() }),
});
export type Quote3dResizeMessage = z.infer<typeof Quote3dResizeMessage>;
