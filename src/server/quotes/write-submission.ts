import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import { enrich } from '../../configuration/enrich.ts';
import { flatten } from '../../configuration/flatten.ts';
import { toMajor, toMinor } from '../../engine/money.ts';
import type { AddQuoteAnswer, AddQuoteBody, Customer } from '../../contract/quote/add-quote.ts';
import {
  cartActionMessage,
  cartActionWebhook,
  quotationCreatedWebhook,
  quotationMessage,
} from '../../dialects/iconfigure/iconfigure.ts';
import type { CatalogueProduct } from '../products/catalogue.ts';
import type { Finished, NewSubmission } from './submissions.ts';
import { timeOrderedId } from '../database/time-ordered-id.ts';
import type { Deliveries } from '../database/tables.ts';
import type { ExtraFields } from './validation/check-extra-fields.ts';
import { freezePrice } from './freeze-price.ts';
import type { Repriced } from './validation/reprice.ts';
import { pictureUrl } from './picture-url.ts';
import type { Destination } from './resolve-button.ts';

/** All that a submission came to, checked. */
export interface Checked {
  readonly product: CatalogueProduct;
  readonly body: AddQuoteBody;
  readonly destination: Destination;
  /** There on the quotation path. */
  readonly customer: Customer | null;
  readonly extraFields: ExtraFields;
  readonly judged: Repriced;
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
export function writeSubmission(checked: Checked, sender: Sender): NewSubmission {
  const { product, body, destination, customer, extraFields, judged } = checked;
  const { published } = product;
  const { price, configuration } = judged;
  const { language } = body;
  // A quotation's id opens its page, so nothing about it may be guessed; a cart action's opens nothing.
  const id = customer === null ? timeOrderedId() : randomUUID();
  const eventId = timeOrderedId();
  const created_at = new Date().toISOString();
  const image = pictureUrl(published, configuration, language, sender.publicUrl);
  const items = enrich(judged.resolved, published, { language, image });
  const total_price = price.total === null ? null : toMajor(price.total, price.digits);
  const shared = {
    product_id: published.id,
    language,
    items,
    extra_fields: extraFields,
    quantity: body.quantity,
    dealer_id: body.dealer_id ?? null,
    dealer_product_id: body.dealer_product_id ?? null,
    created_at,
  };
  const accepted = { total_price, currency: price.currency, created_at, items };
  const lines = flatten(items, published, language);
  const saysMessage = destination.postsMessage && published.dialects.includes('iconfigure');
  const button_id = destination.button?.id ?? null;

  function finish(number: number | null): Finished {
    if (customer === null || number === null) {
      const message = saysMessage ? { ...cartActionMessage({ ...shared, button_id }) } : null;
      return finished(
        { path: 'cart', submission_id: id, ...accepted, lines, message },
        cartActionWebhook({ ...shared, button_id }),
      );
    }
    const quotation = {
      ...shared,
      quotation_id: id,
      quotation_number: number,
      pdf_url: `${sender.publicUrl}/quotations/${id}`,
      total_price,
    };
    const { quotation_id, quotation_number, pdf_url } = quotation;
    const message = saysMessage ? { ...quotationMessage(quotation) } : null;
    return finished(
      { path: 'quotation', quotation_id, quotation_number, pdf_url, ...accepted, lines, message },
      quotationCreatedWebhook({ ...quotation, customer, company: sender.company }),
    );
  }

  function finished(answer: AddQuoteAnswer, webhook: object): Finished {
    const urls = sender.webhookUrls(destination.webhooks);
    const sent = urls.length === 0 ? '' : JSON.stringify(webhook);
    return {
      answer: JSON.stringify(answer),
      deliveries: urls.map((url) => delivery(eventId, url, sent, created_at)),
    };
  }

  return {
    row: {
      id,
      created_at,
      product_id: published.id,
      product_version: published.version,
      shown_version: body.product_version ?? null,
      output_id: destination.output?.id ?? null,
      button_id,
      language,
      quantity: body.quantity,
      currency: price.currency,
      total: price.total,
      shown_total: body.shown_price == null ? null : toMinor(body.shown_price, price.digits),
      dealer_id: shared.dealer_id,
      dealer_product_id: shared.dealer_product_id,
      session_id: body.session_id ?? null,
      extra_fields: JSON.stringify(extraFields),
      configuration: JSON.stringify(configuration),
      price: JSON.stringify(freezePrice(price, [language, ...published.languages])),
    },
    quotation: customer === null ? null : { status: 0, customer: JSON.stringify(customer) },
    idempotency: checked.idempotency,
    event: { id: eventId, type: customer === null ? 'cart.action' : 'quotation.created' },
    uploads: judged.uploads,
    finish,
  };
}

const delivery = (
  event_id: string,
  url: string,
  body: string,
  created_at: string,
): Insertable<Deliveries> => ({
  id: timeOrderedId(),
  event_id,
  dialect: 'iconfigure',
  url,
  body,
  status: 'pending',
  attempts: 0,
  created_at,
});
