import type { PublishedPrice } from '../../contract/published/published-price.ts';
import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { FeatureState } from '../../contract/configuration/feature-state.ts';
import type { Issue } from '../../contract/configuration/issue.ts';
import type { LineItem, Price } from '../../contract/configuration/price.ts';
import type { Resolved } from '../resolved.ts';
import { defined } from '../../contract/defined.ts';
import { taxed, toMinor } from './money.ts';
import { roundHalfUp } from '../../expressions/rounding.ts';
import { names, type Scope, scopesOf } from '../../expressions/scope.ts';
import type { Evaluate } from '../evaluate.ts';

/** What a row of the breakdown comes to. */
type Amounts = Pick<LineItem, 'quantity' | 'total' | 'authoritative'> & {
  [Key in 'unit_price' | 'repetition' | 'measure']?: LineItem[Key] | undefined;
};

/** What is read of a resolution that is priced. */
type ToPrice = Pick<Resolved, 'quantity' | 'scope' | 'repetitions' | 'features' | 'issues'>;

export interface Priced {
  readonly price: Price;
  /**
   * What only a price shows to be wrong: answers that need not be given but are counted with (`incomplete`), and lines that
   * have no price (`invalid`), named in `params.line`; "*" is their sum.
   */
  readonly issues: readonly Issue[];
}

/** Something is not there that every price counts on: an answer, an option that is on offer, as many as there have to be. */
const isMissing = ({ path, code }: Issue) =>
  path === 'quantity' || /^(required|unknown_option|too_few)/.test(code);

/**
 * Prepares the prices of a product: the function returned works out what a resolution costs. Money is rounded once a
 * line, half-up, to minor units; everything after that is whole numbers.
 */
export const preparePrice =
  (product: PublishedProduct, run: Evaluate) =>
  (resolved: ToPrice, currency = product.currency): Priced => {
    const digits = product.digits[currency] ?? 2;
    const { quantity, scope, features } = resolved;
    const { rate: tax_rate, prices } = product.tax;
    const worth = currency === product.currency ? 1 : (product.currencies?.[currency] ?? 1);
    const minor = (major: number) => toMinor(major * worth, digits);
    const lines: LineItem[] = [];
    const missing = new Set(resolved.issues.filter(isMissing).map(({ path }) => path));
    /** Ids of lines; they may be called like features. */
    const unpriced = new Set<string>();
    /** By what they say and where. */
    const issues = new Map<string, Issue>();
    /** Line and group ids (and "*") → what they come to, all together and for one piece, in minor units. */
    const bases = names() as Record<string, { total: number; piece: number }>;
    /** The latter once more in major units, for `subtotal()`. */
    const subtotals = names() as Record<string, number>;
    let sum = 0;
    let exact = true;

    /** An answer that is counted with is not there; or a line (or "*", their sum) has no price, by what is answered there. */
    const lack = (path: string, line?: string) => {
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
     * Says what a line needs: answers, where it stands or elsewhere; or (a table has no such cell) a price for those it has.
     * `read`: what it reads, in every repetition.
     */
    const refuse = ({ id, step }: PublishedPrice, { index }: Scope, read: readonly FeatureState[]) => {
      const here = read.filter(
        ({ path }) => !path.startsWith(`${step}[`) || path.startsWith(`${step}[${index}]`),
      );
      const isOpen = ({ path, value }: FeatureState) => value === undefined || missing.has(path);
      const open = (here.some(isOpen) ? here : read).filter(isOpen);
      for (const { path } of open) lack(path);
      const answered = here.findLast(({ by }) => by !== 'default') ?? here.at(-1);
      if (!open.length) lack(answered?.path ?? '', id);
    };

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
      lines.push(defined(line) as LineItem);
      sum += total;
      exact &&= Number.isSafeInteger(sum);
      for (const key of new Set([id, group ?? id, '*'])) {
        const base = (bases[key] ??= { total: 0, piece: 0 });
        base.total += total;
        base.piece += unit_price ?? total / pieces;
        subtotals[key] = base.piece / 10 ** digits / worth;
      }
    };

    const add = (rule: PublishedPrice, here: Scope, read: () => readonly FeatureState[]) => {
      const { when, per, of, unit, minimum, maximum } = rule;
      if (when !== undefined && run(when, here) !== true) return;
      const amount = run(rule.amount, here);
      const times = rule.times === undefined ? 1 : run(rule.times, here);
      if (typeof amount !== 'number' || typeof times !== 'number') return refuse(rule, here, read());
      // Of one piece or of the whole line, by `per`; minor units, not rounded yet.
      const base = of?.reduce((all, id) => all + (bases[id]?.[per === 'piece' ? 'piece' : 'total'] ?? 0), 0);
      const pieces = per === 'total' ? quantity : 1;
      let charge = roundHalfUp(
        base === undefined ? amount * times * pieces * worth * 10 ** digits : (base * amount) / 100,
      );
      if (minimum !== undefined) charge = Math.max(charge, minor(minimum));
      if (maximum !== undefined) charge = Math.min(charge, minor(maximum));
      const total = per === 'piece' ? charge * quantity : charge;
      // Beyond that, amounts are no whole numbers any more and nobody's price.
      if (!Number.isSafeInteger(total)) {
        // Of two and a half pieces the quantity is wrong, not the price.
        if (!missing.has('quantity')) refuse(rule, here, read());
        return;
      }
      write(rule, {
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
        add(
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
      write(
        { id: 'minimum_price', name: least!.name },
        { quantity: 1, total: short, authoritative: 'total' },
      );

    const totals = taxed(sum, { tax_rate, prices });
    if (!missing.size && !unpriced.size && !(exact && sum >= 0 && Number.isSafeInteger(totals.gross)))
      lack('', '*');
    const reason = product.on_request.find(({ when }) => run(when, scope) === true)?.reason;
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
