import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CartActionMessage,
  CartActionWebhook,
  QuotationCreatedWebhook,
  QuotationMessage,
} from '../../../src/contract/vendors/iconfigure.ts';
import type { Items } from '../../../src/contract/quote/items.ts';
import {
  cartActionMessage,
  cartActionWebhook,
  phoneNumber,
  quotationCreatedWebhook,
  quotationMessage,
} from '../../../src/dialects/iconfigure/iconfigure.ts';

const items: Items = [
  {
    product_id: 'table',
    product_name: 'Table configurator',
    image: 'https://shop.example/drawing.svg',
    items: [
      {
        ID: 'top',
        repetitionAmount: 1,
        repetitions: [
          [
            {
              ID: 'material',
              feature_name: 'Material',
              type: 'single_selection',
              value: 'oak',
              selected: { ID: 'oak', name: 'Oak', custom_properties: {} },
            },
          ],
        ],
      },
    ],
  },
];
const created_at = '2026-06-17T12:00:00.000Z';
const quotation = {
  quotation_id: 'a-uuid',
  quotation_number: 202600001,
  pdf_url: 'https://quotes.example/quotations/a-uuid',
  total_price: 1250.5,
  created_at,
  language: 'nl',
  product_id: 'table',
  quantity: 1,
  items,
  customer: {
    first_name: 'Jane',
    last_name: 'Doe',
    email: 'jane@example.com',
    phone: '612345678',
    address: {},
  },
  company: { id: 'company-1', name: 'Your Company', email: 'info@example.com' },
};

describe('the quantity', () => {
  it('stands among the custom fields where it is more than one', () => {
    const of = (quantity: number, extra_fields = {}) =>
      quotationCreatedWebhook({ ...quotation, quantity, extra_fields }).data.extra_fields;
    expect(of(1)).toEqual({});
    expect(of(50, { note: 'Ring twice' })).toEqual({ quantity: 50, note: 'Ring twice' });
    expect(of(50, { quantity: 'a field of that name' })).toEqual({ quantity: 'a field of that name' });
    const cart = { button_id: 'cart', created_at, language: 'nl', product_id: 'table', items, quantity: 3 };
    expect(cartActionWebhook(cart).data.extra_fields).toEqual({ quantity: 3 });
    expect(cartActionMessage(cart).extra_fields).toEqual({ quantity: 3 });
  });
});

describe('iConfigure webhooks', () => {
  it('says quotation.created exactly as the seed does', () => {
    const webhook = quotationCreatedWebhook(quotation);
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
    expect(QuotationCreatedWebhook.parse(webhook)).toEqual(webhook);
    expect(Object.keys(webhook.data)).toEqual(
      'quotation_id quotation_number pdf_url total_price language status created_at customer extra_fields company product_id dealer_id dealer_product_id items'.split(
        ' ',
      ),
    );
  });

  it('says cart.action exactly as the seed does', () => {
    const webhook = cartActionWebhook({
      button_id: 'cart',
      created_at,
      language: 'nl-BE',
      product_id: 'table',
      quantity: 1,
      items,
      extra_fields: { note: 'Ring twice' },
      dealer_id: 'd1',
    });
    expect(webhook).toEqual({
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
    expect(CartActionWebhook.parse(webhook)).toEqual(webhook);
  });
});

describe('iConfigure messages', () => {
  it('tells the page about a quotation', () => {
    const message = quotationMessage(quotation);
    expect(message).toEqual({
      name: 'quotation',
      state: 'finished',
      productId: 'table',
      total: 1250.5,
      quotation_id: 'a-uuid',
      pdf_url: 'https://quotes.example/quotations/a-uuid',
    });
    expect(QuotationMessage.parse(message)).toEqual(message);
  });

  it('tells the page about a cart action', () => {
    const message = cartActionMessage({
      button_id: null,
      quantity: 1,
      language: 'de',
      product_id: 'table',
      items,
    });
    expect(message).toEqual({
      name: 'cart.action',
      state: 'finished',
      button_id: null,
      productId: 'table',
      product_id: 'table',
      dealer_id: null,
      dealer_product_id: null,
      language: 'DE',
      extra_fields: {},
      items,
    });
    expect(CartActionMessage.parse(message)).toEqual(message);
  });
});

describe('phoneNumber', () => {
  it.each([
    ['612345678', 612345678],
    ['612 34-56.78', 612345678],
    ['0612345678', '0612345678'],
    ['+31612345678', '+31612345678'],
    ['', null],
    ['  ', null],
    ['99999999999999999999', '99999999999999999999'],
    ['0', 0],
    ['00', '00'],
  ])('%j → %j', (phone, sent) => {
    expect(phoneNumber(phone)).toBe(sent);
  });

  it('never loses a digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?[0-9 ()./-]{1,24}$/), (phone) => {
        const digits = (text: string): string => text.replace(/\D/g, '');
        const sent = phoneNumber(phone);
        expect(digits(String(sent ?? ''))).toBe(digits(phone));
      }),
    );
  });
});
