import type { CartActionWebhook, QuotationCreatedWebhook } from '../../contract/vendors/iconfigure.ts';
import type { EventOf, WebhookDialect } from '../dialect.ts';
import { phoneNumber } from './phone-number.ts';
import { extraFields, languageCode } from './submission-fields.ts';

/** Unsigned and sent once: every 2xx acknowledges, and nothing is tried again. Source: the vendor's page on webhooks. */
export const webhooks: WebhookDialect = {
  bodies: { 'quotation.created': quotationCreated, 'widget.added_to_cart': cartAction },
  headers: () => ({}),
  acknowledgedBy: '2xx',
  retryDelays: [],
};

function quotationCreated({ created_at, data }: EventOf<'quotation.created'>): QuotationCreatedWebhook {
  const { customer, company } = data;
  return {
    event: 'quotation.created',
    source: 'iconfigure',
    timestamp: created_at,
    data: {
      quotation_id: data.quotation_id,
      quotation_number: data.quotation_number,
      pdf_url: data.pdf_url,
      total_price: data.total_price,
      language: languageCode(data.language),
      status: data.status,
      created_at,
      customer: {
        first_name: customer.first_name,
        last_name: customer.last_name,
        email: customer.email,
        phone: phoneNumber(customer.phone),
        address: { ...customer.address },
      },
      extra_fields: extraFields(data),
      company: { id: company.id, name: company.name, email: company.email },
      product_id: data.product_id,
      dealer_id: data.dealer_id,
      dealer_product_id: data.dealer_product_id,
      items: data.items,
    },
  };
}

/** `button_id` is null for products without an output. */
function cartAction({ created_at, data }: EventOf<'widget.added_to_cart'>): CartActionWebhook {
  return {
    event: 'cart.action',
    source: 'iconfigure',
    timestamp: created_at,
    data: {
      button_id: data.button_id,
      product_id: data.product_id,
      dealer_id: data.dealer_id,
      dealer_product_id: data.dealer_product_id,
      language: languageCode(data.language),
      extra_fields: extraFields(data),
      items: data.items,
    },
  };
}
