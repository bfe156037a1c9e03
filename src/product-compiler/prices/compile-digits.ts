import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { CompileContext } from '../compile-context.ts';

/** Decimals of a currency: 2 for EUR, 0 for JPY, 3 for KWD. */
export const currencyDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Decimals of each of the product's currencies. */
export function compileDigits(context: CompileContext): PublishedProduct['digits'] {
  const { currency, currencies = {} } = context.input;
  context.at = 'currency';
  return Object.fromEntries(
    [currency, ...Object.keys(currencies)].map((each) => [each, currencyDigits(each)]),
  );
}
