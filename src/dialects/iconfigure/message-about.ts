import type { DomainEvent } from '../../contract/event/domain-event.ts';
import type { CartActionMessage, QuotationMessage } from '../../contract/vendors/iconfigure.ts';
import { cartActionMessage } from './cart-action-message.ts';

/** The message to the page about something the companion has stored. Source: public integrations. */
export function messageAbout({ type, data }: DomainEvent): QuotationMessage | CartActionMessage {
  if (type === 'widget.added_to_cart') return cartActionMessage(data);
  return {
    name: 'quotation',
    state: 'finished',
    productId: data.product_id,
    total: data.total_price,
    quotation_id: data.quotation_id,
    pdf_url: data.pdf_url,
  };
}
