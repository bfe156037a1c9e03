import type { ProductInput } from '../../../src/contract/product/product.ts';
import type { PublishedProduct } from '../../../src/contract/published/published-product.ts';
import { compileProduct } from '../../../src/product-compiler/compile-product.ts';

/** Compiles a definition. @throws Error if it has problems */
export function published(definition: ProductInput): PublishedProduct {
  const { product, problems } = compileProduct(definition);
  if (!product) throw new Error(JSON.stringify(problems, null, 2));
  return product;
}

const outputs: ProductInput['outputs'] = [
  {
    id: 'main',
    extra_fields: [
      { id: 'company', name: 'Company', required: true },
      { id: 'newsletter', name: 'Newsletter', type: 'yes_no' },
      { id: 'branch', name: 'Branch', type: 'choice', options: [{ id: 'south', name: 'South' }] },
    ],
    buttons: [
      {
        id: 'quote',
        name: 'Ask for a quote',
        triggers: { pdf: true, webhook: { url: '/x' }, post_message: true },
      },
      { id: 'cart', name: 'Add to cart', triggers: { webhook: { url: '/x' }, post_message: true } },
      { id: 'message', name: 'Tell the page', triggers: { post_message: true } },
    ],
  },
];

/** A shelf with a choice, a width, a repeated step of boards, a constraint and a price. */
export const shelf: ProductInput = {
  id: 'shelf',
  version: '1',
  name: { en: 'Shelf', nl: 'Plank' },
  description: 'Made to measure.',
  languages: ['en', 'nl'],
  currency: 'EUR',
  currencies: { USD: 2 },
  tax: { rate: 21, prices: 'gross' },
  quantity: { min: 1, max: 10 },
  lead_time_days: 5,
  dialects: ['iconfigure'],
  steps: [
    {
      id: 'body',
      name: 'Body',
      features: [
        {
          id: 'material',
          name: { en: 'Material', nl: 'Materiaal' },
          type: 'choice',
          default: 'oak',
          options: [
            { id: 'oak', name: 'Oak', price: 100 },
            { id: 'pine', name: 'Pine' },
            { id: 'glass', name: 'Glass', enabled: { when: 'width <= 1000', reason: 'Only up to 1 m wide' } },
          ],
        },
        { id: 'width', name: 'Width', type: 'number', unit: 'mm', min: 400, max: 3000, default: 900 },
      ],
    },
    {
      id: 'boards',
      name: 'Boards',
      repeat: { min: 1, max: 4, default: 2, item_name: 'Board' },
      features: [
        {
          id: 'colour',
          name: 'Colour',
          type: 'choice',
          display: 'colour',
          default: 'white',
          options: [
            { id: 'white', name: 'White', colour: '#ffffff' },
            { id: 'black', name: 'Black', colour: '#000000' },
          ],
        },
      ],
    },
  ],
  rules: [
    { type: 'excludes', when: 'material == "pine"', not: 'width > 2000', reason: 'Pine bends beyond 2 m' },
  ],
  prices: [
    { id: 'body', name: 'Body', kind: 'fixed', amount: 200 },
    { id: 'board', name: 'Board', kind: 'fixed', step: 'boards', amount: 50 },
  ],
  outputs,
};

/** One feature of each kind. */
export const everything: ProductInput = {
  id: 'everything',
  version: '1',
  name: 'Everything',
  currency: 'EUR',
  dialects: ['iconfigure'],
  steps: [
    {
      id: 'all',
      name: 'All',
      features: [
        {
          id: 'radio',
          name: 'Radio',
          type: 'choice',
          help: 'Take your time.',
          options: [
            { id: 'a', name: 'A' },
            { id: 'b', name: 'B', help: 'The second' },
            { id: 'c', name: 'C', enabled: { when: 'yes', reason: 'Only with yes' } },
          ],
        },
        {
          id: 'dropdown',
          name: 'Dropdown',
          type: 'choice',
          display: 'dropdown',
          options: [
            { id: 'x', name: 'X' },
            { id: 'y', name: 'Y', enabled: { when: 'yes', reason: 'Only with yes' } },
          ],
        },
        {
          id: 'paint',
          name: 'Paint',
          type: 'choice',
          display: 'colour',
          default: 'red',
          options: [{ id: 'red', name: 'Red', colour: '#ff0000' }],
          own: { name: 'Your own', pattern: 'RAL \\d{4}', pattern_help: 'Write RAL and four digits' },
        },
        {
          id: 'many',
          name: 'Many',
          type: 'multi_choice',
          min: 1,
          max: 2,
          options: [
            { id: 'one', name: 'One' },
            { id: 'two', name: 'Two' },
            { id: 'three', name: 'Three' },
          ],
        },
        { id: 'yes', name: 'Yes?', type: 'yes_no', default: false },
        { id: 'size', name: 'Size', type: 'number', unit: 'mm', min: 100, max: 2000 },
        { id: 'note', name: 'Note', type: 'text', min_length: 3, placeholder: 'Anything' },
        { id: 'story', name: 'Story', type: 'text', multiline: true },
        { id: 'day', name: 'Day', type: 'date', required: false, min: '2030-01-01' },
        { id: 'plan', name: 'Plan', type: 'file', accept: ['.pdf'], max_mb: 1 },
        { id: 'twice', name: 'Twice', type: 'computed', value: 'size * 2', unit: 'mm' },
        { id: 'secret', name: 'Secret', type: 'hidden', default: 'x' },
      ],
    },
  ],
  prices: [{ id: 'base', name: 'Base', kind: 'formula', amount: 'size / 10' }],
  outputs,
};

/** Many questions, so that its three steps are shown one at a time. */
export const long: ProductInput = {
  id: 'long',
  version: '1',
  name: 'Long',
  currency: 'EUR',
  steps: ['first', 'second', 'third'].map((id) => ({
    id,
    name: id,
    features: Array.from({ length: 5 }, (_, index) => ({
      id: `${id}_${index}`,
      name: `${id} ${index}`,
      type: 'number' as const,
      required: id === 'second',
    })),
  })),
};
