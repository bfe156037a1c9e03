import type { Items } from '../../contract/quote/items.ts';

/** A submission as both its webhook and its message read it. */
export interface Submission {
  readonly button_id: string | null;
  readonly product_id: string;
  /** BCP 47, as the page has it: "nl", "nl-BE". */
  readonly language: string;
  readonly items: Items;
  readonly quantity: number;
  readonly extra_fields?: Readonly<Record<string, unknown>> | null | undefined;
  readonly dealer_id?: string | null | undefined;
  readonly dealer_product_id?: string | null | undefined;
}

/**
 * The custom fields, and among them the quantity where it is more than one: this dialect has no other place for it, and a
 * cart would ship a single piece. A field of the output's own that is called `quantity` stays.
 */
export const extraFields = ({ quantity, extra_fields }: Submission): Record<string, unknown> => ({
  ...(quantity > 1 && { quantity }),
  ...extra_fields,
});

/** "nl-BE" → "NL": the dialect writes two capital letters. */
export const languageCode = (language: string): string => language.split('-')[0]!.toUpperCase();
