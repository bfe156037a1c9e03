import { z } from 'zod';

/**
 * What the message of the Elfsquad dialect says; the message itself is this as a JSON string. Source: the vendor's showroom in
 * order-entry mode. An id and nothing else, so that no price can be forged on its way: the page fetches what was stored.
 */
export const CreateQuotation = z.strictObject({
  action: z.literal('createQuotation'),
  argument: z.string().min(1),
});
export type CreateQuotation = z.infer<typeof CreateQuotation>;
