import { randomUUID } from 'node:crypto';
import { enrich } from '../../configuration/enrich.ts';
import { flatten } from '../../configuration/flatten.ts';
import { toMajor, toMinor } from '../../engine/price/money.ts';
import type { AddQuoteAnswer, AddQuoteBody, Customer } from '../../contract/quote/add-quote.ts';
import type { DomainEvent } from '../../contract/event/domain-event.ts';
import { messageInAnswer } from '../../dialects/message-in-answer.ts';
import { submissionDialect } from '../../dialects/webhook-dialects.ts';
import type { CatalogueProduct } from '../products/catalogue.ts';
import type { NewSubmission } from './store-submissions.ts';
import { timeOrderedId } from '../database/time-ordered-id.ts';
import type { ExtraFields } from './validation/check-extra-fields.ts';
import { freezePrice } from './freeze-price.ts';
import type { Repriced } from './validation/reprice.ts';
import { pictureUrl } from './picture-url.ts';
import type { ResolvedButton } from './resolve-button.ts';

/** All that a submission came to, checked. */
export interface Checked {
  readonly product: CatalogueProduct;
  readonly body: AddQuoteBody;
  readonly destination: ResolvedButton;
  /** Null on the cart path. */
  readonly customer: Customer | null;
  readonly extraFields: ExtraFields;
  readonly repriced: Repriced;
  readonly idempotency: NewSubmission['idempotency'];
}

/** Who quotes, and where. */
export interface Sender {
  readonly company: { readonly id: string; readonly name: string; readonly email: string };
  readonly publicUrl: string;
  /** Webhook URLs of a destination, templates filled. */
  webhookUrls(templates: readonly string[]): readonly string[];
}

/** Turns a checked submission into what is stored, answered and sent. Names and prices are our own. */
export function composeSubmission(checked: Checked, sender: Sender): NewSubmission {
  const { product, body, destination, customer, extraFields, repriced } = checked;
  const { published } = product;
  const { price, configuration } = repriced;
  const { language, quantity } = body;
  // A quotation's id opens its page, so nothing about it may be guessed; a cart action's opens nothing.
  const id = customer === null ? timeOrderedId() : randomUUID();
  const created_at = new Date().toISOString();
  const image = pictureUrl(published, configuration, language, sender.publicUrl);
  const items = enrich(repriced.resolved, published, { language, image });
  const lines = flatten(items, published, language);
  const total_price = price.total === null ? null : toMajor(price.total, price.digits);
  const { currency } = price;
  const button_id = destination.button?.id ?? null;
  const output_id = destination.output?.id ?? null;
  const dealer_id = body.dealer_id ?? null;
  const dealer_product_id = body.dealer_product_id ?? null;
  const submitted = {
    product_id: published.id,
    product_version: published.version,
    output_id,
    button_id,
    language,
    quantity,
    currency,
    total_price,
    dealer_id,
    dealer_product_id,
    extra_fields: extraFields,
    items,
    lines,
  };

  const envelope = { id: timeOrderedId(), created_at };
  function happened(number: number | null): DomainEvent {
    if (customer === null || number === null)
      return { ...envelope, type: 'widget.added_to_cart', data: { submission_id: id, ...submitted } };
    const quotation = {
      quotation_id: id,
      quotation_number: number,
      pdf_url: `${sender.publicUrl}/quotations/${id}`,
      status: 0,
      customer,
      company: sender.company,
    };
    return { ...envelope, type: 'quotation.created', data: { ...quotation, ...submitted } };
  }

  function answerTo(event: DomainEvent): AddQuoteAnswer {
    const message = destination.postsMessage ? messageInAnswer(published.dialects, event) : null;
    const accepted = { total_price, currency, created_at, items, lines, message: message && { ...message } };
    if (event.type === 'widget.added_to_cart') return { path: 'cart', submission_id: id, ...accepted };
    const { quotation_id, quotation_number, pdf_url } = event.data;
    return { path: 'quotation', quotation_id, quotation_number, pdf_url, ...accepted };
  }

  return {
    row: {
      id,
      created_at,
      product_id: published.id,
      product_version: published.version,
      shown_version: body.product_version ?? null,
      output_id,
      button_id,
      language,
      quantity,
      currency,
      total: price.total,
      shown_total: body.shown_price == null ? null : toMinor(body.shown_price, price.digits),
      dealer_id,
      dealer_product_id,
      session_id: body.session_id ?? null,
      extra_fields: JSON.stringify(extraFields),
      configuration: JSON.stringify(configuration),
      price: JSON.stringify(freezePrice(price, [language, ...published.languages])),
    },
    quotation: customer === null ? null : { status: 0, customer: JSON.stringify(customer) },
    idempotency: checked.idempotency,
    uploads: repriced.uploads,
    destinations: sender
      .webhookUrls(destination.webhooks)
      .map((url) => ({ url, dialect: submissionDialect })),
    finish(number) {
      const event = happened(number);
      return { answer: JSON.stringify(answerTo(event)), event };
    },
  };
}
