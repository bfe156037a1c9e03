import type { Price } from '../../contract/configuration/price.ts';
import type { Widget } from '../mount/widget.ts';

/** The price on screen. */
export const currentPrice = ({ externalPrice, state }: Widget): Price =>
  externalPrice.value?.price ?? state.price.value;
