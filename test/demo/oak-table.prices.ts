import type { PriceCase } from './price-case.ts';

/*
 * Price list, gross. Top: area (up to 0.01 m², at least 1.00 m²) × 420 natural, 360 rustic, 495 smoked × 0.85, 1, 1.2 for
 * 30, 40, 50 mm. Shape: 12 % (oval), 15 % (round) of the top. Edge per metre: 14 bevelled, 18 rounded, 32 live.
 * Hardwax oil 22 and lacquer 30.50 per m², at most 75. White or smoke tint 9.50 per m². Engraving 15 + 2.35 a
 * character, at least 25. Legs 340, 295, 420, 465, 590. Leaf 295. From 4 tables 4 %, from 10 tables 8 % off. Once: own
 * RAL 85, delivery 59 or 129. A table costs at least 795.
 */
const delivery_fee = 59;
const square = { 'legs.oak_square': 340 };
const pickUp = { delivery: 'pick_up' };
const size = (length: number, width: number) => ({ length, width });

export const oakTablePrices: readonly PriceCase[] = [
  {
    name: 'as it is offered first',
    // 2.00 × 0.90 = 1.80 m² × 420 = 756.00; 756 + 340 + 59 = 1155. Net 1155 / 1.21 = 954.545…, tax the rest.
    lines: { top: 756, ...square, delivery_fee },
    total: 1155,
    taxed: [954.55, 200.45, 1155],
  },

  // The smallest area: 1.00 m².
  {
    name: 'just below 1 m²',
    // 1.20 × 0.82 = 0.984 → 0.99, billed 1.00 × 420 = 420; + 340 = 760; up to 795: 35.
    select: { ...size(1200, 820), ...pickUp },
    lines: { top: 420, ...square, minimum_price: 35 },
    total: 795,
  },
  {
    name: 'exactly 1 m²',
    // 1.25 × 0.80 = 1.00 × 420 = 420.
    select: { ...size(1250, 800), ...pickUp },
    lines: { top: 420, ...square, minimum_price: 35 },
    total: 795,
  },
  {
    name: 'just above 1 m²',
    // 1.20 × 0.84 = 1.008 → 1.01 × 420 = 424.20; + 340 = 764.20; up to 795: 30.80.
    select: { ...size(1200, 840), ...pickUp },
    lines: { top: 424.2, ...square, minimum_price: 30.8 },
    total: 795,
  },
  {
    name: 'an area that floating point makes 2.0900000000000003',
    // 1.90 × 1.10 = 2.09, not 2.10; × 420 = 877.80; + 399.
    select: size(1900, 1100),
    lines: { top: 877.8, ...square, delivery_fee },
    total: 1276.8,
  },

  // The smallest price: 795.
  {
    name: 'below the smallest price',
    // 1.20 × 0.90 = 1.08 × 360 = 388.80; + 340 + 59 = 787.80; missing 7.20.
    select: { material: 'rustic_oak', ...size(1200, 900) },
    lines: { top: 388.8, ...square, delivery_fee, minimum_price: 7.2 },
    total: 795,
  },
  {
    name: 'exactly the smallest price',
    // 1.20 × 0.91 = 1.092 → 1.10 × 360 = 396; + 340 + 59 = 795.
    select: { material: 'rustic_oak', ...size(1200, 910) },
    lines: { top: 396, ...square, delivery_fee },
    total: 795,
  },
  {
    name: 'above the smallest price',
    // 1.20 × 0.92 = 1.104 → 1.11 × 360 = 399.60; + 399 = 798.60.
    select: { material: 'rustic_oak', ...size(1200, 920) },
    lines: { top: 399.6, ...square, delivery_fee },
    total: 798.6,
  },
  {
    name: 'the smallest price counts for every table',
    // (420 + 340) × 2 = 1520; 2 × 795 = 1590; missing 70.
    select: { ...size(1200, 820), ...pickUp },
    quantity: 2,
    lines: { top: 840, 'legs.oak_square': 680, minimum_price: 70 },
    total: 1590,
  },

  // Thickness, shape, edge.
  { name: '30 mm', select: { thickness: '30' }, total: 1041.6 }, // 1.80 × 357 = 642.60; + 399
  { name: '50 mm', select: { thickness: '50' }, total: 1306.2 }, // 1.80 × 504 = 907.20; + 399
  {
    name: 'oval',
    // 2.20 × 1.00 = 2.20 × 420 = 924; 12 % = 110.88; + 340 + 59.
    select: { shape: 'oval', ...size(2200, 1000) },
    lines: { top: 924, shape_work: 110.88, ...square, delivery_fee },
    total: 1433.88,
  },
  {
    name: 'round, on a column: as wide as long',
    // The default diameter is 1300: 1.69 × 420 = 709.80; 15 % = 106.47; + 590 + 59.
    select: { shape: 'round', legs: 'steel_column' },
    lines: { top: 709.8, shape_work: 106.47, 'legs.steel_column': 590, delivery_fee },
    total: 1465.27,
  },
  { name: 'bevelled', select: { edge: 'bevelled' }, total: 1236.2 }, // 2 × 2.90 = 5.80 m × 14 = 81.20; + 1155
  { name: 'rounded', select: { edge: 'rounded' }, total: 1259.4 }, // 5.80 × 18 = 104.40
  { name: 'live edge', select: { edge: 'live' }, total: 1340.6 }, // 5.80 × 32 = 185.60

  // Protection: at most 75.
  {
    name: 'lacquer just below its limit, half a cent rounded up',
    // 2.45 × 30.50 = 74.725 → 74.73; 2.45 × 420 = 1029; + 399.
    select: { ...size(2450, 1000), finish: 'matt_lacquer' },
    lines: { top: 1029, protection: 74.73, ...square, delivery_fee },
    total: 1502.73,
  },
  {
    name: 'lacquer just above its limit',
    // 2.46 × 30.50 = 75.03 → 75; 2.46 × 420 = 1033.20; + 399.
    select: { ...size(2460, 1000), finish: 'matt_lacquer' },
    lines: { top: 1033.2, protection: 75, ...square, delivery_fee },
    total: 1507.2,
  },
  { name: 'hardwax oil', select: { finish: 'hardwax_oil' }, total: 1194.6 }, // 1.80 × 22 = 39.60
  {
    name: 'a tint, half a cent rounded up',
    // 1.45 × 9.50 = 13.775 → 13.78; 1.45 × 420 = 609; + 399.
    select: { ...size(1450, 1000), tint: 'white' },
    lines: { top: 609, 'tint.white': 13.78, ...square, delivery_fee },
    total: 1021.78,
  },

  // Engraving: at least 25.
  { name: 'four characters', select: { engraving: 'Anna' }, total: 1180 }, // 15 + 9.40 = 24.40 → 25
  { name: 'five characters', select: { engraving: 'Annas' }, total: 1181.75 }, // 15 + 11.75 = 26.75
  { name: 'as long as it may be', select: { engraving: 'abcdefghijklmnopqrstuvwx' }, total: 1226.4 }, // 15 + 24 × 2.35 = 71.40

  // Several tables: 756 + 340 = 1096 each, 59 once.
  { name: 'three', quantity: 3, total: 3347 }, // 3288 + 59
  {
    name: 'four',
    // 4 % of 1096 = 43.84 off: 1052.16 × 4 = 4208.64; + 59.
    quantity: 4,
    lines: { top: 3024, 'legs.oak_square': 1360, several: -175.36, delivery_fee },
    total: 4267.64,
  },
  { name: 'five', quantity: 5, total: 5319.8 }, // 1052.16 × 5 = 5260.80
  { name: 'nine', quantity: 9, total: 9528.44 }, // 1052.16 × 9 = 9469.44
  { name: 'ten', quantity: 10, total: 10142.2 }, // 8 % = 87.68 off: 1008.32 × 10
  { name: 'eleven', quantity: 11, total: 11150.52 }, // 1008.32 × 11 = 11091.52

  {
    name: 'a campaign code, half a cent away from zero',
    // 1.80 × 30.50 = 54.90; 5 % of 756 + 54.90 = 810.90 is 40.545 → 40.55; legs and delivery are not reduced.
    select: { finish: 'matt_lacquer', campaign: 'SPRING' },
    lines: { top: 756, protection: 54.9, campaign_discount: -40.55, ...square, delivery_fee },
    total: 1169.35,
  },
  { name: 'another code', select: { campaign: 'WINTER' }, total: 1155 },

  // Once per order, whatever the quantity.
  { name: 'own RAL', select: { legs: 'steel_u', leg_colour: { own: 'RAL 5008' } }, total: 1320 }, // 756 + 420 + 85 + 59
  {
    name: 'own RAL for three',
    // (756 + 420) × 3 = 3528; + 85 + 59.
    select: { legs: 'steel_u', leg_colour: { own: '5008' } },
    quantity: 3,
    lines: { top: 2268, 'legs.steel_u': 1260, powder_coating: 85, delivery_fee },
    total: 3672,
  },
  { name: 'set up', select: { delivery: 'in_place' }, total: 1225 }, // 1096 + 129
  { name: 'picked up', select: pickUp, total: 1096 },

  {
    name: 'three extras and the leaf',
    // 9.50 + 24.95 + 49 = 83.45; + 295 + 1155.
    select: { extras: ['felt_glides', 'care_kit', 'cable_tray'], extension: true },
    lines: {
      top: 756,
      ...square,
      extension: 295,
      'extras.felt_glides': 9.5,
      'extras.care_kit': 24.95,
      'extras.cable_tray': 49,
      delivery_fee,
    },
    total: 1533.45,
  },
  {
    name: 'smoked, 50 mm, bevelled, on an X',
    // 2.40 × 495 × 1.2 = 1425.60; 6.80 m × 14 = 95.20; + 465 + 59.
    select: {
      material: 'smoked_oak',
      thickness: '50',
      edge: 'bevelled',
      legs: 'steel_x',
      ...size(2400, 1000),
    },
    total: 2044.8,
  },
  {
    name: 'oval, 30 mm, white, tapered legs',
    // 2.20 × 357 = 785.40; 12 % = 94.248 → 94.25; 2.20 × 9.50 = 20.90; + 295 + 59.
    select: { shape: 'oval', thickness: '30', tint: 'white', legs: 'oak_tapered', ...size(2200, 1000) },
    total: 1254.55,
  },

  // On request above 3000 mm.
  { name: 'just below 3 m', select: { length: 2990 }, total: 1533 }, // 2.691 → 2.70 × 420 = 1134; + 399
  { name: 'exactly 3 m', select: { length: 3000 }, total: 1533 }, // 2.70 × 420 = 1134
  { name: 'just above 3 m', select: { length: 3010 }, total: null },

  {
    name: 'in pounds',
    // 756 × 0.86 = 650.16; 340 × 0.86 = 292.40; 59 × 0.86 = 50.74.
    currency: 'GBP',
    lines: { top: 650.16, 'legs.oak_square': 292.4, delivery_fee: 50.74 },
    total: 993.3,
  },
];
