import type { PriceCase } from './price-case.ts';

/*
 * Price list, gross. Share = solid share (20 %) × (filament: 0.4 + 0.6 × infill; else 1). Machine: box in m³ × share ×
 * 210,000 filament, 520,000 resin, 390,000 powder, for the whole order, at least 4. Material: box × share × density, up to a
 * gram, at least 5 g, × 48 a kilogram PLA, 210 clear resin, 155 PA12. Layers: fine +45 %, coarse −15 % of the machine.
 * Cleaning for all pieces at 2.80, from 10 1.95, from 50 1.20, from 250 0.74. Inserts each 0.65, from the 9th 0.48, from
 * the 21st 0.335. Sanding 1.50 + 0.0004 a mm² of three sides, 2.50 to 30. Express 40 %, at least 15. Start-up 25, none from
 * 150 of the above. Parcel 6.50. An order costs at least 45.
 */
const small = { size_x: 20, size_y: 20, size_z: 52.5 };

export const printedPartPrices: readonly PriceCase[] = [
  {
    name: 'as it is offered first',
    // Box 0.00024 m³; share 0.2 × 0.52 = 0.104. Machine 0.00024 × 0.104 × 210000 = 5.2416. Weight 0.00024 × 0.104 × 1240 =
    // 0.03095 → 0.031 kg × 48 = 1.488. 5.24 + 1.49 + 2.80 + 25 + 6.50 = 41.03; up to 45: 3.97. Net 45 / 1.21 = 37.190…
    lines: {
      machine_time: 5.24,
      material_price: 1.49,
      handling: 2.8,
      set_up: 25,
      parcel_service: 6.5,
      minimum_price: 3.97,
    },
    total: 45,
    taxed: [37.19, 7.81, 45],
  },

  // Quantity tiers, all pieces at the price of the tier; machine and material rounded once for the whole order.
  {
    name: 'nine',
    // 47.1744; 13.392; 9 × 2.80 = 25.20; 85.76 is below 150.
    quantity: 9,
    lines: { machine_time: 47.17, material_price: 13.39, handling: 25.2, set_up: 25, parcel_service: 6.5 },
    total: 117.26,
  },
  {
    name: 'ten',
    // 52.416; 14.88; 10 × 1.95 = 19.50.
    quantity: 10,
    lines: { machine_time: 52.42, material_price: 14.88, handling: 19.5, set_up: 25, parcel_service: 6.5 },
    total: 118.3,
  },
  { name: 'eleven', quantity: 11, total: 126.98 }, // 57.6576 → 57.66; 16.368 → 16.37; 21.45; 25; 6.50
  { name: '49', quantity: 49, total: 431.8 }, // 256.8384 → 256.84; 72.912 → 72.91; 95.55; 6.50
  { name: '50', quantity: 50, total: 402.98 }, // 262.08; 74.40; 60; 6.50
  { name: '51', quantity: 51, total: 410.91 }, // 267.3216 → 267.32; 75.888 → 75.89; 61.20; 6.50
  { name: '249', quantity: 249, total: 1980.97 }, // 1305.1584 → 1305.16; 370.512 → 370.51; 298.80; 6.50
  { name: '250', quantity: 250, total: 1873.9 }, // 1310.40; 372; 185; 6.50
  { name: '251', quantity: 251, total: 1881.37 }, // 1315.6416 → 1315.64; 373.488 → 373.49; 185.74; 6.50
  { name: '2000', quantity: 2000, total: 14945.7 }, // 10483.20; 2976; 1480; 6.50
  { name: '2001', quantity: 2001, total: null },

  // The start-up cost vanishes from 150.
  { name: '17: 147.56 so far', quantity: 17, total: 179.06 }, // 89.1072 → 89.11; 25.296 → 25.30; 33.15; 25; 6.50
  { name: '18: 156.23 so far', quantity: 18, total: 162.73 }, // 94.3488 → 94.35; 26.784 → 26.78; 35.10; 6.50

  {
    name: 'seven for exactly 150, which floating point makes 149.99999999999997',
    // Infill 50 %: share 0.2 × 0.7 = 0.14. Box 60 × 60 × 137 = 0.0004932 m³. Machine 0.0004932 × 0.14 × 210000 × 7 = 101.50056;
    // weight 0.08562 → 0.086 kg × 48 × 7 = 28.896; 7 × 2.80 = 19.60. 101.50 + 28.90 + 19.60 = 150.
    select: { infill: 50, size_x: 60, size_y: 60, size_z: 137 },
    quantity: 7,
    lines: { machine_time: 101.5, material_price: 28.9, handling: 19.6, parcel_service: 6.5 },
    total: 156.5,
  },

  // Inserts: each part of the number at the price of its own tier.
  { name: '7 inserts', select: { inserts: 7 }, total: 45.58 }, // 41.03 + 4.55
  { name: '8 inserts', select: { inserts: 8 }, total: 46.23 }, // 5.20
  { name: '9 inserts', select: { inserts: 9 }, total: 46.71 }, // 5.20 + 0.48 = 5.68
  { name: '19 inserts', select: { inserts: 19 }, total: 51.51 }, // 5.20 + 11 × 0.48 = 10.48
  { name: '20 inserts', select: { inserts: 20 }, total: 51.99 }, // 10.96
  { name: '21 inserts', select: { inserts: 21 }, total: 52.33 }, // 10.96 + 0.335 = 11.295 → 11.30
  { name: '23 inserts: 3 × 0.335 is 1.005', select: { inserts: 23 }, total: 53 }, // 10.96 + 1.005 = 11.965 → 11.97

  // Sanding.
  { name: 'sanded', select: { aftercare: ['sanded'] }, total: 47.25 }, // 1.50 + 0.0004 × 11800 = 6.22
  {
    name: 'sanded, exactly the least; machine and material at their least',
    // Sides 400 + 1050 + 1050 = 2500 mm²: 1.50 + 1 = 2.50. Machine 0.000021 × 0.104 × 210000 = 0.45864 → 4. Weight 2.7 g → 5 g:
    // 0.24. 4 + 0.24 + 2.80 + 2.50 + 25 + 6.50 = 41.04; up to 45: 3.96.
    select: { ...small, aftercare: ['sanded'] },
    lines: {
      machine_time: 4,
      material_price: 0.24,
      handling: 2.8,
      sanding: 2.5,
      set_up: 25,
      parcel_service: 6.5,
      minimum_price: 3.96,
    },
    total: 45,
  },
  // 1.50 + 0.0004 × 270000 = 109.50 → 30. Box 0.027: machine 0.027 × 0.104 × 210000 = 589.68; weight 3.48192 → 3.482 × 48 =
  // 167.136 → 167.14; 2.80; 6.50.
  {
    name: 'sanded, at most 30',
    select: { size_x: 300, size_y: 300, size_z: 300, aftercare: ['sanded'] },
    total: 796.12,
  },

  // Layers, of ten: 52.42.
  { name: 'fine', select: { layer: 'fine' }, quantity: 10, total: 141.89 }, // 45 % = 23.589 → 23.59
  { name: 'coarse', select: { layer: 'coarse' }, quantity: 10, total: 110.44 }, // −15 % = −7.863 → −7.86

  // Express.
  { name: 'express, at least 15', select: { speed: 'express' }, total: 56.03 }, // 40 % of 9.53 is 3.81
  { name: 'express for ten', select: { speed: 'express' }, quantity: 10, total: 153.02 }, // 40 % of 86.80 = 34.72

  // Other technologies: the share is 0.2.
  {
    name: 'clear resin',
    // Box 0.00036: machine 0.00036 × 0.2 × 520000 = 37.44; weight 0.08424 → 0.085 × 210 = 17.85; 2.80; 25; 6.50.
    select: {
      technology: 'sla',
      material: 'clear_resin',
      colour: 'clear',
      size_x: 60,
      size_y: 60,
      size_z: 100,
    },
    lines: { machine_time: 37.44, material_price: 17.85, handling: 2.8, set_up: 25, parcel_service: 6.5 },
    total: 89.59,
  },
  {
    name: 'nylon, smoothed, half a cent rounded up',
    // 0.00024 × 0.2 × 390000 = 18.72; 0.04848 → 0.049 × 155 = 7.595 → 7.60; 2.80; 3.40; 25; 6.50.
    select: { technology: 'sls', material: 'pa12', colour: 'blue', aftercare: ['smoothed'] },
    total: 64.02,
  },

  {
    name: 'in yen, without decimals',
    // 5.2416 × 172 = 901.56; 1.488 × 172 = 255.94; 2.80 × 172 = 481.6; 25 × 172; 6.50 × 172; at least 45 × 172 = 7740.
    currency: 'JPY',
    lines: {
      machine_time: 902,
      material_price: 256,
      handling: 482,
      set_up: 4300,
      parcel_service: 1118,
      minimum_price: 682,
    },
    total: 7740,
  },
];
