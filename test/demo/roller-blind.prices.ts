import type { PriceCase } from './price-case.ts';

/*
 * Price list, gross. Blind by width and drop in price group A, B or C; lengths count in whole millimetres. Cassette 21.50 a
 * metre, up to 0.1 m, at least 0.6. Rails by drop: 28 to 1000, 35.50 to 1500, 43 to 2000, 54 to 2600. Wire 14,
 * spring 18.50, motor 129, tensioner 4.50. From 3 blinds 5 %, from 8 blinds 12.5 % off blind, cassette and rails. Once:
 * remote control 29 or 45; shipping 7.95 (19.95 above 1750 wide), free from 250 of blind, cassette and rails. An order
 * costs at least 65.
 */
const bare = { cassette: false, guides: 'none' };

export const rollerBlindPrices: readonly PriceCase[] = [
  {
    name: 'as it is offered first: 36 × 48 in',
    // 914.4 × 1219.2 mm: column 1000, row 1400: 62. 0.914 → 1.0 m × 21.50. 62 + 21.50 + 7.95. Net 91.45 / 1.21 = 75.578…
    lines: { blind_a: 62, cassette_price: 21.5, shipping: 7.95 },
    total: 91.45,
    taxed: [75.58, 15.87, 91.45],
  },

  // Whole millimetres before the look-up.
  {
    name: '23 5/8 in is 600.075 mm, and still in the 600 column',
    // 42; 0.600 m → 0.6 × 21.50 = 12.90; 42 + 12.90 + 7.95 = 62.85; up to 65: 2.15.
    select: { width: 600.075, drop: 1000 },
    lines: { blind_a: 42, cassette_price: 12.9, shipping: 7.95, minimum_price: 2.15 },
    total: 65,
  },
  { name: '599 wide', select: { width: 599, drop: 1000 }, total: 65 },
  { name: '600 wide', select: { width: 600, drop: 1000 }, total: 65 },
  { name: '600.4 wide counts as 600', select: { width: 600.4, drop: 1000 }, total: 65 },
  { name: '600.5 wide counts as 601', select: { width: 600.5, drop: 1000 }, total: 68 }, // 45 + 0.7 × 21.50 (15.05) + 7.95
  { name: '601 wide', select: { width: 601, drop: 1000 }, total: 68 },
  { name: '36 1/2 in', select: { width: 927.1 }, total: 91.45 }, // 927 mm: column 1000, 1.0 m

  // Rows; column 1000, cassette 0.9 × 21.50 = 19.35.
  { name: '999 drop', select: { width: 900, drop: 999 }, total: 82.3 }, // 55 + 19.35 + 7.95
  { name: '1000 drop', select: { width: 900, drop: 1000 }, total: 82.3 },
  { name: '1000.4 drop', select: { width: 900, drop: 1000.4 }, total: 82.3 },
  { name: '1001 drop', select: { width: 900, drop: 1001 }, total: 89.3 }, // 62 + 19.35 + 7.95

  // The ends of the table.
  { name: 'the largest', select: { width: 2400, drop: 2600, ...bare }, total: 215.95 }, // 196 + 19.95
  // 42 + 7.95 = 49.95; up to 65: 15.05.
  {
    name: 'the smallest',
    select: { width: 400, drop: 400, above_floor: 2200, ...bare },
    lines: { blind_a: 42, shipping: 7.95, minimum_price: 15.05 },
    total: 65,
  },

  // Price groups.
  { name: 'group B', select: { fabric: 'sage' }, total: 109.45 }, // 80 + 21.50 + 7.95
  {
    name: 'group C, blackout: rails by default, and with them the tensioner',
    // Column 1000, row 1400: 102; 21.50; rails to 1500: 35.50; 4.50; 7.95.
    select: { light: 'blackout', fabric: 'night', width: 1000, drop: 1400 },
    lines: { blind_c: 102, cassette_price: 21.5, rails_price: 35.5, tensioner: 4.5, shipping: 7.95 },
    total: 171.45,
  },

  // Rails by drop: 1000, 1500.
  ...(
    [
      [999, 151.95], // 90 + 21.50 + 28 + 4.50 + 7.95
      [1000, 151.95],
      [1001, 171.45], // 102 + 21.50 + 35.50 + 4.50 + 7.95
      [1499, 182.45], // 113 + 21.50 + 35.50 + 4.50 + 7.95
      [1500, 182.45],
      [1501, 189.95], // 113 + 21.50 + 43 + 4.50 + 7.95
    ] as const
  ).map(([drop, total]) => ({
    name: `rails for a drop of ${drop}`,
    select: { light: 'blackout', fabric: 'night', width: 1000, drop },
    total,
  })),

  // Shipping: free from 250.
  { name: 'two for 224', select: { width: 1800, drop: 1800, ...bare }, quantity: 2, total: 243.95 }, // 2 × 112 + 19.95
  {
    name: 'two for exactly 250',
    // Column 1800, row 2200: 125.
    select: { width: 1800, drop: 2200, ...bare },
    quantity: 2,
    lines: { blind_a: 250 },
    total: 250,
  },
  { name: 'two for 296', select: { width: 2100, drop: 2200, ...bare }, quantity: 2, total: 296 }, // 2 × 148
  { name: '1750 wide', select: { width: 1750, drop: 1000, ...bare }, total: 95.95 }, // 88 + 7.95
  { name: '1751 wide', select: { width: 1751, drop: 1000, ...bare }, total: 107.95 }, // 88 + 19.95

  // Several: 62 + 21.50 = 83.50 each.
  { name: 'two', quantity: 2, total: 174.95 }, // 167 + 7.95
  {
    name: 'three: half a cent of discount goes to the shopper, and shipping is free from 250.50',
    // 5 % of 250.50 = 12.525 → 12.53.
    quantity: 3,
    lines: { blind_a: 186, cassette_price: 64.5, sets: -12.53 },
    total: 237.97,
  },
  { name: 'four', quantity: 4, total: 317.3 }, // 334 − 16.70
  { name: 'seven', quantity: 7, total: 555.27 }, // 584.50 − 29.225 → 29.23
  { name: 'eight', quantity: 8, total: 584.5 }, // 668 − 83.50
  { name: 'nine', quantity: 9, total: 657.56 }, // 751.50 − 93.9375 → 93.94

  // Operation and small parts.
  { name: 'spring', select: { operation: 'spring' }, total: 109.95 }, // + 18.50
  { name: 'motor with a remote', select: { operation: 'motor' }, total: 249.45 }, // + 129 + 29
  { name: 'motor, five channels', select: { operation: 'motor', channels: 'five' }, total: 265.45 }, // + 129 + 45
  { name: 'motor, no remote', select: { operation: 'motor', channels: 'none' }, total: 220.45 },
  { name: 'two motors, one remote', select: { operation: 'motor' }, quantity: 2, total: 461.95 }, // 2 × 212.50 + 29 + 7.95
  { name: 'wires', select: { guides: 'wire' }, total: 105.45 },
  { name: 'tensioner', select: { tensioner: true }, total: 95.95 },
  { name: 'screws and level', select: { accessories: ['screws', 'level'] }, total: 96.7 },
  { name: 'clamps', select: { accessories: ['clamps'] }, total: 99.4 },

  {
    name: 'in dollars, half a cent rounded up',
    // 62 × 1.09 = 67.58; 21.50 × 1.09 = 23.435 → 23.44; 7.95 × 1.09 = 8.6655 → 8.67.
    currency: 'USD',
    lines: { blind_a: 67.58, cassette_price: 23.44, shipping: 8.67 },
    total: 99.69,
  },
];
