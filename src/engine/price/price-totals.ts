import type { Price } from '../../contract/configuration/price.ts';
import { roundPrice } from './round-price.ts';

/** A sum of prices without tax and with it, in minor units. `tax_rate` is in per cent. */
export function priceTotals(sum: number, { tax_rate, prices }: Pick<Price, 'tax_rate' | 'prices'>) {
  const net = prices === 'net' ? sum : roundPrice((sum * 100) / (100 + tax_rate));
  const gross = prices === 'net' ? sum + roundPrice((sum * tax_rate) / 100) : sum;
  return { net, tax: gross - net, gross, total: sum };
}
