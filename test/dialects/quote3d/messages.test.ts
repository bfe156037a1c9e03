import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Quote3dMessage, Quote3dResizeMessage } from '../../../src/contract/vendors/quote3d.ts';
import { changed, submitted } from '../../../src/dialects/quote3d/messages.ts';
import { resized } from '../../../src/dialects/quote3d/resized.ts';
import { submittedProduct } from '../support/events.ts';

const fields = {
  quoteId: 'q-1',
  totalPrice: 25.5,
  currency: 'USD',
  material: 'PLA',
  technology: 'FDM',
  quantity: 2,
  thumbnailUrl: 'https://quotes.example/drawing.svg',
  fileName: 'gearbox-housing.stl',
  weight: 42.8,
  filamentWeight: 42.8,
};

it('has its fields at hand and under data, and the weight by both names', () => {
  const result = { type: 'QUOTE3D_RESULT', ...fields, data: fields };
  expect(submitted(submittedProduct({ path: 'quotation' }))).toEqual([result]);
  expect(submitted(submittedProduct({ path: 'cart' }))).toEqual([
    result,
    { ...result, type: 'QUOTE3D_ADD_TO_CART' },
  ]);
});

it('says a change without an id, and only where there is a price', () => {
  const unstored = { ...fields, quoteId: null };
  expect(changed(submittedProduct())).toEqual([{ type: 'QUOTE3D_RESULT', ...unstored, data: unstored }]);
  expect(changed(submittedProduct({ total_price: null }))).toEqual([]);
});

it('sends messages as the contract has them, whatever is known', () => {
  const nullable = fc.option(fc.string(), { nil: null });
  const amount = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null });
  const product = fc
    .record({
      id: nullable,
      path: fc.constantFrom('quotation' as const, 'cart' as const),
      total_price: amount,
      image: fc.option(fc.string(), { nil: undefined }),
      file_name: nullable,
      weight: amount,
      word: nullable,
    })
    .map(({ word, ...more }) => submittedProduct({ ...more, inWords: () => word }));
  fc.assert(
    fc.property(product, (submission) => {
      const messages = submitted(submission);
      expect(messages.length).toBe(submission.path === 'cart' ? 2 : 1);
      for (const message of messages) {
        expect(Quote3dMessage.parse(message)).toEqual(message);
        expect(message.filamentWeight).toBe(message.weight);
      }
    }),
  );
});

it('tells how high a frame is', () => {
  const message = resized(812);
  expect(message).toEqual({ type: 'QUOTE3D_RESIZE', height: 812, data: { height: 812 } });
  expect(Quote3dResizeMessage.parse(message)).toEqual(message);
});
