import type { ProductInput } from '../../../src/contract/product/product.ts';
import { allowedHost } from '../support/origins.ts';

/** Every kind of field to type in, in a plain step and in a repeated one. */
export const fields: ProductInput = {
  id: 'fields',
  version: '1',
  name: 'Fields',
  currency: 'EUR',
  allowed_origins: [allowedHost],
  quantity: { min: 1, max: 50, default: 1 },
  steps: [
    {
      id: 'main',
      name: 'Main',
      features: [
        { id: 'note', name: 'Note', type: 'text', max_length: 60, required: false },
        { id: 'story', name: 'Story', type: 'text', multiline: true, max_length: 400, required: false },
        { id: 'width', name: 'Width', type: 'number', unit: 'mm', min: 300, max: 20_000, default: 900 },
        {
          id: 'depth',
          name: 'Depth',
          type: 'number',
          unit: 'mm',
          min: 300,
          max: 20_000,
          required: false,
        },
        { id: 'drop', name: 'Drop', type: 'number', min: -100, max: 100, default: 5, decimals: 2 },
        {
          id: 'day',
          name: 'Day',
          type: 'date',
          required: false,
          min: { days_from_today: 0 },
          max: '2099-12-31',
        },
        {
          id: 'colour',
          name: 'Colour',
          type: 'choice',
          default: 'red',
          options: [
            { id: 'red', name: 'Red' },
            { id: 'blue', name: 'Blue' },
          ],
          own: { name: 'Another colour', max_length: 60 },
        },
      ],
    },
    {
      id: 'boards',
      name: 'Boards',
      repeat: { min: 0, max: 5, default: 2, item_name: 'Board' },
      features: [
        { id: 'mark', name: 'Mark', type: 'text', max_length: 60, required: false },
        { id: 'span', name: 'Span', type: 'number', unit: 'mm', min: 10, max: 3000, default: 100 },
      ],
    },
  ],
  prices: [{ id: 'base', name: 'Base', kind: 'formula', amount: 'width * 0.01' }],
  outputs: [
    {
      id: 'main',
      buttons: [{ id: 'cart', name: 'Add to cart', triggers: { post_message: true } }],
    },
  ],
};
