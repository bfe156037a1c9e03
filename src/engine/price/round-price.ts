import { roundHalfUp } from '../../expressions/rounding.ts';

/**
 * Rounds an amount in minor units to a whole number, half away from zero. All money is rounded here: a price line once (its unit
 * price if that is authoritative, else its total), a tax once for the sum. Everything else adds whole numbers.
 */
export const roundPrice: (minor: number) => number = roundHalfUp;
