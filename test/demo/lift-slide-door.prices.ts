import type { Selections } from '../../src/contract/configuration/value.ts';
import type { PriceCase } from './price-case.ts';

/*
 * Price list, net. Frame by width (2000, 2500, 3000, 3500, 4000, 5000, 6000) and height (2100, 2300, 2500, 2700).
 * Profile −15 %, 0, +18 % of it. 285 a sliding panel. Glass per m², (panel width − 160) × (height − 220) up to
 * 0.01 m², at least 0.50 a panel: 62 double, 97.50 triple, 138 laminated, 84 satin. Gear per metre of perimeter, up to
 * 0.1 m: 11.50, 16.25, 24. Colour outside 7 % (golden oak 9.5 %, own 14 %) of frame, profile and sliding panels, at least
 * 195; inside 4.5 %, 6 %, own 9 %. Freight by width: 145 to 3000, 210 to 4500, 320 to 6500. From 5 doors 3 %,
 * from 10 doors 5 % off frame, panels, glass and gear.
 */
const two = { 'glazing#1': 272.03, 'glazing#2': 272.03 }; // 1340 × 2080 = 2.7872 → 2.79 m² × 97.50 = 272.025
const panels = (...widths: number[]): Selections => ({
  panels: widths.map((panel_width, index) => ({
    panel_width,
    opening: index === 1 ? 'slide_right' : 'fixed',
  })),
});

export const liftSlideDoorPrices: readonly PriceCase[] = [
  {
    name: 'as it is offered first',
    // Frame 2830; one panel slides: 285; glass 544.06; 10.6 m × 11.50 = 121.90; 7 % of 3115 = 218.05; freight 145.
    // Tax: 21 % of 4144.01 = 870.2421.
    lines: {
      frame_price: 2830,
      'sliding_panel#1': 285,
      ...two,
      gear_price: 121.9,
      outside_finish: 218.05,
      freight_price: 145,
    },
    total: 4144.01,
    taxed: [4144.01, 870.24, 5014.25],
  },

  // Columns end "up to and including": 2999, 3000, 3001.
  { name: '2999 wide', select: { width: 2999 }, total: 4144.01 }, // 1500 + 1499: both 2.79 m²; 10.598 → 10.6 m
  {
    name: '3001 wide',
    // Column 3500: 3110. 1501 + 1500: both 2.79 m². 10.602 → 10.7 × 11.50 = 123.05. 7 % of 3395 = 237.65. Freight 210.
    select: { width: 3001 },
    lines: {
      frame_price: 3110,
      'sliding_panel#1': 285,
      ...two,
      gear_price: 123.05,
      outside_finish: 237.65,
      freight_price: 210,
    },
    total: 4509.76,
  },

  // Rows likewise.
  // Row 2100: 2690; 1340 × 1879 = 2.51786 → 2.52 × 97.50 = 245.70 each; 10.198 → 10.2 × 11.50 = 117.30; 7 % of 2975 = 208.25.
  { name: '2099 high', select: { height: 2099 }, total: 3936.95 },
  { name: '2100 high', select: { height: 2100 }, total: 3936.95 }, // 1340 × 1880 = 2.5192 → 2.52; 10.2 m
  // Row 2300: 2830; 1340 × 1881 = 2.52054 → 2.53 × 97.50 = 246.675 → 246.68; 10.202 → 10.3 × 11.50 = 118.45; 218.05.
  { name: '2101 high', select: { height: 2101 }, total: 4089.86 },
  { name: '2299 high', select: { height: 2299 }, total: 4144.01 }, // 1340 × 2079 = 2.78586 → 2.79; 10.598 → 10.6 m
  // Row 2500: 2990; 1340 × 2081 = 2.78854 → 2.79; 10.602 → 10.7 m: 123.05; 7 % of 3275 = 229.25.
  { name: '2301 high', select: { height: 2301 }, total: 4316.36 },

  // Glass: at least 0.50 m² a panel. 1200 wide: 1040 × 2080 = 2.1632 → 2.17 × 97.50 = 211.575 → 211.58.
  {
    name: 'a panel of 0.49 m²',
    // 235 × 2080 = 0.4888 → 0.49, billed 0.50 × 97.50 = 48.75. 1245 × 2080 = 2.5896 → 2.59 × 97.50 = 252.525 → 252.53.
    select: panels(395, 1200, 1405),
    lines: {
      frame_price: 2830,
      'sliding_panel#2': 285,
      'glazing#1': 48.75,
      'glazing#2': 211.58,
      'glazing#3': 252.53,
      gear_price: 121.9,
      outside_finish: 218.05,
      freight_price: 145,
    },
    total: 4112.81,
  },
  // 240 × 2080 = 0.4992 → 0.50 × 97.50 = 48.75. 1240 × 2080 = 2.5792 → 2.58 × 97.50 = 251.55.
  { name: 'a panel of 0.50 m²', select: panels(400, 1200, 1400), total: 4111.83 },
  // 241 × 2080 = 0.50128 → 0.51 × 97.50 = 49.725 → 49.73. 1239 × 2080 = 2.57712 → 2.58: 251.55.
  { name: 'a panel of 0.51 m²', select: panels(401, 1200, 1399), total: 4112.81 },

  // Profiles and colours.
  {
    name: 'PVC: the colour costs at least 195',
    // −15 % of 2830 = −424.50; 7 % of 2690.50 = 188.335 → 188.34 → 195.
    select: { profile: 'pvc' },
    lines: {
      frame_price: 2830,
      profile_price: -424.5,
      'sliding_panel#1': 285,
      ...two,
      gear_price: 121.9,
      outside_finish: 195,
      freight_price: 145,
    },
    total: 3696.46,
  },
  {
    name: 'timber: too heavy for the classic gear, so soft close takes its place',
    // 18 % = 509.40; 10.6 × 16.25 = 172.25; 7 % of 3624.40 = 253.708 → 253.71.
    select: { profile: 'timber_alu' },
    lines: {
      frame_price: 2830,
      profile_price: 509.4,
      'sliding_panel#1': 285,
      ...two,
      gear_price: 172.25,
      outside_finish: 253.71,
      freight_price: 145,
    },
    total: 4739.42,
  },
  // No line outside; 4.5 % of 3115 = 140.175 → 140.18.
  {
    name: 'white outside, anthracite inside',
    select: { outside_colour: 'ral_9016', inside_colour: 'ral_7016' },
    total: 4066.14,
  },
  // 14 % of 3115 = 436.10; 9 % = 280.35.
  {
    name: 'own colours',
    select: { outside_colour: { own: 'RAL 5011' }, inside_colour: { own: '1013' } },
    total: 4642.41,
  },

  // Fittings.
  { name: 'motor', select: { gear: 'motor' }, total: 5466.51 }, // 10.6 × 24 = 254.40, + 1190, − 121.90
  { name: 'flush threshold', select: { threshold: 'flush' }, total: 4348.01 }, // 3.00 × 68 = 204
  { name: 'insect screen', select: { screen: true }, total: 4661.01 }, // 95 + 330 + 92 = 517
  { name: 'fitted', select: { installation: 'fitted' }, total: 4694.01 }, // 420 + 2 × 65 = 550
  // 64 + 72 + 89 + 29.95 = 254.95.
  {
    name: 'small parts',
    select: { handle: 'design', lock: true, security: ['sensor', 'child_lock'] },
    total: 4398.96,
  },
  {
    name: 'RC2: laminated glass, a lock, heavier gear',
    // 2.79 × 138 = 385.02 each; 10.6 × 16.25 = 172.25; lock 72; 6 % of 3115 + 172.25 = 197.235 → 197.24.
    select: { lock: true, security: ['rc2'], panels: [{ glass: 'safety' }, { glass: 'safety' }] },
    lines: {
      frame_price: 2830,
      'sliding_panel#1': 285,
      'glazing#1': 385.02,
      'glazing#2': 385.02,
      gear_price: 172.25,
      lock: 72,
      outside_finish: 218.05,
      burglar_resistance: 197.24,
      freight_price: 145,
    },
    total: 4689.58,
  },

  // Several: 3999.01 each without freight; frame, panels, glass and gear of one door: 3115 + 544.06 + 121.90 = 3780.96.
  { name: 'four', quantity: 4, total: 16141.04 }, // 15996.04 + 145
  { name: 'five', quantity: 5, total: 19572.91 }, // 19995.05 − 3 % of 18904.80 (567.144 → 567.14) + 145
  { name: 'six', quantity: 6, total: 23458.49 }, // 23994.06 − 3 % of 22685.76 (680.5728 → 680.57) + 145
  { name: 'nine', quantity: 9, total: 35115.23 }, // 35991.09 − 3 % of 34028.64 (1020.8592 → 1020.86) + 145
  { name: 'ten', quantity: 10, total: 38244.62 }, // 39990.10 − 5 % of 37809.60 (1890.48) + 145
  { name: 'eleven', quantity: 11, total: 42054.58 }, // 43989.11 − 5 % of 41590.56 (2079.528 → 2079.53) + 145

  // Freight to 4500; all in column 5000: 4010, 7 % of 4295 = 300.65, soft close.
  // 2250 + 2249: 2090 and 2089 × 2080 → 4.35 m² × 97.50 = 424.125 → 424.13 each; 13.598 → 13.6 × 16.25 = 221.
  { name: '4499 wide', select: { width: 4499 }, total: 5874.91 },
  { name: '4500 wide', select: { width: 4500 }, total: 5874.91 },
  { name: '4501 wide', select: { width: 4501 }, total: 5986.54 }, // 13.602 → 13.7 × 16.25 = 222.625 → 222.63; freight 320

  // On request: beyond 6000, or beyond 5000 above 2300.
  // 4260; 2340 × 2280 = 5.3352 → 5.34 × 97.50 = 520.65 × 2; 15.0 × 16.25 = 243.75; 7 % of 4545 = 318.15; 320.
  { name: '5000 × 2500', select: { width: 5000, height: 2500 }, total: 6468.2 },
  { name: '5001 × 2500', select: { width: 5001, height: 2500 }, total: null },
  // Three panels of 1667: 1507 × 2080 = 3.13456 → 3.14 × 97.50 = 306.15 × 3; 4640; 14.602 → 14.7 × 16.25 = 238.875 → 238.88;
  // 7 % of 4925 = 344.75; 320.
  { name: '5001 × 2300', select: { width: 5001 }, total: 6747.08 },
  { name: '6001 × 2300', select: { width: 6001 }, total: null },

  {
    name: 'three different panels in timber',
    // 3620; 18 % = 651.60; 2 × 285; 1240 × 2280 = 2.8272 → 2.83 × 97.50 = 275.925 → 275.93 twice;
    // 1040 × 2280 = 2.3712 → 2.38 × 84 = 199.92; 13.0 × 16.25 = 211.25; 64 + 72;
    // 9.5 % of 4841.60 = 459.952 → 459.95; 6 % = 290.496 → 290.50; freight 210. Tax: 21 % of 6901.08 = 1449.2268.
    select: {
      width: 4000,
      height: 2500,
      profile: 'timber_alu',
      outside_colour: 'golden_oak',
      inside_colour: 'oiled_oak',
      panels: [
        { opening: 'slide_right', panel_width: 1400 },
        { opening: 'fixed', panel_width: 1200, glass: 'satin' },
        { opening: 'slide_left', panel_width: 1400 },
      ],
      gear: 'soft_close',
      handle: 'design',
      lock: true,
    },
    lines: {
      frame_price: 3620,
      profile_price: 651.6,
      'sliding_panel#1': 285,
      'sliding_panel#3': 285,
      'glazing#1': 275.93,
      'glazing#2': 199.92,
      'glazing#3': 275.93,
      gear_price: 211.25,
      'handle.design': 64,
      lock: 72,
      outside_finish: 459.95,
      inside_finish: 290.5,
      freight_price: 210,
    },
    total: 6901.08,
    taxed: [6901.08, 1449.23, 8350.31],
  },
];
