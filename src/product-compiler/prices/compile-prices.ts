import * as defaults from '../../contract/product/defaults.ts';
import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { PublishedPrice } from '../../contract/published/published-price.ts';
import type { Expr } from '../../contract/published/expr.ts';
import { answersRead } from './answers-read.ts';
import { defined } from '../../contract/defined.ts';
import type { CompileContext } from '../compile-context.ts';
import { refuseDuplicates } from '../refuse-duplicates.ts';
import { optionPrices } from './option-prices.ts';
import type { ExpressionSite } from '../expression-site.ts';
import { compileAmount } from './compile-amount.ts';
import type { ChargedPriceInput, PriceInput } from '../product-input-types.ts';
import { repeatableStep } from '../names/repeatable-step.ts';

/**
 * Prices as lines. Those of options come right before the first line that reads others (a percentage or a `subtotal`):
 * so a discount at the end includes them, and the breakdown starts with the product itself.
 */
export function compilePrices(context: CompileContext): Pick<PublishedProduct, 'prices' | 'on_request'> {
  const all = context.input.prices ?? [];
  refuseDuplicates(all, 'prices', 'price', context);
  const lines = new Map<string, string[]>();
  const prices: PublishedPrice[] = [];
  const on_request: { id: string; when: Expr; reason: PublishedPrice['name'] }[] = [];
  const add = (one: PublishedPrice, others: readonly string[]) => {
    const reads = answersRead([one.amount, one.times ?? null], context);
    prices.push({ ...one, per: perOf(one, prices), ...(reads.length > 0 && { reads }) });
    for (const key of new Set([one.id, ...others])) lines.set(key, [...(lines.get(key) ?? []), one.id]);
  };
  let options: PublishedPrice[] | undefined;
  const addOptions = () => {
    if (options) return;
    options = optionPrices(context);
    for (const one of options) add(one, [one.id.split('.')[0]!]);
  };
  all.forEach((price, index) => {
    const path = `prices[${index}]`;
    context.at = path;
    if (price.kind === 'on_request') {
      const when = context.condition(price.when, `${path}.when`, {}, 'rule') ?? true;
      on_request.push({ id: price.id, when, reason: price.reason });
      return;
    }
    if (readsLines(price)) addOptions();
    if (price.group === price.id) {
      context.error(
        `${path}.group`,
        'a line and its group have the same id',
        `call the group "${price.id}s"`,
      );
    }
    add(compilePrice(price, path, lines, context), price.group === undefined ? [] : [price.group]);
  });
  addOptions();
  refuseClashes(all, new Set(options!.map(({ id }) => id.split('.')[0]!)), context);
  return { prices, on_request };
}

/** From lines priced for one piece to lines priced once. */
const pers = ['piece', 'total', 'order'] as const;

/** A percentage is charged like its bases: once an order if one of them is, else by the total if one of them is. */
function perOf({ per, of }: PublishedPrice, earlier: readonly PublishedPrice[]): PublishedPrice['per'] {
  const bases = earlier.filter(
    ({ id, group = id }) => of?.includes('*') || of?.includes(id) || of?.includes(group),
  );
  return pers[Math.max(...[per, ...bases.map((base) => base.per)].map((one) => pers.indexOf(one)))]!;
}

const readsLines = (price: ChargedPriceInput) =>
  price.kind === 'percentage' ||
  Object.values(price).some((value) => typeof value === 'string' && /\bsubtotal\s*\(/.test(value));

function compilePrice(
  price: ChargedPriceInput,
  path: string,
  lines: ReadonlyMap<string, string[]>,
  context: CompileContext,
): PublishedPrice {
  const { id, name, group, per = defaults.pricePer, minimum, maximum, item_type, external_ref } = price;
  const { step } = repeatableStep(price.step, path, context);
  const site: ExpressionSite = { step, lines };
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) {
    context.error(`${path}.minimum`, `minimum ${minimum} is above maximum ${maximum}`, 'exchange them');
  }
  const when = context.condition(price.when, `${path}.when`, site, 'rule');
  const amount = compileAmount(price, path, site, per, context);
  return defined({ id, name, group, step, when, per, minimum, maximum, item_type, external_ref, ...amount });
}

/** A feature with priced options is a name for all their lines, so no line or group may have its id. */
function refuseClashes(
  all: readonly PriceInput[],
  priced: ReadonlySet<string>,
  context: CompileContext,
): void {
  const groups = new Set(
    all.flatMap((price) => ('group' in price && price.group !== undefined ? [price.group] : [])),
  );
  const taken = (path: string, id: string) =>
    context.error(
      path,
      `"${id}" is a question with priced answers, too, and the name of their lines`,
      'rename it',
    );
  all.forEach((price, index) => {
    const { id } = price;
    if (priced.has(id)) taken(`prices[${index}].id`, id);
    if ('group' in price && price.group !== undefined && priced.has(price.group))
      taken(`prices[${index}].group`, price.group);
    if (groups.has(id)) {
      context.error(
        `prices[${index}].id`,
        `"${id}" is the id of a group, too`,
        'rename the line or the group',
      );
    }
  });
}
