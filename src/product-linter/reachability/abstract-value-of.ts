import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { Expr } from '../../contract/published/expr.ts';
import { roundHalfUp, roundTo, snap } from '../../expressions/rounding.ts';
import { rowsAllowing } from './rows-allowing.ts';
import {
  anyBoolean,
  anyNumber,
  anyText,
  joinAll,
  top,
  canBeSet,
  canFail,
  canHold,
  overlap,
  join,
  constant,
  contains,
  bottom,
  interval,
  onlyValue,
  orUnset,
  type AbstractValue,
  oneOfBooleans,
  unset,
} from './abstract-value.ts';
import { absolute, elementOf, calculate, mayNotBeNumber, monotone, sumOf } from './interval-arithmetic.ts';
import { assume } from './assume.ts';

type Operation = readonly [string, ...Expr[]];
type Attributes = Readonly<Record<string, string | number | boolean>>;

interface Names {
  get(id: string): AbstractValue | undefined;
}

/** What names may stand for. */
export interface Environment {
  /** Values outside repetitions, and in the repetition at hand. */
  readonly names: Names;
  /** Values in any repetition: what is known of the one at hand says nothing about the others. */
  readonly anywhere: Names;
  /** How often steps may be repeated. */
  readonly sizes: ReadonlyMap<string, readonly [number, number]>;
  /** Choice → option → attributes. */
  readonly attributes: ReadonlyMap<string, ReadonlyMap<string, Attributes>>;
  readonly tables: Pick<PublishedProduct, 'tables' | 'tiers' | 'combinations'>;
  /** Attributes of the option that is judged. */
  readonly option?: Attributes | undefined;
}

/** What was worked out in the same circumstances: narrowing them asks again for parts of a condition, and their parts. */
const knownValues = new WeakMap<Environment, WeakMap<object, AbstractValue>>();

/** What an expression may yield. */
export function abstractValueOf(expr: Expr, here: Environment): AbstractValue {
  if (!Array.isArray(expr)) return constant(expr as Exclude<Expr, readonly unknown[]>);
  const before = knownValues.get(here) ?? new WeakMap<object, AbstractValue>();
  knownValues.set(here, before);
  const possible = before.get(expr) ?? evaluate(expr, here);
  before.set(expr, possible);
  return possible;
}

function evaluate(expr: Expr, here: Environment): AbstractValue {
  const [operation, ...operands] = expr as Operation;
  const name = (index: number) => operands[index] as string;
  const size = (step: string) => here.sizes.get(step) ?? ([0, Infinity] as const);
  switch (operation) {
    case '$':
    case '@':
      return here.names.get(name(0)) ?? top;
    case '[]':
      return { unset: false, list: { of: here.anywhere.get(name(1)) ?? top, size: size(name(0)) } };
    case '.':
      return attribute((operands[0] as readonly string[])[1]!, name(1), here.names, here);
    case '.[]':
      return {
        unset: false,
        list: { of: attribute(name(1), name(2), here.anywhere, here), size: size(name(0)) },
      };
    case '#':
      return interval(...size(name(0)));
    case 'index':
      return interval(0, Infinity);
    case 'option':
      return here.option && Object.hasOwn(here.option, name(0)) ? constant(here.option[name(0)]) : top;
    case 'lookup':
      return orUnset(amounts(here.tables.tables[operands[0] as number]!.values.flat()));
    case 'tier':
      return orUnset(amounts(here.tables.tiers[operands[0] as number]!.map(({ amount }) => amount)));
    case 'slab':
    case 'subtotal':
      return orUnset(anyNumber);
    case 'gradient':
    case 'string':
      return orUnset(anyText);
    case 'row':
      return row(operands, here);
    case 'list':
      return list(operands.map((one) => abstractValueOf(one, here)));
    default:
      return logic(operation, operands, here);
  }
}

function logic(operation: string, operands: readonly Expr[], here: Environment): AbstractValue {
  const [first = null, second = null, third = null] = operands;
  const holding = () => assume(first, true, here);
  const failing = () => assume(first, false, here);
  switch (operation) {
    case '&&': {
      const a = abstractValueOf(first, here);
      if (!canHold(a)) return oneOfBooleans(false, true);
      const b = abstractValueOf(second, holding());
      return oneOfBooleans(canHold(b), canFail(a) || canFail(b));
    }
    case '||': {
      const a = abstractValueOf(first, here);
      if (!canFail(a)) return oneOfBooleans(true, false);
      const b = abstractValueOf(second, failing());
      return oneOfBooleans(canHold(a) || canHold(b), canFail(b));
    }
    case '!': {
      const a = abstractValueOf(first, here);
      return oneOfBooleans(canFail(a), canHold(a));
    }
    case '?:': {
      const a = abstractValueOf(first, here);
      const yes = canHold(a) ? abstractValueOf(second, holding()) : bottom;
      const no = canFail(a) ? abstractValueOf(third, failing()) : bottom;
      return join(yes, no);
    }
    default:
      return applyOperation(
        operation,
        operands.map((one) => abstractValueOf(one, here)),
      );
  }
}

function applyOperation(operation: string, operands: readonly AbstractValue[]): AbstractValue {
  const [a = unset, b] = operands;
  switch (operation) {
    case 'has':
      return oneOfBooleans(canBeSet(a), a.unset);
    case '-':
      return b ? calculate('-', a, b) : calculate('-', interval(0, 0), a);
    case '+':
      return a.texts && b?.texts ? join(orUnset(anyText), calculate('+', a, b)) : calculate('+', a, b!);
    case '*':
    case '/':
    case '%':
      return calculate(operation, a, b!);
    case 'abs':
      return absolute(a);
    case 'ceil':
      return monotone(a, (x) => Math.ceil(snap(x)));
    case 'floor':
      return monotone(a, (x) => Math.floor(snap(x)));
    case 'round':
      return rounded(a, b);
    case 'min':
    case 'max':
      return b || !a.list
        ? operands.reduce((x, y) => calculate(operation, x, y))
        : elementOf(a.list.of, a.list.size);
    case 'sum':
    case 'avg':
      return sumOrAverage(operation, operands);
    case 'count':
    case 'size':
      return a.list
        ? orUnset(interval(operation === 'size' ? a.list.size[0] : 0, a.list.size[1]), mayNotBeList(a))
        : orUnset(interval(0, Infinity));
    case 'any':
      return a.list ? oneOfBooleans(canHold(a.list.of) && a.list.size[1] > 0, true) : anyBoolean;
    case 'all':
      return a.list ? oneOfBooleans(true, canFail(a.list.of) && a.list.size[1] > 0) : anyBoolean;
    case 'in':
      return membership(a, b!);
    default:
      return compare(operation, a, b!);
  }
}

function rounded(a: AbstractValue, to: AbstractValue | undefined): AbstractValue {
  const step = to === undefined ? 1 : onlyValue(to);
  if (typeof step !== 'number') return orUnset(anyNumber);
  if (step <= 0) return unset;
  const result = monotone(a, (x) => (step === 1 ? roundHalfUp(x) : roundTo(x, step, 'nearest')));
  return orUnset(result, result.unset || to?.unset === true);
}

function sumOrAverage(operation: 'sum' | 'avg', operands: readonly AbstractValue[]): AbstractValue {
  const [a = unset, b] = operands;
  if (b || !a.list) {
    const sum = operands.reduce((x, y) => calculate('+', x, y));
    return operation === 'sum' ? sum : calculate('/', sum, interval(operands.length, operands.length));
  }
  const { of, size } = a.list;
  return orUnset(operation === 'sum' ? sumOf(of, size) : elementOf(of, size), mayNotBeList(a));
}

const mayNotBeList = (one: AbstractValue) => one.unset || !!one.numbers || !!one.texts || !!one.booleans;

function compare(operation: string, a: AbstractValue, b: AbstractValue): AbstractValue {
  const maybeUnset = a.unset || b.unset;
  if (operation === '==' || operation === '!=') {
    const [x, y] = [onlyValue(a), onlyValue(b)];
    const same = x !== undefined && x === y;
    const meet = overlap(a, b);
    const set = canBeSet(a) && canBeSet(b);
    return operation === '=='
      ? oneOfBooleans(meet, maybeUnset || !same)
      : oneOfBooleans(set && !same, maybeUnset || meet);
  }
  if (a.texts && b.texts) return anyBoolean;
  if (!a.numbers || !b.numbers) return oneOfBooleans(false, true);
  const [left, right] = operation.startsWith('<') ? [a.numbers, b.numbers] : [b.numbers, a.numbers];
  const orEqual = operation.endsWith('=');
  const holds = orEqual ? left[0] <= right[1] : left[0] < right[1];
  const fails = orEqual ? left[1] > right[0] : left[1] >= right[0];
  return oneOfBooleans(holds, fails || mayNotBeNumber(a) || mayNotBeNumber(b));
}

function membership(a: AbstractValue, b: AbstractValue): AbstractValue {
  if (!b.list || b.list.size[1] === 0) return oneOfBooleans(false, true);
  return oneOfBooleans(overlap(a, b.list.of), true);
}

function list(items: readonly AbstractValue[]): AbstractValue {
  return { unset: false, list: { of: joinAll(items), size: [items.length, items.length] } };
}

function amounts(all: readonly (number | null)[]): AbstractValue {
  const known = all.filter((one) => one !== null);
  return known.length === 0 ? unset : interval(Math.min(...known), Math.max(...known));
}

/** What attributes may be, by what the choice may be: asked about in one condition after the other. */
const knownAttributes = new WeakMap<
  Environment['attributes'],
  WeakMap<AbstractValue, Map<string, AbstractValue>>
>();

/** An attribute of whatever option the choice may have. */
function attribute(choice: string, name: string, names: Names, { attributes }: Environment): AbstractValue {
  const chosen = names.get(choice);
  const options = attributes.get(choice);
  if (!chosen || !options || !chosen.texts) return chosen && !chosen.texts ? unset : top;
  const byChoice =
    knownAttributes.get(attributes) ?? new WeakMap<AbstractValue, Map<string, AbstractValue>>();
  knownAttributes.set(attributes, byChoice);
  const byName = byChoice.get(chosen) ?? new Map<string, AbstractValue>();
  byChoice.set(chosen, byName);
  const key = `${choice}.${name}`;
  const found = byName.get(key) ?? attributeOf(options, chosen, name);
  byName.set(key, found);
  return found;
}

function attributeOf(
  options: ReadonlyMap<string, Attributes>,
  { texts, unset: isUnset }: AbstractValue,
  name: string,
): AbstractValue {
  const ids = texts === 'any' ? options.keys() : texts!;
  const found = Array.from(ids, (id): AbstractValue => {
    const all = options.get(id) ?? {};
    return Object.hasOwn(all, name) ? constant(all[name]) : unset;
  });
  return orUnset(joinAll(found), isUnset || found.some((one) => one.unset));
}

/** Whether values may stand together in a row of a table; they may miss every row as well. */
function row([number, ...cells]: readonly Expr[], here: Environment): AbstractValue {
  const rows = here.tables.combinations[number as number]!;
  const wanted = cells.map((cell) => abstractValueOf(cell, here));
  /** Each entry of a list has to fit, and there may be none. */
  const fits = (cell: unknown, { list, ...value }: AbstractValue): boolean =>
    cell === '*' ||
    list?.size[0] === 0 ||
    [cell].flat().some((one) => contains(value, one) || (list && contains(list.of, one)));
  // Asked about one option after the other, a table is not gone through for each.
  let left: readonly (readonly unknown[])[] = rows;
  wanted.forEach((value, column) => {
    const only = value.unset ? undefined : onlyValue(value);
    const few = only === undefined ? rows : rowsAllowing(rows, column, only);
    if (few.length < left.length) left = few;
  });
  return oneOfBooleans(
    left.some((cells) => cells.every((cell, index) => fits(cell, wanted[index]!))),
    true,
  );
}
