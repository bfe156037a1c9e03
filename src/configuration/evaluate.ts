import type { PublishedProduct } from '../contract/published.ts';
import type { LookupTable } from '../contract/price-rule.ts';
import type { Term } from '../contract/term.ts';
import { lookup, row, slab, tier } from './tables.ts';
import { roundHalfUp, roundTo, snap } from './rounding.ts';
import type { Names, Scope } from './scope.ts';

/** An expression ready to run. Unset is undefined. */
export type Compiled = (scope: Scope) => unknown;

/** The tables that a term may refer to by number. */
export type TermTables = Pick<PublishedProduct, 'combinations' | 'tiers'> & {
  readonly tables: readonly LookupTable[];
};

const noTables: TermTables = { tables: [], combinations: [], tiers: [] };

const isNumber = (x: unknown): x is number => typeof x === 'number';
const finite = (x: number) => (Number.isFinite(x) ? x : undefined);

/** Arithmetic on two numbers; unset (or anything but numbers) makes the result unset, and so does a division by zero. */
const arithmetic =
  (operate: (a: number, b: number) => number) =>
  (a: unknown, b: unknown): unknown =>
    isNumber(a) && isNumber(b) ? finite(operate(a, b)) : undefined;

/** A comparison of two values of one type; false with an unset operand. */
const comparison =
  (compare: (a: number | string, b: number | string) => boolean) =>
  (a: unknown, b: unknown): boolean =>
    (isNumber(a) && isNumber(b)) || (typeof a === 'string' && typeof b === 'string') ? compare(a, b) : false;

const binary: Record<string, (a: unknown, b: unknown) => unknown> = {
  '==': (a, b) => a !== undefined && a === b,
  '!=': (a, b) => a !== undefined && b !== undefined && a !== b,
  '<': comparison((a, b) => a < b),
  '<=': comparison((a, b) => a <= b),
  '>': comparison((a, b) => a > b),
  '>=': comparison((a, b) => a >= b),
  in: (a, b) => a !== undefined && Array.isArray(b) && b.includes(a),
  '+': (a, b) => (typeof a === 'string' && typeof b === 'string' ? a + b : arithmetic((x, y) => x + y)(a, b)),
  '*': arithmetic((a, b) => a * b),
  '/': arithmetic((a, b) => a / b),
  '%': arithmetic((a, b) => a % b),
};

/** The numbers among the operands of min(1, 2) or sum(list); undefined if one of them is unset. */
function numbers(operands: unknown[]): number[] | undefined {
  const list = operands.length === 1 && Array.isArray(operands[0]) ? (operands[0] as unknown[]) : operands;
  return list.every(isNumber) ? list : undefined;
}

const numeric = (f: (x: number) => number) => (x: unknown) => (isNumber(x) ? f(x) : undefined);
const reduced =
  (f: (list: number[]) => number) =>
  (...operands: unknown[]) => {
    const list = numbers(operands);
    return list && finite(f(list));
  };
const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);

const functions: Record<string, (...operands: unknown[]) => unknown> = {
  abs: numeric(Math.abs),
  ceil: numeric((x) => Math.ceil(snap(x))),
  floor: numeric((x) => Math.floor(snap(x))),
  round: (x, to = 1) =>
    isNumber(x) && isNumber(to) && to > 0
      ? to === 1
        ? roundHalfUp(x)
        : roundTo(x, to, 'nearest')
      : undefined,
  min: reduced((list) => Math.min(...list)),
  max: reduced((list) => Math.max(...list)),
  sum: reduced(sum),
  avg: reduced((list) => sum(list) / list.length),
  count: (list) => (Array.isArray(list) ? list.filter((x) => x !== undefined).length : undefined),
  any: (list) => Array.isArray(list) && list.includes(true),
  all: (list) => Array.isArray(list) && list.every((x) => x === true),
  size: (x) => (Array.isArray(x) || typeof x === 'string' ? x.length : undefined),
  string: (x) =>
    x === undefined
      ? undefined
      : isNumber(x)
        ? String(Number(x.toPrecision(15)))
        : typeof x === 'boolean' || typeof x === 'string'
          ? String(x)
          : undefined,
  has: (x) => x !== undefined,
  list: (...operands) => operands,
};

/** Repetitions of a step; none while it is hidden. */
const repetitions = (scope: Scope, step: string) => (scope.global[step] as Names[] | undefined) ?? [];

/** Terms that read the scope or decide which operands to look at. Operands are still terms here. */
const special: Record<string, (operands: readonly Term[], tables: TermTables) => Compiled> = {
  $: ([name]) => {
    const key = name as string;
    return (scope) => scope.global[key];
  },
  '@': ([name]) => {
    const key = name as string;
    return (scope) => scope.repetition?.[key];
  },
  '[]':
    ([step, name]) =>
    (scope) =>
      repetitions(scope, step as string).map((one) => one[name as string]),
  '#':
    ([step]) =>
    (scope) =>
      repetitions(scope, step as string).length,
  index: () => (scope) => scope.index,
  option:
    ([attribute]) =>
    (scope) =>
      scope.option?.[attribute as string],
  '.': ([choice, attribute], tables) => {
    const [kind, name] = choice as readonly [string, string];
    const attributes = compileTerm([kind, `${name}.`], tables);
    return (scope) => (attributes(scope) as Names | undefined)?.[attribute as string];
  },
  '.[]':
    ([step, name, attribute]) =>
    (scope) =>
      repetitions(scope, step as string).map(
        (one) => (one[`${name as string}.`] as Names | undefined)?.[attribute as string],
      ),
  '&&': (operands, tables) => {
    const all = operands.map((operand) => compileTerm(operand, tables));
    return (scope) => all.every((one) => one(scope) === true);
  },
  '||': (operands, tables) => {
    const all = operands.map((operand) => compileTerm(operand, tables));
    return (scope) => all.some((one) => one(scope) === true);
  },
  '!': ([operand], tables) => {
    const one = compileTerm(operand!, tables);
    return (scope) => one(scope) !== true;
  },
  '?:': ([condition, yes, no], tables) => {
    const [test, then, otherwise] = [condition!, yes!, no!].map((one) => compileTerm(one, tables)) as [
      Compiled,
      Compiled,
      Compiled,
    ];
    return (scope) => (test(scope) === true ? then(scope) : otherwise(scope));
  },
  '-': ([left, right], tables) => {
    const a = compileTerm(left!, tables);
    if (right === undefined) return (scope) => numeric((x) => -x)(a(scope));
    const b = compileTerm(right, tables);
    const minus = arithmetic((x, y) => x - y);
    return (scope) => minus(a(scope), b(scope));
  },
  row: ([index, ...cells], tables) => {
    const wanted = cells.map((cell) => compileTerm(cell, tables));
    return (scope) =>
      row(
        tables.combinations[index as number]!,
        wanted.map((one) => one(scope)),
      );
  },
  lookup: ([index, x, y], tables) => {
    const column = compileTerm(x!, tables);
    const line = y === undefined ? undefined : compileTerm(y, tables);
    return (scope) => lookup(tables.tables[index as number]!, column(scope), line?.(scope));
  },
  tier: ([index, x], tables) => {
    const by = compileTerm(x!, tables);
    return (scope) => tier(tables.tiers[index as number]!, by(scope));
  },
  slab: ([index, x], tables) => {
    const by = compileTerm(x!, tables);
    return (scope) => slab(tables.tiers[index as number]!, by(scope));
  },
  subtotal: (ids) => (scope) => sum(ids.map((id) => scope.subtotals?.[id as string] ?? 0)),
  gradient:
    ([id]) =>
    () =>
      `url(#${id as string})`,
};

/**
 * Makes a function of a term, so that working it out again costs no interpretation. No code is generated: a page's
 * policy may forbid `eval`. Unset operands: a comparison is false, arithmetic is unset, conditions count unset as false.
 *
 * @throws Error on a term that `publish` does not make: the product was not published by this version.
 */
export function compileTerm(term: Term, tables: TermTables = noTables): Compiled {
  if (!Array.isArray(term)) {
    const constant = term === null ? undefined : term;
    return () => constant;
  }
  const [operation, ...operands] = term as readonly [string, ...Term[]];
  if (Object.hasOwn(special, operation)) return special[operation]!(operands, tables);
  const compiled = operands.map((operand) => compileTerm(operand, tables));
  if (Object.hasOwn(binary, operation)) {
    const operate = binary[operation]!;
    const [a, b] = compiled as [Compiled, Compiled];
    return (scope) => operate(a(scope), b(scope));
  }
  if (Object.hasOwn(functions, operation)) {
    const call = functions[operation]!;
    return (scope) => call(...compiled.map((one) => one(scope)));
  }
  throw new Error(`Unknown term "${operation}": publish the product again with this version of Quotelet.`);
}
