import type { AddQuoteRequest } from '../../../src/contract/quote/add-quote.ts';
import type { EnrichedFeature } from '../../../src/contract/quote/items.ts';

type Answer = Pick<EnrichedFeature, 'ID' | 'type' | 'value'> & Partial<EnrichedFeature>;

export const material = (value: string): Answer => ({
  ID: 'material',
  feature_name: 'Forged question',
  type: 'single_selection',
  value,
  selected: { ID: value, name: 'Forged name', custom_properties: { sku: 'FORGED' } },
});
export const width = (value: number): Answer => ({ ID: 'width', type: 'number_input', value });
export const oiled = (value: boolean): Answer => ({
  ID: 'oiled',
  type: 'single_selection',
  value: value ? 'yes' : 'no',
});
export const depth = (value: number): Answer => ({ ID: 'depth', type: 'number_input', value });

/** Items of a cabinet as a browser might send them, names forged. */
export const cabinetItems = (
  body: readonly Answer[] = [material('oak'), width(900)],
  drawers: readonly (readonly Answer[])[] = [[depth(300)], [depth(400)]],
): AddQuoteRequest['items'] => [
  {
    product_id: 'cabinet',
    product_name: 'Forged product',
    image: 'https://evil.example/x.png',
    items: [
      { ID: 'body', repetitionAmount: 1, repetitions: [[...body]] },
      { ID: 'drawers', repetitionAmount: drawers.length, repetitions: drawers.map((one) => [...one]) },
    ],
  },
];

export const jane = { first_name: 'Jane', last_name: 'Doe', email: 'jane@example.com', phone: '612345678' };

export const cartSubmission = (more: Partial<AddQuoteRequest> = {}): AddQuoteRequest => ({
  output_id: 'main',
  button_id: 'cart',
  product_id: 'cabinet',
  product_version: '3',
  language: 'nl',
  items: cabinetItems(),
  ...more,
});

export const quoteSubmission = (more: Partial<AddQuoteRequest> = {}): AddQuoteRequest =>
  cartSubmission({ button_id: 'quote', customer: jane, extra_fields: { heard_from: 'web' }, ...more });
