import type { PublishedPrice, PublishedProduct } from '../contract/published.ts';
import type { LineItem, Price } from '../contract/resolution.ts';
import type { Term } from '../contract/term.ts';
import { type Compiled, compileTerm } from './evaluate.ts';
import type { Resolved } from './engine.ts';
import { currencyDigits, toMajor, toMinor } from './money.ts';
import { roundHalfUp } from './rounding.ts';
import type { Scope } from './scope.ts';

interface CompiledPrice {
  readonly rule: PublishedPrice;
  readonly when: Compiled | undefined;
  readonly amount: Compiled;
  readonly times: Compiled | undefined;
  /** Names that it reads, to say what is missing. */
  readonly reads: readonly string[];
  readonly unit: string | undefined;
}

/**
 * Prepares the prices of a product: the function returned works out what a resolution costs. Money is rounded once a
 * line, half-up, to minor units; everything after that is whole numbers.
 */
export function compilePrices(product: PublishedProduct): (resolved: Resolved, currency?: string) => Price {
  const compile = (term: Term | undefined) => (term === undefined ? undefined : compileTerm(term, product));
  const rules = product.prices.map((rule): CompiledPrice => ({
    rule,
    when: compile(rule.when),
    amount: compileTerm(rule.amount, product),
    times: compile(rule.times),
    reads: [...namesIn(rule.amount), ...(rule.times === undefined ? [] : namesIn(rule.times))],
    unit: product.measures.find(({ id }) => id === rule.measure)?.unit,
  }));
  const onRequest = product.on_request.map(({ when, reason }) => ({
    when: compileTerm(when, product),
    reason,
  }));

  return (resolved, currency = product.currency) => {
    const digits = currencyDigits(currency);
    const ledger = new Ledger(
      resolved,
      digits,
      currency === product.currency ? 1 : (product.currencies?.[currency] ?? 1),
    );
    for (const rule of rules) ledger.add(rule);
    if (product.minimum_price) ledger.topUp(product.minimum_price);
    const { rate, prices } = product.tax;
    const reason = onRequest.find(({ when }) => when(resolved.scope) === true)?.reason;
    const state = reason !== undefined ? 'on_request' : ledger.missing.size ? 'incomplete' : 'priced';
    return {
      state,
      currency,
      digits,
      lines: ledger.lines,
      ...(state === 'priced' ? totals(ledger.sum, rate, prices) : noTotals),
      tax_rate: rate,
      prices,
      missing: [...ledger.missing],
      ...(reason !== undefined && { reason }),
    };
  };
}

const noTotals = { net: null, tax: null, gross: null, total: null };

/** Both totals from the sum of the lines, which is one of them. The tax is the difference, so that the three always add up. */
function totals(sum: number, rate: number, prices: 'net' | 'gross') {
  const net = prices === 'net' ? sum : roundHalfUp((sum * 100) / (100 + rate));
  const gross = prices === 'gross' ? sum : sum + roundHalfUp((sum * rate) / 100);
  return { net, tax: gross - net, gross, total: sum };
}

/** The breakdown while it is being written, with the sums that percentages and `subtotal()` read. */
class Ledger {
  readonly lines: LineItem[] = [];
  readonly missing = new Set<string>();
  sum = 0;
  /** Line or group id (and "*") → total and amount of one piece, in minor units. */
  readonly #bases = new Map<string, { total: number; piece: number }>();
  readonly #subtotals: Record<string, number> = Object.create(null) as Record<string, number>;
  readonly #resolved: Resolved;
  readonly #digits: number;
  readonly #factor: number;

  constructor(resolved: Resolved, digits: number, factor: number) {
    this.#resolved = resolved;
    this.#digits = digits;
    this.#factor = factor;
  }

  add(price: CompiledPrice): void {
    const { step } = price.rule;
    const scopes = step === undefined ? [this.#resolved.scope] : (this.#resolved.repetitions.get(step) ?? []);
    for (const scope of scopes) this.#addLine(price, { ...scope, subtotals: this.#subtotals });
  }

  #addLine({ rule, when, amount, times, reads, unit }: CompiledPrice, scope: Scope): void {
    if (when && when(scope) !== true) return;
    const factor = amount(scope);
    const measured = times ? times(scope) : 1;
    if (typeof factor !== 'number' || typeof measured !== 'number') {
      for (const path of this.#unset(rule, reads, scope)) this.missing.add(path);
      return;
    }
    if (rule.of) this.#addPercentage(rule, factor, scope.index);
    else
      this.#push(
        rule,
        scope.index,
        factor * measured * this.#factor * 10 ** this.#digits,
        times && unit !== undefined ? { value: measured, unit } : undefined,
      );
  }

  /** `exact`: minor units of one piece, not rounded yet. */
  #push(
    rule: PublishedPrice,
    repetition: number | undefined,
    exact: number,
    measure?: LineItem['measure'],
  ): void {
    const { quantity } = this.#resolved;
    if (rule.per === 'piece') {
      const unit = this.#clamp(rule, roundHalfUp(exact));
      this.#write(
        rule,
        repetition,
        { quantity, unit_price: unit, total: unit * quantity, authoritative: 'unit' },
        measure,
      );
    } else if (rule.per === 'order') {
      const total = this.#clamp(rule, roundHalfUp(exact));
      this.#write(
        rule,
        repetition,
        { quantity: 1, unit_price: total, total, authoritative: 'unit' },
        measure,
      );
    } else {
      this.#write(
        rule,
        repetition,
        { quantity, total: this.#clamp(rule, roundHalfUp(exact * quantity)), authoritative: 'total' },
        measure,
      );
    }
  }

  #addPercentage(rule: PublishedPrice, percent: number, repetition: number | undefined): void {
    const base = { total: 0, piece: 0 };
    for (const id of rule.of!) {
      const one = this.#bases.get(id);
      base.total += one?.total ?? 0;
      base.piece += one?.piece ?? 0;
    }
    if (rule.per === 'piece') return this.#push(rule, repetition, (base.piece * percent) / 100);
    const total = this.#clamp(rule, roundHalfUp((base.total * percent) / 100));
    if (rule.per === 'order')
      this.#write(rule, repetition, { quantity: 1, unit_price: total, total, authoritative: 'unit' });
    else this.#write(rule, repetition, { quantity: this.#resolved.quantity, total, authoritative: 'total' });
  }

  /** A line that comes to nothing and says nothing (a surcharge of 0) is left out. */
  #write(
    rule: Pick<PublishedPrice, 'id' | 'name' | 'group' | 'item_type' | 'external_ref'>,
    repetition: number | undefined,
    amounts: Pick<LineItem, 'quantity' | 'unit_price' | 'total' | 'authoritative'>,
    measure?: LineItem['measure'],
  ): void {
    if (amounts.total === 0) return;
    const { id, name, group, item_type, external_ref } = rule;
    this.lines.push({
      id: repetition === undefined ? id : `${id}#${repetition + 1}`,
      name,
      ...(group !== undefined && { group }),
      ...(repetition !== undefined && { repetition }),
      ...amounts,
      ...(measure && { measure }),
      ...(item_type !== undefined && { item_type }),
      ...(external_ref !== undefined && { external_ref }),
    });
    this.sum += amounts.total;
    const piece = amounts.unit_price ?? amounts.total / amounts.quantity;
    for (const key of new Set([id, ...(group === undefined ? [] : [group]), '*'])) {
      const base = this.#bases.get(key) ?? { total: 0, piece: 0 };
      base.total += amounts.total;
      base.piece += piece;
      this.#bases.set(key, base);
      this.#subtotals[key] = base.piece / 10 ** this.#digits / this.#factor;
    }
  }

  /** The difference to the least the product costs, as a line of its own. */
  topUp({ amount, name, per }: NonNullable<PublishedProduct['minimum_price']>): void {
    const pieces = per === 'piece' ? this.#resolved.quantity : 1;
    const least = toMinor(amount * this.#factor, this.#digits) * pieces;
    if (this.sum >= least || this.missing.size) return;
    const total = least - this.sum;
    this.#write({ id: 'minimum_price', name }, undefined, {
      quantity: 1,
      unit_price: total,
      total,
      authoritative: 'total',
    });
  }

  #clamp({ minimum, maximum }: PublishedPrice, minor: number): number {
    const limit = (major: number) => toMinor(major * this.#factor, this.#digits);
    const least = minimum === undefined ? minor : Math.max(minor, limit(minimum));
    return maximum === undefined ? least : Math.min(least, limit(maximum));
  }

  /** What a line lacks: the unanswered features it reads, through measures and variables too, else the line itself. */
  #unset({ id }: PublishedPrice, reads: readonly string[], scope: Scope): string[] {
    const unanswered = this.#resolved.steps
      .flatMap(({ repetitions }) => repetitions.flat())
      .filter(
        (one) => one.visible && one.value === undefined && (one.required || reads.includes(one.feature.id)),
      )
      .filter(
        (one) =>
          scope.index === undefined || !one.path.includes('[') || one.path.includes(`[${scope.index}]`),
      )
      .map(({ path }) => path);
    return unanswered.length ? unanswered : [id];
  }
}

/** Names that a term reads. */
function namesIn(term: Term): string[] {
  if (!Array.isArray(term)) return [];
  const [operation, ...operands] = term as readonly [string, ...Term[]];
  if (operation === '$' || operation === '@') return [operands[0] as string];
  if (operation === '[]') return [operands[1] as string];
  return operands.flatMap(namesIn);
}

/** A line's money as decimals. */
export const lineDecimals = ({ unit_price, total }: LineItem, digits: number) => ({
  unit_price: unit_price === undefined ? null : toMajor(unit_price, digits),
  total: toMajor(total, digits),
});
