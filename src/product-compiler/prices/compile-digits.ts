import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { CompileContext } from '../compile-context.ts';
import { currencyDigits } from './currency-digits.ts';

/** Decimals of each of the product's currencies. */
export function compileDigits(context: CompileContext): PublishedProduct['digits'] {
  const { currency, currencies = {} } = context.input;
  context.at = 'currency';
  return Object.fromEntries(
    [currency, ...Object.keys(currencies)].map((each) => [each, currencyDigits(each)]),
  );
}
