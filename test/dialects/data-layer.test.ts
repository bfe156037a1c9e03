import { expect, it } from 'vitest';
import { DataLayerEntry } from '../../src/contract/vendors/data-layer.ts';
import { finishEntry, setupEntry, updateEntry } from '../../src/dialects/data-layer.ts';

const tracked = {
  product_id: 'oak-table',
  product_name: 'Oak table',
  currency: 'EUR',
  value: 2481,
  quantity: 2,
};
const facts = {
  ...tracked,
  items: [{ item_id: 'oak-table', item_name: 'Oak table', price: 1240.5, quantity: 2 }],
};

it('says what there is, at what price, in the form that analytics reads', () => {
  expect(setupEntry(tracked, 'top')).toEqual({ event: 'ic_setup', ...facts, step: 'top' });
  expect(updateEntry(tracked, 'legs')).toEqual({ event: 'ic_update', ...facts, step: 'legs' });
  expect(finishEntry(tracked, { path: 'quotation', button_id: 'quote', transaction_id: 'quo_1' })).toEqual({
    event: 'ic_finish',
    ...facts,
    path: 'quotation',
    button_id: 'quote',
    transaction_id: 'quo_1',
  });
});

it('has no price for a piece where there is none at all', () => {
  const entry = setupEntry({ ...tracked, value: null, quantity: 0 }, 'top');
  expect(entry).toMatchObject({ value: null });
  expect(entry.items).toEqual([{ item_id: 'oak-table', item_name: 'Oak table', quantity: 0 }]);
});

it('is what the contract says, the price of a piece without rounding noise', () => {
  const thirds = { ...tracked, value: 0.3, quantity: 3 };
  for (const entry of [
    setupEntry(thirds, 'top'),
    updateEntry(thirds, 'top'),
    finishEntry(thirds, { path: 'cart', button_id: 'cart', transaction_id: null }),
  ]) {
    expect(DataLayerEntry.parse(entry)).toEqual(entry);
    expect(entry.items[0]?.price).toBe(0.1);
  }
});
