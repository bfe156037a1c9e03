import type { PublishedProduct } from '../contract/published/published-product.ts';
import type { Expr } from '../contract/published/expr.ts';
import { roundTo, snap } from './rounding.ts';
import type { Names, Scope } from './scope.ts';
import { lookup, row, slab, tier } from './look-up.ts';

/** An expression ready to run. Unset is undefined. */
export type Evaluator = (scope: Scope) => unknown;

/** The tables that an expression refers to by number. */
export type LookUpTables = Pick<PublishedProduct, 'tables' | 'combinations' | 'tiers'>;

/** Compiles an operation on these operands. It runs them itself, because some operations need only a few of them. */
type Operation = (operands: readonly Evaluator[], tables: LookUpTables) => Evaluator;

const values = (scope: Scope, operands: readonly Evaluator[]) => operands.map((operand) => operand(scope));

/** An operation on the values of its operands. */
const on =
  <A, B>(operate: (a: A, b: B) => unknown): Operation =>
  ([a, b]) =>
  (scope) =>
    operate(a!(scope) as A, b?.(scope) as B);

/** Arithmetic on the operands, or on the one list among them: unset where one of them is, or where no number comes out. */
const numbers =
  (operate: (...list: number[]) => number): Operation =>
  (operands) =>
  (scope) => {
    const list = values(scope, operands).flat();
    const result = list.every((value) => typeof value === 'number') ? operate(...list) : NaN;
    return Number.isFinite(result) ? result : undefined;
  };

/**
 * A comparison of two values of one type: false where one of them is unset. Numbers that only rounding noise separates are
 * equal, or an order of exactly 150.00 would miss what starts at 150.
 */
const comparison = (compare: (a: number, b: number) => boolean) =>
  on((a: number, b: number) => {
    if (a === undefined || typeof a !== typeof b) return false;
    return typeof a === 'number' ? compare(snap(a - b), 0) : compare(a, b);
  });

/** Conditions one after the other, until one of them decides. */
const chain =
  (decides: boolean): Operation =>
  (operands) =>
    operands.reduceRight<Evaluator>(
      (others, one) => (scope) => ((one(scope) === true) === decides ? decides : others(scope)),
      () => !decides,
    );

/** An attribute of an option, if it has it itself; never what all objects inherit. */
const fact = (attributes: unknown, name: string) =>
  attributes && Object.hasOwn(attributes, name) ? (attributes as Names)[name] : undefined;

/** A text that variables double again and again would fill the memory. */
const MOST_LETTERS = 100_000;

const sum = (...list: number[]) => list.reduce((a, b) => a + b, 0);
const repetitions = (scope: Scope, step: Evaluator) =>
  (scope.global[step(scope) as string] ?? []) as readonly Names[];

const operations: Record<string, Operation> = {
  '@':
    ([name]) =>
    (scope) =>
      scope.repetition?.[name!(scope) as string],
  '[]':
    ([step, name]) =>
    (scope) =>
      repetitions(scope, step!).map((one) => one[name!(scope) as string]),
  '#':
    ([step]) =>
    (scope) =>
      repetitions(scope, step!).length,
  index: () => (scope) => scope.index,
  option:
    ([attribute]) =>
    (scope) =>
      fact(scope.option, attribute!(scope) as string),
  '.': on(fact),
  '.[]':
    ([step, choice, name]) =>
    (scope) =>
      repetitions(scope, step!).map((one) =>
        fact(one[`${choice!(scope) as string}.`], name!(scope) as string),
      ),
  '&&': chain(false),
  '||': chain(true),
  '!':
    ([a]) =>
    (scope) =>
      a!(scope) !== true,
  '?:':
    ([condition, yes, no]) =>
    (scope) =>
      (condition!(scope) === true ? yes : no)!(scope),
  has: on((a) => a !== undefined),
  // The most frequent operation of rules, so without the indirection of the other comparisons.
  '==':
    ([a, b]) =>
    (scope) => {
      const [x, y] = [a!(scope), b!(scope)];
      return x === y ? x !== undefined : typeof x === 'number' && typeof y === 'number' && !snap(x - y);
    },
  '!=': comparison((a, b) => a !== b),
  '<': comparison((a, b) => a < b),
  '<=': comparison((a, b) => a <= b),
  '>': comparison((a, b) => a > b),
  '>=': comparison((a, b) => a >= b),
  in: on((a, list) => a !== undefined && Array.isArray(list) && list.includes(a)),
  // Each operand once: `a + b + c + …` nests, and twice at each level would be 2ⁿ times at the bottom.
  '+': on((a, b) =>
    typeof a === 'string' && typeof b === 'string' && a.length + b.length <= MOST_LETTERS
      ? a + b
      : typeof a === 'number' && typeof b === 'number' && Number.isFinite(a + b)
        ? a + b
        : undefined,
  ),
  '-': numbers((a, b) => (b === undefined ? -a : a - b)),
  '*': numbers((a, b) => a * b),
  '/': numbers((a, b) => a / b),
  '%': numbers((a, b) => a % b),
  abs: numbers(Math.abs),
  ceil: numbers((a) => Math.ceil(snap(a))),
  floor: numbers((a) => Math.floor(snap(a))),
  round: numbers((a, to = 1) => (to > 0 ? roundTo(a, to, 'nearest') : NaN)),
  min: numbers(Math.min),
  max: numbers(Math.max),
  sum: numbers(sum),
  avg: numbers((...list) => sum(...list) / list.length),
  list: (operands) => (scope) => values(scope, operands),
  count: on((list: unknown[]) => list?.filter((one) => one !== undefined).length),
  any: on((list: unknown[]) => list?.includes(true)),
  all: on((list: unknown[]) => list?.every((one) => one === true)),
  size: on((a: string | undefined) => a?.length),
  string: on((a: string | number | boolean | undefined) =>
    typeof a === 'number' ? `${+a.toPrecision(15)}` : a === undefined ? a : `${a}`,
  ),
  matches: on(
    (text: string, pattern: string) => text === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(text),
  ),
  day:
    ([days]) =>
    (scope) =>
      new Date(Date.parse(scope.today!) + (days!(scope) as number) * 86_400_000).toISOString().slice(0, 10),
  row:
    ([index, ...cells], { combinations }) =>
    (scope) =>
      row(combinations[index!(scope) as number]!, values(scope, cells)),
  lookup:
    ([index, x, y], { tables }) =>
    (scope) =>
      lookup(tables[index!(scope) as number]!, x!(scope), y?.(scope)),
  tier:
    ([index, by], { tiers }) =>
    (scope) =>
      tier(tiers[index!(scope) as number]!, by!(scope)),
  slab:
    ([index, by, whole], { tiers }) =>
    (scope) =>
      slab(tiers[index!(scope) as number]!, by!(scope), whole?.(scope)),
  subtotal: (ids) => (scope) => sum(...values(scope, ids).map((id) => scope.subtotals?.[id as string] ?? 0)),
  gradient: on((id: string) => `url(#${id})`),
};

const noTables: LookUpTables = { tables: [], combinations: [], tiers: [] };

/**
 * Compiles an expression. No code is generated: a page's policy may forbid `eval`. With unset operands a comparison
 * is false and arithmetic unset; a condition counts unset as false.
 *
 * @throws Error on an operation that the compiler does not make: the product was published by another version.
 */
export function createEvaluator(expr: Expr, tables: LookUpTables = noTables): Evaluator {
  if (!Array.isArray(expr)) return () => expr ?? undefined;
  const [name, ...operands] = expr as readonly [string, ...Expr[]];
  // Names are read most often by far, so they skip the operations.
  if (name === '$') {
    const key = operands[0] as string;
    return (scope) => scope.global[key];
  }
  const operation = Object.hasOwn(operations, name) && operations[name];
  if (!operation)
    throw new Error(`Unknown term "${name}": publish the product again with this version of Quotelet.`);
  // The attributes of the option chosen are stored under the name of the choice followed by a dot.
  if (name === '.') {
    const [kind, choice] = operands[0] as readonly [string, string];
    operands[0] = [kind, `${choice}.`];
  }
  const compiled = operands.map((operand) => createEvaluator(operand, tables));
  return operation(compiled, tables);
}
