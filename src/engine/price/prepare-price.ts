import type { FeatureState } from '../../contract/configuration/feature-state.ts';
import type { Issue } from '../../contract/configuration/issue.ts';
import type { LineItem, Price } from '../../contract/configuration/price.ts';
import { defined } from '../../contract/defined.ts';
import type { PublishedPrice } from '../../contract/published/published-price.ts';
import type { PublishedProduct } from '../../contract/published/published-product.ts';
import { names, type Scope, scopesOf } from '../../expressions/scope.ts';
import type { Evaluate } from '../evaluate.ts';
import type { Resolved } from '../resolved.ts';
import { toMinor } from './money.ts';
import { priceTotals } from './price-totals.ts';
import { roundPrice } from './round-price.ts';

/** The amounts of a price line. */
type Amounts = Pick<LineItem, 'quantity' | 'total' | 'authoritative'> & {
  [Key in 'unit_price' | 'repetition' | 'measure']?: LineItem[Key] | undefined;
};

/** The parts of a resolution that its price depends on. */
type Priceable = Pick<Resolved, 'quantity' | 'scope' | 'repetitions' | 'features' | 'issues'>;

export interface Priced {
  readonly price: Price;
  /**
   * What only pricing finds to be wrong: optional answers that the price depends on (`incomplete`), and lines without a price
   * (`invalid`), named in `params.line`; "*" is their sum.
   */
  readonly issues: readonly Issue[];
}

/**
 * Prepares the prices of a product. The function returned prices a resolution. Each line is rounded once (`roundPrice`), to minor
 * units; everything after that is in whole numbers.
 */
export const preparePrice =
  (product: PublishedProduct, evaluate: Evaluate) =>
  (resolved: Priceable, currency = product.currency): Priced => {
    const digits = product.digits[currency] ?? 2;
    const { quantity, scope, features } = resolved;
    const { rate: tax_rate, prices } = product.tax;
    /** Of one unit of the product's own currency. */
    const worth = currency === product.currency ? 1 : (product.currencies?.[currency] ?? 1);
    const minor = (major: number) => toMinor(major * worth, digits);
    const lines: LineItem[] = [];
    const missing = new Set(resolved.issues.filter(isMissing).map(({ path }) => path));
    /** Ids of lines without a price. Apart from `missing`, because a line may have the id of a feature. */
    const unpriced = new Set<string>();
    /** By path and line, so that each is reported once. */
    const issues = new Map<string, Issue>();
    /** Line or group id (or "*") → its sum, for all pieces and for one, in minor units. */
    const bases = names() as Record<string, { total: number; piece: number }>;
    /** The sum for one piece in major units, for `subtotal()`. */
    const subtotals = names() as Record<string, number>;
    let sum = 0;
    let exact = true;

    /** Reports an answer that is missing or, with `line`, a line (or "*", their sum) without a price. */
    const report = (path: string, line?: string) => {
      if (line || !missing.has(path))
        issues.set(`${path} ${line}`, {
          kind: line ? 'invalid' : 'incomplete',
          level: 'error',
          code: 'price_incomplete',
          path,
          ...(line && { params: { line } }),
        });
      if (line) unpriced.add(line);
      else missing.add(path);
    };

    /**
     * Reports why a line has no amount: an answer is missing, if possible in its own repetition; or there is no price for the
     * answers given (a table has no such cell).
     *
     * @param read the features that it reads, in every repetition.
     */
    const reportUnpriced = (
      { id, step }: PublishedPrice,
      { index }: Scope,
      read: readonly FeatureState[],
    ) => {
      const here = read.filter(
        ({ path }) => !path.startsWith(`${step}[`) || path.startsWith(`${step}[${index}]`),
      );
      const isOpen = ({ path, value }: FeatureState) => value === undefined || missing.has(path);
      const open = (here.some(isOpen) ? here : read).filter(isOpen);
      for (const { path } of open) report(path);
      const answered = here.findLast(({ by }) => by !== 'default') ?? here.at(-1);
      if (!open.length) report(answered?.path ?? '', id);
    };

    const addLine = (
      rule: Pick<PublishedPrice, 'id' | 'name'> & Partial<PublishedPrice>,
      amounts: Amounts,
    ) => {
      const { total, repetition, unit_price, quantity: pieces } = amounts;
      // A line of 0 would say nothing.
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
      lines.push(defined(line));
      sum += total;
      exact &&= Number.isSafeInteger(sum);
      for (const key of new Set([id, group ?? id, '*'])) {
        const base = (bases[key] ??= { total: 0, piece: 0 });
        base.total += total;
        base.piece += unit_price ?? total / pieces;
        subtotals[key] = base.piece / 10 ** digits / worth;
      }
    };

    const priceRule = (rule: PublishedPrice, here: Scope, read: () => readonly FeatureState[]) => {
      const { when = true, per, of, unit, minimum, maximum, times: factor = 1 } = rule;
      if (evaluate(when, here) !== true) return;
      const amount = evaluate(rule.amount, here);
      const times = evaluate(factor, here);
      if (typeof amount !== 'number' || typeof times !== 'number') return reportUnpriced(rule, here, read());
      // A percentage is one of a piece or of the whole line, by `per`.
      const base = of?.reduce((all, id) => all + (bases[id]?.[per === 'piece' ? 'piece' : 'total'] ?? 0), 0);
      const pieces = per === 'total' ? quantity : 1;
      let charge = roundPrice(
        base === undefined ? amount * times * pieces * worth * 10 ** digits : (base * amount) / 100,
      );
      if (minimum !== undefined) charge = Math.max(charge, minor(minimum));
      if (maximum !== undefined) charge = Math.min(charge, minor(maximum));
      const total = per === 'piece' ? charge * quantity : charge;
      // Larger amounts are no exact numbers any more.
      if (!Number.isSafeInteger(total)) {
        // Of two and a half pieces, the quantity is wrong and not the price.
        if (!missing.has('quantity')) reportUnpriced(rule, here, read());
        return;
      }
      addLine(rule, {
        repetition: here.index,
        quantity: per === 'order' ? 1 : quantity,
        unit_price: per === 'total' ? undefined : charge,
        total,
        authoritative: per === 'total' ? 'total' : 'unit',
        measure: unit && { value: times, unit },
      });
    };

    for (const rule of product.prices) {
      let read: FeatureState[] | undefined;
      for (const here of scopesOf(resolved, rule.step))
        priceRule(
          rule,
          { ...here, subtotals },
          () =>
            (read ??= [...features.values()].filter(
              ({ feature, visible, disabled }) => visible && !disabled && rule.reads?.includes(feature.id),
            )),
        );
    }

    const least = product.minimum_price;
    const short =
      least && !missing.size && !unpriced.size
        ? minor(least.amount) * (least.per === 'piece' ? quantity : 1) - sum
        : 0;
    if (short > 0)
      addLine(
        { id: 'minimum_price', name: least!.name },
        { quantity: 1, total: short, authoritative: 'total' },
      );

    const totals = priceTotals(sum, { tax_rate, prices });
    if (!missing.size && !unpriced.size && !(exact && sum >= 0 && Number.isSafeInteger(totals.gross)))
      report('', '*');
    const reason = product.on_request.find(({ when }) => evaluate(when, scope) === true)?.reason;
    const state = reason ? 'on_request' : missing.size || unpriced.size ? 'incomplete' : 'priced';
    const price: Price = {
      state,
      currency,
      digits,
      lines,
      ...(state === 'priced' ? totals : { net: null, tax: null, gross: null, total: null }),
      tax_rate,
      prices,
      missing: [...missing, ...unpriced],
      ...defined({ reason }),
    };
    return { price, issues: state === 'incomplete' ? [...issues.values()] : [] };
  };

/** Whether an issue says that something is missing which every price needs: an answer, an option on offer, enough repetitions. */
const isMissing = ({ path, code }: Issue) =>
  path === 'quantity' || /^(required|unknown_option|too_few)/.test(code);
