import { z } from 'zod';
import { EnrichedProduct, Items, type Line } from './items.ts';

/** An id, ours or somebody else's. No control characters: databases differ in which of them they hold. */
const Id = z.string().regex(/^\P{Cc}*$/u, 'no control characters');

/** Who asks for a quotation. `phone` stays a string here, whatever a dialect makes of it. */
export const Customer = z.object({
  first_name: z.string().trim().min(1).max(200),
  last_name: z.string().trim().min(1).max(200),
  email: z.email().max(320),
  phone: z
    .string()
    .trim()
    .max(50)
    .regex(/^$|^\+?[0-9 ()./-]{5,}$/, 'a phone number: digits, spaces, +, -, ( ) and /')
    .default(''),
  address: z
    .record(z.string().max(50), z.string().max(500))
    .refine((lines) => Object.keys(lines).length <= 20, 'at most 20 lines')
    .default({}),
});
export type Customer = z.infer<typeof Customer>;

/** `POST /api/v1/add-quote`. Names, prices and images in `items` are ignored; IDs and values count only if the product offers them. */
export const AddQuoteRequest = z.object({
  output_id: Id.max(100).nullish(),
  button_id: Id.max(100).nullish(),
  product_id: Id.min(1).max(100),
  product_version: Id.max(50).nullish(),
  /** As the page writes it. The nearest language of the product is taken, else its first; it is never a reason to refuse. */
  language: z.string().catch(''),
  /** One of the product's currencies; default: its own. */
  currency: z.string().length(3).nullish(),
  quantity: z.number().int().min(1).max(1_000_000).default(1),
  items: Items,
  customer: Customer.nullish(),
  extra_fields: z
    .record(z.string().max(64), z.union([z.string().max(5000), z.number(), z.boolean(), z.null()]))
    .nullish(),
  /** The total that the shopper saw, decimal; only to notice a difference. Bounded so that its minor units fit a 64-bit integer. */
  shown_price: z.number().min(-1e12).max(1e12).nullish(),
  dealer_id: Id.max(100).nullish(),
  dealer_product_id: Id.max(100).nullish(),
  session_id: Id.max(200).nullish(),
});
export type AddQuoteRequest = z.input<typeof AddQuoteRequest>;
export type AddQuoteBody = z.output<typeof AddQuoteRequest>;

/** The 201 answer of `POST /api/v1/add-quote`. `message` is the one that a dialect has for the page; null if the button posts none. */
const accepted = {
  total_price: z.number().nullable(),
  currency: z.string(),
  created_at: z.iso.datetime(),
  items: z.array(EnrichedProduct),
  lines: z.array(z.custom<Line>()),
  message: z.record(z.string(), z.unknown()).nullable(),
};
export const AddQuoteAnswer = z.discriminatedUnion('path', [
  z.object({
    path: z.literal('quotation'),
    quotation_id: z.string(),
    /** Year and number within it: 202600001. No gaps. */
    quotation_number: z.number().int(),
    pdf_url: z.string(),
    ...accepted,
  }),
  z.object({ path: z.literal('cart'), submission_id: z.string(), ...accepted }),
]);
export type AddQuoteAnswer = z.infer<typeof AddQuoteAnswer>;
