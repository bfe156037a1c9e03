import type { AddedToCart, QuotationCreated } from '../../../src/contract/event/domain-event.ts';
import type { Items } from '../../../src/contract/quote/items.ts';
import type { SubmittedProduct } from '../../../src/dialects/dialect.ts';

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

const submission = {
  product_id: 'table',
  product_version: '1.4',
  output_id: 'shop',
  button_id: 'quote',
  language: 'nl-BE',
  quantity: 1,
  currency: 'EUR',
  total_price: 1250.5,
  dealer_id: null,
  dealer_product_id: null,
  extra_fields: {},
  items,
  lines: [],
};
const envelope = { id: 'event-1', created_at: '2026-06-17T12:00:00.000Z' };

export const quotationCreated = (more: Partial<QuotationCreated['data']> = {}): QuotationCreated => ({
  ...envelope,
  type: 'quotation.created',
  data: {
    quotation_id: 'a-uuid',
    quotation_number: 202600001,
    pdf_url: 'https://quotes.example/quotations/a-uuid',
    status: 0,
    customer: {
      first_name: 'Jane',
      last_name: 'Doe',
      email: 'jane@example.com',
      phone: '612345678',
      address: {},
    },
    company: { id: 'company-1', name: 'Your Company', email: 'info@example.com' },
    ...submission,
    ...more,
  },
});

export const addedToCart = (more: Partial<AddedToCart['data']> = {}): AddedToCart => ({
  ...envelope,
  type: 'widget.added_to_cart',
  data: { submission_id: 'cart-1', ...submission, button_id: 'cart', ...more },
});

export const submittedProduct = (more: Partial<SubmittedProduct> = {}): SubmittedProduct => ({
  product_id: 'table',
  quantity: 2,
  currency: 'USD',
  total_price: 25.5,
  image: 'https://quotes.example/drawing.svg',
  file_name: 'gearbox-housing.stl',
  weight: 42.8,
  inWords: (id) => ({ material: 'PLA', technology: 'FDM' })[id] ?? null,
  path: 'cart',
  id: 'q-1',
  button_id: 'cart',
  language: 'nl-BE',
  items,
  extra_fields: undefined,
  ...more,
});
