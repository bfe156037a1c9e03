import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Quote3dMessage, Quote3dResizeMessage } from '../../../src/contract/vendors/quote3d.ts';
import { quote3dMessage } from '../../../src/dialects/quote3d/quote3d-message.ts';
import { quote3dResize } from '../../../src/dialects/quote3d/quote3d-resize.ts';

it('a result has its fields at hand and under data, and the weight by both names', () => {
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
  };
  expect(quote3dMessage('QUOTE3D_RESULT', fields)).toEqual({
    type: 'QUOTE3D_RESULT',
    ...fields,
    filamentWeight: 42.8,
    data: { ...fields, filamentWeight: 42.8 },
  });
});

it('whatever is known, the messages are those of the contract', () => {
  const nullable = fc.option(fc.string(), { nil: null });
  const result = fc.record({
    quoteId: nullable,
    totalPrice: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null }),
    currency: fc.constant('EUR'),
    material: nullable,
    technology: nullable,
    quantity: fc.nat(),
    thumbnailUrl: nullable,
    fileName: nullable,
    weight: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null }),
  });
  const type = fc.constantFrom('QUOTE3D_RESULT' as const, 'QUOTE3D_ADD_TO_CART' as const);
  fc.assert(
    fc.property(type, result, (name, fields) => {
      const message = quote3dMessage(name, fields);
      expect(Quote3dMessage.parse(message)).toEqual(message);
      expect(message.filamentWeight).toBe(message.weight);
    }),
  );
});

it('a frame says how high it is', () => {
  const message = quote3dResize(812);
  expect(message).toEqual({ type: 'QUOTE3D_RESIZE', height: 812, data: { height: 812 } });
  expect(Quote3dResizeMessage.parse(message)).toEqual(message);
});
