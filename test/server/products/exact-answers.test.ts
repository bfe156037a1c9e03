import { expect, it } from 'vitest';
import { compileProduct } from '../../../src/product-compiler/compile-product.ts';
import { exactAnswers } from '../../../src/server/products/exact-answers.ts';
import { cabinet } from '../support/products.ts';

const product = compileProduct(cabinet('https://shop.example/hook')).product!;
const said = (value: string | number) => ({ value, by: 'import' });
const unanswered = { value: null, by: 'import' };
const rest = { engraving: unanswered, oiled: unanswered, sketch: unanswered };

it('leaves unanswered what the configuration leaves out, in every repetition that it has', () => {
  const selections = { material: 'oak', drawers: [{ depth: 300 }, {}], ghost: 1 };
  expect(exactAnswers(product, { product_version: '3', quantity: 2, selections })).toEqual({
    quantity: 2,
    features: { material: said('oak'), width: unanswered, ...rest },
    steps: { drawers: [{ depth: said(300) }, { depth: unanswered }] },
  });
});

it('leaves the number of repetitions to the product where the configuration does not say', () => {
  const { features, steps } = exactAnswers(product, { product_version: '3', quantity: 1, selections: {} });
  expect(features).toEqual({ material: unanswered, width: unanswered, ...rest });
  expect(steps).toEqual({});
});
