import { describe, expect, it } from 'vitest';
import { CartActionWebhook, QuotationCreatedWebhook } from '../../../src/contract/vendors/iconfigure.ts';
import { webhooks } from '../../../src/dialects/iconfigure/webhooks.ts';
import { addedToCart, quotationCreated } from '../support/events.ts';

const { bodies } = webhooks;
const quotation = (...args: Parameters<typeof quotationCreated>) =>
  QuotationCreatedWebhook.parse(bodies['quotation.created']!(quotationCreated(...args)));
const cart = (...args: Parameters<typeof addedToCart>) =>
  CartActionWebhook.parse(bodies['widget.added_to_cart']!(addedToCart(...args)));
const { items } = quotationCreated().data;
const created_at = '2026-06-17T12:00:00.000Z';

describe('the quantity', () => {
  it('stands among the custom fields where it is more than one', () => {
    const of = (quantity: number, extra_fields = {}) =>
      quotation({ quantity, extra_fields }).data.extra_fields;
    expect(of(1)).toEqual({});
    expect(of(50, { note: 'Ring twice' })).toEqual({ quantity: 50, note: 'Ring twice' });
    expect(of(50, { quantity: 'a field of that name' })).toEqual({ quantity: 'a field of that name' });
    expect(cart({ quantity: 3 }).data.extra_fields).toEqual({ quantity: 3 });
  });
});

describe('iConfigure webhooks', () => {
  it('says quotation.created exactly as the seed does', () => {
    const webhook = quotation();
    expect(webhook).toEqual({
      event: 'quotation.created',
      source: 'iconfigure',
      timestamp: created_at,
      data: {
        quotation_id: 'a-uuid',
        quotation_number: 202600001,
        pdf_url: 'https://quotes.example/quotations/a-uuid',
        total_price: 1250.5,
        language: 'NL',
        status: 0,
        created_at,
        customer: {
          first_name: 'Jane',
          last_name: 'Doe',
          email: 'jane@example.com',
          phone: 612345678,
          address: {},
        },
        extra_fields: {},
        company: { id: 'company-1', name: 'Your Company', email: 'info@example.com' },
        product_id: 'table',
        dealer_id: null,
        dealer_product_id: null,
        items,
      },
    });
  });

  it('keeps the order of the seed’s keys', () => {
    const { data } = bodies['quotation.created']!(quotationCreated()) as { data: object };
    expect(Object.keys(data)).toEqual(
      'quotation_id quotation_number pdf_url total_price language status created_at customer extra_fields company product_id dealer_id dealer_product_id items'.split(
        ' ',
      ),
    );
  });

  it('says cart.action exactly as the seed does', () => {
    expect(cart({ extra_fields: { note: 'Ring twice' }, dealer_id: 'd1' })).toEqual({
      event: 'cart.action',
      source: 'iconfigure',
      timestamp: created_at,
      data: {
        button_id: 'cart',
        product_id: 'table',
        dealer_id: 'd1',
        dealer_product_id: null,
        language: 'NL',
        extra_fields: { note: 'Ring twice' },
        items,
      },
    });
  });
});
