import type { DomainEvent, QuotationCreated } from '../../contract/event/domain-event.ts';
import type { CartActionMessage, QuotationMessage } from '../../contract/vendors/iconfigure.ts';
import type { SubmittedProduct } from '../dialect.ts';
import { extraFields, languageCode, type Submission } from './submission-fields.ts';

/** Messages to the page, from the companion or, where nothing is stored, from the browser. Source: public integrations. */
export const messageAbout = (event: DomainEvent): QuotationMessage | CartActionMessage =>
  event.type === 'quotation.created' ? quotationMessage(event.data) : cartActionMessage(event.data);

/** The companion writes the message itself where it is asked at all, so this is the cart path without one. */
export const submitted = (product: SubmittedProduct): readonly CartActionMessage[] => [
  cartActionMessage(product),
];

const quotationMessage = ({
  product_id,
  total_price,
  quotation_id,
  pdf_url,
}: QuotationCreated['data']): QuotationMessage => ({
  name: 'quotation',
  state: 'finished',
  productId: product_id,
  total: total_price,
  quotation_id,
  pdf_url,
});

const cartActionMessage = (submission: Submission): CartActionMessage => ({
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
});
