import { z } from 'zod';
import { Customer } from '../quote/add-quote.ts';
import { EnrichedProduct, type Line } from '../quote/items.ts';

/**
 * What happened, in our own words, complete: the companion stores it once, and every webhook about it is rendered from what
 * is stored. Amounts are decimals, times ISO 8601 in UTC.
 */
const submission = {
  product_id: z.string(),
  product_version: z.string(),
  output_id: z.string().nullable(),
  /** Null for products without outputs. */
  button_id: z.string().nullable(),
  /** BCP 47, as the page has it: "nl", "nl-BE". */
  language: z.string(),
  quantity: z.number(),
  currency: z.string(),
  /** Null where the price is on request. */
  total_price: z.number().nullable(),
  dealer_id: z.string().nullable(),
  dealer_product_id: z.string().nullable(),
  /** Custom fields of the contact form that the output defines, by id. */
  extra_fields: z.record(z.string(), z.unknown()),
  items: z.array(EnrichedProduct),
  lines: z.array(z.custom<Line>()),
};

const envelope = { id: z.string(), created_at: z.iso.datetime() };

/** A shopper asked for a quotation, and it is stored. */
export const QuotationCreated = z.object({
  ...envelope,
  type: z.literal('quotation.created'),
  data: z.object({
    quotation_id: z.string(),
    quotation_number: z.number().int(),
    pdf_url: z.string(),
    status: z.number().int(),
    customer: Customer,
    /** Who quotes. */
    company: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    ...submission,
  }),
});
export type QuotationCreated = z.infer<typeof QuotationCreated>;

/** A shopper put a configuration in the merchant's cart, and it is stored. */
export const AddedToCart = z.object({
  ...envelope,
  type: z.literal('widget.added_to_cart'),
  data: z.object({ submission_id: z.string(), ...submission }),
});
export type AddedToCart = z.infer<typeof AddedToCart>;

export const DomainEvent = z.discriminatedUnion('type', [QuotationCreated, AddedToCart]);
export type DomainEvent = z.infer<typeof DomainEvent>;
export type DomainEventType = DomainEvent['type'];
