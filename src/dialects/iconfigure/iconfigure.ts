import type {
  CartActionMessage,
  CartActionWebhook,
  QuotationCreatedWebhook,
  QuotationMessage,
} from '../../contract/vendors/iconfigure.ts';
import type { Items } from '../../contract/quote/items.ts';

/**
 * The iConfigure dialect: two webhooks and two messages. Pure functions; the browser takes the messages, the companion all four.
 * Source: seeds/iconfigure-webhooks.txt for the webhooks, its public integrations for the messages.
 */

/** What both paths of a submission have in common. */
interface Submission {
  readonly product_id: string;
  /** BCP 47, as the page has it: "nl", "nl-BE". */
  readonly language: string;
  readonly items: Items;
  /** How many pieces. The dialect has no place for it but among the custom fields. */
  readonly quantity: number;
  readonly extra_fields?: Readonly<Record<string, unknown>> | null | undefined;
  readonly dealer_id?: string | null | undefined;
  readonly dealer_product_id?: string | null | undefined;
}

export interface CartSubmission extends Submission {
  readonly button_id: string | null;
  /** ISO 8601. */
  readonly created_at: string;
}

export interface QuotationSubmission extends Submission {
  readonly quotation_id: string;
  readonly quotation_number: number;
  readonly pdf_url: string;
  readonly total_price: number | null;
  readonly created_at: string;
  readonly customer: {
    readonly first_name: string;
    readonly last_name: string;
    readonly email: string;
    readonly phone: string;
    readonly address: Readonly<Record<string, string>>;
  };
  readonly company: { readonly id: string; readonly name: string; readonly email: string };
}

/**
 * The custom fields, and the quantity where it is more than one: a cart would ship a single piece otherwise. A field of the
 * output's own that is called `quantity` stays.
 */
const extraFields = ({ quantity, extra_fields }: Submission): Record<string, unknown> => ({
  ...(quantity > 1 && { quantity }),
  ...extra_fields,
});

/** "nl-BE" → "NL": the dialect writes two capital letters. */
const languageCode = (language: string): string => language.split('-')[0]!.toUpperCase();

/**
 * A phone number as this dialect sends it: a JSON number where every digit survives that, else the string as entered
 * (leading zeros, "+", more digits than a number holds), null where there is none.
 */
export function phoneNumber(phone: string): number | string | null {
  const digits = phone.replace(/[ ()./-]/g, '');
  if (digits === '') return null;
  const number = Number(digits);
  return Number.isSafeInteger(number) && String(number) === digits ? number : phone.trim();
}

/** Webhook of the quotation path, sent once, never again. */
export function quotationCreatedWebhook(submission: QuotationSubmission): QuotationCreatedWebhook {
  const { customer, company } = submission;
  return {
    event: 'quotation.created',
    source: 'iconfigure',
    timestamp: submission.created_at,
    data: {
      quotation_id: submission.quotation_id,
      quotation_number: submission.quotation_number,
      pdf_url: submission.pdf_url,
      total_price: submission.total_price,
      language: languageCode(submission.language),
      status: 0,
      created_at: submission.created_at,
      customer: {
        first_name: customer.first_name,
        last_name: customer.last_name,
        email: customer.email,
        phone: phoneNumber(customer.phone),
        address: { ...customer.address },
      },
      extra_fields: extraFields(submission),
      company: { id: company.id, name: company.name, email: company.email },
      product_id: submission.product_id,
      dealer_id: submission.dealer_id ?? null,
      dealer_product_id: submission.dealer_product_id ?? null,
      items: submission.items,
    },
  };
}

/** Webhook of the cart path. `button_id` is null for products without an output. */
export function cartActionWebhook(submission: CartSubmission): CartActionWebhook {
  return {
    event: 'cart.action',
    source: 'iconfigure',
    timestamp: submission.created_at,
    data: {
      button_id: submission.button_id,
      product_id: submission.product_id,
      dealer_id: submission.dealer_id ?? null,
      dealer_product_id: submission.dealer_product_id ?? null,
      language: languageCode(submission.language),
      extra_fields: extraFields(submission),
      items: submission.items,
    },
  };
}

/** Message to the page after a quotation was stored. */
export function quotationMessage(
  quotation: Pick<QuotationSubmission, 'product_id' | 'total_price' | 'quotation_id' | 'pdf_url'>,
): QuotationMessage {
  return {
    name: 'quotation',
    state: 'finished',
    productId: quotation.product_id,
    total: quotation.total_price,
    quotation_id: quotation.quotation_id,
    pdf_url: quotation.pdf_url,
  };
}

/** Message to the page on the cart path, with a server or without one. */
export function cartActionMessage(submission: Omit<CartSubmission, 'created_at'>): CartActionMessage {
  return {
    name: 'cart.action',
    state: 'finished',
    button_id: submission.button_id,
    productId: submission.product_id,
    product_id: submission.product_id,
    dealer_id: submission.dealer_id ?? null,
    dealer_product_id: submission.dealer_product_id ?? null,
    language: languageCode(submission.language),
    extra_fields: extraFields(submission),
    items: submission.items,
  };
}
