import type { ProductInput } from '../../../src/contract/product/product.ts';

/** A product with every kind of submission: quotation, cart, message only. 40 % of it is what must stay private. */
export const cabinet = (webhook: string): ProductInput => ({
  id: 'cabinet',
  version: '3',
  name: { en: 'Cabinet', nl: 'Kast' },
  languages: ['en', 'nl'],
  currency: 'EUR',
  currencies: { USD: 1.1 },
  tax: { rate: 21, prices: 'gross' },
  quantity: { min: 1, max: 50 },
  private: { margin: 'secret-margin' },
  steps: [
    {
      id: 'body',
      name: { en: 'Body', nl: 'Romp' },
      features: [
        {
          id: 'material',
          type: 'choice',
          name: { en: 'Material', nl: 'Materiaal' },
          default: 'oak',
          options: [
            {
              id: 'oak',
              name: { en: 'Oak', nl: 'Eiken' },
              custom_properties: { sku: 'OAK-1' },
              private: { cost: 'secret-cost' },
            },
            { id: 'beech', name: { en: 'Beech', nl: 'Beuken' }, price: 20 },
            {
              id: 'walnut',
              name: 'Walnut',
              enabled: {
                when: 'width <= 1200',
                reason: { en: 'Walnut up to 1200 mm', nl: 'Noten tot 1200 mm' },
              },
            },
          ],
        },
        { id: 'width', type: 'number', name: 'Width', unit: 'mm', min: 300, max: 2400, default: 900 },
        { id: 'engraving', type: 'text', name: 'Engraving', max_length: 40 },
        { id: 'oiled', type: 'yes_no', name: 'Oiled', price: 15 },
        { id: 'sketch', type: 'file', name: 'Sketch', accept: ['.pdf', '.png'], max_mb: 1 },
      ],
    },
    {
      id: 'drawers',
      name: 'Drawers',
      repeat: { min: 0, max: 4, default: 1, item_name: 'Drawer' },
      features: [
        { id: 'depth', type: 'number', name: 'Depth', unit: 'mm', min: 100, max: 600, default: 300 },
      ],
    },
  ],
  prices: [
    { id: 'base', kind: 'formula', name: { en: 'Cabinet', nl: 'Kast' }, amount: '100 + width / 10' },
    { id: 'drawer', kind: 'fixed', name: 'Drawer', step: 'drawers', amount: 12.5 },
  ],
  drawing: {
    width: 'width',
    height: 600,
    title: 'A cabinet',
    shapes: [
      { shape: 'rect', attributes: { x: 0, y: 0, width: 'width', height: 600, fill: "'#b5895a'" } },
      { shape: 'text', attributes: { x: 10, y: 30 }, text: 'has(engraving) ? engraving : "plain"' },
    ],
  },
  dialects: ['iconfigure'],
  outputs: [
    {
      id: 'main',
      template_id: 'secret-template',
      extra_fields: [
        { id: 'remarks', name: { en: 'Remarks', nl: 'Opmerkingen' }, type: 'textarea', max_length: 20 },
        {
          id: 'heard_from',
          name: 'Heard from',
          type: 'choice',
          required: true,
          options: [
            { id: 'friend', name: 'A friend' },
            { id: 'web', name: 'The web' },
          ],
        },
        { id: 'floor', name: 'Floor', type: 'number' },
        { id: 'terms', name: 'Terms', type: 'yes_no' },
        { id: 'wanted_by', name: 'Wanted by', type: 'date' },
      ],
      buttons: [
        {
          id: 'quote',
          name: 'Ask for a quote',
          triggers: {
            pdf: true,
            email: { to: ['secret@example.com'] },
            webhook: { url: webhook },
            post_message: true,
          },
        },
        { id: 'cart', name: 'Add to cart', triggers: { webhook: { url: webhook }, post_message: true } },
        { id: 'silent', name: 'Only e-mail', triggers: { email: true } },
        { id: 'message', name: 'Tell the page', triggers: { post_message: true } },
      ],
    },
  ],
});

/** A product from before outputs: it has legacy webhooks, two of them the same. */
export const legacyStool = (webhooks: string[]): ProductInput => ({
  id: 'stool',
  version: '1',
  name: 'Stool',
  currency: 'EUR',
  steps: [
    {
      id: 'seat',
      name: 'Seat',
      features: [{ id: 'height', type: 'number', name: 'Height', unit: 'mm', min: 300, max: 900 }],
    },
  ],
  prices: [{ id: 'base', kind: 'fixed', name: 'Stool', amount: 49.95 }],
  dialects: ['iconfigure'],
  legacy_webhooks: webhooks,
});
