import { roundPrice } from './round-price.ts';

/** Major units to integer minor units: 1.005 € are 101 cents. */
export const toMinor = (major: number, digits: number): number => roundPrice(major * 10 ** digits);

/** Integer minor units to the decimal that travels on the wire. */
export const toMajor = (minor: number, digits: number): number =>
  Number((minor / 10 ** digits).toFixed(digits));
