import type { PublishedPrice, PublishedProduct } from '../contract/published.ts';
import type { LineItem, Price } from '../contract/resolution.ts';
import type { Resolved } from './engine.ts';
import { known } from './known.ts';
import { taxed, toMinor } from './money.ts';
import { roundHalfUp } from './rounding.ts';
import { names, type Scope, scopesOf } from './scope.ts';
import type { Run } from './work-out.ts';

/** What a row of the breakdown comes to. */
type Amounts = Pick<LineItem, 'quantity' | 'total' | 'authoritative'> & {
  [Key in 'unit_price' | 'repetition' | 'measure']?: LineItem[Key] | undefined;
};

/**
 * Prepares the prices of a product: the function returned works out what a resolution costs. Money is rounded once a
 * line, half-up, to minor units; everything after that is whole numbers.
 */
export const preparePrice =
  (product: PublishedProduct, run: Run) =>
  (resolved: Resolved, currency = product.currency): Price => {
    const digits = product.digits[currency] ?? 2;
    const { quantity, scope } = resolved;
    const { rate: tax_rate, prices } = product.tax;
    const worth = currency === product.currency ? 1 : (product.currencies?.[currency] ?? 1);
    const minor = (major: number) => toMinor(major * worth, digits);
    const lines: LineItem[] = [];
    // A quantity that cannot be had has no price.
    const missing = new Set<string>(
      resolved.issues.map(({ path }) => path).filter((path) => path === 'quantity'),
    );
    /** Line and group ids (and "*") → what they come to, all together and for one piece, in minor units. */
    const bases = names() as Record<string, { total: number; piece: number }>;
    /** The latter once more in major units, for `subtotal()`. */
    const subtotals = names() as Record<string, number>;
    let sum = 0;

    const write = (rule: Pick<PublishedPrice, 'id' | 'name'> & Partial<PublishedPrice>, amounts: Amounts) => {
      const { total, repetition, unit_price, quantity: pieces } = amounts;
      // A line that comes to nothing says nothing.
      if (!total) return;
      const { id, name, group, item_type, external_ref } = rule;
      const line = {
        id: repetition === undefined ? id : `${id}#${repetition + 1}`,
        name,
        group,
        item_type,
        external_ref,
        ...amounts,
      };
      lines.push(known(line) as LineItem);
      sum += total;
      for (const key of new Set([id, group ?? id, '*'])) {
        const base = (bases[key] ??= { total: 0, piece: 0 });
        base.total += total;
        base.piece += unit_price ?? total / pieces;
        subtotals[key] = base.piece / 10 ** digits / worth;
      }
    };

    const add = (rule: PublishedPrice, here: Scope) => {
      const { when, per, of, unit, minimum, maximum } = rule;
      if (when !== undefined && run(when, here) !== true) return;
      const amount = run(rule.amount, here);
      const times = rule.times === undefined ? 1 : run(rule.times, here);
      if (typeof amount !== 'number' || typeof times !== 'number') {
        for (const path of unanswered(rule, here, resolved)) missing.add(path);
        return;
      }
      // Of one piece or of the whole line, by `per`; minor units, not rounded yet.
      const base = of?.reduce((all, id) => all + (bases[id]?.[per === 'piece' ? 'piece' : 'total'] ?? 0), 0);
      const pieces = per === 'total' ? quantity : 1;
      let charge = roundHalfUp(
        base === undefined ? amount * times * pieces * worth * 10 ** digits : (base * amount) / 100,
      );
      if (minimum !== undefined) charge = Math.max(charge, minor(minimum));
      if (maximum !== undefined) charge = Math.min(charge, minor(maximum));
      // Beyond that, amounts are no whole numbers any more and nobody's price.
      if (!Number.isSafeInteger(charge * quantity)) return void missing.add(rule.id);
      write(rule, {
        repetition: here.index,
        quantity: per === 'order' ? 1 : quantity,
        unit_price: per === 'total' ? undefined : charge,
        total: per === 'piece' ? charge * quantity : charge,
        authoritative: per === 'total' ? 'total' : 'unit',
        measure: unit && { value: times, unit },
      });
    };

    for (const rule of product.prices)
      for (const here of scopesOf(resolved, rule.step)) add(rule, { ...here, subtotals });

    const least = product.minimum_price;
    const short =
      least && !missing.size ? minor(least.amount) * (least.per === 'piece' ? quantity : 1) - sum : 0;
    if (short > 0)
      write(
        { id: 'minimum_price', name: least!.name },
        { quantity: 1, total: short, authoritative: 'total' },
      );

    const reason = product.on_request.find(({ when }) => run(when, scope) === true)?.reason;
    const state = reason ? 'on_request' : missing.size ? 'incomplete' : 'priced';
    return {
      state,
      currency,
      digits,
      lines,
      ...(state === 'priced'
        ? taxed(sum, { tax_rate, prices })
        : { net: null, tax: null, gross: null, total: null }),
      tax_rate,
      prices,
      missing: [...missing],
      ...known({ reason }),
    };
  };

/** What a line lacks: the features that are still to be answered where it stands, else (a table has no such cell) the line itself. */
function unanswered({ id, reads }: PublishedPrice, { index }: Scope, { features }: Resolved): string[] {
  const paths = [...features.values()]
    .filter(
      ({ visible, value, required, feature }) =>
        visible && value === undefined && (required || reads?.includes(feature.id)),
    )
    .map(({ path }) => path)
    .filter((path) => index === undefined || !path.includes('[') || path.includes(`[${index}]`));
  return paths.length ? paths : [id];
}
