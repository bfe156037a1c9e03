import { afterEach, expect, test, vi } from 'vitest';
import type { ProductInput } from '../../../src/contract/product/product.ts';
import { clearPage, mountProduct } from '../support/mount-product.ts';

afterEach(clearPage);

const plank: ProductInput = {
  id: 'plank',
  version: '1',
  name: 'Plank',
  currency: 'EUR',
  steps: [
    {
      id: 'all',
      name: 'All',
      features: [
        { id: 'length', name: 'Length', type: 'number', min: 1, max: 900 },
        { id: 'spare', name: 'Spare', type: 'number', min: 1, max: 900, required: false },
        { id: 'word', name: 'Word', type: 'text' },
        { id: 'round', name: 'Round', type: 'yes_no', default: false },
      ],
    },
  ],
  drawing: {
    width: 900,
    height: 100,
    title: 'The plank',
    shapes: [
      { shape: 'rect', attributes: { x: 0, y: 0, width: 'length', height: 90, rx: 'round ? 9 : 0' } },
      { shape: 'text', text: 'word' },
    ],
  },
};

test('keeps the last complete picture while a number is missing, and follows everything else', async () => {
  const page = await mountProduct(plank);
  await vi.waitFor(() => expect(page.root.querySelector('svg rect')).not.toBeNull());
  const plankOf = () => {
    const rect = page.root.querySelector('svg rect')!;
    return [rect.getAttribute('width'), rect.getAttribute('rx')];
  };
  const select = async (selections: Record<string, number | boolean | null>) => {
    await page.mounted.select(selections);
    await new Promise((resolve) => setTimeout(resolve, 5));
  };
  // Without a complete drawing, it draws what it can.
  expect(plankOf()).toEqual([null, '0']);
  await select({ round: true });
  expect(plankOf()).toEqual([null, '9']);
  // A missing text, or an optional number, holds nothing up.
  await select({ length: 500 });
  expect(plankOf()).toEqual(['500', '9']);
  await select({ length: null });
  expect(plankOf()).toEqual(['500', '9']);
  await select({ length: 600, round: false });
  expect(plankOf()).toEqual(['600', '0']);
});
