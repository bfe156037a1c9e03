import type { PublishedPrice } from '../../contract/published/published-product.ts';
import type { Expr } from '../../contract/published/expr.ts';
import { didYouMean } from '../names/closest.ts';
import type { CompileContext } from '../compile-context.ts';
import { lengthUnit } from './length-unit.ts';
import { namesRead } from '../names/names-read.ts';
import type { ExpressionSite, PriceInput } from '../expression-site.ts';
import { percentageOf } from './compile-prices.ts';
import { wholeBreaks } from './compile-look-ups.ts';
import { checkTiers } from './collect-tables.ts';
import { wholeLength } from './whole-length.ts';

type Charged = Exclude<PriceInput, { kind: 'on_request' }>;
type Amount = Pick<PublishedPrice, 'amount'> & Partial<Pick<PublishedPrice, 'times' | 'unit' | 'of' | 'per'>>;

/** What a price of any kind comes to: an amount, perhaps times a measure, or per cent of other lines. */
export function compileAmount(
  price: Charged,
  path: string,
  place: ExpressionSite,
  per: PublishedPrice['per'],
  draft: CompileContext,
): Amount {
  const money = (amount: number | string) => draft.term(amount, `${path}.amount`, place, { is: 'money' });
  switch (price.kind) {
    case 'fixed':
    case 'formula':
      return { amount: money(price.amount) };
    case 'measure': {
      const times = measured(price.measure, path, place, draft);
      return { amount: money(price.amount), times, ...unitOf(price.measure, draft) };
    }
    case 'percentage':
      return {
        amount: draft.term(price.percent, `${path}.percent`, place, { is: 'number' }),
        of: percentageOf(price.of, `${path}.of`, place.lines!, draft),
      };
    case 'matrix':
      return { amount: lookedUp(price.table, { x: price.x, y: price.y }, path, place, draft) };
    case 'table':
      return { amount: lookedUp(price.table, { x: price.x }, path, place, draft) };
    case 'tiers':
      return tiered(price, path, place, per, draft);
  }
}

/** A measure; where it is taken in every repetition and the price is not, all of them together. */
function measured(id: string, path: string, { step }: ExpressionSite, draft: CompileContext): Expr {
  const found = draft.names.get(id);
  if (found?.kind === 'measure') {
    if (found.step === undefined) return ['$', id];
    return found.step === step ? ['@', id] : ['sum', ['[]', found.step, id]];
  }
  const measures = (draft.input.measures ?? []).map((one) => one.id);
  draft.error(
    `${path}.measure`,
    found ? `"${id}" is a ${found.kind}, not a measure` : `there is no measure "${id}"`,
    measures.length === 0 ? 'declare it under "measures"' : didYouMean(id, measures),
  );
  return null;
}

/** The unit of a measure; nothing for what is none. */
function unitOf(id: string, { input }: CompileContext): Pick<Amount, 'unit'> {
  const unit = input.measures?.find((one) => one.id === id)?.unit;
  return unit ? { unit } : {};
}

function lookedUp(
  id: string,
  axes: { readonly x: string; readonly y?: string },
  path: string,
  place: ExpressionSite,
  draft: CompileContext,
): Expr {
  const operands = Object.entries(axes).map(([axis, source]) =>
    draft.term(source, `${path}.${axis}`, place, { is: 'number' }),
  );
  const found = draft.tables.get(id);
  if (!found) {
    draft.error(`${path}.table`, `there is no table "${id}"`, didYouMean(id, draft.tables.keys()));
    return null;
  }
  if ((found.table.y !== undefined) === (operands.length === 2)) return draft.lookUp(found.number, operands);
  draft.error(
    `${path}.table`,
    `the table "${id}" ${found.table.y ? 'has rows and columns' : 'has one row'}`,
    found.table.y ? 'write "kind": "matrix" with "x" and "y"' : 'write "kind": "table" with "x" alone',
  );
  return null;
}

function tiered(
  { by, mode, tiers }: Extract<Charged, { kind: 'tiers' }>,
  path: string,
  place: ExpressionSite,
  per: PublishedPrice['per'],
  draft: CompileContext,
): Amount {
  checkTiers(tiers, `${path}.tiers`, draft);
  const term = draft.term(by, `${path}.by`, place, { is: 'number' });
  const unit = lengthUnit(term, draft);
  const whole = wholeLength(unit);
  const number = draft.tiers.length;
  const [operation, name] = Array.isArray(term) ? (term as readonly Expr[]) : [];
  const ofOrder = operation === '$' && name === 'quantity';
  if (ofOrder && per !== 'order') {
    draft.tiers.push(tiers);
    // The engine multiplies by the quantity already.
    return mode === 'whole'
      ? { amount: ['tier', number, term] }
      : { amount: ['/', ['slab', number, term], term], per: 'total' };
  }
  if (per !== 'order' && readsQuantity(term, draft)) {
    draft.error(
      `${path}.by`,
      'it counts the whole order, and the line is charged for every piece',
      'write "per": "order"',
    );
  }
  if (mode === 'slab') {
    // What is charged is the length as it is; which tiers it reaches, whole millimetres say.
    draft.tiers.push(
      tiers.map((one) => (unit === undefined ? one : { ...one, reached: whole.of(one.from) })),
    );
    return { amount: ['slab', number, term, ...(unit === undefined ? [] : [whole.term(term)])] };
  }
  const froms = wholeBreaks(
    tiers.map(({ from }) => from),
    unit,
    `${path}.tiers`,
    draft,
  );
  draft.tiers.push(tiers.map(({ amount }, index) => ({ from: froms[index]!, amount })));
  return {
    amount: ['tier', number, whole.term(term)],
    times: term,
    ...((operation === '$' || operation === '@') && unitOf(name as string, draft)),
  };
}

function readsQuantity(term: Expr, draft: CompileContext, seen = new Set<string>()): boolean {
  return [...namesRead(term)].some((name) => {
    if (name === 'quantity') return true;
    if (seen.has(name)) return false;
    seen.add(name);
    return readsQuantity(draft.values.get(name) ?? null, draft, seen);
  });
}
