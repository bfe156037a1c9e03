import type { PublishedPrice } from '../../contract/published/published-price.ts';
import type { Expr } from '../../contract/published/expr.ts';
import type { CompileContext } from '../compile-context.ts';
import { lengthUnit } from './length-unit.ts';
import { namesRead } from '../names/names-read.ts';
import type { ExpressionSite } from '../expression-site.ts';
import { percentageOf } from './percentage-of.ts';
import { wholeBreaks } from './whole-breaks.ts';
import { checkAscending } from './check-ascending.ts';
import { wholeLength } from './whole-length.ts';
import type { ChargedPriceInput } from '../product-input-types.ts';
import { didYouMean } from '../names/did-you-mean.ts';

type Amount = Pick<PublishedPrice, 'amount'> & Partial<Pick<PublishedPrice, 'times' | 'unit' | 'of' | 'per'>>;

/** The amount of a price of any kind, perhaps times a measure, or in per cent of other lines. */
export function compileAmount(
  price: ChargedPriceInput,
  path: string,
  site: ExpressionSite,
  per: PublishedPrice['per'],
  context: CompileContext,
): Amount {
  const money = (amount: number | string) => context.expr(amount, `${path}.amount`, site, { is: 'money' });
  switch (price.kind) {
    case 'fixed':
    case 'formula':
      return { amount: money(price.amount) };
    case 'measure': {
      const times = readMeasure(price.measure, path, site, context);
      return { amount: money(price.amount), times, ...unitOf(price.measure, context) };
    }
    case 'percentage':
      return {
        amount: context.expr(price.percent, `${path}.percent`, site, { is: 'number' }),
        of: percentageOf(price.of, `${path}.of`, site.lines!, context),
      };
    case 'matrix':
      return { amount: lookUp(price.table, { x: price.x, y: price.y }, path, site, context) };
    case 'table':
      return { amount: lookUp(price.table, { x: price.x }, path, site, context) };
    case 'tiers':
      return fromTiers(price, path, site, per, context);
  }
}

/** The value of a measure; its sum where it has one in every repetition and the price has not. */
function readMeasure(id: string, path: string, { step }: ExpressionSite, context: CompileContext): Expr {
  const found = context.names.get(id);
  if (found?.kind === 'measure') {
    if (found.step === undefined) return ['$', id];
    return found.step === step ? ['@', id] : ['sum', ['[]', found.step, id]];
  }
  const measures = (context.input.measures ?? []).map((one) => one.id);
  context.error(
    `${path}.measure`,
    found ? `"${id}" is a ${found.kind}, not a measure` : `there is no measure "${id}"`,
    measures.length === 0 ? 'declare it under "measures"' : didYouMean(id, measures),
  );
  return null;
}

/** The unit of a measure; nothing for other names. */
function unitOf(id: string, { input }: CompileContext): Pick<Amount, 'unit'> {
  const unit = input.measures?.find((one) => one.id === id)?.unit;
  return unit ? { unit } : {};
}

function lookUp(
  id: string,
  axes: { readonly x: string; readonly y?: string },
  path: string,
  site: ExpressionSite,
  context: CompileContext,
): Expr {
  const operands = Object.entries(axes).map(([axis, source]) =>
    context.expr(source, `${path}.${axis}`, site, { is: 'number' }),
  );
  const found = context.tables.get(id);
  if (!found) {
    context.error(`${path}.table`, `there is no table "${id}"`, didYouMean(id, context.tables.keys()));
    return null;
  }
  if ((found.table.y !== undefined) === (operands.length === 2))
    return context.lookUp(found.number, operands);
  context.error(
    `${path}.table`,
    `the table "${id}" ${found.table.y ? 'has rows and columns' : 'has one row'}`,
    found.table.y ? 'write "kind": "matrix" with "x" and "y"' : 'write "kind": "table" with "x" alone',
  );
  return null;
}

function fromTiers(
  { by, mode, tiers }: Extract<ChargedPriceInput, { kind: 'tiers' }>,
  path: string,
  site: ExpressionSite,
  per: PublishedPrice['per'],
  context: CompileContext,
): Amount {
  const froms = tiers.map(({ from }) => from);
  checkAscending(froms, `${path}.tiers`, context);
  const expr = context.expr(by, `${path}.by`, site, { is: 'number' });
  const unit = lengthUnit(expr, context);
  const whole = wholeLength(unit);
  const number = context.tiers.length;
  const [operation, name] = Array.isArray(expr) ? (expr as readonly Expr[]) : [];
  const ofOrder = operation === '$' && name === 'quantity';
  if (ofOrder && per !== 'order') {
    context.tiers.push(tiers);
    // The engine multiplies by the quantity already.
    return mode === 'whole'
      ? { amount: ['tier', number, expr] }
      : { amount: ['/', ['slab', number, expr], expr], per: 'total' };
  }
  if (per !== 'order' && readsQuantity(expr, context)) {
    context.error(
      `${path}.by`,
      'it counts the whole order, and the line is charged for every piece',
      'write "per": "order"',
    );
  }
  if (mode === 'slab') {
    // The length itself is charged; its whole millimetres say which tiers it reaches.
    context.tiers.push(
      tiers.map((one) => (unit === undefined ? one : { ...one, reached: whole.of(one.from) })),
    );
    return { amount: ['slab', number, expr, ...(unit === undefined ? [] : [whole.expr(expr)])] };
  }
  const breaks = wholeBreaks(froms, unit, `${path}.tiers`, context);
  context.tiers.push(tiers.map(({ amount }, index) => ({ from: breaks[index]!, amount })));
  return {
    amount: ['tier', number, whole.expr(expr)],
    times: expr,
    ...((operation === '$' || operation === '@') && unitOf(name as string, context)),
  };
}

function readsQuantity(expr: Expr, context: CompileContext, seen = new Set<string>()): boolean {
  return [...namesRead(expr)].some((name) => {
    if (name === 'quantity') return true;
    if (seen.has(name)) return false;
    seen.add(name);
    return readsQuantity(context.values.get(name) ?? null, context, seen);
  });
}
