import { expect, it } from 'vitest';
import type { ProductInput } from '../../src/contract/product/product.ts';
import type { Selections } from '../../src/contract/configuration/value.ts';
import { decodeConfiguration } from '../../src/configuration/decode-configuration.ts';
import { pictureCode } from '../../src/configuration/picture-code.ts';
import { compileProduct } from '../../src/product-compiler/compile-product.ts';

type Shapes = NonNullable<ProductInput['drawing']>['shapes'];

/** What the picture's code says of everything that there is to answer, where this is drawn. */
function coded(shapes: Shapes, more: Partial<ProductInput> = {}): Selections {
  const product = compileProduct({
    id: 'sign',
    version: '1',
    name: 'Sign',
    currency: 'EUR',
    steps: [
      {
        id: 'board',
        name: 'Board',
        features: [
          { id: 'width', type: 'number', name: 'Width', min: 1, max: 9 },
          { id: 'slogan', type: 'text', name: 'Slogan' },
          { id: 'campaign', type: 'hidden', name: 'Campaign' },
          { id: 'logo', type: 'file', name: 'Logo', accept: ['.png'] },
          {
            id: 'paint',
            type: 'choice',
            name: 'Paint',
            options: [{ id: 'red', name: 'Red', colour: '#ff0000' }],
            own: { name: 'Another', max_length: 50 },
          },
          { id: 'lamps', type: 'multi_choice', name: 'Lamps', options: [{ id: 'top', name: 'Top' }] },
        ],
      },
      {
        id: 'hooks',
        name: 'Hooks',
        repeat: { min: 0, max: 5, default: 1, item_name: 'Hook' },
        features: [
          { id: 'place', type: 'number', name: 'Place', min: 0, max: 9 },
          { id: 'label', type: 'text', name: 'Label' },
        ],
      },
    ],
    drawing: { width: 'width', height: 5, title: 'Sign', shapes },
    ...more,
  }).product!;
  const code = pictureCode(product, {
    product_id: 'sign',
    product_version: '1',
    quantity: 2,
    selections: {
      width: 7,
      slogan: 'Private words',
      campaign: 'x',
      logo: { file_id: 'A'.repeat(32), name: 'me.png', size: 9 },
      paint: { own: 'Like my house' },
      lamps: ['top'],
      hooks: [
        { place: 1, label: 'Jane' },
        { place: 2, label: 'Joe' },
      ],
    },
  });
  expect(code).toMatch(/^[\w-]+$/);
  const { selections, ...rest } = decodeConfiguration(code)!;
  expect(rest).toEqual({ product_version: '1', quantity: 2 });
  return selections;
}

it('says only what the drawing depends on', () => {
  expect(coded([])).toEqual({ width: 7 });
  expect(coded([{ shape: 'text', text: 'slogan' }])).toEqual({ width: 7, slogan: 'Private words' });
  expect(coded([{ shape: 'rect', when: "'top' in lamps" }])).toEqual({ width: 7, lamps: ['top'] });
});

it('keeps repetitions that are drawn, without what is not drawn of them', () => {
  expect(coded([{ shape: 'rect', each: 'hooks' }])).toEqual({ width: 7, hooks: [{}, {}] });
  expect(coded([{ shape: 'rect', each: 'hooks', attributes: { x: 'place' } }])).toEqual({
    width: 7,
    hooks: [{ place: 1 }, { place: 2 }],
  });
});

it('says that there is a file or an own entry, not which', () => {
  expect(coded([{ shape: 'rect', when: 'has(logo)', attributes: { fill: 'paint.colour' } }])).toEqual({
    width: 7,
    logo: { file_id: '-', name: '', size: 0 },
    paint: { own: '-' },
  });
});

it('keeps what the drawing depends on by way of something else', () => {
  const shapes: Shapes = [{ shape: 'rect', when: 'long', attributes: { x: 1 } }];
  expect(coded(shapes, { variables: [{ id: 'long', value: 'size(slogan) > 20' }] })).toEqual({
    width: 7,
    slogan: 'Private words',
  });
  expect(
    coded([{ shape: 'rect', when: "paint == 'red'" }], {
      rules: [{ type: 'requires', when: "campaign == 'x'", then: "paint == 'red'", reason: 'Red only' }],
    }),
  ).toEqual({ width: 7, campaign: 'x', paint: { own: '-' } });
});
