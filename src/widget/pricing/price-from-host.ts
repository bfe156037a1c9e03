import type { LineItem, Price } from '../../contract/configuration/price.ts';
import { priceTotals } from '../../engine/price/price-totals.ts';
import { toMajor, toMinor } from '../../engine/price/money.ts';
import type { HostPrice } from '../../element-api/host-pricing.ts';

/** The highest `shown_price` that a submission may have. */
const HIGHEST = 1e12;

/**
 * The page's price instead of the product's own: its lines and total, with the product's currency and tax.
 *
 * @throws TypeError if it is not a price: a number is missing or not finite, a name is not a text, the total is missing, negative
 *   or too high, or the currency is another one
 */
export function priceFromHost(price: Price, { line_items, total_price, currency }: HostPrice): Price {
  if (currency != null && currency !== price.currency)
    throw new TypeError(`A price in ${currency} where ${price.currency} was asked for`);
  const minor = (major: number) => {
    const amount = toMinor(finite(major), price.digits);
    if (!Number.isSafeInteger(amount)) throw new TypeError(`${major} is beyond all prices`);
    return amount;
  };
  const lines = line_items?.map((line, index): LineItem => {
    const { quantity = 1, unit_price, total } = line;
    // Beside a total, a line may go without a price ("delivery included").
    const each = unit_price ?? (total_price === undefined ? undefined : 0);
    return {
      id: line.id ?? `host#${index + 1}`,
      name: named(line.name),
      quantity: finite(quantity),
      ...(unit_price !== undefined && { unit_price: minor(unit_price) }),
      total: minor(total ?? finite(each) * quantity),
      authoritative: total === undefined ? 'unit' : 'total',
      ...(line.item_type && { item_type: line.item_type }),
    };
  });
  const sum =
    total_price === undefined && lines?.length
      ? lines.reduce((all, { total }) => all + total, 0)
      : minor(finite(total_price));
  if (sum < 0) throw new TypeError(`A price of ${sum} is negative`);
  if (toMajor(sum, price.digits) > HIGHEST) throw new TypeError(`${sum} is beyond all prices`);
  return { ...price, ...priceTotals(sum, price), state: 'priced', lines: lines ?? [], missing: [] };
}

/** The page's code may answer anything, and NaN or "12" must not become a price of 0. */
function finite(number: number | undefined): number {
  if (!Number.isFinite(number)) throw new TypeError(`A price needs a number, not ${String(number)}`);
  return number!;
}

function named(name: string | null | undefined): string {
  if (typeof (name ?? '') !== 'string') throw new TypeError('The name of a line is a text');
  return name ?? '';
}
