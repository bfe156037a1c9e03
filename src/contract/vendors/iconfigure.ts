import { z } from 'zod';
import { EnrichedProduct } from '../quote/items.ts';

/** Bodies and messages of the iConfigure dialect. Source: the vendor's page on webhooks; the messages, its public integrations. */
const ExtraFields = z.record(z.string(), z.unknown());

export const QuotationCreatedWebhook = z.strictObject({
  event: z.literal('quotation.created'),
  source: z.literal('iconfigure'),
  timestamp: z.iso.datetime(),
  data: z.strictObject({
    quotation_id: z.string(),
    quotation_number: z.number().int(),
    pdf_url: z.string(),
    total_price: z.number().nullable(),
    /** Upper case: "NL". */
    language: z.string(),
    status: z.number().int(),
    created_at: z.iso.datetime(),
    customer: z.strictObject({
      first_name: z.string(),
      last_name: z.string(),
      email: z.string(),
      /** A number where its digits survive that (no leading zero, no +), else a string; null where none was given. */
      phone: z.union([z.number(), z.string(), z.null()]),
      address: z.record(z.string(), z.string()),
    }),
    extra_fields: ExtraFields,
    company: z.strictObject({ id: z.string(), name: z.string(), email: z.string() }),
    product_id: z.string(),
    dealer_id: z.string().nullable(),
    dealer_product_id: z.string().nullable(),
    items: z.array(EnrichedProduct),
  }),
});
export type QuotationCreatedWebhook = z.infer<typeof QuotationCreatedWebhook>;

export const CartActionWebhook = z.strictObject({
  event: z.literal('cart.action'),
  source: z.literal('iconfigure'),
  timestamp: z.iso.datetime(),
  data: z.strictObject({
    button_id: z.string().nullable(),
    product_id: z.string(),
    dealer_id: z.string().nullable(),
    dealer_product_id: z.string().nullable(),
    language: z.string(),
    extra_fields: ExtraFields,
    items: z.array(EnrichedProduct),
  }),
});
export type CartActionWebhook = z.infer<typeof CartActionWebhook>;

/** Posted to the page after a quotation was stored. `total` is a decimal. */
export const QuotationMessage = z.strictObject({
  name: z.literal('quotation'),
  state: z.literal('finished'),
  productId: z.string(),
  total: z.number().nullable(),
  quotation_id: z.string(),
  pdf_url: z.string(),
});
export type QuotationMessage = z.infer<typeof QuotationMessage>;

/** Posted to the page on the cart path. `productId` and `product_id` are the same. */
export const CartActionMessage = z.strictObject({
  name: z.literal('cart.action'),
  state: z.literal('finished'),
  button_id: z.string().nullable(),
  productId: z.string(),
  product_id: z.string(),
  dealer_id: z.string().nullable(),
  dealer_product_id: z.string().nullable(),
  language: z.string(),
  extra_fields: ExtraFields,
  items: z.array(EnrichedProduct),
});
export type CartActionMessage = z.infer<typeof CartActionMessage>;
